// A recommendation in four parts: the primary store, what stands beside it, the way there, and what it will cost.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/migration/advice.h"
#include "core/report/formula.h"
#include "core/scaling/plan_rules.h"
#include "core/scaling/rules.h"
#include "core/selection/recommend.h"

namespace storewright::scaling {

/// What the store and those beside it cost a month, some months from now.
struct CostStep {
  int month = 0;
  std::size_t stage = 0;
  double nodes = 0;
  double machines_usd = 0;
  double storage_usd = 0;
  double people_usd = 0;
  double total_usd() const { return machines_usd + storage_usd + people_usd; }
};

struct PlanAnswer {
  selection::Recommendation recommendation;
  std::string primary;                                 // in a sentence; says so when no store meets all answers
  std::string complements;                             // in a sentence, also when there are none
  std::optional<migration::MigrationAdvice> advice;    // where a present store was named and matched
  std::string way;                                     // in a sentence
  std::vector<std::string> steps;
  std::vector<CostStep> cost;                          // empty while the volume is not known
  std::string cost_says;
  std::vector<report::FormulaLine> lines;
};

/// Primary and complements are those of `recommend`; the way there is that of `core/migration`; the cost follows the rules of
/// the product, which the answer names.
PlanAnswer plan(const selection::Profile& profile, const Rules& rules, const PlanRules& plan_rules);

}  // namespace storewright::scaling
