// The monthly bills that the selection chapter quotes, with what they hide, beside the same bills from unit prices.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/cost/bill.h"

namespace storewright::cost {

struct RecomputedBill {
  std::string id;
  std::string label;
  std::vector<BilledLine> lines;
  Range usd_per_month;       // without people
};

struct QuotedAnswer {
  const QuotedBill* bill = nullptr;
  Range with_hidden;                  // the quoted price and every hidden cost
  std::optional<Range> units;         // what the quoted price buys of the bill's unit
  std::vector<RecomputedBill> recomputed;
};

/// Every quoted bill, worked out with the prices of `book`; a recomputed one whose prices the book lacks has no lines.
std::vector<QuotedAnswer> quoted_bills(const PriceRules& rules);

/// "Quoted", "with what it hides", "from unit prices" and the verdict of each; for readers and for CSV.
report::Table quoted_table(const std::vector<QuotedAnswer>& answers);

}  // namespace storewright::cost
