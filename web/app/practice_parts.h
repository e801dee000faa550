// The parts of a question's page, and what they share: the question with its numbers, and the answer as far as it is given.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/practice/grade_answer.h"
#include "web/app/pages.h"

namespace storewright::app {

struct PracticeContent {
  practice::Practice practice;
  Cached<std::string, practice::AnswerGrade> judged;        // by the answer as it was checked
  std::map<std::string, int, std::less<>> moments;          // of stepped figures, by question and figure
};

/// The question as it is asked, with what the reader has done so far.
struct Sheet {
  const practice::Question& question;
  practice::Variant variant;
  Attempt& attempt;
  practice::Grade numbers;                                  // of what is typed now
  const practice::AnswerGrade* judged = nullptr;            // of the whole as it was checked; null before
  std::string key;                                          // where the browser keeps the attempt
  bool exam = false;                                        // no checks, hints or feedback before it is handed in

  std::string text(std::string_view words) const { return practice::with_numbers(words, variant.variables); }
  const practice::Mark* number_mark(std::string_view step) const;
  /// Numbers alone are checked one by one; anything more is checked as a whole.
  bool numbers_only() const { return question.decisions.empty() && question.criteria.empty(); }
};

/// Keeps what was done for the next visit, and draws again.
void keep_attempt(State& state, const Sheet& sheet);

/// The numbers of `typed` for steps that the question has, marked.
practice::Grade grade_numbers(const practice::Question& question, const practice::Variant& variant, const Attempt& attempt);
/// What was checked, without what an older version of the question asked.
practice::Answer checked_answer(const practice::Question& question, const Attempt& attempt);
/// The whole as it was checked; what an older version of the question asked is left out.
practice::AnswerGrade grade_checked(const State& state, const practice::Question& question, const practice::Variant& variant, const Attempt& attempt);

/// Takes the number typed for a step as checked.
void check_step(Sheet& sheet, const practice::Step& step);
/// Takes everything that was given as checked.
void check_whole(Sheet& sheet);
/// Something was given that this version of the question asks for.
bool is_answered(const practice::Question& question, const Attempt& attempt);

/// A sign and a tone for each state: nothing is said by colour alone.
struct MarkLook {
  std::string_view sign;
  ui::Tone tone;
};
MarkLook look_of(practice::MarkState state);

/// "1.5 of 2 points".
std::string points_words(practice::Millipoints points, practice::Millipoints of);

/// What it is about, and where its numbers come from.
void practice_scenario(const Sheet& sheet);
/// A card for each number to find.
void practice_numbers(State& state, Sheet& sheet);
/// What is answered by taps: choices, orders, boards.
void practice_decisions(State& state, Sheet& sheet);
/// Fields for words, and the box for a whole answer.
void practice_words(State& state, Sheet& sheet);
/// Each criterion of the answer that was checked, and the learner's text with the words that counted.
void practice_feedback(State& state, Sheet& sheet);
/// The hints of the whole question, one after the other.
void practice_hints(State& state, Sheet& sheet);
/// After an attempt: a full answer, how each number comes about, what else counts.
void practice_solution(State& state, Sheet& sheet);

}  // namespace storewright::app
