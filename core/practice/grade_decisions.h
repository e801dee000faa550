// Marks what was tapped: each decision, and each constraint over all of them, with its reason.
#pragma once

#include <string>
#include <vector>

#include "core/base/fields.h"
#include "core/knowledge/knowledge.h"
#include "core/practice/decisions.h"
#include "core/practice/expression.h"
#include "core/practice/mark.h"

namespace storewright::practice {

struct DecisionsInput {
  const std::vector<Decision>& decisions;
  const std::vector<Check>& checks;
  const Values& variables;                    // of the variant
  const knowledge::Knowledge& knowledge;      // for conditions on traits of the chosen stores
};

/// Marks `chosen`: by cell the id of an option, several divided by commas, those of an order in their order.
///
/// Problems: 2306 an answer to a cell that the question does not have; 2308 an option that the cell does not have, or
/// several where one is asked.
Result<std::vector<Mark>> grade_decisions(const DecisionsInput& input, const NamedTexts& chosen);

}  // namespace storewright::practice
