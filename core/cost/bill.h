// The bill of one option for one workload: its lines with formula, price, date and source, and what they add up to.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/cost/workload.h"
#include "core/report/formula.h"

namespace storewright::cost {

/// One line, worked out. Its price stands beside it as the book has it, region and date included.
struct BilledLine {
  std::string id;
  LineGroup group = LineGroup::compute;
  Range usd_per_month;
  report::FormulaLine formula;
  std::optional<Price> price;      // absent for hours of people
  bool stale = false;
};

/// An option's cost. Low, middle and high are the bills of the workload's ends, so they hold what lies between.
struct OptionCost {
  std::string id;
  std::string name;
  std::string engine;
  Runs runs = Runs::managed;
  Burden burden = Burden::low;
  std::string left_out;            // why it is not priced for this workload; "" when it is
  std::vector<BilledLine> lines;   // of the first month, people last
  Range bill_usd_per_month;        // without people
  Range people_usd_per_month;
  Range usd_per_month;             // both
  Range usd_over_12_months;        // with growth, and moving there
  Range usd_over_36_months;
  std::string size;                // "1 machine of 8 vCPU"; "" when billed by use alone
  std::optional<int> outgrown_month;  // the first whose load exceeds the largest size
  int stale_prices = 0;
  int unverified_prices = 0;
  std::vector<std::string> remarks;
};

/// Why an option is not compared: an id and a sentence.
struct LeftOut {
  std::string option;
  std::string because;
};

/// The cost of one option with the prices of `book`. Left out when a limit of the option excludes the workload, when its largest
/// size is too small, or when the region has no price of it.
OptionCost cost_of(const PriceOption& option, const PriceBook& book, const CompareInput& input);

/// What the first month of a load costs with people, at one end; for searching. Zero when a price is missing.
double month_cost(const PriceOption& option, const PriceBook& book, const CompareInput& input, const MonthLoad& load, End end);

}  // namespace storewright::cost
