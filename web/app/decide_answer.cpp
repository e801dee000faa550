// The answer of the Decide page: which store, how sure, why, for how long, how to run it.
#include <algorithm>

#include "core/base/json.h"
#include "core/base/text.h"
#include "web/app/decide_words.h"
#include "web/app/pages.h"

namespace storewright::app {
namespace {

using selection::Recommendation;

std::string message_text(const Recommendation& answer, const State& state) {
  std::string out = selection::answer_sentence(answer, *state.knowledge) + "\n";
  for (const selection::StepSummary& step : answer.steps)
    if (step.answered) out += "- " + step.finding + "\n";
  for (const selection::Reason& warning : answer.warnings) out += "! " + warning.because + "\n";
  return out + "Inputs: " + link_of(state) + "\n";
}

std::string answer_json(const Recommendation& answer, const knowledge::Knowledge& knowledge) {
  JsonWriter writer;
  selection::write_recommendation(writer, answer, knowledge);
  return writer.take() + "\n";
}

// How sure the answer is: against the next category, and within its own.
std::string confidence(const Recommendation& answer, const knowledge::Knowledge& knowledge) {
  const selection::RankedEngine* next = next_category(answer);
  if (next == nullptr) return "Clear winner: no other kind of store is left.";
  const std::string rival = engine_name(knowledge, next->engine) + " (" + category_name(knowledge, next->category) + ")";
  const std::string margin = display_percent(answer.margin);
  if (answer.clear_winner) return "Clear winner: " + margin + " ahead of the next kind of store, " + rival + ".";
  return "No clear winner: only " + margin + " ahead of " + rival + "; under 10 % either is a good choice. Take the one your team knows.";
}

std::string alternatives(const Recommendation& answer, const knowledge::Knowledge& knowledge) {
  std::vector<std::string> names;
  for (const selection::Alternative& alternative : answer.primary->alternatives) names.push_back(engine_name(knowledge, alternative.engine));
  return names.empty() ? std::string() : "Nearly as good in the same category: " + sentence_list(names) + ".";
}

std::string how_long(const Recommendation& answer) {
  if (!answer.holds_because.empty()) return answer.holds_because;
  return "No growth given, so there is no date at which this stops fitting.";
}

void facts(const Recommendation& answer, const knowledge::Knowledge& knowledge) {
  const auto labelled = [](std::string_view label, const std::string& words) {
    if (words.empty()) return;
    ui::gap(10);
    ui::heading(3, label);
    ui::text(words, {.size = ui::text_small});
  };
  ui::gap(10);
  ui::text(confidence(answer, knowledge), {.size = ui::text_small, .bold = true});
  ui::text(alternatives(answer, knowledge), {.size = ui::text_small});
  if (const selection::EngineVerdict* verdict = verdict_of(answer, answer.primary->engine)) {
    ui::gap(10);
    ui::heading(3, "Why");
    ui::bullets("Reasons", best_reasons(answer, *verdict, std::min<std::size_t>(3, answer.ranking.size())), {.size = ui::text_small});
  }
  labelled("How long it holds", how_long(answer));
  if (answer.hosting) labelled("How to run it", answer.hosting->because);
}

// Before anything is said: what will stand here, and the five steps that lead to it.
void before_the_answer() {
  ui::Card card("headline", ui::CardTone::accent);
  ui::heading(2, "Your answer appears here");
  ui::gap(4);
  ui::text("Choose what you are building, above, or take an example. Five questions decide, in this order; no later one buys back what an earlier one ruled out.");
  ui::gap(8);
  ui::Scope list(ui::Role::list, "Steps", "steps");
  for (std::size_t i = 0; i < std::size(step_names); ++i) {
    ui::Scope item(ui::Role::listitem, "", "step");
    ui::text(std::to_string(i + 1) + ". " + std::string(step_names[i]), {.size = ui::text_small});
  }
}

void actions(State& state, const Recommendation& answer) {
  ui::gap(14);
  ui::Flow flow;
  copy_link_button(state);
  // Written only when asked for: the JSON has a reason for every engine.
  if (ui::button("Copy as message")) {
    state.wish({.kind = "copy", .value = message_text(answer, state)});
    state.toast = "Message copied.";
  }
  if (ui::button("Export JSON")) {
    state.wish({.kind = "download", .value = answer_json(answer, *state.knowledge), .key = "recommendation.json", .type = "application/json"});
    state.toast = "Saved by your browser.";
  }
}

}  // namespace

void decide_answer_card(State& state) {
  const Recommendation& answer = decide_answer(state);
  ui::Scope section(ui::Role::section, "Recommendation", "recommendation");
  if (state.decide.profile == selection::Profile{}) return before_the_answer();
  const std::string sentence = selection::answer_sentence(answer, *state.knowledge);
  ui::Card card("headline", answer.primary ? ui::CardTone::accent : ui::CardTone::warning);
  ui::heading(2, "Your answer");
  ui::gap(4);
  ui::status(sentence, {.size = 20, .bold = true});
  state.announced = sentence;
  if (answer.primary && tells_apart(answer)) facts(answer, *state.knowledge);
  actions(state, answer);
}

void decide_background(State& state) {
  ui::Scope section(ui::Role::section, "Why these questions", "background");
  ui::gap(28);
  ui::heading(2, "Why these questions");
  ui::gap(4);
  for (const knowledge::Note& entry : state.knowledge->notes) {
    if (entry.id.rfind("factors/", 0) != 0) continue;
    if (ui::disclosure(entry.title, false, entry.id)) {
      ui::gap(4);
      note(state, entry.id, false);
    }
  }
}

}  // namespace storewright::app
