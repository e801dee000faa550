// The checklist: eight questions with fields to answer them, complete only when all are answered.
#include <algorithm>

#include "core/selection/checklist.h"
#include "web/app/reference_parts.h"
#include "web/ui/form.h"

namespace storewright::app {
namespace {

using selection::ChecklistInput;

const ChecklistInput default_input;

ChecklistInput input_of(const State& state) {
  return {state.decide.profile, state.reference.extension_tried, state.reference.way_back};
}

void change(State& state, ChecklistInput input) {
  state.reference.extension_tried = input.extension_tried;
  state.reference.way_back = std::move(input.way_back);
  if (!(input.profile == state.decide.profile)) change_profile(state, std::move(input.profile));
  state.toast.clear();
  ui::frame().again = true;
}

void question(State& state, const selection::CheckedItem& checked, std::size_t number) {
  const knowledge::ChecklistItem& item = *checked.item;
  ui::Scope section(ui::Role::section, item.question, item.id);
  ui::heading(3, std::to_string(number) + ". " + item.question);
  ui::gap(4);
  ui::badge(checked.answered ? "Answered" : "Open", checked.answered ? ui::Tone::good : ui::Tone::warning);
  ui::gap(4);
  ui::text(item.why, {.size = ui::text_small, .tone = ui::Tone::quiet});
  ui::gap(10);
  ChecklistInput edited = input_of(state);
  bool changed = false;
  for (const std::string& name : item.fields)
    if (const Field* field = find_field(selection::checklist_fields(), name)) {
      changed |= ui::form_field(*field, &edited, &default_input);
      ui::gap(12);
    }
  if (changed) change(state, std::move(edited));
  ui::gap(16);
}

void questions(State& state, const selection::ChecklistAnswer& so_far) {
  ui::Scope section(ui::Role::section, "Eight questions", "questions");
  ui::heading(2, "Eight questions");
  ui::gap(12);
  for (std::size_t i = 0; i < so_far.items.size(); ++i) question(state, so_far.items[i], i + 1);
}

std::string message_of(const selection::ChecklistAnswer& so_far) {
  std::string text = so_far.says;
  for (const selection::CheckedItem& one : so_far.items) {
    text += "\n" + std::string(one.answered ? "[x] " : "[ ] ") + one.item->question;
    for (const std::string& words : one.answers) text += "\n    " + words;
  }
  return text;
}

void results(State& state, const selection::ChecklistAnswer& so_far) {
  answer_so_far(state, so_far.says);
  ui::gap(16);
  ui::Flow flow;
  copy_link_button(state);
  copy_button(state, "Copy as message", message_of(so_far) + "\nInputs: " + link_of(state) + "\n", "Message copied.");
  if (ui::button("Clear all", {.disabled = input_of(state) == default_input, .description = "Also what other pages know of your workload"})) {
    change(state, {});
    state.named_step = true;
    ui::forget_drafts();
  }
}

}  // namespace

LinkFields checklist_link(const State& state) {
  const ChecklistInput input = input_of(state);
  return report::link_fields(selection::checklist_fields(), &input, &default_input, state.decide.unknown);
}

void checklist_from_link(State& state, const report::Link& link) {
  ChecklistInput input;
  report::LinkReading reading = report::read_link_fields(link, selection::checklist_fields(), &input);
  state.link_problems = std::move(reading.problems);
  // An address without fields is the way back from elsewhere: the answers stay.
  if (link.fields.empty()) return;
  state.decide.unknown = std::move(reading.unknown);
  state.reference.extension_tried = input.extension_tried;
  state.reference.way_back = std::move(input.way_back);
  if (state.decide.profile == input.profile) return;
  state.decide.profile = std::move(input.profile);
  state.decide.undo.clear();
}

void checklist_page(State& state) {
  page_head("Checklist", "Eight questions to have answered before you choose. What you write goes into your profile.");
  if (!reference_is_here(state)) return;
  const selection::ChecklistAnswer so_far = selection::answer_checklist(input_of(state), state.reference.content.content);
  if (ui::narrow()) {
    results(state, so_far);
    ui::gap(28);
    questions(state, so_far);
  } else {
    const float whole = ui::frame().area.width;
    const float right = std::min(400.0f, whole * 0.42f);
    ui::Columns columns({whole - right - 40, right}, 40);
    questions(state, so_far);
    columns.next();
    results(state, so_far);
  }
  sources(state, {"selection-chapter"});
}

}  // namespace storewright::app
