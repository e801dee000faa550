// The next step on the store that is there, before another one is thought of.
#pragma once

#include <string>
#include <vector>

#include "core/migration/symptoms.h"

namespace storewright::migration {

struct LadderStep {
  const NextStep* step = nullptr;
  std::vector<const Symptom*> helps;        // of those found
};

struct Ladder {
  Truth near_limits = Truth::unknown;       // yes: a symptom was found; no: everything measurable was measured, and nothing found
  std::vector<LadderStep> steps;            // still to be tried, in order
  std::vector<const NextStep*> used_up;     // tried, or measured to give no more
};

/// The steps that help the symptoms found, in the order of the ladder; all of them where no symptom was found. A step
/// that was tried or whose measure says that it is used up is passed over. An engine without a ladder of its own has the
/// one for stores with its traits; without a store there is none.
Ladder next_steps(const Tables& tables, const Situation& situation, const Symptoms& symptoms);

/// Every step for an engine, in order.
std::vector<const NextStep*> ladder_of(const Tables& tables, const knowledge::Engine& engine);

}  // namespace storewright::migration
