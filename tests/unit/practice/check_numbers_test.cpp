#include "core/practice/check_numbers.h"

#include <doctest/doctest.h>

#include <string>

#include "core/practice/practice.h"

using namespace storewright;
using namespace storewright::practice;

namespace {

/// A question of one step over a number that is drawn.
Question dividing(const char* formula, const char* slip, double rounding = 0) {
  Question question{.id = "q", .modes = {"numeric"}};
  question.variables = {{.name = "a", .label = "A", .classic = 12, .values = {6, 12, 18, 24, 30, 36}}};
  Step step{.id = "s", .prompt = "{a}?", .formula = formula, .rounding = rounding, .right = "r", .complete = "c"};
  step.slips = {{slip, "wrong"}};
  question.steps = {step};
  return question;
}

}  // namespace

TEST_CASE("right numbers must be typable, and slips must be others") {
  struct Row {
    Question question;
    std::size_t problems;
    const char* says;
  };
  const Row rows[] = {
      {dividing("a / 6", "a * 6"), 0, ""},
      {dividing("a / 7", "a * 7", 0.01), 0, ""},
      {dividing("a / 7", "a * 7"), 1, "the right number of \"s\" with seed 0, typed as \"1.71 \""},
      {dividing("a / 6", "a * 2 / 12"), 1, "the slip \"a * 2 / 12\" of \"s\""},
  };
  for (const Row& row : rows) {
    const Problems problems = check_numbers(row.question);
    CAPTURE(row.question.steps[0].formula);
    REQUIRE(problems.size() == row.problems);
    if (problems.empty()) continue;
    CHECK(problems[0].code == 2311);
    CHECK(problems[0].where == "questions/q.json");
    CHECK(problems[0].message.find(row.says) != std::string::npos);
  }
}

TEST_CASE("the numbers of every question hold in their variants") {
  for (const Question& question : built_in_practice().questions)
    for (const Problem& problem : check_numbers(question)) FAIL_CHECK(problem.where << ": " << problem.message);
}
