// Marks a whole answer, whatever it is given in: numbers, taps, words. One list of criteria, and the total is their sum.
#pragma once

#include <string>
#include <vector>

#include "core/knowledge/knowledge.h"
#include "core/practice/grade.h"
#include "core/practice/practice.h"
#include "core/practice/text_style.h"

namespace storewright::practice {

struct Answer {
  NamedTexts words;                           // by field; "text" is the box for a whole answer
  NamedTexts structured;                      // by cell
  NamedTexts numeric;                         // by step
};

struct AnswerGrade {
  Grade grade;                                // numbers first, then decisions and checks, then criteria of words
  bool words = false, taps = false;           // which parts count; a part that is empty is left out unless all are
  Style style = Style::sentences;
  std::vector<std::string> read_as;           // words that were read as others
  bool copied_model = false;
};

/// Marks an answer to the question at `index`.
///
/// Problems: 2305 a part that the question does not take; 2306 an answer to a step, decision or field that it does not
/// have; 2308 an option that a decision does not have.
Result<AnswerGrade> grade_answer(const Practice& practice, int index, const Variant& variant, const knowledge::Knowledge& knowledge, const Answer& answer);

/// Every model answer and alternative has all points, every example its score; no passage of the question and no form of a
/// concept alone earns points. Problems: 2311, with the question's file as place.
Problems check_answers(const Practice& practice, const knowledge::Knowledge& knowledge);

}  // namespace storewright::practice
