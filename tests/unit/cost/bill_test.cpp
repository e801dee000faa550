#include "core/cost/bill.h"

#include <doctest/doctest.h>

#include "core/base/math.h"

using namespace storewright;
using namespace storewright::cost;

namespace {

const PriceRules& rules() { return built_in_prices(); }

OptionCost cost_for(std::string_view id, const CompareInput& input) { return cost_of(*rules().option(id), rules().book, input); }

CompareInput bare() {
  CompareInput input;
  input.replicas = Range::exactly(0);
  input.backup_days = Range::exactly(0);
  input.transfer_gb = Range::exactly(0);
  return input;
}

const BilledLine& line(const OptionCost& cost, std::string_view id) {
  for (const BilledLine& one : cost.lines)
    if (one.id == id) return one;
  FAIL("no such line");
  return cost.lines.front();
}

}  // namespace

// Each is worked out by hand from the unit prices: 0.90 x 730 = 657 and 1,000 x 0.115 = 115; three c5.2xlarge are 744.60 and three
// copies of 1 TB on gp3 are 240.
TEST_CASE("bills of the chapter's workload come out of their unit prices") {
  struct Row { const char* option; double replicas, bill; };
  const Row rows[] = {{"rds-postgresql", 0, 772}, {"rds-postgresql", 1, 1544}, {"self-postgresql", 0, 374.336}, {"dynamodb-on-demand", 0, 5177.5},
                      {"dynamodb-provisioned", 0, 1673.5}, {"self-cassandra", 0, 984.6}, {"neon", 0, 1868.4}, {"planetscale", 0, 2884}};
  for (const Row& row : rows) {
    CAPTURE(std::string(row.option));
    CompareInput input = bare();
    input.replicas = Range::exactly(row.replicas);
    CHECK(cost_for(row.option, input).bill_usd_per_month.mid == doctest::Approx(row.bill));
  }
}

// https://infratally.com/articles/aws-rds-pricing-explained-2026.html: db.t4g.small costs 0.032 an hour, so 23.36 a month, and 46.72
// in two zones; https://www.usage.ai/blogs/aws/reserved-instances/rds/postgresql/read-replicas/: three db.r8g.xlarge at 0.478 are 1,047.
TEST_CASE("published RDS examples come out of the same lines") {
  struct Row { double hourly, replicas, compute; };
  for (const Row& row : {Row{0.032, 0, 23.36}, {0.032, 1, 46.72}, {0.478, 2, 1046.82}}) {
    CompareInput input = bare();
    input.replicas = Range::exactly(row.replicas);
    input.prices = {{"aws/rds-postgresql/db.r6g.2xlarge/us-east-1/USD", shortest_number(row.hourly)}};
    const auto book = with_overrides(rules().book, input.prices);
    REQUIRE(book);
    const OptionCost cost = cost_of(*rules().option("rds-postgresql"), *book, input);
    CHECK(line(cost, "compute").usd_per_month.mid + line(cost, "replica-compute").usd_per_month.mid == doctest::Approx(row.compute));
  }
}

TEST_CASE("a line shows its formula, the values put in, and its price with date") {
  const OptionCost cost = cost_for("rds-postgresql", bare());
  const BilledLine& primary = line(cost, "compute");
  CHECK(primary.formula.formula == "hours of a month x size x price");
  CHECK(primary.formula.filled == "730 x 1 x 0.9 = $657");
  CHECK(key_of(*primary.price) == "aws/rds-postgresql/db.r6g.2xlarge/us-east-1/USD");
  CHECK(line(cost, "people").formula.filled == "(2 to 6) x 200 = $400 to $1,200");
}

TEST_CASE("what is free is taken off, and never below nothing") {
  for (const auto& [gigabytes, usd] : {std::pair{50.0, 0.0}, {100.0, 0.0}, {101.0, 0.09}, {1100.0, 90.0}}) {
    CompareInput input = bare();
    input.transfer_gb = Range::exactly(gigabytes);
    CHECK(line(cost_for("rds-postgresql", input), "transfer").usd_per_month.mid == doctest::Approx(usd));
  }
}

TEST_CASE("hours are yours where you give them, for the way an option is run") {
  CompareInput input = bare();
  input.hours_self_managed = Range::exactly(3);
  input.hours_managed = Range::exactly(0);
  CHECK(cost_for("self-cassandra", input).people_usd_per_month == Range::exactly(600));
  CHECK(cost_for("rds-postgresql", input).people_usd_per_month == Range::exactly(0));
  CHECK(cost_for("neon", input).people_usd_per_month.mid == 400);
  input.hourly_rate_usd.reset();
  CHECK(cost_for("neon", input).people_usd_per_month == Range{});
}

TEST_CASE("twelve and 36 months are sums of months, with growth, people and moving once") {
  CompareInput input = bare();
  const OptionCost flat = cost_for("rds-postgresql", input);
  CHECK(flat.usd_over_12_months.mid == doctest::Approx(12 * flat.usd_per_month.mid));
  CHECK(flat.usd_over_36_months.high == doctest::Approx(36 * flat.usd_per_month.high));
  input.migration_usd = Range::exactly(5000);
  CHECK(cost_for("rds-postgresql", input).usd_over_12_months.mid == doctest::Approx(flat.usd_over_12_months.mid + 5000));
  input.current = "rds-postgresql";
  CHECK(cost_for("rds-postgresql", input).usd_over_12_months.mid == doctest::Approx(flat.usd_over_12_months.mid));

  CompareInput growing = bare();
  growing.growth_percent_per_month = Range::exactly(5);
  growing.hours_serverless = Range::exactly(0);
  const OptionCost by_use = cost_for("dynamodb-on-demand", growing);
  const double sum = (power(1.05, 12) - 1) / 0.05;   // of a geometric series
  CHECK(by_use.usd_over_12_months.mid == doctest::Approx(5177.5 * sum));
}

TEST_CASE("a load beyond the largest size leaves an option out; one that grows beyond it says when") {
  CompareInput input = bare();
  input.writes_per_second = Range::exactly(8000);
  input.reads_per_second = Range::exactly(80000);
  CHECK(cost_for("rds-postgresql", input).left_out.empty());
  CHECK(cost_for("rds-postgresql", input).size == "8 db.r6g.2xlarge");
  input.writes_per_second = Range::exactly(8001);
  CHECK(cost_for("rds-postgresql", input).left_out.find("the largest is 8") != std::string::npos);
  CHECK(cost_for("dynamodb-on-demand", input).left_out.empty());

  CompareInput growing = bare();
  growing.growth_percent_per_month = Range::exactly(10);
  const OptionCost cost = cost_for("rds-postgresql", growing);
  CHECK(cost.outgrown_month == 23);   // 1.1 ^ 22 = 8.14 > 8
}

TEST_CASE("limits of an option leave it out with the reason") {
  CompareInput input = bare();
  input.item_bytes = Range::exactly(409600);
  CHECK(cost_for("dynamodb-on-demand", input).left_out.empty());
  input.item_bytes = Range::exactly(409601);
  CHECK(cost_for("dynamodb-on-demand", input).left_out == "An item of DynamoDB holds at most 400 KB.");
  CompareInput elsewhere = bare();
  elsewhere.region = "eu-central-1";
  CHECK(cost_for("neon", elsewhere).left_out.find("eu-central-1") != std::string::npos);
}
