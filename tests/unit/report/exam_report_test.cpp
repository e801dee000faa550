#include "core/report/exam_report.h"
#include "core/practice/practice.h"

#include <doctest/doctest.h>

using namespace storewright;
using namespace storewright::practice;
using namespace storewright::report;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

MarkedQuestion marked(const std::string& id, const Answer& answer, bool answered) {
  const Practice& practice = built_in_practice();
  const int index = practice.index_of(id);
  const Question& question = practice.questions[static_cast<std::size_t>(index)];
  const Variant variant = variant_of(question, 0);
  return {&question, variant, answered, *grade_answer(practice, index, variant, knowledge::built_in(), answer), answer};
}

const std::vector<Skill>& skills = built_in_practice().skills;

}  // namespace

TEST_CASE("a report says for each number its state, points and reason, and for each skill its points") {
  const std::vector<MarkedQuestion> exam = {marked("hit-rate", {.numeric = {{"misses", "500"}, {"misses_now", "9000"}, {"factor", "18"}}}, true)};
  const Table marks = marks_table(exam.front());
  REQUIRE(marks.rows.size() == 3);
  CHECK(marks.rows[0] == std::vector<std::string>{"How many reads a second reached the database before?", "500", "Right", "1 of 1", "The 500 reads a second that were not found."});
  CHECK(marks.rows[1][2] == "Not right");
  CHECK(marks.rows[1][4] == "Those are answered by the cache.");
  CHECK(marks.rows[2][2] == "Right from your own number");
  const std::string text = exam_markdown(exam, skills, {.day = "2026-11-22", .planned_minutes = 1, .taken_minutes = 3, .link = "#/practice/exam"});
  for (const std::string_view part : {"# Exam report", "**2 of 3 points**", "1 of 1 question answered, in 3 minutes; it is meant for about one minute. Handed in on 2026-11-22.",
                                      "`#/practice/exam`", "| What a cache spares | 2 of 3 |", "## 1. A few per cent less from the cache",
                                      "Seed of the numbers: 0.", "| 9000 | Not right | 0 of 1 | Those are answered by the cache. |", "## What to look at next"}) {
    CAPTURE(std::string(part));
    CHECK(has(text, part));
  }
}

TEST_CASE("an empty answer is told as such, and is given no marks one by one") {
  const std::string text = exam_markdown(std::vector<MarkedQuestion>{marked("hit-rate", {}, false)}, skills, {.planned_minutes = 1});
  CHECK(has(text, "Left empty."));
  CHECK(has(text, "**0 of 3 points**"));
  CHECK(has(text, "0 of 1 question answered; it is meant for about one minute.\n"));
  CHECK_FALSE(has(text, "Handed in"));
  CHECK_FALSE(has(text, "The same exam"));
}

TEST_CASE("a report without missing points names nothing to look at") {
  const std::vector<MarkedQuestion> exam = {marked("hit-rate", {.numeric = {{"misses", "500"}, {"misses_now", "1000"}, {"factor", "2"}}}, true)};
  CHECK_FALSE(has(exam_markdown(exam, skills, {}), "What to look at next"));
}

TEST_CASE("chapters are named once, and only where points are missing") {
  const std::vector<MarkedQuestion> exam = {marked("recipe-app", {.words = {{"text", "Redis is the source of truth."}}}, true)};
  CHECK(has(exam_markdown(exam, skills, {}), "**The whole answer in one piece**\n\n> Redis is the source of truth.\n"));
  const std::vector<std::string> chapters = chapters_to_read(exam);
  CHECK_FALSE(chapters.empty());
  for (std::size_t i = 0; i < chapters.size(); ++i)
    for (std::size_t j = i + 1; j < chapters.size(); ++j) CHECK(chapters[i] != chapters[j]);
}
