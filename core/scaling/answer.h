// The whole answer of the scaling page: stage, growth and urgency of one input, with the sentence that says all three.
#pragma once

#include <string>

#include "core/scaling/projection.h"
#include "core/scaling/stage.h"
#include "core/scaling/urgency.h"

namespace storewright::scaling {

struct ScalingAnswer {
  StageAnswer stage;
  ProjectionAnswer projection;
  UrgencyAnswer urgency;
  std::string headline;  // "Stage: read replicas; urgency 6.30, high: plan the migration within 6 months."
};

/// Problems: those of `judge_urgency`.
Result<ScalingAnswer> analyze_scaling(const ScalingInput& input, const Rules& rules);

/// The signs as a table: what was measured, the limit, whether it fires.
report::Table signs_table(const UrgencyAnswer& answer);
/// What the other lists say of this load, and of which kind each is.
report::Table others_table(const StageAnswer& answer);
/// The scales by which numbers become points.
report::Table scales_table(const Rules& rules);

/// Every number of the answer with its formula: urgency, growth, marks.
std::vector<report::FormulaLine> all_lines(const ScalingAnswer& answer);

}  // namespace storewright::scaling
