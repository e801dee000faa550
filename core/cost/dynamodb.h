// What DynamoDB costs from its unit prices: by request against reserved capacity, by what a read promises and how large an item is.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/fields.h"
#include "core/cost/price_options.h"
#include "core/cost/request_units.h"
#include "core/report/formula.h"

namespace storewright::cost {

/// Which of the two lists of prices by request.
enum class OnDemandPrices { today, before_november_2024 };

/// Starts with the workload of the selection chapter.
struct DynamoInput {
  std::optional<Range> writes_per_second = Range::exactly(1000);
  std::optional<Range> reads_per_second = Range::exactly(10000);
  std::optional<Range> item_bytes = Range::exactly(1000);
  std::optional<ReadKind> reads = ReadKind::strong;
  std::optional<bool> transactional_writes;
  std::optional<Range> data_size_gb = Range::exactly(1000);
  std::optional<Range> peak_factor = Range::exactly(1);
  std::optional<OnDemandPrices> on_demand = OnDemandPrices::today;
  std::string region = "us-east-1";

  bool operator==(const DynamoInput&) const = default;
};

FieldTable dynamo_fields();

struct DynamoAnswer {
  Range write_units;             // of one write
  Range read_units;              // of one read
  Range write_units_per_second;
  Range read_units_per_second;
  Range storage_usd_per_month;
  Range on_demand_usd_per_month;   // with storage
  Range provisioned_usd_per_month; // with storage
  std::optional<Range> full_share; // of its capacity that provisioned must use on average to cost as much as by request
  std::vector<report::FormulaLine> lines;
  std::string headline;
  std::string because;
};

/// On-demand = million units x price; provisioned = units a second at the peak x price an hour x 730; both with storage.
/// No free tier, no reserved capacity, one table without secondary indexes: each index that holds the item writes it again.
///
/// Problems: 1103, 1106 as compare_costs; 3007 the region has no price of it; 3010 a number is missing.
/// Source: AWS, pricing for on-demand and for provisioned capacity.
Result<DynamoAnswer> price_dynamodb(const DynamoInput& input, const PriceBook& book);

}  // namespace storewright::cost
