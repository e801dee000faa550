#include "core/practice/exam_score.h"

#include <cstdint>
#include <map>
#include <utility>

#include "core/base/sort.h"

namespace storewright::practice {
namespace {

const std::string& skill_of(const MarkedQuestion& one, const Mark& mark) {
  return mark.skill.empty() && !one.question->skills.empty() ? one.question->skills.front() : mark.skill;
}

}  // namespace

ExamScore score_exam(std::span<const MarkedQuestion> questions) {
  ExamScore score;
  std::map<std::string, SkillScore> skills;
  for (const MarkedQuestion& one : questions) {
    score.points += one.grade.grade.points;
    score.max_points += one.grade.grade.max_points;
    score.answered += one.answered ? 1 : 0;
    for (const Mark& mark : one.grade.grade.marks) {
      if (mark.max_points <= 0) continue;
      SkillScore& skill = skills[skill_of(one, mark)];
      skill.points += mark.points;
      skill.max_points += mark.max_points;
    }
  }
  for (auto& [name, skill] : skills) {
    skill.skill = name;
    score.skills.push_back(std::move(skill));
  }
  // a / b < c / d without dividing; the order of names comes from the map
  sort_stably(score.skills, [](const SkillScore& a, const SkillScore& b) {
    return static_cast<std::int64_t>(a.points) * b.max_points < static_cast<std::int64_t>(b.points) * a.max_points;
  });
  return score;
}

std::vector<SkillScore> ExamScore::to_practise() const {
  std::vector<SkillScore> missing;
  for (const SkillScore& skill : skills)
    if (skill.points < skill.max_points) missing.push_back(skill);
  return missing;
}

}  // namespace storewright::practice
