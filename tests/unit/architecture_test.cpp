// Do the sources keep the agreements of ARCHITECTURE.md? Reads the source tree itself.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/json.h"
#include "tests/unit/source_file.h"

namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string_view>;

struct SourceFile {
  std::string path;      // from the root, with slashes
  std::string text;      // as it stands
  std::string code;      // C++ only: without comments and without what stands in quotes
  std::string comments;  // C++ only: what `code` left out, line by line
};

bool starts_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

bool ends_with_any(std::string_view text, const Words& ends) {
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
  });
}

bool is_word_character(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Splits C++ text into code and comments of the same length: what belongs to the other is blank. Quoted text is in
/// neither.
void split_code(SourceFile& file) {
  const std::string_view text = file.text;
  file.code.assign(text.size(), ' ');
  file.comments.assign(text.size(), ' ');
  std::size_t at = 0;
  const auto take_until = [&](std::size_t end, std::string* into) {
    for (end = std::min(end, text.size()); at < end; ++at) {
      if (text[at] == '\n')
        file.code[at] = file.comments[at] = '\n';
      else if (into)
        (*into)[at] = text[at];
    }
  };
  const auto after = [&](std::string_view mark, std::size_t from) {
    const std::size_t found = text.find(mark, from);
    return found == text.npos ? text.size() : found + mark.size();
  };
  while (at < text.size()) {
    const std::string_view rest = text.substr(at);
    const char before = at == 0 ? ' ' : text[at - 1];
    if (starts_with(rest, "//")) {
      take_until(std::min(text.find('\n', at), text.size()), &file.comments);
    } else if (starts_with(rest, "/*")) {
      take_until(after("*/", at + 2), &file.comments);
    } else if (starts_with(rest, "R\"") && !is_word_character(before)) {
      const std::size_t open = text.find('(', at);
      if (open == text.npos) return;
      const std::string close = ")" + std::string(text.substr(at + 2, open - at - 2)) + "\"";
      take_until(after(close, open), nullptr);
    } else if (rest[0] == '"' || (rest[0] == '\'' && !is_word_character(before))) {  // 1'000 is a number
      std::size_t end = at + 1;
      while (end < text.size() && text[end] != rest[0] && text[end] != '\n') end += text[end] == '\\' ? 2 : 1;
      take_until(end + 1, nullptr);
    } else {
      take_until(at + 1, &file.code);
    }
  }
}

const fs::path root = storewright::source_root();

SourceFile read_file(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  SourceFile file{path.lexically_relative(root).generic_string(), text.str(), "", ""};
  if (ends_with_any(file.path, {".cpp", ".h"})) split_code(file);
  return file;
}

std::vector<SourceFile> read_tree(const Words& folders, const Words& endings) {
  std::vector<SourceFile> files;
  for (const std::string_view folder : folders) {
    if (!fs::exists(root / folder)) continue;
    for (auto entry = fs::recursive_directory_iterator(root / folder); entry != fs::recursive_directory_iterator();
         ++entry) {
      if (entry->path().filename() == "node_modules") entry.disable_recursion_pending();
      if (entry->is_regular_file() && ends_with_any(entry->path().filename().string(), endings))
        files.push_back(read_file(*entry));
    }
  }
  std::sort(files.begin(), files.end(), [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return files;
}

const std::vector<SourceFile>& cpp_files() {
  static const std::vector<SourceFile> files = read_tree({"core", "web", "tests"}, {".cpp", ".h"});
  return files;
}

/// What a file includes, as written between the marks: "core/base/json.h", "vector".
std::vector<std::string> includes_of(const SourceFile& file) {
  std::vector<std::string> names;
  std::istringstream lines(file.text);
  for (std::string line; std::getline(lines, line);) {
    if (!starts_with(line, "#include")) continue;
    const std::size_t open = line.find_first_of("<\"");
    const std::size_t close = line.find_first_of(">\"", open + 1);
    if (open != line.npos && close != line.npos) names.push_back(line.substr(open + 1, close - open - 1));
  }
  return names;
}

bool includes(const SourceFile& file, std::string_view name) {
  const std::vector<std::string> names = includes_of(file);
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// "core/base/json.h" belongs to the part "core/base".
std::string part_of(std::string_view path) {
  const std::size_t first = path.find('/');
  const std::size_t second = first == path.npos ? path.npos : path.find('/', first + 1);
  return second == path.npos ? std::string() : std::string(path.substr(0, second));
}

/// Whether `word` stands in `text` with no word character on either side.
bool has_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool opens = at == 0 || !is_word_character(text[at - 1]);
    if (opens && (end == text.size() || !is_word_character(text[end]))) return true;
  }
  return false;
}

/// The whole numbers of exactly four digits in a text, in order.
std::vector<int> four_digit_numbers(std::string_view text) {
  std::vector<int> numbers;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_word_character(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_word_character(text[end])) ++end;
    const std::string_view word = text.substr(at, end - at);
    if (word.size() == 4 && std::all_of(word.begin(), word.end(), is_digit))
      numbers.push_back(std::stoi(std::string(word)));
    at = end;
  }
  return numbers;
}

/// Codes in a `Problem{1103, …}` of the code.
std::vector<int> codes_made(const SourceFile& file) {
  std::vector<int> codes;
  static constexpr std::string_view mark = "Problem{";
  for (std::size_t at = file.code.find(mark); at != std::string::npos; at = file.code.find(mark, at + 1)) {
    const std::vector<int> numbers = four_digit_numbers(std::string_view(file.code).substr(at + mark.size(), 5));
    codes.insert(codes.end(), numbers.begin(), numbers.end());
  }
  return codes;
}

/// Codes in the comment that begins with "Problems:", up to its last line.
std::vector<int> codes_documented(const SourceFile& file) {
  std::vector<int> codes;
  std::istringstream lines(file.comments);
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t start = line.find("Problems:");
    if (start != line.npos) line.erase(0, start);
    inside = start != line.npos || (inside && line.find("//") != line.npos);
    if (!inside) continue;
    const std::size_t source = line.find("Source:");
    const std::vector<int> numbers = four_digit_numbers(std::string_view(line).substr(0, source));
    codes.insert(codes.end(), numbers.begin(), numbers.end());
    if (source != line.npos) inside = false;
  }
  return codes;
}

