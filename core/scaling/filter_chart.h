// The chart of four filters as data: ten leaves, walked by answers, one question at a time.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/fields.h"
#include "core/scaling/filter_rules.h"
#include "core/selection/profile.h"

namespace storewright::scaling {

struct FilterInput {
  std::optional<selection::DataModel> data_model;
  std::optional<bool> multi_row_transactions;
  std::optional<bool> beyond_one_node;          // or else the load says so
  std::optional<Range> data_size_gb;
  std::optional<Range> writes_per_second;
  std::optional<Range> reads_per_second;
  std::optional<Range> team_engineers;

  bool operator==(const FilterInput&) const = default;
};

FieldTable filter_fields();

/// A filter that has its answer.
struct FilterStep {
  const Filter* filter = nullptr;
  std::string answer;                           // "relational", "yes", "small"
};

struct FilterAnswer {
  std::vector<FilterStep> path;
  const FilterLeaf* leaf = nullptr;             // null while a filter waits, or where the chart has none
  const Filter* asks = nullptr;                 // the filter that waits for an answer
  std::string headline;
};

/// Tier 3 is beyond one node, and fewer than five engineers are a small team.
FilterAnswer walk_filters(const FilterInput& input, const FilterChart& chart);

}  // namespace storewright::scaling
