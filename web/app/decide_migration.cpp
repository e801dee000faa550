// The store that stands there today, on the Decide page: its own next step first, then the way to another one.
#include "core/base/text.h"
#include "web/app/migrations_state.h"
#include "web/app/pages.h"

namespace storewright::app {
namespace {

using migration::Tables;

constexpr std::size_t steps_shown = 3;

const migration::MigrationAdvice& advice_of(State& state, const selection::Recommendation& answer) {
  MigrationsState& own = migrations_of(state);
  return own.advice.get(state.decide.profile, [&](const selection::Profile& profile) {
    return migration::advise(profile, answer, knowledge::built_in(), own.pack.content);
  });
}

std::string unknown_words(const migration::MigrationAdvice& advice) {
  std::vector<std::string> words;
  for (const std::vector<std::string>* list : {&advice.symptoms.not_known, &advice.reasons.not_known})
    for (const std::string& one : *list) words.push_back("“" + shortened(one, 60) + "”");
  return sentence_list(words);
}

void ladder(const State& state, const migration::MigrationAdvice& advice) {
  const std::size_t all = advice.ladder.steps.size();
  if (advice.must_leave || all == 0 || !ui::disclosure("Steps on the store you run", false, "ladder-of-store")) return;
  ui::gap(8);
  ladder_list(state, advice.ladder, steps_shown);
  if (all > steps_shown)
    ui::text(std::to_string(all - steps_shown) + " more stand on the page of migrations.", {.size = ui::text_small, .tone = ui::Tone::quiet});
}

void way(const State& state, const migration::MigrationAdvice& advice) {
  const std::string start = advice.must_leave ? "The way: " : "Then: ";
  if (advice.path != nullptr) {
    if (!ui::disclosure(start + advice.path->from.label + " to " + advice.path->to.label, false, "way")) return;
    ui::gap(8);
    path_steps(state, *advice.path);
  } else if (advice.move.pattern != nullptr) {
    if (!ui::disclosure(start + advice.move.pattern->label, false, "way")) return;
    ui::gap(8);
    numbered("Steps of the move", advice.steps);
  }
}

// What a person can say about the store beyond its name; the answer above follows.
void say_more(State& state, const Tables& tables) {
  if (!ui::disclosure("Say what hurts, what you have tried, and why you want to change", false, "say-more")) return;
  ui::gap(8);
  selection::Profile profile = state.decide.profile;
  const knowledge::Engine* engine = migration::situation_of(profile, *state.knowledge).engine;
  bool changed = offer_words("existing.symptoms", "What hurts?", offered_symptoms(tables), profile.existing_symptoms);
  ui::gap(14);
  changed |= offer_words("existing.tried", "What have you tried on it?", offered_steps(tables, engine), profile.existing_tried);
  ui::gap(14);
  changed |= offer_words("reasons", "Why else do you want to change?", offered_reasons(tables), profile.reasons);
  ui::gap(8);
  if (!changed) return;
  change_profile(state, std::move(profile));
  state.named_step = true;
}

void told(const State& state, const migration::MigrationAdvice& advice) {
  ui::text(advice.first, {.size = ui::text_sub, .bold = true});
  if (!advice.why_not_yet.empty()) ui::text(advice.why_not_yet);
  for (const migration::GivenReason& given : advice.reasons.wrong)
    ui::text("“" + given.reason->label + "”: " + given.reason->says + " " + given.reason->first, {.size = ui::text_small});
  const std::string unknown = unknown_words(advice);
  if (!unknown.empty()) ui::text("Nothing here knows " + unknown + "; it is kept and decides nothing.", {.size = ui::text_small, .tone = ui::Tone::warning});
  ui::gap(4);
  ladder(state, advice);
  way(state, advice);
  ui::gap(4);
  ui::link("Plan the move: patterns, copy time, downtime", "#/reference/migrations", false, ui::text_small);
}

}  // namespace

void decide_migration(State& state) {
  const selection::Recommendation& answer = decide_answer(state);
  if (!answer.migration) return;
  {
    ui::Scope section(ui::Role::section, "The store you run", "migration");
    ui::Card card("store-you-run", ui::CardTone::plain, 16);
    ui::heading(2, "The store you run");
    ui::gap(4);
    if (migrations_are_here(state)) {
      told(state, advice_of(state, answer));
      ui::gap(4);
      say_more(state, migrations_of(state).pack.content);
    }
  }
  ui::gap(20);
}

}  // namespace storewright::app
