#include "core/practice/question_query.h"

#include <iterator>

namespace storewright::practice {
namespace {

constexpr storewright::Option minutes[] = {{"1", "About one minute"}, {"2", "Up to two"}, {"3", "Up to three"}};

constexpr Field rows[] = {
    field<&QuestionQuery::level>({.name = "level", .label = "Level", .options = level_options}),
    field<&QuestionQuery::minutes>({.name = "minutes", .label = "Time", .options = minutes}),
    field<&QuestionQuery::skill>({.name = "skill", .label = "Topic", .max_items = 1}),
};

bool trains(const std::string& skill, const std::string& wanted) {
  if (!skill.starts_with(wanted)) return false;
  return skill.size() == wanted.size() || skill[wanted.size()] == '.';
}

}  // namespace

Level level_of(const Question& question) {
  for (std::size_t i = 0; i < std::size(level_options); ++i)
    if (question.level == level_options[i].name) return static_cast<Level>(i);
  return Level::advanced;
}

FieldTable question_query_fields() { return rows; }

bool fits(const Question& question, const QuestionQuery& query) {
  if (query.level && question.level != level_options[static_cast<int>(*query.level)].name) return false;
  if (query.minutes && question.minutes > static_cast<int>(*query.minutes) + 1) return false;
  if (query.skill.empty()) return true;
  for (const std::string& skill : question.skills)
    if (trains(skill, query.skill)) return true;
  return false;
}

}  // namespace storewright::practice
