#include "core/practice/unit_sets.h"

#include <doctest/doctest.h>

#include "core/practice/question.h"

using namespace storewright;
using namespace storewright::practice;

namespace {

UnitSets sets_of(const std::string& units, Problems& problems) {
  const auto pack = read_json(R"({"units": )" + units + "}");
  REQUIRE(pack);
  return read_unit_sets(*pack, problems);
}

constexpr const char* some_units = R"([
  {"units": [{"id": "MB", "words": ["mb"]}, {"id": "GB", "words": ["gb"], "size": 1000}]},
  {"units": [{"id": "hour", "words": ["h", "hours"]}]},
  {"period": true, "units": [{"id": "month", "words": ["a month"]}, {"id": "year", "words": ["a year"], "size": 12}]}])";

TypedNumber typed(const char* text, std::string_view unit, std::string_view period) {
  Problems problems;
  const UnitSets sets = sets_of(some_units, problems);
  return read_typed_number(text, {.name = "", .units = units_for(sets, unit), .periods = periods_for(sets, period)});
}

}  // namespace

TEST_CASE("units of one set and periods of one set convert into what is asked for") {
  struct Row {
    const char* text;
    const char* unit;
    const char* period;
    double value;
  };
  const Row rows[] = {
      {"3", "GB", "", 3},         {"3 GB", "GB", "", 3},           {"3000 MB", "GB", "", 3},          {"3 GB", "MB", "", 3000},
      {"12 h", "hour", "month", 12}, {"24 hours a year", "hour", "month", 2}, {"2 hours a month", "hour", "year", 24}, {"5 a month", "hour", "month", 5},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    const TypedNumber number = typed(row.text, row.unit, row.period);
    REQUIRE(number.readability == Readability::read);
    CHECK(number.value == doctest::Approx(row.value));
  }
  CHECK(typed("3 h", "GB", "").readability == Readability::unreadable);          // another set
  CHECK(typed("3 GB a month", "GB", "").readability == Readability::unreadable); // no period is asked for
}

TEST_CASE("a unit without words or size, or one that stands twice, is a problem; no list is none") {
  struct Row {
    const char* units;
    const char* where;
  };
  const Row rows[] = {
      {R"([{"units": [{"id": "a", "words": []}]}])", "/units/0/units/0/words"},
      {R"([{"units": [{"words": ["a"]}]}])", "/units/0/units/0/id"},
      {R"([{"units": [{"id": "a", "words": ["a"], "size": 0}]}])", "/units/0/units/0/size"},
      {R"([{"units": [{"id": "a", "words": ["a"]}]}, {"units": [{"id": "a", "words": ["b"]}]}])", "/units/1/units"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.units));
    Problems problems;
    sets_of(row.units, problems);
    REQUIRE_FALSE(problems.empty());
    CHECK(problems[0].code == 1401);
    CHECK(problems[0].where == row.where);
  }
  Problems problems;
  const auto empty = read_json("{}");
  const UnitSets sets = read_unit_sets(*empty, problems);
  CHECK(problems.empty());
  CHECK(units_for(sets, "GB").empty());
  CHECK(periods_for(sets, "month").empty());
}

TEST_CASE("a step that names no known unit is refused, and its own name is always understood") {
  const auto step_with = [](const std::string& members) {
    const auto pack = read_json(
        R"({"format":"storewright/practice@1","units":[{"units":[{"id":"GB","words":["gb"]}]}],"questions":[{"id":"q","version":1,"title":"T","purpose":"P",)"
        R"("level":"beginner","minutes":1,"source":"s","kind":"rule_of_thumb","read":"2026-01-02","modes":["numeric"],"skills":["x.y"],"scenario":["a"],)"
        R"("solution":["s"],"variables":[],"steps":[{"id":"s","prompt":"p","formula":"2","points":1,"right":"r","complete":"c",)" +
        members + "}]}]}");
    REQUIRE(pack);
    return read_questions(*pack);
  };
  const auto wrong = step_with(R"("unit":"GB","in":"gigs")");
  REQUIRE_FALSE(wrong);
  CHECK(wrong.problems()[0].where == "/questions/0/steps/0/in");
  const auto period = step_with(R"("unit":"GB","in":"GB","per":"fortnight")");
  REQUIRE_FALSE(period);
  CHECK(period.problems()[0].where == "/questions/0/steps/0/per");
  const auto right = step_with(R"("unit":"GB of data","in":"GB")");
  REQUIRE(right);
  const Units& units = right->front().steps.front().units;
  CHECK(read_typed_number("2 GB", units).value == 2);
  CHECK(read_typed_number("2 GB of data", units).value == 2);
}
