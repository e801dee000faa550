// Does a question have everything that a learner may expect of one? Asked of each file when content is assembled.
#pragma once

#include "core/base/result.h"
#include "core/practice/question.h"

namespace storewright::practice {

/// A question has a hint ladder and the day on which its source was read. Each number has a hint and a recognised slip; where
/// numbers appear there are at least five variants. One with decisions or words has a model answer and an alternative for each of
/// the two, and misconceptions, each with an example that shows it and says what it must get.
/// Problems: 2332, with the question's file as place.
Problems check_complete(const Question& question);

inline constexpr std::size_t fewest_variants = 5;

}  // namespace storewright::practice
