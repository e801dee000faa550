#include "web/app/practice_state.h"

#include <algorithm>

#include "core/base/json.h"

namespace storewright::app {
namespace {

constexpr std::size_t longest_typed = 120;
constexpr std::size_t most_steps = 64;
constexpr int most_hints = 20;

using Texts = std::map<std::string, std::string, std::less<>>;

void write_texts(JsonWriter& out, std::string_view name, const Texts& texts) {
  out.key(name).begin_object();
  for (const auto& [step, text] : texts) out.member(step, text);
  out.end_object();
}

Texts read_texts(const Json* json) {
  Texts texts;
  if (!json || !json->object()) return texts;
  for (const JsonMember& member : *json->object())
    if (member.value.text() && member.value.text()->size() <= longest_typed && texts.size() < most_steps) texts[member.key] = *member.value.text();
  return texts;
}

}  // namespace

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
  out.key("hints").begin_object();
  for (const auto& [step, count] : attempt.hints) out.member(step, count);
  out.end_object().member("attempted", attempt.attempted).end_object();
  return out.take();
}

Attempt read_attempt(std::string_view text) {
  const Result<Json> json = read_json(text);
  if (!json) return {};
  Attempt attempt{.typed = read_texts(json->find("typed")), .checked = read_texts(json->find("checked"))};
  if (const Json* hints = json->find("hints"); hints && hints->object())
    for (const JsonMember& member : *hints->object())
      if (member.value.number() && attempt.hints.size() < most_steps)
        attempt.hints[member.key] = static_cast<int>(std::clamp(*member.value.number(), 0.0, static_cast<double>(most_hints)));
  const Json* attempted = json->find("attempted");
  attempt.attempted = attempted && attempted->boolean() && *attempted->boolean();
  return attempt;
}

practice::Answers answers_of(const Attempt& attempt) { return {attempt.typed.begin(), attempt.typed.end()}; }

}  // namespace storewright::app
