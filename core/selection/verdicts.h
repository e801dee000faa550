// A verdict for every record, and the questions that are still open.
#pragma once

#include <vector>

#include "core/selection/evaluation.h"

namespace storewright::selection {

/// Runs every hard rule over every record. Rejected: a rule's condition holds and it puts the record out; the first in
/// step order decides, the others are listed. Undecided: only a rule whose condition is unknown might.
std::vector<EngineVerdict> verdicts_of(const Evaluation& evaluation);

/// The fields nobody answered that a verdict or a rank depends on, in the order in which to answer them: by the step of
/// the first hard rule that needs them, those that only move a rank last.
std::vector<Unknown> unknowns_of(const Evaluation& evaluation, const std::vector<EngineVerdict>& verdicts);

}  // namespace storewright::selection
