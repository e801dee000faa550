// Does a question have everything that a learner may expect of one? Asked of each file when content is assembled.
#pragma once

#include "core/base/result.h"
#include "core/practice/question.h"

namespace storewright::practice {

/// Each number has a hint and a recognised slip; a question with numbers of its own has at least five variants; one with
/// decisions or words has a hint ladder, a model answer, an alternative, and misconceptions, each with an example that
/// shows it. Problems: 2332, with the question's file as place.
Problems check_complete(const Question& question);

inline constexpr std::size_t fewest_variants = 5;

}  // namespace storewright::practice