std::set<int> codes_of_content() {
  const std::vector<SourceFile> content = read_tree({"content"}, {"errors.json"});
  REQUIRE(content.size() == 1);
  const auto json = storewright::read_json(content[0].text, storewright::pack_limits);
  REQUIRE(json);
  const storewright::Json* items = json->find("items");
  REQUIRE(items);
  REQUIRE(items->array());
  std::set<int> codes;
  for (const storewright::Json& item : *items->array()) {
    const storewright::Json* code = item.find("code");
    REQUIRE(code);
    REQUIRE(code->number());
    CHECK_MESSAGE(codes.insert(static_cast<int>(*code->number())).second, "code stands twice: ", *code->number());
  }
  return codes;
}

}  // namespace

TEST_CASE("a part includes only the parts that its arrows point to") {
  struct Arrow {
    std::string_view part;
    Words to;
  };
  const std::vector<Arrow> arrows = {
      {"core/base", {"core/base"}},
      {"core/knowledge", {"core/base", "core/knowledge"}},
      {"core/selection", {"core/base", "core/knowledge", "core/report", "core/selection"}},
      {"core/labs", {"core/base", "core/report", "core/labs"}},
      {"core/cost", {"core/base", "core/knowledge", "core/report", "core/cost"}},
      {"core/sizing", {"core/base", "core/sizing"}},
      {"core/report", {"core/base", "core/knowledge", "core/practice", "core/report"}},
      {"core/practice", {"core/base", "core/knowledge", "core/practice"}},
      {"core/migration", {"core/base", "core/knowledge", "core/selection", "core/report", "core/migration"}},
      {"core/cases", {"core/base", "core/knowledge", "core/selection", "core/report", "core/cases"}},
      {"core/sheet", {"core/base", "core/report", "core/sheet"}},
      {"core/audit", {"core/base", "core/knowledge", "core/report", "core/sheet", "core/audit"}},
      {"core/scaling",
       {"core/base", "core/knowledge", "core/selection", "core/migration", "core/report", "core/scaling"}},
      {"core/guide", {"core/base", "core/knowledge", "core/selection", "core/labs", "core/report", "core/guide"}},
      {"core/api",
       {"core/base", "core/knowledge", "core/selection", "core/labs", "core/cost", "core/sizing", "core/practice",
        "core/migration", "core/cases", "core/scaling", "core/sheet", "core/audit", "core/guide", "core/report", "core/api"}},
      {"core/cli", {"core", "web/site/pack.h", "web/site/guide.h"}},
      {"web/ui", {"core/base", "core/report/scene.h", "web/ui"}},
      {"web/app", {"core", "web/ui", "web/app"}},
      {"web/platform", {"core", "web/ui", "web/app", "web/platform"}},
      {"web/site", {"core", "web/site"}},
  };
  for (const SourceFile& file : cpp_files()) {
    if (starts_with(file.path, "tests/")) continue;
    CAPTURE(file.path);
    const auto arrow =
        std::find_if(arrows.begin(), arrows.end(), [&](const Arrow& row) { return row.part == part_of(file.path); });
    if (arrow == arrows.end()) {
      CHECK_MESSAGE(!starts_with(file.path, "core/"), "a part of core that has no arrow");
      continue;
    }
    for (const std::string& name : includes_of(file)) {
      if (!starts_with(name, "core/") && !starts_with(name, "web/")) continue;
      CAPTURE(name);
      CHECK(std::any_of(arrow->to.begin(), arrow->to.end(),
                        [&](std::string_view to) { return name == to || starts_with(name, std::string(to) + "/"); }));
    }
  }
}

