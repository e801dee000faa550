#include "core/cost/dynamodb.h"

#include <doctest/doctest.h>

using namespace storewright;
using namespace storewright::cost;

namespace {

const PriceBook& book() { return built_in_prices().book; }

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
  CHECK(answer->full_share->mid == doctest::Approx(1423.5 / 4927.5));   // AWS speaks of 28.8 % of use
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
