// The path of elimination: what each of the five steps found, how many it rejected, whether it decided.
#pragma once

#include <vector>

#include "core/selection/evaluation.h"
#include "core/selection/weights.h"

namespace storewright::selection {

/// Five summaries, in step order. `ranking` and `weights` tell in which step the winner's lead became clear.
std::vector<StepSummary> steps_of(const Evaluation& evaluation, const std::vector<EngineVerdict>& verdicts,
                                  const std::vector<RankedEngine>& ranking, const Weights& weights);

/// "consistency", "read_write_ratio", … as in rules and results.
std::string_view step_name(Step step);

}  // namespace storewright::selection
