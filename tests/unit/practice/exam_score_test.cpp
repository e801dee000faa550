#include "core/practice/exam_score.h"

#include <doctest/doctest.h>

using namespace storewright::practice;

namespace {

Mark mark(const std::string& skill, Millipoints points, Millipoints of) {
  Mark one{.id = skill, .points = points, .max_points = of};
  one.skill = skill;
  return one;
}

MarkedQuestion marked(const Question& question, std::vector<Mark> marks) {
  MarkedQuestion one{.question = &question, .answered = true};
  for (const Mark& each : marks) {
    one.grade.grade.points += each.points;
    one.grade.grade.max_points += each.max_points;
  }
  one.grade.grade.marks = std::move(marks);
  return one;
}

}  // namespace

TEST_CASE("points are summed by skill over all questions, what went least well first, then by name") {
  Question question;
  question.skills = {"first.of-question"};
  const std::vector<MarkedQuestion> exam = {
      marked(question, {mark("b.x", 1000, 1000), mark("a.x", 500, 1000), mark("", 0, 1000)}),
      marked(question, {mark("a.x", 1000, 2000), mark("c.x", 2000, 2000), mark("assumption", 0, 0)}),
  };
  const ExamScore score = score_exam(exam);
  CHECK(score.points == 4500);
  CHECK(score.max_points == 7000);
  CHECK(score.answered == 2);
  REQUIRE(score.skills.size() == 4);
  CHECK(score.skills[0].skill == "first.of-question");   // 0 of 1
  CHECK(score.skills[1].skill == "a.x");                 // 1.5 of 3
  CHECK(score.skills[1].points == 1500);
  CHECK(score.skills[1].max_points == 3000);
  CHECK(score.skills[2].skill == "b.x");
  CHECK(score.skills[3].skill == "c.x");
  CHECK(score.to_practise().size() == 2);
}

TEST_CASE("an exam of nothing has no points and no skills") {
  const ExamScore score = score_exam({});
  CHECK(score.max_points == 0);
  CHECK(score.skills.empty());
}
