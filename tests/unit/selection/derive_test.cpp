#include "core/selection/derive.h"

#include <doctest/doctest.h>

using namespace storewright;
using namespace storewright::selection;

namespace {

Profile with_rates(double reads, double writes) {
  Profile profile;
  profile.reads_per_second = Range::exactly(reads);
  profile.writes_per_second = Range::exactly(writes);
  return profile;
}

}  // namespace

TEST_CASE("reads and writes fall into the nearest ratio class on a log scale") {
  struct Row {
    double reads, writes, share;
    RatioClass ratio;
  };
  const Row rows[] = {
      {100, 1, 0.990099, RatioClass::read_heavy},
      {10, 1, 0.909091, RatioClass::balanced},
      {1, 100, 0.009901, RatioClass::write_heavy},
      {10000, 1000, 0.909091, RatioClass::balanced},
      {32, 1, 0.969697, RatioClass::read_heavy},  // above the border, the square root of 1000 = 31.6
      {31, 1, 0.96875, RatioClass::balanced},
      {1, 3, 0.25, RatioClass::balanced},  // the other border is the square root of 0.1 = 0.316
      {1, 4, 0.2, RatioClass::write_heavy},
      {5, 0, 1, RatioClass::read_heavy},
      {0, 5, 0, RatioClass::write_heavy},
  };
  for (const Row& row : rows) {
    CAPTURE(row.reads);
    CAPTURE(row.writes);
    const Derived derived = derive(with_rates(row.reads, row.writes));
    REQUIRE(derived.read_share);
    CHECK(derived.read_share->mid == doctest::Approx(row.share).epsilon(1e-5));
    REQUIRE(derived.ratio_class);
    CHECK(*derived.ratio_class == row.ratio);
  }
}

TEST_CASE("a ratio in words gives the share where the rates are missing, and a ratio of another form is a problem") {
  Profile profile;
  profile.read_write_ratio = "100:1";
  REQUIRE(derive(profile).read_share);
  CHECK(derive(profile).read_share->mid == doctest::Approx(0.990099).epsilon(1e-5));
  CHECK(read_share_of_ratio(" 1 : 100 "));
  for (const char* text : {"", "100", "100:", ":1", "a:b", "0:0", "-1:2", "1:2:3", "1e308:1e308"}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(read_share_of_ratio(text));
  }
  const Result<Json> json = read_json(R"({"read_write_ratio":"mostly reads"})");
  REQUIRE(json);
  const Result<Profile> read = read_profile(*json);
  REQUIRE_FALSE(read);
  CHECK(read.problems()[0].code == 2001);
  CHECK(read.problems()[0].where == "/read_write_ratio");
}

TEST_CASE("growth is compounded over twelve months, at peak") {
  Profile profile = with_rates(0, 100);
  profile.growth_percent_per_month = Range::exactly(10);
  CHECK(derive(profile).writes_per_second_12m->mid == doctest::Approx(313.8428).epsilon(1e-6));
  profile.peak_factor = Range::exactly(3);
  CHECK(derive(profile).writes_per_second_12m->mid == doctest::Approx(941.5285).epsilon(1e-6));
  profile.data_size_gb = Range::exactly(100);
  CHECK(derive(profile).data_size_gb_12m->mid == doctest::Approx(313.8428).epsilon(1e-6));
  profile.growth_gb_per_month = Range::exactly(5);  // the more direct figure wins
  CHECK(derive(profile).data_size_gb_12m->mid == 160);
}

TEST_CASE("without growth there is no forecast, and the plan uses today's peak") {
  Profile profile = with_rates(10, 100);
  profile.peak_factor = Range::exactly(2);
  const Derived derived = derive(profile);
  CHECK_FALSE(derived.writes_per_second_12m);
  CHECK_FALSE(derived.tier_12m);
  CHECK_FALSE(derived.months_until_tier_2);
  const Plan plan = plan_of(profile, derived);
  CHECK(plan.writes_per_second->mid == 200);
  CHECK_FALSE(plan.from_growth);
}

