// A reading that a learner contests: which words say it, what it should count as, and the same as a test case for the grader.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/practice/grade_answer.h"

namespace storewright::practice {

/// A part of a learner's own text, up to the end of a sentence or a comma.
struct Clause {
  std::string field;
  std::size_t start = 0, end = 0;   // UTF-8 bytes of the field
};

/// The clauses of an answer in their order; at most `most`, of which the last holds all that is left.
std::vector<Clause> clauses_of(const NamedTexts& words, std::size_t most);

struct Contest {
  std::string question;
  int version = 1;                  // of the question
  int seed = 0;
  std::string criterion;            // or the step of a number
  MarkState was = MarkState::not_found;
  MarkState want = MarkState::met;
  std::vector<std::string> quotes;  // the learner's own words that say it
  std::string note;                 // why, in the learner's words
  Answer answer;                    // the whole of it, as it was graded

  bool operator==(const Contest& other) const { return question == other.question && seed == other.seed && criterion == other.criterion; }
};

/// One line for `storewright grade QUESTION`: the answer, what the criterion should be, what it was.
std::string contest_line(const Contest& contest);

/// A contest as kept by the browser, which is its line. Problems: those of `read_json`; 1401 a member missing or wrong.
Result<Contest> read_contest(std::string_view line);

/// The state of that name; false when there is none.
bool read_state(std::string_view name, MarkState& state);

}  // namespace storewright::practice
