// What a checked answer adds to progress: one review for each skill that it shows something of.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/practice/mark.h"
#include "core/practice/progress.h"
#include "core/practice/question.h"

namespace storewright::practice {

/// A marked part of an answer, and how it came about.
struct AnsweredPart {
  const Mark* mark;
  bool hinted = false;
  bool first_try = true;
};

/// One answer to a question with the numbers of one seed.
struct CheckedAnswer {
  const Question& question;
  int seed = 0;
  int day = 0;
  bool solution_seen = false;                 // with these numbers, before: nothing is rated
  bool copied = false;                        // the words are the model answer's: they are not rated
  std::vector<AnsweredPart> parts = {};       // not those that were rated before
};

struct Recorded {
  std::vector<std::string> parts;             // ids of the marks that were rated
  std::vector<std::string> skills;            // that now have a review of this day, in the order of their ids
};

/// Adds the answer. Of several parts of one skill the worst counts. Where the question's solution was seen on that day, with whatever
/// numbers, only its numbers are rated: taps and words would be remembered.
Recorded record_answer(Progress& progress, const CheckedAnswer& answer);

}  // namespace storewright::practice
