#include "web/app/practice_state.h"

#include <algorithm>

#include "core/base/json.h"

namespace storewright::app {
namespace {

constexpr std::size_t longest_typed = 120;
constexpr std::size_t longest_chosen = 1000;
constexpr std::size_t most_steps = 128;   // steps, cells or fields
constexpr double most_hints = 20;

void write_texts(JsonWriter& out, std::string_view name, const Texts& texts) {
  out.key(name).begin_object();
  for (const auto& [step, text] : texts) out.member(step, text);
  out.end_object();
}

Texts read_texts(const Json* json, std::size_t longest = longest_typed) {
  Texts texts;
  if (!json || !json->object()) return texts;
  for (const JsonMember& member : *json->object())
    if (member.value.text() && member.value.text()->size() <= longest && texts.size() < most_steps) texts[member.key] = *member.value.text();
  return texts;
}

void write_counts(JsonWriter& out, std::string_view name, const std::map<std::string, int, std::less<>>& counts) {
  out.key(name).begin_object();
  for (const auto& [step, count] : counts) out.member(step, count);
  out.end_object();
}

std::map<std::string, int, std::less<>> read_counts(const Json* json, double most) {
  std::map<std::string, int, std::less<>> counts;
  if (json && json->object())
    for (const JsonMember& member : *json->object())
      if (member.value.number() && counts.size() < most_steps) counts[member.key] = static_cast<int>(std::clamp(*member.value.number(), 0.0, most));
  return counts;
}

constexpr std::string_view known_members[] = {"typed", "checked", "chosen", "chosen_checked", "words", "words_checked",
                                              "hints", "rated",   "attempted", "judged",      "solution_seen"};

// "" when there are none.
std::string unknown_members(const Json& json) {
  std::string others;
  if (json.object())
    for (const JsonMember& member : *json.object()) {
      if (std::find(std::begin(known_members), std::end(known_members), member.key) != std::end(known_members)) continue;
      JsonWriter one;
      one.begin_object().key(member.key).value(member.value).end_object();
      const std::string text = one.take();
      others += (others.empty() ? "" : ",") + text.substr(1, text.size() - 2);
    }
  return others;
}

bool read_flag(const Json* json) { return json && json->boolean() && *json->boolean(); }

bool holds_nothing(const Texts& texts) {
  return std::all_of(texts.begin(), texts.end(), [](const auto& one) { return one.second.empty(); });
}

// The same, where an empty text is as good as none.
bool alike(const Texts& a, const Texts& b) {
  const auto all_in = [](const Texts& some, const Texts& others) {
    return std::all_of(some.begin(), some.end(), [&](const auto& one) {
      const auto found = others.find(one.first);
      return one.second == (found == others.end() ? std::string() : found->second);
    });
  };
  return all_in(a, b) && all_in(b, a);
}

}  // namespace

bool Attempt::is_empty() const { return holds_nothing(typed) && holds_nothing(chosen) && holds_nothing(words); }

bool Attempt::changed() const { return !alike(typed, checked) || !alike(chosen, chosen_checked) || !alike(words, words_checked); }

bool Attempt::is_checked(std::string_view step) const {
  const auto now = typed.find(step);
  const auto then = checked.find(step);
  return then != checked.end() && then->second == (now == typed.end() ? std::string() : now->second);
}

std::string attempt_key(std::string_view question, int seed) {
  return std::string(attempt_key_start) + std::string(question) + "/" + std::to_string(seed);
}

std::string attempt_json(const Attempt& attempt) {
  JsonWriter out;
  out.begin_object();
  write_texts(out, "typed", attempt.typed);
  write_texts(out, "checked", attempt.checked);
  write_texts(out, "chosen", attempt.chosen);
  write_texts(out, "chosen_checked", attempt.chosen_checked);
  write_texts(out, "words", attempt.words);
  write_texts(out, "words_checked", attempt.words_checked);
  write_counts(out, "hints", attempt.hints);
  write_counts(out, "rated", attempt.rated);
  out.member("attempted", attempt.attempted).member("judged", attempt.judged).member("solution_seen", attempt.solution_seen).end_object();
  std::string text = out.take();
  if (!attempt.others.empty()) text.insert(text.size() - 1, "," + attempt.others);
  return text;
}

Attempt read_attempt(std::string_view text) {
  const Result<Json> json = read_json(text);
  if (!json) return {};
  Attempt attempt{.typed = read_texts(json->find("typed")), .checked = read_texts(json->find("checked"))};
  attempt.chosen = read_texts(json->find("chosen"), longest_chosen);
  attempt.chosen_checked = read_texts(json->find("chosen_checked"), longest_chosen);
  attempt.words = read_texts(json->find("words"), longest_words);
  attempt.words_checked = read_texts(json->find("words_checked"), longest_words);
  attempt.hints = read_counts(json->find("hints"), most_hints);
  attempt.rated = read_counts(json->find("rated"), 1);
  attempt.attempted = read_flag(json->find("attempted"));
  attempt.judged = read_flag(json->find("judged"));
  attempt.solution_seen = read_flag(json->find("solution_seen"));
  attempt.others = unknown_members(*json);
  return attempt;
}

}  // namespace storewright::app
