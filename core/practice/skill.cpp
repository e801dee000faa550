#include "core/practice/skill.h"

#include <algorithm>
#include <set>

#include "core/base/text.h"
#include "core/knowledge/member_reader.h"

namespace storewright::practice {
namespace {

// Addresses beside those of questions.
constexpr std::string_view own_pages[] = {"progress", "exam"};

// What the parts of a question name. Assumptions give no points and boards leave that to their checks: "" stands for any
// other part that names none.
std::set<std::string> named_skills(const Question& question) {
  std::set<std::string> named;
  for (const Step& step : question.steps)
    if (!step.assumption()) named.insert(step.skill);
  for (const Decision& decision : question.decisions)
    if (decision.type != DecisionType::board) named.insert(decision.skill);
  for (const Check& check : question.checks) named.insert(check.skill);
  for (const Criterion& criterion : question.criteria) named.insert(criterion.skill);
  return named;
}

void check_question(const std::vector<Skill>& skills, const Question& question, Problems& problems) {
  const auto report = [&](const std::string& what) { problems.push_back({2320, "/questions/" + question.id, "Question \"" + question.id + "\": " + what}); };
  std::vector<std::string_view> known;
  for (const Skill& skill : skills) known.push_back(skill.id);
  const std::set<std::string> named = named_skills(question);
  for (const std::string& id : named) {
    if (find_skill(skills, id)) continue;
    if (id.empty()) report("each part that gives points names its skill.");
    if (id.empty()) continue;
    const std::string near = nearest_word(id, known);
    report("there is no skill \"" + id + "\"" + (near.empty() ? "." : "; did you mean \"" + near + "\"?"));
  }
  if (named != std::set<std::string>(question.skills.begin(), question.skills.end()) || named.size() != question.skills.size())
    report("\"skills\" must list what its parts name, each once: " + joined(std::vector<std::string>(named.begin(), named.end()), ", ") + ".");
  if (std::find(std::begin(own_pages), std::end(own_pages), question.id) != std::end(own_pages)) report("a page of its own has this address.");
}

}  // namespace

std::vector<Skill> read_skills(const Json& pack, Problems& problems) {
  std::vector<Skill> skills;
  knowledge::read_items(pack, "skills", knowledge::Presence::optional, problems, [&](knowledge::MemberReader& reader) {
    Skill skill{.id = reader.required_text("id"), .number = reader.code("number"), .title = reader.required_text("title"),
                .means = reader.required_text("means"), .link = reader.text("link"), .link_title = reader.text("link_title")};
    if (skill.link.empty() != skill.link_title.empty()) reader.wrong("link", "A link needs its title, and a title its link.");
    if (find_skill(skills, skill.id) || find_skill(skills, skill.number))
      problems.push_back({2320, reader.where(), "The id or the number of the skill \"" + skill.id + "\" stands twice."});
    skills.push_back(std::move(skill));
  });
  return skills;
}

const Skill* find_skill(const std::vector<Skill>& skills, std::string_view id) {
  const auto found = std::find_if(skills.begin(), skills.end(), [&](const Skill& one) { return one.id == id; });
  return found == skills.end() ? nullptr : &*found;
}

const Skill* find_skill(const std::vector<Skill>& skills, int number) {
  const auto found = std::find_if(skills.begin(), skills.end(), [&](const Skill& one) { return one.number == number; });
  return found == skills.end() ? nullptr : &*found;
}

bool trains(const Question& question, std::string_view skill) {
  return std::find(question.skills.begin(), question.skills.end(), skill) != question.skills.end();
}

Problems check_skills(const std::vector<Skill>& skills, const std::vector<Question>& questions) {
  Problems problems;
  for (const Question& question : questions) check_question(skills, question, problems);
  for (const Skill& skill : skills)
    if (std::none_of(questions.begin(), questions.end(), [&](const Question& one) { return trains(one, skill.id); }))
      problems.push_back({2320, "/skills/" + skill.id, "No question trains the skill \"" + skill.id + "\"."});
  return problems;
}

}  // namespace storewright::practice
