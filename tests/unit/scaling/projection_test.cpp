#include "core/scaling/projection.h"

#include <doctest/doctest.h>

#include <string>

#include "core/base/math.h"

using namespace storewright;
using namespace storewright::scaling;

namespace {

Range exactly(double value) { return Range::exactly(value); }
ProjectionAnswer projected(const ScalingInput& input) { return project(input, built_in_rules()); }

}  // namespace

TEST_CASE("a crossing is the first month at whose end the mark is reached") {
  struct Row {
    double now, percent;
    int month;
  };
  for (const Row& row : {Row{499, 1, 1}, {250, 100, 1}, {249.9, 100, 2}, {125, 100, 2}, {100, 10, 17}, {1, 0.6, 1039}}) {
    CAPTURE(row.now);
    const ProjectionAnswer answer = projected({.data_size_gb = exactly(row.now), .growth_percent_per_month = exactly(row.percent)});
    REQUIRE_FALSE(answer.crossings.empty());
    const Crossing& first = answer.crossings.front();
    CHECK(first.month == row.month);
    CHECK(row.now * power(1 + row.percent / 100, first.month) >= first.from);
    CHECK(row.now * power(1 + row.percent / 100, first.month - 1) < first.from);
  }
}

TEST_CASE("high ends cross first and low ends last or never") {
  const ProjectionAnswer answer = projected({.data_size_gb = Range{90, 100, 600}, .growth_percent_per_month = Range{0, 10, 20}});
  const Crossing& first = answer.crossings.front();
  CHECK(first.soonest == 0);
  CHECK(first.month == 17);
  CHECK_FALSE(first.latest);
}

TEST_CASE("an amount a month counts for data, the percentage for rates") {
  const ProjectionAnswer answer = projected({.data_size_gb = exactly(100), .writes_per_second = exactly(100),
                                             .growth_percent_per_month = exactly(10), .growth_gb_per_month = exactly(5)});
  CHECK(answer.measures[0].later.mid == 160);
  CHECK(answer.measures[1].later.mid == doctest::Approx(313.8428));
}

TEST_CASE("a mark of a stage that the load has reached already is no news") {
  const ProjectionAnswer answer = projected({.data_size_gb = exactly(3000), .writes_per_second = exactly(9000), .growth_percent_per_month = exactly(5)});
  for (const Crossing& crossing : answer.crossings) CHECK(crossing.stage > 2);
  CHECK(answer.crossings.front().from == 10000);
}

TEST_CASE("without growth nothing is projected, and with none nothing is reached") {
  CHECK_FALSE(projected({.data_size_gb = exactly(100)}).growth_known);
  const ProjectionAnswer none = projected({.data_size_gb = exactly(100), .growth_percent_per_month = exactly(0)});
  CHECK(none.growth_known);
  CHECK(none.crossings.empty());
}

TEST_CASE("months until a later stage count from what one runs") {
  const Rules& rules = built_in_rules();
  const ScalingInput input{.data_size_gb = exactly(500), .growth_gb_per_month = exactly(100)};
  CHECK(months_until_after(input, 0, rules) == 0);    // one database is left behind already
  CHECK(months_until_after(input, 1, rules) == 15);   // (2,000 - 500) / 100
  CHECK(months_until_after(input, 4, rules) == 1200); // nothing comes after the last
  CHECK_FALSE(months_until_after({.data_size_gb = exactly(100)}, 0, rules));
}

TEST_CASE("the table ends at the month asked for at the latest and has at most thirteen rows") {
  for (const int months : {1, 5, 12, 13, 36, 119, 120}) {
    CAPTURE(months);
    const ScalingInput input{.data_size_gb = exactly(100), .growth_percent_per_month = exactly(10), .months = months};
    const report::Table table = projection_table(input, projected(input), built_in_rules());
    CHECK(table.rows.size() <= 13);
    CHECK(table.rows.front()[0] == "now");
    for (const auto& row : table.rows) CHECK(row.size() == table.columns.size());
  }
}
