// The hints of a whole practice question: a question back first, then the concept, never the answer.
#include <algorithm>

#include "web/app/practice_parts.h"

namespace storewright::app {
namespace {

constexpr std::string_view whole = "*";   // no step has this id

}  // namespace

void practice_hints(State& state, Sheet& sheet) {
  const std::vector<std::string>& hints = sheet.question.hints;
  if (hints.empty()) return;
  ui::gap(24);
  ui::Scope section(ui::Role::section, "Hints", "hints");
  ui::heading(2, "Hints");
  ui::gap(8);
  int& asked = sheet.attempt.hints[std::string(whole)];
  const int all = static_cast<int>(hints.size()), shown = std::min(all, asked);
  for (int i = 0; i < shown; ++i) {
    ui::status("Hint " + std::to_string(i + 1) + ": " + sheet.text(hints[static_cast<std::size_t>(i)]));
    ui::gap(8);
  }
  if (shown == all) return;
  if (!ui::button("Hint " + std::to_string(shown + 1) + " of " + std::to_string(all), {.id = "hint"})) return;
  ++asked;
  keep_attempt(state, sheet);
}

}  // namespace storewright::app
