// The `storewright` command: the methods of the core, their schemas, and checks of the content.
#include <cstdio>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

#include "core/api/api.h"
#include "core/base/text.h"
#include "core/cli/cases.h"
#include "core/cli/files.h"
#include "core/cli/grade.h"
#include "core/cli/validate.h"
#include "core/knowledge/knowledge.h"

#ifndef STOREWRIGHT_VERSION
#define STOREWRIGHT_VERSION "0.0.0"
#endif

namespace {

using namespace storewright;

enum Exit { exit_ok = 0, exit_problems = 1, exit_usage = 2, exit_files = 3 };

constexpr std::string_view help_text =
    R"(storewright: choose and size data stores, with reasons.

  storewright call METHOD [FILE]   run a method; its parameters are JSON from FILE or standard input
  storewright methods [--names]    list the methods with their JSON Schemas, or only their names
  storewright schemas DIR          write the JSON Schema of each method to DIR
  storewright validate DIR         check the content files in DIR
  storewright cases FILE...        run shared cases: one line each with name, ok or error, and the reply
  storewright grade QUESTION FILE  grade labelled answers (one JSON object a line): what each criterion gets right and wrong,
                                   and newly so where the answer says what it "was"; with --marks all marks, one line an answer
  storewright --help | --version

  --content DIR        of `grade`: take the questions of this content folder, not those that are built in
  --as-of YYYY-MM-DD   the day of the check (default: today): `validate` lists the facts whose source was read more than
                       two years before it. No method depends on the day yet; their answers are the same for ever.

Example:
  echo '{"money": true, "writes_per_second": 900}' | storewright call recommend

Exit status: 0 done, 1 the input has problems, 2 wrong usage, 3 a file cannot be read or written.
)";

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

void print_line(std::string_view text) {
  print(text);
  print("\n");
}

Exit complain(Exit status, const std::string& message) {
  std::fprintf(stderr, "storewright: %s\n", message.c_str());
  return status;
}

Exit wrong_usage(const std::string& message) { return complain(exit_usage, message + " See `storewright --help`."); }

Exit unreadable(const std::string& path) { return complain(exit_files, "cannot read " + path + "."); }

/// JSON with line breaks and two spaces a level, for files that people read.
std::string indented(std::string_view json) {
  std::string out;
  std::string margin = "\n";
  bool in_text = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_text) {
      out += c;
      if (c == '\\')
        out += json[++i];
      else if (c == '"')
        in_text = false;
    } else if ((c == '{' || c == '[') && json[i + 1] == (c == '{' ? '}' : ']')) {
      out += c;
      out += json[++i];
    } else if (c == '{' || c == '[') {
      margin += "  ";
      out += c + margin;
    } else if (c == '}' || c == ']') {
      margin.resize(margin.size() - 2);
      out += margin + c;
    } else if (c == ',') {
      out += c + margin;
    } else {
      out += c;
      if (c == ':') out += ' ';
      in_text = c == '"';
    }
  }
  return out + "\n";
}

