#include "core/practice/question.h"

#include <doctest/doctest.h>

#include <set>

#include "core/practice/grade.h"
#include "core/practice/practice.h"

using namespace storewright;
using namespace storewright::practice;

namespace {

std::string pack_with(const std::string& step, const std::string& variables = R"([{"name":"a","label":"A","classic":2,"values":[2,3]}])") {
  return R"({"format":"storewright/practice@1","questions":[{"id":"q","version":1,"title":"T","purpose":"P","level":"beginner","minutes":1,)"
         R"("source":"s","kind":"rule_of_thumb","read":"2026-01-02","modes":["numeric"],"skills":["x"],"scenario":["{a}"],"solution":["{s}"],"variables":)" +
         variables + R"(,"steps":[)" + step + "]}]}";
}

constexpr const char* good_step = R"({"id":"s","prompt":"p","unit":"u","formula":"a * 2","points":1,"right":"r","complete":"c"})";

Result<std::vector<Question>> read(const std::string& text) {
  const auto json = read_json(text);
  REQUIRE(json);
  return read_questions(*json);
}

/// A number as somebody would type it who knows that "1.024" may mean a thousand.
std::string typed(double value) {
  const std::string text = shortest_number(value);
  const std::size_t point = text.find('.');
  return point != text.npos && text.size() - point == 4 ? text + "0" : text;
}

}  // namespace

TEST_CASE("a pack with a fault is refused with its place") {
  struct Row {
    std::string pack;
    int code;
  };
  const Row rows[] = {
      {"{}", 1400},
      {R"({"format":"storewright/practice@1"})", 1401},
      {R"({"format":"storewright/practice@1","questions":[{}]})", 1401},
      {pack_with(""), 1401},
      {pack_with(R"({"id":"s","prompt":"p","unit":"u","formula":"b","points":1,"right":"r","complete":"c"})"), 2304},
      {pack_with(R"~({"id":"s","prompt":"p","unit":"u","formula":"a / (a - a)","points":1,"right":"r","complete":"c"})~"), 2304},
      {pack_with(R"({"id":"s","prompt":"p","unit":"u","formula":"s","points":1,"right":"r","complete":"c"})"), 2304},
      {pack_with(R"({"id":"a","prompt":"p","unit":"u","formula":"a","points":1,"right":"r","complete":"c"})"), 2304},
      {pack_with(R"({"id":"s","prompt":"p","unit":"u","formula":"a","right":"r","complete":"c"})"), 1401},
      {pack_with(R"({"id":"s","prompt":"p","unit":"u"})"), 1401},
      {pack_with(good_step, R"([{"name":"a","label":"A","classic":2}])"), 1401},
      {pack_with(R"({"id":"s","prompt":"p","unit":"u","formula":"a","points":1,"right":"r","complete":"c","units":[{"words":["x"],"factor":"1/0"}]})"), 1401},
  };
  CHECK(read(pack_with(good_step)));
  for (const Row& row : rows) {
    CAPTURE(row.pack);
    const auto questions = read(row.pack);
    REQUIRE_FALSE(questions);
    CHECK(questions.problems()[0].code == row.code);
  }
}

TEST_CASE("seed 0 has the classic numbers, every other seed keeps to the demands and repeats itself") {
  for (const Question& question : built_in_practice().questions) {
    std::set<std::string> notes;
    for (int seed = 0; seed <= 60; ++seed) {
      CAPTURE(seed);
      const Variant variant = variant_of(question, seed);
      CHECK(variant.note == variant_of(question, seed).note);
      notes.insert(variant.note);
      for (const Variable& variable : question.variables)
        if (seed == 0) CHECK(variant.variables.at(variable.name) == variable.classic);
      for (const Demand& demand : question.demands) {
        const auto value = evaluate(demand.expression, variant.variables);
        REQUIRE(value);
        CHECK(*value >= demand.at_least);
        CHECK(*value <= demand.at_most);
      }
    }
    if (!question.variables.empty()) CHECK(notes.size() > 50);
  }
}

TEST_CASE("the model answer of every question and seed has all points, and no slip is right") {
  for (const Question& question : built_in_practice().questions)
    for (int seed = 0; seed <= 60; ++seed) {
      CAPTURE(seed);
      const Variant variant = variant_of(question, seed);
      const auto numbers = right_numbers(question, variant);
      REQUIRE(numbers);
      Answers answers;
      for (const Step& step : question.steps)
        if (!step.assumption()) answers.emplace_back(step.id, typed(numbers->at(step.id)));
      const auto full = grade(question, variant, answers);
      REQUIRE(full);
      if (!question.steps.empty()) CHECK(full->score == 1);
      for (const Mark& mark : full->marks) CHECK(mark.state == MarkState::met);
    }
}

TEST_CASE("no hint and no text before the answer says a number that is asked for") {
  for (const Question& question : built_in_practice().questions)
    for (const Step& step : question.steps) {
      for (const std::string& hint : step.hints)
        for (const Step& other : question.steps) CHECK(hint.find("{" + other.id + "}") == std::string::npos);
      for (const Slip& slip : step.slips)
        for (const Step& other : question.steps) CHECK(slip.why.find("{" + other.id + "}") == std::string::npos);
    }
}

TEST_CASE("a formula is shown with its numbers") {
  const Values values = {{"hours", 12}, {"rate", 200}, {"big", 1234.5}};
  CHECK(formula_with_numbers("hours * rate + big", values) == "12 × 200 + 1,234.5");
  CHECK(with_numbers("{hours} h at ${rate}, {other}", values) == "12 h at $200, {other}");
}

TEST_CASE("a number below 1 is shown with three digits, any other with two decimals") {
  struct Row { double value; const char* shown; };
  const Row rows[] = {
      {0, "0"},           {1, "1"},           {1.239, "1.24"},    {13.888888, "13.89"}, {0.5, "0.5"},
      {0.005, "0.005"},   {0.0158549, "0.0159"}, {0.317098, "0.317"}, {-0.0158549, "-0.0159"}, {0.1, "0.1"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.value);
    CHECK(shown_number(row.value) == row.shown);
  }
}
