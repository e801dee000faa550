// Do the numbers of a question hold what its variants promise? Asked of each file when content is assembled.
#pragma once

#include "core/base/result.h"
#include "core/practice/question.h"

namespace storewright::practice {

/// In the classic variant and the first drawn ones the right numbers earn every point, also typed with two decimals, and each
/// slip is told from the right number in several of them. Problems: 2311, with the question's file as place.
Problems check_numbers(const Question& question);

}  // namespace storewright::practice
