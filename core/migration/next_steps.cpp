#include "core/migration/next_steps.h"

namespace storewright::migration {
namespace {

std::vector<const Symptom*> helped(const NextStep& step, const Symptoms& symptoms) {
  std::vector<const Symptom*> helps;
  for (const Finding& finding : symptoms.found)
    if (contains(step.helps, finding.symptom->id)) helps.push_back(finding.symptom);
  return helps;
}

Truth near_limits(const Symptoms& symptoms) {
  if (!symptoms.found.empty()) return Truth::yes;
  return symptoms.open.empty() && symptoms.not_known.empty() ? Truth::no : Truth::unknown;
}

}  // namespace

std::vector<const NextStep*> ladder_of(const Tables& tables, const knowledge::Engine& engine) {
  std::vector<const NextStep*> own, by_trait;
  for (const NextStep& step : tables.next_steps) {
    if (contains(step.engines, engine.id)) own.push_back(&step);
    if (step.engines.empty() && truth_of_store(step.where, &engine) == Truth::yes) by_trait.push_back(&step);
  }
  return own.empty() ? by_trait : own;
}

Ladder next_steps(const Tables& tables, const Situation& situation, const Symptoms& symptoms) {
  Ladder ladder;
  ladder.near_limits = near_limits(symptoms);
  if (!situation.engine) return ladder;
  for (const NextStep* step : ladder_of(tables, *situation.engine)) {
    if (contains(situation.tried, step->id) || truth_of(step->used_up_when, situation) == Truth::yes) {
      ladder.used_up.push_back(step);
      continue;
    }
    std::vector<const Symptom*> helps = helped(*step, symptoms);
    if (symptoms.found.empty() || !helps.empty()) ladder.steps.push_back({step, std::move(helps)});
  }
  return ladder;
}

}  // namespace storewright::migration
