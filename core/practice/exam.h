// An exam: so many questions, by topic, level and time, drawn by a seed so that a whole class gets the same.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/base/fields.h"
#include "core/base/result.h"
#include "core/practice/question_query.h"
#include "core/practice/variant.h"

namespace storewright::practice {

struct ExamInput {
  int n = 6;                        // questions, at most
  int minutes = 15;                 // that the reader has: the sum of the questions' minutes stays within
  std::vector<std::string> topics;  // none: all
  Set<Level> levels;                // none: all
  int seed = 1;

  bool operator==(const ExamInput&) const = default;
};

FieldTable exam_fields();

/// One question of an exam and the seed of its numbers, 0 for a question without.
struct ExamQuestion {
  std::string question;
  int seed = 0;

  bool operator==(const ExamQuestion&) const = default;
};

struct Exam {
  std::vector<ExamQuestion> questions;  // the easier ones first
  int minutes = 0;                      // of all of them
};

/// The exam of an input. Each question has a place in the queue that follows from its own id and the seed alone, so one
/// more question in the catalogue moves no other; topics take turns, and what takes longer than is left is passed over.
///
/// Problems: 2330 no question is of these topics and levels and short enough; 2331 a topic that no question has.
Result<Exam> make_exam(std::span<const Question> questions, const ExamInput& input);

}  // namespace storewright::practice
