// What the page that compares costs holds: the price book once it is fetched, its inputs, the last answer, how the table is sorted.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/cost/compare.h"
#include "core/cost/quoted.h"
#include "core/sheet/sensitivity.h"
#include "web/app/state.h"
#include "web/ui/sortable_table.h"

namespace storewright::app {

struct CostCompareState {
  Fetched<cost::PriceRules> pack;
  CalculatorState<cost::CompareInput> own;
  std::optional<cost::CompareInput> input;    // of the last answer
  std::vector<cost::LeftOut> excluded;        // with which it was made
  std::optional<cost::CompareAnswer> answer;
  std::vector<sheet::Move> moves;             // of the lead of its cheapest option
  std::vector<cost::QuotedAnswer> quoted;     // point into the pack
  ui::SortableTable table;
  ui::SortedBy sorted;
  ui::TableMeasure measure;
  int revision = 0;                           // of the table: another one with each answer
};

CostCompareState& cost_compare_of(State& state);

/// The options as rows that sort, and below each its lines, what its size rests on, and its prices to override.
/// True when `edited` changed.
bool cost_options(State& state, cost::CompareInput& edited);
/// The reader's own file of prices. True when `edited` changed.
bool cost_price_file(const State& state, cost::CompareInput& edited);
/// What the chapter's two tables say, beside the same from unit prices.
void cost_quoted(State& state);

}  // namespace storewright::app
