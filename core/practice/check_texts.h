// Does each text of a question name numbers that there are, and none before its time? Asked of each file when content is assembled.
#pragma once

#include "core/base/result.h"
#include "core/practice/question.h"

namespace storewright::practice {

/// What is read before an answer (scenario, prompts, hints, what a slip or a gap is told) may hold `{name}` of a variable,
/// never of a number that is asked for; what is read after it, of both. Each variable stands in the scenario or a prompt, and
/// the title holds no digit, because variants have other numbers. Problems: 2304, with the question's file as place.
Problems check_texts(const Question& question);

}  // namespace storewright::practice
