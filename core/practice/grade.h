// Marks the numbers a learner typed, step by step: right, right from the learner's own earlier number, or what went wrong.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/practice/mark.h"
#include "core/practice/question.h"
#include "core/practice/variant.h"

namespace storewright::practice {

struct Grade {
  double score = 0;                           // points over all points, 0 to 1
  Millipoints points = 0;
  Millipoints max_points = 0;
  std::vector<Mark> marks;                    // in the order of the steps; an assumption only when something was typed for it
};

using Answers = std::vector<std::pair<std::string, std::string>>;   // step id and what was typed

/// Marks every step. A number is compared with the right one first, then with what follows from the learner's own earlier
/// numbers: one mistake is paid for once, so a carried step keeps its points. What cannot be read costs nothing but itself.
///
/// Problems: 2306 an answer to a step that the question does not have.
Result<Grade> grade(const Question& question, const Variant& variant, const Answers& answers);

}  // namespace storewright::practice
