#include "core/migration/symptoms.h"

#include "core/knowledge/condition.h"

namespace storewright::migration {
namespace {

// Without a store every piece of advice is kept; the answer names the engines it is for.
bool is_for(const Advice& advice, const knowledge::Engine* engine) {
  if (!engine) return true;
  if (!advice.engines.empty()) return contains(advice.engines, engine->id);
  return !contains(advice.not_engines, engine->id);
}

bool all_tried(const std::vector<std::string>& steps, const Situation& situation) {
  for (const std::string& step : steps)
    if (!contains(situation.tried, step)) return false;
  return true;
}

std::vector<FoundCause> causes_of(const Symptom& symptom, const Situation& situation) {
  std::vector<FoundCause> causes;
  for (const Cause& cause : symptom.causes) {
    FoundCause found{.cause = &cause, .shown = truth_of(cause.when, situation), .missing = {}, .advice = {}, .later = {}};
    if (found.shown == Truth::no) continue;
    if (found.shown == Truth::unknown) found.missing = missing_in(cause.when, situation);
    for (const Advice& advice : cause.advice)
      if (is_for(advice, situation.engine))
        (all_tried(advice.after, situation) ? found.advice : found.later).push_back(&advice);
    causes.push_back(std::move(found));
  }
  return causes;
}

bool is_named(const Symptom& symptom, const Situation& situation) {
  for (const std::string& said : situation.symptoms)
    if (means(said, symptom.id, symptom.label, symptom.words)) return true;
  return false;
}

// The store's part excludes, but a store that nobody named excludes nothing.
Truth measured(const Symptom& symptom, const Situation& situation) {
  if (truth_of_store(symptom.store, situation.engine) == Truth::no) return Truth::no;
  return truth_of(symptom.when, situation);
}

}  // namespace

bool Symptoms::has(std::string_view id) const {
  for (const Finding& finding : found)
    if (finding.symptom->id == id) return true;
  return false;
}

Symptoms find_symptoms(const Tables& tables, const Situation& situation) {
  Symptoms symptoms;
  for (const Symptom& symptom : tables.symptoms) {
    const bool named = is_named(symptom, situation);
    const Truth shown = named ? Truth::yes : measured(symptom, situation);
    if (shown == Truth::yes)
      symptoms.found.push_back({&symptom, named, causes_of(symptom, situation), {}});
    else if (shown == Truth::unknown && !knowledge::always(symptom.when))
      symptoms.open.push_back({&symptom, false, {}, missing_in(symptom.when, situation)});
  }
  for (const std::string& said : situation.symptoms) {
    bool known = false;
    for (const Symptom& symptom : tables.symptoms) known = known || means(said, symptom.id, symptom.label, symptom.words);
    if (!known) symptoms.not_known.push_back(said);
  }
  return symptoms;
}

}  // namespace storewright::migration
