#include "core/practice/contest.h"

#include <utility>

#include "core/base/text.h"

namespace storewright::practice {
namespace {

constexpr MarkState all_states[] = {MarkState::met, MarkState::partly, MarkState::contradicted, MarkState::not_found, MarkState::cannot_tell};

bool ends_clause(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '\n' || c == ';' || c == '!' || c == '?') return true;
  const bool before_space = at + 1 >= text.size() || text[at + 1] == ' ' || text[at + 1] == '\n';
  return (c == '.' || c == ',' || c == ':') && before_space;   // no comma within 1,000, no point within 0.5
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

void add_clause(std::vector<Clause>& clauses, const std::string& field, std::string_view text, std::size_t start, std::size_t end) {
  while (start < end && is_space(text[start])) ++start;
  while (end > start && is_space(text[end - 1])) --end;
  if (start < end) clauses.push_back({field, start, end});
}

void write_texts(JsonWriter& out, std::string_view name, const NamedTexts& texts) {
  if (texts.empty()) return;
  out.key(name).begin_object();
  for (const auto& [key, text] : texts) out.member(key, text);
  out.end_object();
}

NamedTexts read_texts(const Json* json) {
  NamedTexts texts;
  if (json != nullptr && json->object() != nullptr)
    for (const JsonMember& member : *json->object())
      if (member.value.text() != nullptr) texts.emplace_back(member.key, *member.value.text());
  return texts;
}

std::string text_of(const Json* json) { return json != nullptr && json->text() != nullptr ? *json->text() : std::string(); }

int number_of(const Json* json, int otherwise, int most) {
  const double* number = json != nullptr ? json->number() : nullptr;
  return number != nullptr && *number >= 0 && *number <= most ? static_cast<int>(*number) : otherwise;
}

bool read_one_state(const Json* states, std::string& criterion, MarkState& state) {
  const NamedTexts read = read_texts(states);
  if (read.size() != 1) return false;
  criterion = read.front().first;
  return read_state(read.front().second, state);
}

}  // namespace

std::vector<Clause> clauses_of(const NamedTexts& words, std::size_t most) {
  std::vector<Clause> clauses;
  for (const auto& [field, text] : words) {
    std::size_t start = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (!ends_clause(text, at) || clauses.size() + 1 >= most) continue;
      add_clause(clauses, field, text, start, at + 1);
      start = at + 1;
    }
    if (clauses.size() < most) add_clause(clauses, field, text, start, text.size());
  }
  return clauses;
}

bool read_state(std::string_view name, MarkState& state) {
  for (const MarkState one : all_states)
    if (name_of(one) == name) {
      state = one;
      return true;
    }
  return false;
}

std::string contest_line(const Contest& contest) {
  JsonWriter out;
  out.begin_object()
      .member("id", "contested-" + contest.question + "-" + contest.criterion + "-" + std::to_string(contest.seed))
      .member("question", contest.question)
      .member("version", contest.version)
      .member("seed", contest.seed);
  // The box for the whole answer has a member of its own in a file of answers.
  NamedTexts fields;
  for (const auto& [field, text] : contest.answer.words)
    if (field == "text") out.member("text", text);
    else fields.emplace_back(field, text);
  write_texts(out, "fields", fields);
  write_texts(out, "structured", contest.answer.structured);
  write_texts(out, "numeric", contest.answer.numeric);
  out.key("labels").begin_object().member(contest.criterion, name_of(contest.want)).end_object();
  out.key("was").begin_object().member(contest.criterion, name_of(contest.was)).end_object();
  if (!contest.quotes.empty()) {
    out.key("quotes").begin_array();
    for (const std::string& quote : contest.quotes) out.text(quote);
    out.end_array();
  }
  if (!contest.note.empty()) out.member("note", contest.note);
  out.end_object();
  return out.take();
}

Result<Contest> read_contest(std::string_view line) {
  const Result<Json> json = read_json(line);
  if (!json) return json.problems();
  Contest contest{.question = text_of(json->find("question")),
                  .version = number_of(json->find("version"), 1, 1000000),
                  .seed = number_of(json->find("seed"), 0, largest_seed),
                  .note = text_of(json->find("note"))};
  contest.answer = {.words = read_texts(json->find("fields")), .structured = read_texts(json->find("structured")), .numeric = read_texts(json->find("numeric"))};
  if (std::string text = text_of(json->find("text")); !text.empty()) contest.answer.words.emplace_back("text", std::move(text));
  std::string criterion;
  const bool states = read_one_state(json->find("labels"), contest.criterion, contest.want) && read_one_state(json->find("was"), criterion, contest.was);
  if (!states || criterion != contest.criterion || contest.question.empty()) return Problem{1401, "", "This is no reading that somebody contests: question, labels and was must name one criterion."};
  if (const Json* quotes = json->find("quotes"); quotes != nullptr && quotes->array() != nullptr)
    for (const Json& quote : *quotes->array())
      if (quote.text() != nullptr) contest.quotes.push_back(*quote.text());
  return contest;
}

}  // namespace storewright::practice
