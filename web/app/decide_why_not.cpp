// "Why not X?" and "Defend your favourite": any engine, its verdict, and what would have to be true for it to win.
#include "core/base/text.h"
#include "core/selection/rulebook.h"
#include "web/app/decide_details.h"
#include "web/app/decide_words.h"
#include "web/app/pages.h"
#include "web/app/rule_reasons.h"

namespace storewright::app {
namespace {

using knowledge::Engine;
using selection::EngineVerdict;
using selection::Recommendation;
using selection::Verdict;

constexpr std::size_t most_suggested = 3;

// A feed is no store, so nobody asks why it does not win.
std::vector<const Engine*> all_stores(const knowledge::Knowledge& knowledge) {
  std::vector<const Engine*> stores;
  for (const Engine& engine : knowledge.engines)
    if (engine.record != knowledge::RecordKind::feed) stores.push_back(&engine);
  return stores;
}

void look_at(State& state, std::string_view engine) {
  if (state.decide.view.engine == engine) return;
  state.decide.view.engine = engine;
  ui::frame().again = true;
}

// The best of each other category: those that people ask about first.
std::vector<std::string> suggested(const Recommendation& answer) {
  std::vector<std::string> engines;
  std::vector<std::string_view> categories{answer.ranking.empty() ? "" : std::string_view(answer.ranking.front().category)};
  for (const selection::RankedEngine& entry : answer.ranking) {
    bool seen = false;
    for (const std::string_view category : categories) seen = seen || category == entry.category;
    if (seen || engines.size() == most_suggested) continue;
    categories.push_back(entry.category);
    engines.push_back(entry.engine);
  }
  return engines;
}

void picker(State& state, const Recommendation& answer) {
  const std::vector<const Engine*> stores = all_stores(*state.knowledge);
  std::vector<ui::Choice> choices;
  int index = -1;
  for (const Engine* engine : stores) {
    if (engine->id == state.decide.view.engine) index = static_cast<int>(choices.size());
    choices.push_back({engine->id, engine->name});
  }
  if (ui::select("Any engine, service or extension", index, choices, {.placeholder = "Choose one", .id = "engine"}))
    look_at(state, stores[static_cast<std::size_t>(index)]->id);
  const std::vector<std::string> near = suggested(answer);
  if (near.empty() || !state.decide.view.engine.empty()) return;
  ui::gap(10);
  ui::Flow flow;
  for (const std::string& engine : near)
    if (ui::button("Why not " + engine_name(*state.knowledge, engine) + "?", {.id = engine})) look_at(state, engine);
}

std::string place_words(const Recommendation& answer, const knowledge::Knowledge& knowledge, const Engine& engine) {
  for (std::size_t i = 0; i < answer.ranking.size(); ++i)
    if (answer.ranking[i].engine == engine.id)
      return i == 0 ? engine.name + " comes first."
                    : engine.name + " comes in place " + std::to_string(i + 1) + " of " + std::to_string(answer.ranking.size()) + ": it fits " +
                          display_percent(answer.ranking[i].score, 0) + " of what you prefer, " +
                          engine_name(knowledge, answer.ranking.front().engine) + " " + display_percent(answer.ranking.front().score, 0) + ".";
  if (engine.record == knowledge::RecordKind::service) return engine.name + " is a way to run " + engine_name(knowledge, engine.host) + ".";
  if (engine.record == knowledge::RecordKind::extension) return engine.name + " is an extension of " + engine_name(knowledge, engine.host) + ".";
  return "";
}

std::string verdict_sentence(const EngineVerdict& verdict, const Engine& engine) {
  switch (verdict.verdict) {
    case Verdict::rejected:
      return engine.name + " is out at step " + std::to_string(static_cast<int>(verdict.rejections.front().step) + 1) + ", " +
             std::string(step_names[static_cast<std::size_t>(verdict.rejections.front().step)]) + ".";
    case Verdict::undecided: return engine.name + " is not decided yet.";
    case Verdict::kept: return engine.name + " meets every hard requirement.";
  }
  return "";
}

void reasons(const State& state, std::string_view title, const std::vector<selection::Reason>& list) {
  if (list.empty()) return;
  ui::gap(10);
  ui::heading(4, title);
  ui::gap(4);
  rule_reasons(state, title, list);
}

void verdict(const State& state, const Recommendation& answer, const Engine& engine) {
  const EngineVerdict* verdict = verdict_of(answer, engine.id);
  if (verdict == nullptr) return;
  ui::gap(12);
  ui::heading(3, "Why not " + engine.name + "?");
  ui::gap(4);
  ui::text(verdict_sentence(*verdict, engine), {.bold = true});
  ui::text(place_words(answer, *state.knowledge, engine), {.size = ui::text_small});
  reasons(state, "What rules it out", verdict->rejections);
  reasons(state, "Still open", verdict->open);
  reasons(state, "What speaks for it", verdict->preferences);
  ui::gap(8);
  ui::link("All facts about " + engine.name, "#/reference/" + engine.id, false, ui::text_small);
}

const selection::TargetAnswer* target_of(DecideDetails& details, const Engine& engine) {
  if (details.target != engine.id) {
    details.target_search.reset();
    details.target_answer.reset();
    details.target = engine.id;
  }
  if (details.target_answer) return &*details.target_answer;
  if (!may_work(details)) return nullptr;
  if (!details.target_search) details.target_search.emplace(details.profile, selection::built_in_rulebook(), engine);
  if (!details.target_search->work(decisions_a_frame)) return nullptr;
  details.target_answer = details.target_search->answer();
  return &*details.target_answer;
}

void defence(State& state, const Engine& engine) {
  DecideDetails& details = details_of(state);
  const selection::TargetAnswer* target = target_of(details, engine);
  ui::gap(20);
  ui::heading(3, "Defend it: what would have to be true for " + engine.name + " to win?");
  ui::gap(4);
  if (target == nullptr) return ui::text("Trying other answers.", {.tone = ui::Tone::quiet});
  ui::text(target->says);
  if (!target->nearest) return;
  ui::gap(8);
  report::Table table{.caption = "Answers that would have to be different", .columns = {{"Question"}, {"You said"}, {"It would have to be"}}, .rows = {}};
  for (const selection::Change& change : target->nearest->changes)
    table.rows.push_back({std::string(change.field->label), change.from_words, change.to_words});
  ui::table("changes", table);
  ui::gap(8);
  if (ui::button("Try these answers")) take_profile(state, selection::Profile(target->nearest->profile));
}

}  // namespace

void decide_why_not(State& state) {
  const Recommendation& answer = decide_answer(state);
  ui::Scope section(ui::Role::section, "Why not another one?", "why-not");
  ui::gap(28);
  ui::heading(2, "Why not another one?");
  ui::text("Name your favourite: you see what speaks against it, and what would have to be true for it to win.", {.tone = ui::Tone::quiet});
  ui::gap(10);
  picker(state, answer);
  const Engine* engine = state.knowledge->engine(state.decide.view.engine);
  if (engine == nullptr) return;
  verdict(state, answer, *engine);
  defence(state, *engine);
}

}  // namespace storewright::app