bool is_date(std::string_view text) {
  if (text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
  }
  const int month = (text[5] - '0') * 10 + text[6] - '0';
  const int day = (text[8] - '0') * 10 + text[9] - '0';
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

std::string today() {
  const std::time_t now = std::time(nullptr);
  char text[11] = {};
  std::strftime(text, sizeof text, "%Y-%m-%d", std::gmtime(&now));
  return text;
}

/// What stands on the command line behind the command itself.
struct Arguments {
  std::vector<std::string> words;
  std::string as_of;  // ISO date, "" for today
  std::string content;  // folder, "" for what is built in
};

Exit run_call(const Arguments& arguments) {
  if (arguments.words.empty() || arguments.words.size() > 2)
    return wrong_usage("`call` takes a method and perhaps a file.");
  const std::string& method = arguments.words[0];
  const std::string path = arguments.words.size() == 2 ? arguments.words[1] : "-";
  const std::optional<std::string> params = cli::read_file(path);
  if (!params) return unreadable(path);
  const api::Reply reply = api::call(method, *params);
  print_line(reply.json);
  return reply.ok ? exit_ok : exit_problems;
}

std::string schema_of(const api::Method& method) {
  JsonWriter writer;
  method.write_params_schema(writer);
  return writer.take();
}

Exit run_methods(const Arguments& arguments) {
  const bool names = arguments.words == std::vector<std::string>{"--names"};
  if (!names && !arguments.words.empty()) return wrong_usage("`methods` takes only --names.");
  if (names) {
    for (const api::Method& method : api::methods()) print_line(method.name);
    return exit_ok;
  }
  JsonWriter writer;
  writer.begin_array();
  for (const api::Method& method : api::methods())
    writer.begin_object()
        .member("name", method.name)
        .member("summary", method.summary)
        .key("params")
        .raw(schema_of(method))
        .end_object();
  writer.end_array();
  print(indented(writer.written()));
  return exit_ok;
}

Exit run_schemas(const Arguments& arguments) {
  if (arguments.words.size() != 1) return wrong_usage("`schemas` takes the folder to write to.");
  for (const api::Method& method : api::methods()) {
    const std::string path = arguments.words[0] + "/" + std::string(method.name) + ".json";
    if (!cli::write_file(path, indented(schema_of(method)))) return complain(exit_files, "cannot write " + path + ".");
  }
  return exit_ok;
}

Exit run_validate(const Arguments& arguments) {
  if (arguments.words.size() != 1) return wrong_usage("`validate` takes the content folder.");
  const auto files = cli::read_content_files(arguments.words[0]);
  if (!files) return unreadable(arguments.words[0]);
  const cli::ContentReport report = cli::validate_content(*files, arguments.as_of.empty() ? today() : arguments.as_of);
  for (const Problem& problem : report.problems) {
    const knowledge::ErrorText* error = knowledge::built_in().error(problem.code);
    print_line(api::code_text(problem.code) + " " + problem.where + ": " + problem.message);
    if (error && !error->cure.empty()) print_line("    " + error->cure);
  }
  for (const knowledge::OverdueFact& fact : report.overdue)
    print_line("Read again: " + fact.where + ", read " + fact.read + ".");
  if (!report.problems.empty()) return exit_problems;
  print_line(
      display_number(report.facts.facts, 0) + " facts about records: " +
      display_percent(report.facts.facts > 0 ? static_cast<double>(report.facts.whole) / report.facts.facts : 1, 0) +
      " with kind, date and source or called unverified, " + display_percent(report.facts.verified_share(), 1) +
      " verified.");
  print_line(std::to_string(files->size()) + " files, no problems.");
  return exit_ok;
}

Exit run_grade(const Arguments& arguments) {
  const bool marks = arguments.words.size() == 3 && arguments.words[2] == "--marks";
  if (arguments.words.size() != 2 && !marks) return wrong_usage("`grade` takes a question and a file of answers, and perhaps --marks.");
  const std::optional<std::string> file = cli::read_file(arguments.words[1]);
  if (!file) return unreadable(arguments.words[1]);
  const auto content = arguments.content.empty() ? std::nullopt : cli::read_content_files(arguments.content);
  if (!arguments.content.empty() && !content) return unreadable(arguments.content);
  if (marks && content) return wrong_usage("`grade` takes --marks or --content, not both.");
  const Result<std::string> report = marks     ? cli::grade_marks(arguments.words[0], *file)
                                     : content ? cli::grade_report_of(*content, arguments.words[0], *file)
                                               : cli::grade_report(arguments.words[0], *file);
  if (!report) {
    print_line(api::error_json(report.problems()));
    return exit_problems;
  }
  print(*report);
  return exit_ok;
}

Exit run_cases(const Arguments& arguments) {
  if (arguments.words.empty()) return wrong_usage("`cases` takes at least one file of cases.");
  for (const std::string& path : arguments.words) {
    const std::optional<std::string> file = cli::read_file(path);
    if (!file) return unreadable(path);
    const Result<std::string> lines = cli::case_lines(*file);
    if (!lines) {
      print_line(api::error_json(lines.problems()));
      return exit_problems;
    }
    print(*lines);
  }
  return exit_ok;
}

struct Command {
  std::string_view name;
  Exit (*run)(const Arguments& arguments);
};

constexpr Command commands[] = {
    {"call", run_call},         {"methods", run_methods}, {"schemas", run_schemas},
    {"validate", run_validate}, {"cases", run_cases},     {"grade", run_grade},
};

Exit unknown_command(const std::string& word) {
  std::vector<std::string_view> names = {"--help", "--version", "--as-of", "--content"};
  for (const Command& command : commands) names.push_back(command.name);
  const std::string near = nearest_word(word, names);
  return wrong_usage("there is no command \"" + word + "\"." + (near.empty() ? "" : " Did you mean \"" + near + "\"?"));
}

}  // namespace

int main(int count, char** values) {
  Arguments arguments;
  std::string command_name;
  for (int i = 1; i < count; ++i) {
    const std::string word = values[i];
    if (word == "--help" || word == "-h") return print(help_text), exit_ok;
    if (word == "--version") return print_line("storewright " STOREWRIGHT_VERSION), exit_ok;
    if (word == "--as-of") {
      if (i + 1 == count || !is_date(values[i + 1])) return wrong_usage("--as-of takes a date such as 2026-01-31.");
      arguments.as_of = values[++i];
    } else if (word == "--content") {
      if (i + 1 == count) return wrong_usage("--content takes a folder.");
      arguments.content = values[++i];
    } else if (command_name.empty()) {
      command_name = word;
    } else {
      arguments.words.push_back(word);
    }
  }
  if (command_name.empty()) return wrong_usage("say what to do.");
  for (const Command& command : commands)
    if (command.name == command_name) return command.run(arguments);
  return unknown_command(command_name);
}
