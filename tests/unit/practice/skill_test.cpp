#include "core/practice/skill.h"

#include <doctest/doctest.h>

#include <string>

#include "core/practice/practice.h"

using namespace storewright;
using namespace storewright::practice;

namespace {

Question asking(std::string id, std::vector<std::string> listed, std::vector<std::string> named) {
  Question question{.id = std::move(id), .skills = std::move(listed)};
  for (const std::string& skill : named) question.steps.push_back({.id = "s", .formula = "1", .skill = skill});
  return question;
}

const std::vector<Skill> two = {{.id = "a.one", .number = 1}, {.id = "a.two", .number = 2}};

}  // namespace

TEST_CASE("every skill of a part exists and is listed, and every skill is trained") {
  struct Row { Question question; bool good; };
  const Row rows[] = {
      {asking("q", {"a.one", "a.two"}, {"a.two", "a.one", "a.one"}), true},
      {asking("q", {"a.one", "a.two"}, {"a.one"}), false},              // a.two is listed and not asked
      {asking("q", {"a.one"}, {"a.one", "a.two"}), false},
      {asking("q", {"a.one", "a.two", "a.two"}, {"a.one", "a.two"}), false},
      {asking("q", {"a.one", "a.two", "a.tree"}, {"a.one", "a.two", "a.tree"}), false},
      {asking("q", {"a.one", "a.two"}, {"a.one", "a.two", ""}), false},      // a part without a skill
      {asking("progress", {"a.one", "a.two"}, {"a.one", "a.two"}), false},   // a page of its own
  };
  for (const Row& row : rows) {
    CAPTURE(row.question.id);
    CAPTURE(row.question.skills.size());
    CHECK(check_skills(two, {row.question}).empty() == row.good);
  }
  const Problems untrained = check_skills(two, {asking("q", {"a.one"}, {"a.one"})});
  REQUIRE(untrained.size() == 1);
  CHECK(untrained[0].code == 2320);
  CHECK(untrained[0].where == "/skills/a.two");
  CHECK(check_skills(two, {asking("q", {"a.one", "a.twoo"}, {"a.one", "a.twoo"})})[0].message.find("did you mean \"a.two\"") != std::string::npos);
}

TEST_CASE("ids and numbers of skills stand once, and a link has its title") {
  const auto problems_of = [](std::string_view items) {
    Problems problems;
    read_skills(*read_json("{\"skills\":[" + std::string(items) + "]}"), problems);
    return problems.empty() ? 0 : problems.front().code;
  };
  CHECK(problems_of(R"({"id":"a","number":1,"title":"t","means":"m"},{"id":"b","number":2,"title":"t","means":"m","link":"guide","link_title":"Guide"})") == 0);
  CHECK(problems_of(R"({"id":"a","number":1,"title":"t","means":"m"},{"id":"a","number":2,"title":"t","means":"m"})") == 2320);
  CHECK(problems_of(R"({"id":"a","number":1,"title":"t","means":"m"},{"id":"b","number":1,"title":"t","means":"m"})") == 2320);
  CHECK(problems_of(R"({"id":"a","number":1,"title":"t","means":"m","link":"guide"})") == 1401);
  CHECK(problems_of(R"({"id":"a","title":"t","means":"m"})") == 1401);
}

TEST_CASE("the built-in skills are forty to sixty, each of a topic and found by id and number") {
  const Practice& practice = built_in_practice();
  CHECK(practice.skills.size() >= 40);
  CHECK(practice.skills.size() <= 60);
  for (const Skill& skill : practice.skills) {
    CAPTURE(skill.id);
    CHECK(find_skill(practice.skills, skill.id) == &skill);
    CHECK(find_skill(practice.skills, skill.number) == &skill);
    CHECK(skill.area().size() < skill.id.size());
  }
  CHECK(check_skills(practice.skills, practice.questions).empty());
}
