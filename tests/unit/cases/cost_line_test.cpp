#include "core/cases/cost_line.h"

#include <doctest/doctest.h>

using namespace storewright::cases;

TEST_CASE("totals, sums over a stage and the saving follow from the parts alone") {
  const auto line = cost_line({{6, {8500, 15000, 120000}, 0}, {12, {42000, 18000, 0}, 25000}});
  REQUIRE(line);
  CHECK(line->totals == std::vector<double>{143500, 60000});
  CHECK(line->over_stage == std::vector<double>{861000, 720000});
  CHECK(line->months == 18);
  CHECK(line->peak == 0);
  CHECK(line->saving_per_year == 1002000);
  CHECK(line->saving_with_bonus_per_year == 1302000);
  CHECK(line->saving_by_part_per_year == std::vector<double>{-402000, -36000, 1440000});
  CHECK(line->cumulative == 1581000);
  CHECK(line->at_peak == 18 * 143500);
  CHECK(line->avoided == line->at_peak - line->cumulative);
}

TEST_CASE("a step from nothing has no percentage, a step to nothing is minus 100") {
  const auto line = cost_line({{1, {0, 10}, 0}, {1, {5, 0}, 0}});
  REQUIRE(line);
  CHECK_FALSE(line->steps[0].parts_percent[0]);
  CHECK(line->steps[0].parts_percent[1] == -100);
  CHECK(line->steps[0].total_percent == -50);
}

TEST_CASE("one stage saves nothing, and of equal stages the first is the peak") {
  const auto one = cost_line({{3, {7}, 0}});
  REQUIRE(one);
  CHECK(one->saving_per_year == 0);
  CHECK(one->avoided == 0);
  CHECK(one->steps.empty());
  CHECK(cost_line({{1, {7}, 0}, {1, {7}, 0}})->peak == 0);
  CHECK(cost_line({{1, {6}, 0}, {1, {7}, 0}})->peak == 1);
}

TEST_CASE("unknown costs are not zero: no stages, or a stage without its parts, has no line") {
  CHECK_FALSE(cost_line({}));
  CHECK_FALSE(cost_line({{6, {}, 0}}));
  CHECK_FALSE(cost_line({{6, {1, 2}, 0}, {6, {1}, 0}}));
}
