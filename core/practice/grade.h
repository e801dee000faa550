// Marks the numbers a learner typed, step by step: right, right from the learner's own earlier number, or what went wrong.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/practice/question.h"
#include "core/practice/variant.h"

namespace storewright::practice {

/// What is known of one step. `partly`: the right way, carried forward from a wrong earlier number.
enum class MarkState { met, partly, contradicted, not_found, cannot_tell };

std::string_view name_of(MarkState state);    // "met"
std::string_view words_of(MarkState state);   // "Right"

struct Span {
  std::size_t start = 0, end = 0;             // UTF-8 bytes of the step's answer
};

struct Mark {
  std::string id;                             // of the step
  MarkState state = MarkState::not_found;
  double points = 0;
  double max_points = 0;
  std::string why;                            // one sentence
  std::string complete;                       // what would complete it, "" when nothing is missing
  std::vector<Span> evidence;
};

struct Grade {
  double score = 0;                           // points over all points, 0 to 1
  double points = 0;
  double max_points = 0;
  std::vector<Mark> marks;                    // in the order of the steps; an assumption only when something was typed for it
};

using Answers = std::vector<std::pair<std::string, std::string>>;   // step id and what was typed

/// Marks every step. A number is compared with the right one first, then with what follows from the learner's own earlier
/// numbers: one mistake is paid for once, so a carried step keeps its points. What cannot be read costs nothing but itself.
///
/// Problems: 2306 an answer to a step that the question does not have.
Result<Grade> grade(const Question& question, const Variant& variant, const Answers& answers);

}  // namespace storewright::practice
