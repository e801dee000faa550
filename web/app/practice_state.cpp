#include "web/app/practice_state.h"

#include <algorithm>

#include "core/base/json.h"

namespace storewright::app {
namespace {

constexpr std::size_t longest_typed = 120;
constexpr std::size_t longest_chosen = 1000;
constexpr std::size_t most_steps = 128;   // steps, cells or fields
constexpr int most_hints = 20;

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
  out.key("hints").begin_object();
  for (const auto& [step, count] : attempt.hints) out.member(step, count);
  out.end_object().member("attempted", attempt.attempted).member("judged", attempt.judged).end_object();
  return out.take();
}

Attempt read_attempt(std::string_view text) {
  const Result<Json> json = read_json(text);
  if (!json) return {};
  Attempt attempt{.typed = read_texts(json->find("typed")), .checked = read_texts(json->find("checked"))};
  attempt.chosen = read_texts(json->find("chosen"), longest_chosen);
  attempt.chosen_checked = read_texts(json->find("chosen_checked"), longest_chosen);
  attempt.words = read_texts(json->find("words"), longest_words);
  attempt.words_checked = read_texts(json->find("words_checked"), longest_words);
  if (const Json* hints = json->find("hints"); hints && hints->object())
    for (const JsonMember& member : *hints->object())
      if (member.value.number() && attempt.hints.size() < most_steps)
        attempt.hints[member.key] = static_cast<int>(std::clamp(*member.value.number(), 0.0, static_cast<double>(most_hints)));
  attempt.attempted = read_flag(json->find("attempted"));
  attempt.judged = read_flag(json->find("judged"));
  return attempt;
}

}  // namespace storewright::app
