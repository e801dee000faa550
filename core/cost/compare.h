// The same workload on every option: what each costs with people, in which order, and where the two best cost the same.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/cost/bill.h"

namespace storewright::cost {

/// Where the two cheapest cost the same, at the middle of every number.
struct BreakEven {
  std::string cheapest;                      // ids
  std::string second;
  double hours = 0;                          // a month that the cheapest may take more before it costs as much
  std::optional<double> load_factor;         // reads, writes and traffic times this; absent: not between a hundredth and a hundred times
  std::string says;
};

struct CompareAnswer {
  std::vector<OptionCost> options;           // cheapest first, those left out last
  std::optional<BreakEven> break_even;
  std::vector<std::string> missing;          // fields without which nothing can be priced
  std::vector<std::string> not_known;        // fields that count as nothing because nobody said
  std::vector<std::string> stale;            // keys of prices past their date
  std::string headline;
  std::string because;
  std::string what_next;                     // how sure it is, and what would make it surer

  const OptionCost* option(std::string_view id) const;
  std::size_t priced() const;                // how many are not left out
};

/// Prices every option of the book and ranks them by the middle of a month with people.
///
/// Interval arithmetic: each bound is the bill of one end of the workload, so no samples are drawn.
/// `excluded` are options that the reader's profile rules out, with the reason.
///
/// Problems: 1103 a number outside its limits, 1106 a range out of order; 3007 an option that does not exist; 3009 a `today` that is no
/// date; those of `with_price_file` (where: "/price_file…") and `with_overrides`.
Result<CompareAnswer> compare_costs(const CompareInput& input, const PriceRules& rules, std::span<const LeftOut> excluded = {});

/// The book with the reader's file and amounts.
Result<PriceBook> book_of(const CompareInput& input, const PriceBook& book);

/// The options as a table, and every line of every option; for readers and for CSV.
report::Table options_table(const CompareAnswer& answer);
report::Table lines_table(const CompareAnswer& answer);

}  // namespace storewright::cost