TEST_CASE("the core knows no browser, and only its command knows files and the clock") {
  const Words never = {"chrono",        "random",        "locale",       "clocale",
                       "unordered_map", "unordered_set", "emscripten.h", "emscripten/html5.h",
                       "imgui.h"};
  const Words command_only = {"fstream", "iostream", "filesystem", "ctime", "time.h"};
  for (const SourceFile& file : cpp_files()) {
    if (!starts_with(file.path, "core/")) continue;
    CAPTURE(file.path);
    for (const std::string_view name : never) CHECK_MESSAGE(!includes(file, name), "includes ", name);
    if (starts_with(file.path, "core/cli/")) continue;
    for (const std::string_view name : command_only) CHECK_MESSAGE(!includes(file, name), "includes ", name);
  }
}

TEST_CASE("the core uses nothing whose result differs between machines") {
  const Words words = {"uniform_int_distribution",
                       "uniform_real_distribution",
                       "normal_distribution",
                       "exponential_distribution",
                       "poisson_distribution",
                       "bernoulli_distribution",
                       "discrete_distribution",
                       "shuffle_order_engine",
                       "random_device",
                       "mt19937",
                       "rand",
                       "srand",
                       "unordered_map",
                       "unordered_set",
                       "unordered_multimap",
                       "unordered_multiset"};
  const Words parts = {"std::shuffle", "std::random_shuffle", "std::locale",
                       "std::chrono",  "setlocale",           "_distribution"};
  for (const SourceFile& file : cpp_files()) {
    if (!starts_with(file.path, "core/")) continue;
    CAPTURE(file.path);
    for (const std::string_view word : words) CHECK_MESSAGE(!has_word(file.code, word), "uses ", word);
    for (const std::string_view part : parts) CHECK_MESSAGE(file.code.find(part) == std::string::npos, "uses ", part);
  }
}

TEST_CASE("only the core's own mathematics stands on the C library's") {
  int found = 0;
  for (const SourceFile& file : cpp_files()) {
    if (!starts_with(file.path, "core/") || (!includes(file, "cmath") && !includes(file, "math.h"))) continue;
    CHECK(file.path == "core/base/math.cpp");
    ++found;
  }
  CHECK(found == 1);
}