TEST_CASE("the tier follows from writes, reads and data; lower bounds are inclusive") {
  struct Row {
    double writes, reads, gb;
    int tier;
  };
  const Row rows[] = {
      {0.0116, 0, 0, 1},
      {9999, 9999, 999, 1},
      {0, 10000, 0, 2},
      {0, 0, 1000, 2},
      {0, 99999, 9999, 2},
      {10000, 0, 0, 3},  // 10,000 to 100,000 writes belong to no tier of the source; the
                         // product plans for several nodes
      {99999, 0, 0, 3},
      {100000, 0, 0, 3},
      {0, 100000, 0, 3},
      {0, 0, 10000, 3},
      {500000, 499999, 0, 3},
      {500000, 500000, 0, 4},
      {0, 0, 100000, 4},
  };
  for (const Row& row : rows) {
    CAPTURE(row.writes);
    CAPTURE(row.reads);
    CAPTURE(row.gb);
    const auto tier = scale_tier(Range::exactly(row.writes), Range::exactly(row.reads), Range::exactly(row.gb));
    REQUIRE(tier);
    CHECK(*tier == row.tier);
  }
  CHECK_FALSE(scale_tier(std::nullopt, std::nullopt, std::nullopt));
  CHECK_FALSE(scale_tier(Range{100, 500, 20000}, std::nullopt, std::nullopt));  // touches tiers 1 and 3
}

TEST_CASE("it holds until the first limit gives way") {
  Profile profile = with_rates(0, 900);
  profile.growth_percent_per_month = Range::exactly(5);
  profile.data_size_gb = Range::exactly(500);
  profile.growth_gb_per_month = Range{10, 20, 40};
  const std::optional<Holding> holding = holds_until(profile, derive(profile));
  REQUIRE(holding);
  CHECK(holding->resource == "disk");  // 500 / 20 = 25 months; writes last ln(10000 / 900) / ln 1.05 = 49.4
  CHECK(holding->months.mid == doctest::Approx(25));
  CHECK(holding->months.low == doctest::Approx(12.5));
  CHECK(holding->months.high == doctest::Approx(49.354).epsilon(1e-4));  // then writes give way first

  profile.growth_gb_per_month = std::nullopt;
  profile.growth_percent_per_month = Range::exactly(0);
  CHECK_FALSE(holds_until(profile, derive(profile)));
}

TEST_CASE("a growth too slow to matter holds a century, and the ends of the forecast stay in order") {
  struct Row {
    Range percent;
    double low, mid, high;
  };
  const Row rows[] = {
      {Range::exactly(0.001), a_century, a_century, a_century},
      {Range::exactly(0.5), 461.7, 461.7, 461.7},
      {{0, 0.01, 1}, 231.4, a_century, a_century},  // the middle would be 23,027 months, more than the end of no growth
      {{0, 1, 2}, 116.3, 231.4, a_century},
  };
  for (const Row& row : rows) {
    CAPTURE(row.percent.mid);
    Profile profile = with_rates(0, 1000);
    profile.growth_percent_per_month = row.percent;
    const std::optional<Holding> holding = holds_until(profile, derive(profile));
    REQUIRE(holding);
    CHECK(holding->months.low == doctest::Approx(row.low).epsilon(1e-3));
    CHECK(holding->months.mid == doctest::Approx(row.mid).epsilon(1e-3));
    CHECK(holding->months.high == doctest::Approx(row.high).epsilon(1e-3));
  }
  Profile still = with_rates(0, 1000);
  still.growth_percent_per_month = Range::exactly(1e-300);  // 1 plus this is 1: no growth at all
  CHECK_FALSE(holds_until(still, derive(still)));
}

TEST_CASE("the figure that decides the tier is the one that is in it alone") {
  using Maybe = std::optional<Range>;
  const Range many{2000, 5000, 20000};
  struct Row {
    Maybe writes, reads, gb;
    const char* unit;
    std::optional<int> tier;
    double limit;
  };
  const auto exactly = [](double value) { return Maybe(Range::exactly(value)); };
  const Row rows[] = {
      {exactly(900), {}, {}, "writes a second", 1, 10000},
      {exactly(900), exactly(9000), exactly(10), "writes a second", 1, 10000},
      {exactly(900), exactly(50000), exactly(10), "reads a second", 2, 100000},
      {exactly(900), exactly(9000), exactly(20000), "GB", 3, 100000},
      {{}, exactly(9000), {}, "reads a second", 1, 10000},
      {exactly(400000), exactly(700000), {}, "reads a second", 4, 0},  // only their sum is in tier 4
      {exactly(700000), exactly(400000), {}, "writes a second", 4, 0},
      {exactly(900), many, exactly(10), "reads a second", std::nullopt, 0},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.unit));
    const std::optional<DecidingFigure> figure = deciding_figure({row.writes, row.reads, row.gb, false}, {});
    REQUIRE(figure);
    CHECK(figure->unit == row.unit);
    CHECK(figure->tier == row.tier);
    CHECK(figure->limit == row.limit);
    CHECK_FALSE(figure->in_12_months);
  }
  CHECK_FALSE(deciding_figure({}, {}));
}
