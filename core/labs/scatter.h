// A query over many shards: which of them it must ask, and how often it waits for a slow one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/fields.h"

namespace storewright::labs {

struct PlanInput {
  int shards = 16;
  int vnodes = 150;
  std::vector<std::string> companies;   // sharding keys in the filter; none means the query does not name one
};

struct PlanAnswer {
  std::vector<int> shards;              // that must be asked, ascending
  bool scatter = false;                 // all of them
  std::string because;
};

FieldTable plan_fields();

/// Shard pruning for a query that filters by the sharding key. Source: coverage DF-44.
/// Problems: 1103 a number outside its limits.
Result<PlanAnswer> plan_query(const PlanInput& input);

struct TailInput {
  int shards = 16;
  std::optional<Range> within_percent;  // share of one shard's answers that are fast, 0 to 100; default 99
};

struct TailAnswer {
  double slow_share = 0;                // chance that at least one of the shards is slow: 1 - q^n
  double slow_share_low = 0;            // the same for the ends of a range; equal when the input is exact
  double slow_share_high = 0;
};

FieldTable tail_fields();

/// Tail latency amplification, for shards that are slow independently of each other. Source: coverage DF-48.
/// Problems: 1103 a number outside its limits.
Result<TailAnswer> tail_latency(const TailInput& input);

}  // namespace storewright::labs