TEST_CASE("the JSON library is compiled in at most eight source files and in no header") {
  int found = 0;
  for (const SourceFile& file : cpp_files()) {
    const std::vector<std::string> names = includes_of(file);
    const bool uses = std::any_of(names.begin(), names.end(), [](const std::string& name) {
      return starts_with(name, "nlohmann/") || name == "json.hpp";
    });
    if (!uses) continue;
    CAPTURE(file.path);
    CHECK(ends_with_any(file.path, {".cpp"}));
    ++found;
  }
  CHECK(found >= 1);
  CHECK(found <= 8);
}

TEST_CASE("every error code that is made or documented has a cause and a cure") {
  const std::set<int> known = codes_of_content();
  for (const SourceFile& file : cpp_files()) {
    if (starts_with(file.path, "tests/")) continue;
    CAPTURE(file.path);
    for (const int code : codes_made(file))
      CHECK_MESSAGE(known.count(code) == 1, "made, not in content/errors.json: ", code);
    for (const int code : codes_documented(file))
      CHECK_MESSAGE(known.count(code) == 1, "documented, not in content/errors.json: ", code);
  }
}

TEST_CASE("every error code that has a cause and a cure is used") {
  std::set<int> used;
  const auto use_all = [&](const std::vector<int>& codes) { used.insert(codes.begin(), codes.end()); };
  for (const SourceFile& file : cpp_files())
    if (!starts_with(file.path, "tests/")) use_all(four_digit_numbers(file.code));
  for (const SourceFile& file : read_tree({"web"}, {".js", ".mjs", ".html"})) use_all(four_digit_numbers(file.text));
  use_all(four_digit_numbers(read_file(root / "shell.html").text));
  for (const int code : codes_of_content())
    CHECK_MESSAGE(used.count(code) == 1, "in content/errors.json, used nowhere: ", code);
}

TEST_CASE("every header says what it is in its first line and is read once") {
  for (const SourceFile& file : cpp_files()) {
    if (!ends_with_any(file.path, {".h"})) continue;
    CAPTURE(file.path);
    CHECK(starts_with(file.text, "// "));
    CHECK(file.text.find("\n#pragma once\n") != std::string::npos);
  }
}

TEST_CASE("no source is longer than 500 lines") {
  for (const SourceFile& file : read_tree({"core", "web", "tests"}, {".cpp", ".h", ".js", ".mjs", ".css"})) {
    CAPTURE(file.path);
    CHECK(std::count(file.text.begin(), file.text.end(), '\n') <= 500);
  }
}

TEST_CASE("nothing is left for later in words that nobody searches for") {
  const std::array<std::string, 4> words = {
      "TO"
      "DO",
      "FIX"
      "ME",
      "XX"
      "X",
      "HA"
      "CK"};
  for (const SourceFile& file : read_tree({"core", "web", "content", "tests"},
                                          {".cpp", ".h", ".js", ".mjs", ".css", ".html", ".json", ".md", ".txt"})) {
    CAPTURE(file.path);
    for (const std::string& word : words) CHECK_MESSAGE(!has_word(file.text, word), "says ", word);
  }
}

TEST_CASE("comments, quotes and code are told apart") {
  SourceFile file{"x.cpp",
                  "int a = 1'000; // Problems: 1101 and\n/* std::x */ f(\"// 1102\", '\"', R\"(1103)\"); Problem{1104, "
                  "\"1105\"};\n",
                  "", ""};
  split_code(file);
  CHECK(file.code.find("1'000;") != std::string::npos);
  CHECK(file.code.find("std::x") == std::string::npos);
  CHECK(file.code.find("1102") == std::string::npos);
  CHECK(file.code.find("1103") == std::string::npos);
  CHECK(codes_made(file) == std::vector<int>{1104});
  CHECK(codes_documented(file) == std::vector<int>{1101});
  CHECK(has_word("a b-c", "b"));
  CHECK_FALSE(has_word("ab bc", "b"));
}
