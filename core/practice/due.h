// What to practise today: the skills that are due, the few questions that cover them, with numbers not yet seen.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/practice/practice.h"
#include "core/practice/progress.h"

namespace storewright::practice {

/// Questions a day are few on purpose; what is left waits without harm.
inline constexpr int questions_a_day = 5;

struct DueQuestion {
  const Question* question;
  int seed;
  std::vector<std::string> skills;            // of those due, in their order
};

struct DuePlan {
  std::vector<std::string> skills;            // due, the one least likely recalled first
  std::vector<DueQuestion> questions;         // at most as many as are left of the day's
  int answered_today = 0;                     // different questions
  int minutes = 0;                            // of `questions`
  int waiting = 0;                            // skills due that they do not cover
  int next_day = 0;                           // on which a skill is due after today; 0: none
};

/// A question covers a due skill when a part of it trains it. For the skill most in need the question with the most due
/// skills a minute is taken, then the one not answered for longest, then the first of the pack.
DuePlan due_on(const Practice& practice, const Progress& progress, int day, int limit = questions_a_day);

/// The smallest seed whose numbers were not seen yet; 0 for a question without variables.
int unseen_seed(const Question& question, const Progress& progress);

}  // namespace storewright::practice
