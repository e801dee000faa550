// A skill that questions train: what progress is kept of, since a question once seen is not asked the same way again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/practice/question.h"

namespace storewright::practice {

struct Skill {
  std::string id;                   // "cost.break-even"
  int number = 0;                   // stands for it in a text code
  std::string title;
  std::string means;                // one sentence
  std::string link;                 // a page of the site to read on, "" where there is none
  std::string link_title;

  std::string_view area() const { return std::string_view(id).substr(0, id.find('.')); }
};

/// The skills of a practice pack, none for one without. Problems: 1401; 2320 two of one id or number.
std::vector<Skill> read_skills(const Json& pack, Problems& problems);

const Skill* find_skill(const std::vector<Skill>& skills, std::string_view id);
const Skill* find_skill(const std::vector<Skill>& skills, int number);

/// Whether anything of the question trains the skill.
bool trains(const Question& question, std::string_view skill);

/// Problems: 2320 a question names a skill that does not exist, lists others than its parts name, or has an id that pages
/// of their own have; a skill that no question trains.
Problems check_skills(const std::vector<Skill>& skills, const std::vector<Question>& questions);

}  // namespace storewright::practice
