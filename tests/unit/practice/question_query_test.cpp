#include "core/practice/question_query.h"
#include "core/practice/practice.h"

#include <doctest/doctest.h>

using namespace storewright;
using namespace storewright::practice;

TEST_CASE("a question is shown when its level, its minutes and one of its skills fit") {
  Question question;
  question.level = "intermediate";
  question.minutes = 2;
  question.skills = {"cost.units", "cache.hit-rate"};
  struct Row {
    QuestionQuery query;
    bool shown;
  };
  const Row rows[] = {
      {{}, true},
      {{.level = Level::intermediate}, true},
      {{.level = Level::beginner}, false},
      {{.minutes = Minutes::one}, false},
      {{.minutes = Minutes::two}, true},
      {{.minutes = Minutes::three}, true},
      {{.skill = "cost"}, true},
      {{.skill = "cost.units"}, true},
      {{.skill = "cache"}, true},          // any of its skills, not the first alone
      {{.skill = "cost.unit"}, false},     // a skill is named whole
      {{.skill = "cos"}, false},
      {{.level = Level::intermediate, .minutes = Minutes::two, .skill = "cache.hit-rate"}, true},
      {{.level = Level::intermediate, .minutes = Minutes::one, .skill = "cache.hit-rate"}, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.query.skill);
    CHECK(fits(question, row.query) == row.shown);
  }
}

TEST_CASE("every topic has questions, and most questions take less than three minutes") {
  int short_ones = 0;
  for (const Question& question : built_in_practice().questions) {
    CAPTURE(question.id);
    CHECK(fits(question, {.skill = std::string(question.topic())}));
    short_ones += fits(question, {.minutes = Minutes::two});
  }
  CHECK(short_ones >= 25);
}
