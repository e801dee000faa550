// The rules of the product behind the four parts of a plan, as they stand in the content: none of them has another source.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/knowledge/knowledge.h"

namespace storewright::scaling {

/// A number with where it comes from.
struct CitedNumber {
  double value = 0;
  std::string source;
  knowledge::FactKind kind = knowledge::FactKind::rule_of_thumb;
  std::string says;
};

/// How many nodes and copies a stage runs at least.
struct StageSize {
  std::string stage;
  int nodes = 1;
  int copies = 1;
};

struct PlanRules {
  std::vector<std::string> start_steps;   // where no present store is left
  std::string cost_says;
  CitedNumber usd_per_node;               // a month
  CitedNumber usd_per_gb;                 // a month and copy
  CitedNumber usd_per_hour;
  CitedNumber gb_per_node;
  std::vector<std::pair<std::string, double>> hours;  // a month, by the trait `operations_burden`
  std::vector<StageSize> stages;
  std::vector<int> months;                // for which the cost is projected
};

/// Reads the member `plan` of the scaling pack. Problems: 1401 a member missing or of the wrong type; 2807 no size for a
/// stage, or one for none.
PlanRules read_plan_rules(const Json& pack, Problems& problems);

const PlanRules& built_in_plan_rules();

}  // namespace storewright::scaling
