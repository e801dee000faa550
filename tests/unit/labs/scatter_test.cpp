#include "core/labs/scatter.h"

#include <doctest/doctest.h>

using namespace storewright;
using namespace storewright::labs;

TEST_CASE("a query asks only the shards that may hold its rows") {
  struct Row {
    std::vector<std::string> companies;
    std::vector<int> shards;
    bool scatter;
  };
  const std::vector<int> all = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  const Row rows[] = {
      {{"42"}, {4}, false},
      {{"42", "42"}, {4}, false},
      {{"1", "2", "3"}, {5, 10, 13}, false},
      {{}, all, true},
  };
  for (const Row& row : rows) {
    const auto answer = plan_query({.companies = row.companies});
    REQUIRE(answer);
    CHECK(answer->shards == row.shards);
    CHECK(answer->scatter == row.scatter);
    CHECK_FALSE(answer->because.empty());
  }
}

TEST_CASE("the chance of waiting for a slow shard grows with the number of shards") {
  struct Row {
    int shards;
    double within, slow_percent;
  };
  const Row rows[] = {
      {1, 99, 1}, {16, 99, 14.85}, {16, 95, 55.99}, {16, 100, 0}, {16, 0, 100}, {100, 99, 63.4},
  };
  for (const Row& row : rows) {
    CAPTURE(row.shards);
    const auto answer = tail_latency({.shards = row.shards, .within_percent = Range::exactly(row.within)});
    REQUIRE(answer);
    CHECK(100 * answer->slow_share == doctest::Approx(row.slow_percent).epsilon(0.0005));
  }
  CHECK(tail_latency({})->slow_share == doctest::Approx(0.1485).epsilon(0.001));
}

TEST_CASE("a range of fast answers gives a range of slow queries, the ends exchanged") {
  const auto answer = tail_latency({.shards = 16, .within_percent = Range{95, 99, 100}});
  REQUIRE(answer);
  CHECK(answer->slow_share_low == 0);
  CHECK(answer->slow_share == doctest::Approx(0.1485).epsilon(0.001));
  CHECK(answer->slow_share_high == doctest::Approx(0.5599).epsilon(0.001));
}

TEST_CASE("numbers outside their limits are problems of their field") {
  CHECK(tail_latency({.shards = 0, .within_percent = {}}).problems()[0].where == "/shards");
  CHECK(tail_latency({.shards = 1, .within_percent = Range::exactly(100.1)}).problems()[0].where == "/within_percent");
  CHECK(plan_query({.shards = 300, .companies = {}}).problems()[0].code == 1103);
}
