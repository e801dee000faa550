// The numbers of a practice question: a field for each, checked one by one, with its hints and what was made of it.
#include <algorithm>

#include "core/base/text.h"
#include "web/app/practice_contest.h"
#include "web/app/practice_parts.h"
#include "web/app/practice_progress.h"

namespace storewright::app {
namespace {

using practice::Mark;
using practice::MarkState;
using practice::Step;

void feedback(State& state, const Sheet& sheet, const Step& step) {
  if (!sheet.attempt.is_checked(step.id)) return;
  const Mark* mark = sheet.number_mark(step.id);
  if (mark == nullptr) return;
  const MarkLook look = look_of(mark->state);
  ui::gap(8);
  ui::badge(std::string(look.sign) + " " + std::string(practice::words_of(mark->state)), look.tone);
  if (mark->state == MarkState::cannot_tell) contest_reading(state, sheet, *mark);
  if (mark->state == MarkState::cannot_tell || mark->state == MarkState::not_found) return;   // the field or the badge says it all
  ui::gap(4);
  ui::status(mark->why);
  if (!mark->complete.empty() && mark->state == MarkState::contradicted) ui::text("Next: " + mark->complete, {.tone = ui::Tone::quiet});
}

void hints(Sheet& sheet, const Step& step) {
  const int shown = std::min(static_cast<int>(step.hints.size()), sheet.attempt.hints[step.id]);
  for (int i = 0; i < shown; ++i) {
    ui::gap(6);
    ui::status("Hint " + std::to_string(i + 1) + ": " + sheet.text(step.hints[static_cast<std::size_t>(i)]), {.tone = ui::Tone::quiet});
  }
}

// In an exam nothing is checked yet: the key that ends a number leads to the next one.
void go_on(State& state, const Sheet& sheet, const Step& step, std::string_view step_scope) {
  const std::size_t next = static_cast<std::size_t>(&step - sheet.question.steps.data()) + 1;
  if (next >= sheet.question.steps.size()) return;
  const std::string_view around = step_scope.substr(0, step_scope.size() - step.id.size());
  state.wish({.kind = "focus", .value = std::string(around) + sheet.question.steps[next].id + "/number"});
}

void step_buttons(State& state, Sheet& sheet, const Step& step) {
  const int all = static_cast<int>(step.hints.size());
  int& shown = sheet.attempt.hints[step.id];
  ui::Flow flow;
  if (!step.assumption() && ui::button("Check", {.description = sheet.text(step.prompt), .id = "check"})) {
    check_step(sheet, step);
    record_step(state, sheet, step);
    keep_attempt(state, sheet);
  }
  if (shown < all) {
    const std::string label = all == 1 ? "Hint" : "Hint " + std::to_string(shown + 1) + " of " + std::to_string(all);
    if (ui::button(label, {.kind = ui::ButtonKind::plain, .description = sheet.text(step.prompt), .id = "hint"})) {
      ++shown;
      keep_attempt(state, sheet);
    }
  }
}

// A right number leads to the next field; any other keeps the focus where it can be mended.
void check_and_go_on(State& state, Sheet& sheet, const Step& step, std::string_view step_scope) {
  check_step(sheet, step);
  record_step(state, sheet, step);
  keep_attempt(state, sheet);
  const Mark* mark = sheet.number_mark(step.id);
  const bool done = mark == nullptr || mark->state == MarkState::met || mark->state == MarkState::partly;
  if (done) go_on(state, sheet, step, step_scope);
}

void step_card(State& state, Sheet& sheet, const Step& step, int number) {
  ui::Scope scope(ui::Role::group, step.assumption() ? "Your assumption" : "Step " + std::to_string(number), step.id);
  ui::Card card("card", ui::CardTone::plain, ui::narrow() ? 14 : 18);
  const std::string label = (step.assumption() ? "" : std::to_string(number) + ". ") + sheet.text(step.prompt);
  std::string& typed = sheet.attempt.typed[step.id];
  const Mark* mark = sheet.number_mark(step.id);
  // An exam says nothing of right and wrong, but what cannot be read at all is said once the field is left.
  const bool done = sheet.exam ? ui::frame().memory->focused != scope.id() + "/number" : sheet.attempt.is_checked(step.id);
  const bool unreadable = done && mark != nullptr && mark->state == MarkState::cannot_tell;
  const ui::FieldStyle style{.unit = step.units.name, .placeholder = step.assumption() ? "none" : "", .problem = unreadable ? std::string_view(mark->why) : "",
                             .numeric = true, .width = 300, .id = "number"};
  if (ui::text_field(label, typed, style)) {
    if (step.assumption()) sheet.attempt.checked[step.id] = typed;   // it has no Check of its own
    keep_attempt(state, sheet);
  }
  // Enter, or the key of a phone that says "next", checks and goes on.
  const bool entered = ui::take_action(scope.id() + "/number", "press");
  if (sheet.exam) {
    if (entered) go_on(state, sheet, step, scope.id());
    return;
  }
  if (entered) check_and_go_on(state, sheet, step, scope.id());
  ui::gap(8);
  step_buttons(state, sheet, step);
  hints(sheet, step);
  feedback(state, sheet, step);
}

}  // namespace

void practice_numbers(State& state, Sheet& sheet) {
  if (sheet.question.steps.empty()) return;
  ui::gap(20);
  ui::Scope section(ui::Role::section, "Your numbers", "steps");
  ui::heading(2, "Your numbers");
  ui::gap(4);
  ui::text("Type a number or a sum, such as 3 * 80. A wrong number costs its own point only: what follows from it still counts.",
           {.tone = ui::Tone::quiet});
  ui::gap(12);
  int number = 0;
  for (const Step& step : sheet.question.steps) {
    step_card(state, sheet, step, step.assumption() ? number : ++number);
    ui::gap(12);
  }
}

}  // namespace storewright::app
