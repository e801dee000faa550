#include "core/cost/quoted.h"

#include <doctest/doctest.h>

using namespace storewright;
using namespace storewright::cost;

namespace {

QuotedAnswer bill(std::string_view id) {
  for (QuotedAnswer& answer : quoted_bills(built_in_prices()))
    if (answer.bill->id == id) return answer;
  FAIL("no such bill");
  return {};
}

double recomputed(const QuotedAnswer& answer, std::string_view id) {
  for (const RecomputedBill& again : answer.recomputed)
    if (again.id == id) return again.usd_per_month.mid;
  FAIL("no such bill");
  return 0;
}

}  // namespace

TEST_CASE("quoted bills stand with what they hide, as numbers") {
  struct Row { const char* id; double low, high, with_low, with_high; };
  const Row rows[] = {
      {"rds", 700, 700, 1500, 1500},      {"aurora", 400, 1200, 400, 1200}, {"dynamodb", 500, 1500, 500, 1500}, {"cockroachdb", 1500, 1500, 1500, 1500},
      {"cassandra", 600, 600, 2200, 3800}, {"planetscale", 400, 400, 400, 400}, {"neon", 200, 200, 200, 200},
      {"quick-rds", 300, 500, 300, 500},  {"quick-aurora", 400, 1200, 400, 1200}, {"quick-dynamodb", 500, 1500, 500, 1500},
      {"quick-cockroachdb", 800, 1500, 800, 1500}, {"quick-cassandra", 600, 600, 2200, 3800},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.id));
    const QuotedAnswer answer = bill(row.id);
    CHECK(answer.bill->usd_per_month.low == row.low);
    CHECK(answer.bill->usd_per_month.high == row.high);
    CHECK(answer.with_hidden.low == row.with_low);
    CHECK(answer.with_hidden.high == row.with_high);
  }
}

TEST_CASE("the same bills from unit prices") {
  struct Row { const char* id; const char* way; double usd; };
  const Row rows[] = {{"rds", "single", 772},       {"rds", "standby", 1544},     {"dynamodb", "before", 10105}, {"dynamodb", "today", 5177.5},
                      {"dynamodb", "provisioned", 1673.5}, {"cassandra", "machines", 984.6}, {"planetscale", "storage", 1485}, {"neon", "storage", 350},
                      {"quick-rds", "single", 443.5}, {"quick-dynamodb", "today", 1892.5}};
  for (const Row& row : rows) {
    CAPTURE(std::string(row.id));
    CHECK(recomputed(bill(row.id), row.way) == doctest::Approx(row.usd));
  }
}

TEST_CASE("the quoted price of Aurora buys 4.6 to 13.7 capacity units") {
  const QuotedAnswer aurora = bill("aurora");
  REQUIRE(aurora.units);
  CHECK(aurora.units->low == doctest::Approx(4.6).epsilon(0.01));
  CHECK(aurora.units->high == doctest::Approx(13.7).epsilon(0.01));
}
