#include "core/practice/grade.h"

#include "core/practice/practice.h"

#include <doctest/doctest.h>

using namespace storewright;
using namespace storewright::practice;

namespace {

const Question& tco() {
  const Question* question = find_question(built_in_practice().questions, "cassandra-tco");
  REQUIRE(question);
  return *question;
}

Grade graded(const Answers& answers) {
  const auto result = grade(tco(), variant_of(tco(), 0), answers);
  REQUIRE(result);
  return *result;
}

const Mark& mark_of(const Grade& grade, std::string_view id) {
  for (const Mark& mark : grade.marks)
    if (mark.id == id) return mark;
  FAIL("no mark of that step");
  return grade.marks.front();
}

}  // namespace

TEST_CASE("each step is right only with its exact number, in any of its units") {
  struct Row {
    const char* step;
    const char* text;
    MarkState state;
  };
  using enum MarkState;
  const Row rows[] = {
      {"people_cost", "2400", met},          {"people_cost", "2,400 USD a month", met}, {"people_cost", "28,800 a year", met},
      {"people_cost", "2401", contradicted}, {"people_cost", "212", contradicted},      {"own_total", "$3,000", met},
      {"own_total", "3 000", met},           {"own_total", "600 + 12*200", met},        {"own_total", "2999.99", contradicted},
      {"own_total", "600", contradicted},    {"own_total", "36000", contradicted},      {"own_total", "3000 h", cannot_tell},
      {"own_total", "", not_found},          {"own_total", "   ", not_found},           {"own_total", "a lot", cannot_tell},
      {"saving_percent", "50 %", met},       {"saving_percent", "0.5", met},            {"saving_percent", "at most 50%", met},
      {"saving_percent", "100", contradicted}, {"saving_percent", "49.9", contradicted}, {"hours_freed", "12", met},
      {"hours_freed", "144", contradicted},  {"break_even_hours", "4.5 h", met},        {"break_even_hours", "4,5", met},
      {"break_even_hours", "270 minutes", met}, {"break_even_hours", "7.5", contradicted}, {"break_even_hours", "75", contradicted},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.step));
    CAPTURE(std::string(row.text));
    const Grade result = graded({{row.step, row.text}});
    const Mark& mark = mark_of(result, row.step);
    CAPTURE(mark.why);
    CHECK(mark.state == row.state);
    CHECK(mark.points == (row.state == met ? 1000 : 0));
    CHECK(mark.complete.empty() == (row.state == met));
    CHECK_FALSE(mark.why.empty());
  }
}

TEST_CASE("a wrong number is paid for once: what follows from it keeps its points and says so") {
  const Grade result = graded({{"people_cost", "2000"}, {"own_total", "2600"}, {"saving_percent", "42.3"}, {"hours_freed", "12"}, {"break_even_hours", "4.5"}});
  CHECK(mark_of(result, "people_cost").state == MarkState::contradicted);
  CHECK(mark_of(result, "own_total").state == MarkState::partly);
  CHECK(mark_of(result, "saving_percent").state == MarkState::partly);   // (2,600 - 1,500) / 2,600, rounded
  CHECK(result.points == 4000);
  CHECK(result.score == doctest::Approx(0.8));
  // The right number is right whatever came before.
  CHECK(mark_of(graded({{"people_cost", "2000"}, {"own_total", "3000"}}), "own_total").state == MarkState::met);
}

TEST_CASE("hours on the managed side change what is right, and the answer without them counts as the most it can be") {
  const auto with = [](const char* step, const char* text) { return mark_of(graded({{"managed_hours", "2"}, {step, text}}), step); };
  CHECK(with("saving_percent", "36.67").state == MarkState::met);
  CHECK(with("saving_percent", "at most 50 %").state == MarkState::met);
  CHECK(with("saving_percent", "at most 50 %").why.find("the most it can be") != std::string::npos);
  CHECK(with("hours_freed", "10").state == MarkState::met);
  CHECK(with("hours_freed", "12").state == MarkState::met);
  CHECK(with("break_even_hours", "6.5").state == MarkState::met);
  CHECK(mark_of(graded({{"saving_percent", "36.67"}}), "saving_percent").state == MarkState::contradicted);
}

TEST_CASE("a number is carried past a step that was left empty, and so is the most that it can be") {
  // 12 hours for 1,200 instead of 2,400 make 1,800 in all, of which 300 are 16.67 per cent.
  const Grade past = graded({{"people_cost", "1200"}, {"saving_percent", "16.67"}});
  CHECK(mark_of(past, "people_cost").state == MarkState::contradicted);
  CHECK(mark_of(past, "own_total").state == MarkState::not_found);
  CHECK(mark_of(past, "saving_percent").state == MarkState::partly);
  const Grade most = graded({{"people_cost", "2200"}, {"own_total", "2800"}, {"managed_hours", "3"}, {"saving_percent", "46.4"}});
  CHECK(mark_of(most, "own_total").state == MarkState::partly);
  CHECK(mark_of(most, "saving_percent").state == MarkState::partly);
}

TEST_CASE("an assumption that cannot be used is said and left out of the sums") {
  for (const char* text : {"-1", "161", "some"}) {
    CAPTURE(std::string(text));
    const Grade result = graded({{"managed_hours", text}, {"saving_percent", "50"}});
    CHECK(mark_of(result, "managed_hours").state == MarkState::cannot_tell);
    CHECK(mark_of(result, "saving_percent").state == MarkState::met);
    CHECK(result.max_points == 5000);
  }
}

TEST_CASE("an answer to a step that does not exist is a problem that names the nearest") {
  const auto result = grade(tco(), variant_of(tco(), 0), {{"own_totl", "1"}});
  REQUIRE_FALSE(result);
  CHECK(result.problems()[0].code == 2306);
  CHECK(result.problems()[0].where == "/numeric/own_totl");
  CHECK(result.problems()[0].message.find("own_total") != std::string::npos);
}
