#include "core/practice/due.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "core/practice/variant.h"

using namespace storewright::practice;

namespace {

constexpr int today = 20780;

Practice some_practice() {
  Practice practice;
  practice.skills = {{.id = "a", .number = 1}, {.id = "b", .number = 2}, {.id = "c", .number = 3}, {.id = "d", .number = 4}};
  const auto add = [&](std::string id, int minutes, std::vector<std::string> skills) {
    Question question{.id = std::move(id), .minutes = minutes, .skills = std::move(skills)};
    question.variables = {{.name = "n", .classic = 1, .values = {1, 2, 3}}};
    practice.questions.push_back(std::move(question));
  };
  add("long", 20, {"a", "b", "c"});
  add("pair", 2, {"a", "b"});
  add("one", 2, {"a"});
  add("other", 2, {"c"});
  add("twin", 2, {"c"});
  add("last", 1, {"d"});
  return practice;
}

Progress reviewed_on(std::initializer_list<std::pair<const char*, int>> skills) {
  Progress progress;
  for (const auto& [skill, day] : skills) add_review(progress, skill, {day, Rating::good, "long", 0, true});
  return progress;
}

std::string questions_of(const DuePlan& plan) {
  std::string list;
  for (const DueQuestion& due : plan.questions) list += due.question->id + " ";
  return list;
}

}  // namespace

TEST_CASE("nothing is due without progress, or before its day") {
  const Practice practice = some_practice();
  CHECK(due_on(practice, {}, today).skills.empty());
  CHECK(due_on(practice, {}, today).next_day == 0);
  const Progress progress = reviewed_on({{"a", today}});
  CHECK(due_on(practice, progress, today + 2).skills.empty());
  CHECK(due_on(practice, progress, today + 2).next_day == today + 3);
  CHECK(due_on(practice, progress, today + 3).skills == std::vector<std::string>{"a"});
  CHECK(due_on(practice, progress, today + 3).next_day == 0);
}

TEST_CASE("few short questions cover what is due, the skill most in need first") {
  const Practice practice = some_practice();
  const DuePlan plan = due_on(practice, reviewed_on({{"a", today - 10}, {"b", today - 9}, {"c", today - 30}}), today);
  CHECK(plan.skills == std::vector<std::string>{"c", "a", "b"});
  CHECK(questions_of(plan) == "other pair ");
  CHECK(plan.questions[1].skills == std::vector<std::string>{"a", "b"});
  CHECK(plan.minutes == 4);
  CHECK(plan.waiting == 0);
}

TEST_CASE("of two as good the one not answered for longer is taken") {
  const Practice practice = some_practice();
  Progress progress = reviewed_on({{"c", today - 30}});
  add_answered(progress, "other", 0, today - 30);
  CHECK(questions_of(due_on(practice, progress, today)) == "twin ");
  add_answered(progress, "twin", 0, today - 3);
  CHECK(questions_of(due_on(practice, progress, today)) == "other ");
}

TEST_CASE("a day has so many questions, and what is left waits") {
  const Practice practice = some_practice();
  Progress progress = reviewed_on({{"a", today - 10}, {"b", today - 10}, {"c", today - 10}, {"d", today - 10}});
  struct Row { int limit, questions, waiting; };
  for (const Row& row : {Row{0, 0, 4}, Row{1, 1, 2}, Row{2, 2, 1}, Row{3, 3, 0}, Row{50, 3, 0}}) {
    const DuePlan plan = due_on(practice, progress, today, row.limit);
    CAPTURE(row.limit);
    CHECK(static_cast<int>(plan.questions.size()) == row.questions);
    CHECK(plan.waiting == row.waiting);
  }
  add_answered(progress, "last", 0, today);   // counts, whether it was due or not
  CHECK(due_on(practice, progress, today, 1).questions.empty());
  CHECK(due_on(practice, progress, today, 1).answered_today == 1);
}

TEST_CASE("a skill that this version does not have is never due") {
  CHECK(due_on(some_practice(), reviewed_on({{"gone", today - 90}}), today).skills.empty());
}

TEST_CASE("the numbers offered were not seen yet, not even under another seed") {
  const Practice practice = some_practice();
  const Question& question = practice.questions[2];
  Progress progress;
  CHECK(unseen_seed(question, progress) == 0);
  std::vector<std::string> seen;
  for (int i = 0; i < 3; ++i) {   // it has three variants
    const int seed = unseen_seed(question, progress);
    const std::string note = variant_of(question, seed).note;
    CHECK(std::find(seen.begin(), seen.end(), note) == seen.end());
    seen.push_back(note);
    add_answered(progress, question.id, seed, today);
  }
  CHECK(unseen_seed(question, progress) > 0);   // all were seen: at least another seed
  Question fixed{.id = "fixed"};
  add_answered(progress, "fixed", 0, today);
  CHECK(unseen_seed(fixed, progress) == 0);
}
