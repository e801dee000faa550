#include "core/cost/serverless.h"

#include <doctest/doctest.h>

using namespace storewright;
using namespace storewright::cost;

namespace {

ServerlessAnswer compared(const ServerlessInput& input) {
  const Result<ServerlessAnswer> answer = compare_serverless(input);
  REQUIRE(answer);
  return *answer;
}

std::optional<Range> exactly(double value) { return Range::exactly(value); }

}  // namespace

TEST_CASE("half a unit at 0.12 an hour is 43.80 a month, idle or not") {
  const ServerlessAnswer answer = compared({});
  REQUIRE(answer.floor_usd_per_month);
  CHECK(answer.floor_usd_per_month->mid == doctest::Approx(43.80));
  CHECK(answer.full_usd_per_month->mid == doctest::Approx(87.60));
  CHECK_FALSE(answer.usage_usd_per_month);
  CHECK_FALSE(answer.break_even_share);
}

// AWS works out 6 capacity units all month as 526 and 13.5 as 1,183 at 0.12 an hour, read 2026-11-22:
// https://raw.githubusercontent.com/aws/agent-toolkit-for-aws/main/skills/specialized-skills/database-skills/amazon-aurora-mysql/references/serverless-advisory-worked-examples.md
// (13.5 in its twin for PostgreSQL).
TEST_CASE("AWS's examples of capacity units all month come out") {
  CHECK(compared({.units = exactly(6)}).full_usd_per_month->mid == doctest::Approx(525.6));
  CHECK(compared({.units = exactly(13.5)}).full_usd_per_month->mid == doctest::Approx(1182.6));
}

TEST_CASE("without a floor, both cost the same at the reserved price over the price by use") {
  struct Row {
    double reserved, share;
  };
  const Row rows[] = {{43.80, 0.5}, {87.60, 1}, {175.20, 2}, {0, 0}};
  for (const Row& row : rows) {
    const ServerlessAnswer answer = compared({.minimum_units = exactly(0), .reserved_usd_per_month = exactly(row.reserved)});
    REQUIRE(answer.break_even_share);
    CHECK(answer.break_even_share->mid == doctest::Approx(row.share));
  }
}

TEST_CASE("what is busier than that share is cheaper reserved") {
  ServerlessInput input{.minimum_units = exactly(0), .reserved_usd_per_month = exactly(43.80)};
  input.busy_percent = exactly(49);
  CHECK(compared(input).usage_is_cheaper == true);
  input.busy_percent = exactly(51);
  CHECK(compared(input).usage_is_cheaper == false);
  input.busy_percent = Range{40, 50, 60};
  CHECK_FALSE(compared(input).usage_is_cheaper);
}

TEST_CASE("a floor that costs more than the reserved machine never pays off, and one without use always does") {
  CHECK(compared({.reserved_usd_per_month = exactly(40)}).break_even_share->mid == 0);
  CHECK(compared({.units = exactly(0.5), .reserved_usd_per_month = exactly(50)}).break_even_share->mid == 1);
}

TEST_CASE("random queries find it asleep with the chance e^(-queries x pause)") {
  const ServerlessAnswer answer = compared({.queries_per_hour = exactly(12), .pause_after_minutes = exactly(5)});
  REQUIRE(answer.cold_share);
  CHECK(answer.cold_share->mid == doctest::Approx(0.36787944117));
  CHECK(answer.busy_share->mid == doctest::Approx(0.63212055883));
  CHECK(answer.mean_wait_ms->low == doctest::Approx(36.787944117));
  CHECK(answer.mean_wait_ms->high == doctest::Approx(183.939720586));
  CHECK(compared({.queries_per_hour = exactly(0)}).cold_share->mid == 1);
  const ServerlessAnswer range = compared({.queries_per_hour = Range{6, 12, 24}});
  CHECK(range.cold_share->low < range.cold_share->mid);
  CHECK(range.busy_share->low < range.busy_share->mid);
}
