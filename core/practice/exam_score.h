// What a handed-in exam comes to: points by question and by skill.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/practice/grade_answer.h"

namespace storewright::practice {

/// One question of an exam with what was given and how it was marked.
struct MarkedQuestion {
  const Question* question = nullptr;
  Variant variant;
  bool answered = false;            // anything was given; an empty answer has no marks worth telling
  AnswerGrade grade;
  Answer given;
};

struct SkillScore {
  std::string skill;                // "cost.people"
  Millipoints points = 0, max_points = 0;
};

struct ExamScore {
  Millipoints points = 0, max_points = 0;
  int answered = 0;
  std::vector<SkillScore> skills;   // what went least well first, then by name

  /// Those in which points are missing.
  std::vector<SkillScore> to_practise() const;
};

/// Sums the marks. A mark without a skill of its own counts for the first skill of its question.
ExamScore score_exam(std::span<const MarkedQuestion> questions);

}  // namespace storewright::practice
