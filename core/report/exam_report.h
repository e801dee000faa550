// An exam that was handed in, as tables for the page and as a Markdown text to keep.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/practice/exam_score.h"
#include "core/practice/skill.h"
#include "core/report/scene.h"

namespace storewright::report {

struct ExamFacts {
  std::string day;                  // ISO date of the hand-in, "" when nobody knows
  int planned_minutes = 0;          // the sum of the questions' minutes
  int taken_minutes = -1;           // -1: not known
  std::string link;                 // the fragment that opens the same exam, "" for none
};

/// What a mark says in a word: "Right" of a number, "Met" of a criterion.
std::string_view state_words(const practice::Question& question, const practice::Mark& mark);

/// The title of a skill; its id when there is none such.
std::string skill_words(std::string_view id, const std::vector<practice::Skill>& skills);

/// One row for each number, decision and criterion: what counts, what was given for it, its state, its points, why.
Table marks_table(const practice::MarkedQuestion& question);
/// What was written, each field under its label: pairs of label and text.
std::vector<std::pair<std::string, std::string>> written_words(const practice::MarkedQuestion& question);
/// One row for each skill, what went least well first.
Table skills_table(const practice::ExamScore& score, const std::vector<practice::Skill>& skills);

/// "3 of 4 points".
std::string points_sentence(practice::Millipoints points, practice::Millipoints of);
/// "Taken: 12 minutes of about 15. 5 of 6 questions answered."
std::string facts_sentence(const practice::ExamScore& score, std::size_t questions, const ExamFacts& facts);

/// Chapters of the guide that the marks with missing points name, each once, in their order.
std::vector<std::string> chapters_to_read(std::span<const practice::MarkedQuestion> questions);

/// The whole report as Markdown: points, skills, each question with what was asked, the states and the reasons.
std::string exam_markdown(std::span<const practice::MarkedQuestion> questions, const std::vector<practice::Skill>& skills, const ExamFacts& facts);

}  // namespace storewright::report
