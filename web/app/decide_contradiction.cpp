// Answers that contradict each other: which, and the nearest profiles that do not, as buttons.
#include "core/selection/rulebook.h"
#include "web/app/decide_details.h"
#include "web/app/pages.h"

namespace storewright::app {
namespace {

const selection::Contradiction* found(DecideDetails& details) {
  if (details.contradiction) return &*details.contradiction;
  if (!may_work(details)) return nullptr;
  if (!details.ways_out) details.ways_out.emplace(details.profile, selection::built_in_rulebook());
  if (!details.ways_out->work(decisions_a_frame)) return nullptr;
  details.contradiction = details.ways_out->answer();
  return &*details.contradiction;
}

void answers(const selection::Contradiction& contradiction) {
  std::vector<std::string> lines;
  for (const selection::Change& answer : contradiction.answers) lines.push_back(std::string(answer.field->label) + " " + answer.from_words);
  ui::bullets("These answers do not go together", lines);
}

void ways_out(State& state, const selection::Contradiction& contradiction) {
  ui::heading(3, "The nearest ways out");
  ui::gap(4);
  ui::text("You decide which need gives way; nothing is changed for you.", {.size = ui::text_small});
  ui::gap(8);
  ui::Scope list(ui::Role::list, "Ways out", "ways");
  for (std::size_t i = 0; i < contradiction.nearest.size(); ++i) {
    const selection::NearestProfile& way = contradiction.nearest[i];
    const std::string number = std::to_string(i + 1);
    ui::Scope item(ui::Role::listitem, "", number);
    ui::text(way.says, {.size = ui::text_small});
    ui::gap(4);
    if (ui::button("Take way " + number, {.description = way.says})) return take_profile(state, selection::Profile(way.profile));
    ui::gap(12);
  }
}

}  // namespace

void decide_contradiction(State& state) {
  const selection::Contradiction* contradiction = found(details_of(state));
  ui::gap(16);
  ui::Scope section(ui::Role::section, "The contradiction", "contradiction");
  ui::Card card("contradiction", ui::CardTone::plain, 16);
  if (contradiction == nullptr) return ui::status("Looking for the nearest ways out.");
  ui::heading(2, contradiction->answers.size() == 1 ? "No store meets this answer" : "These answers do not go together");
  ui::gap(8);
  answers(*contradiction);
  ui::gap(16);
  if (contradiction->nearest.empty()) ui::text("Nothing within five other answers leaves a store: start again from an example that is near to you.");
  else ways_out(state, *contradiction);
}

}  // namespace storewright::app
