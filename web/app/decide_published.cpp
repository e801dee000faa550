// How others decided: the published cases whose workload is nearest to the reader's.
#include <algorithm>

#include "core/base/text.h"
#include "core/selection/nearest_case.h"
#include "web/app/decide_details.h"
#include "web/app/decide_words.h"
#include "web/app/fetched.h"
#include "web/app/pages.h"

namespace storewright::app {
namespace {

constexpr std::size_t shown_cases = 2;

std::string names(const knowledge::Knowledge& knowledge, const std::vector<std::string>& engines) {
  std::vector<std::string> words;
  for (const std::string& engine : engines) words.push_back(engine_name(knowledge, engine));
  return sentence_list(words);
}

// Whether they ended where this answer ends.
std::string agreement(State& state, const knowledge::PublishedCase& published) {
  const selection::Recommendation& answer = decide_answer(state);
  if (!answer.primary || published.engines_after.empty()) return "";
  const std::string ours = engine_name(*state.knowledge, answer.primary->engine);
  for (const std::string& engine : published.engines_after)
    if (engine == answer.primary->engine) return "They run what this answer says: " + ours + ".";
  return "They run " + names(*state.knowledge, published.engines_after) + "; this answer says " + ours + ".";
}

void citation(const knowledge::PublishedCase& published) {
  const std::string read = published.read.empty() ? "" : ", read " + published.read;
  if (published.told.address.empty()) ui::text(published.told.title, {.size = ui::text_small});
  else ui::link(published.told.title, published.told.address, false, ui::text_small);
  ui::text(published.told.publisher + read, {.size = ui::text_small, .tone = ui::Tone::quiet});
}

void one_case(State& state, const selection::NearCase& near) {
  const knowledge::PublishedCase& published = *near.published;
  ui::Scope item(ui::Role::listitem, "", published.id);
  ui::Card card(published.id, ui::CardTone::plain, 16);
  ui::heading(3, published.company + (published.year > 0 ? ", " + std::to_string(published.year) : ""));
  ui::gap(4);
  ui::text(near.says, {.size = ui::text_small});
  ui::gap(8);
  const std::vector<std::string> lines = {"They had: " + published.before, "They chose: " + published.chose, "Because: " + published.why, "They gave up: " + published.gave_up};
  std::vector<std::string> told;
  for (const std::string& line : lines)
    if (!line.ends_with(": ")) told.push_back(line);
  ui::bullets("What they did", told, {.size = ui::text_small});
  ui::gap(8);
  ui::text(agreement(state, published), {.size = ui::text_small, .bold = true});
  ui::gap(8);
  citation(published);
}

}  // namespace

void decide_published(State& state) {
  ui::Scope section(ui::Role::section, "How others decided", "published");
  ui::gap(28);
  ui::heading(2, "How others decided");
  if (!ui::disclosure("The published cases nearest to your workload", false, "published-open")) return;
  ui::gap(8);
  if (!have(state, state.reference.published, "reference_published")) return;
  DecideDetails& details = details_of(state);
  if (!details.near_cases) details.near_cases = selection::nearest_cases(details.profile, state.reference.published.content);
  if (details.near_cases->empty()) return ui::text("No published case says anything that can be compared with what you said.", {.size = ui::text_small});
  ui::Scope list(ui::Role::list, "Published cases", "cases");
  for (std::size_t i = 0; i < std::min(shown_cases, details.near_cases->size()); ++i) {
    if (i > 0) ui::gap(12);
    one_case(state, (*details.near_cases)[i]);
  }
  ui::gap(8);
  ui::link("All published cases", "#/reference/published", false, ui::text_small);
}

}  // namespace storewright::app
