// What a database costs with the people who run it: by yourselves against managed, and the hours where both cost the same.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/fields.h"
#include "core/report/formula.h"

namespace storewright::cost {

/// Prices and rate start with the example of the selection chapter (its cost table and its rate of 200 USD). Hours start
/// unknown on both sides: nobody but the reader knows them, and a managed service takes some too.
struct TotalCostInput {
  std::optional<Range> self_managed_usd_per_month = Range::exactly(600);
  std::optional<Range> managed_usd_per_month = Range::exactly(1500);
  std::optional<Range> self_managed_hours_per_month;
  std::optional<Range> managed_hours_per_month;
  std::optional<Range> hourly_rate_usd = Range::exactly(200);
  std::optional<Range> months = Range::exactly(12);   // how long to add it up
  std::optional<Range> budget_usd_per_month;          // for the bill alone, without people
  std::string database;                               // its name, for the sentences

  bool operator==(const TotalCostInput&) const = default;
};

FieldTable total_cost_fields();

/// Example inputs with a name; texts as a link holds them.
struct TotalCostPreset {
  std::string_view name;
  std::string_view label;
  std::string_view help;
  std::string_view hours;
  std::string_view rate;
};

/// The figures of the two source articles; both hourly rates are theirs.
std::span<const TotalCostPreset> total_cost_presets();

enum class Cheaper {
  managed,
  self_managed,
  equal,         // less than a cent apart
  depends,       // the ranges overlap
  not_known,     // an input that would decide is missing
};

struct SideCost {
  std::optional<Range> people_usd_per_month;
  std::optional<Range> total_usd_per_month;   // absent when an input is unknown
  std::optional<double> at_least_usd_per_month;  // what is certain all the same
  std::optional<Range> total_usd;             // over the months
  std::optional<bool> within_budget;          // of the bill alone
};

struct TotalCostAnswer {
  Cheaper cheaper = Cheaper::not_known;
  SideCost self_managed;
  SideCost managed;
  std::optional<Range> difference_usd_per_month;  // by yourselves less managed: above zero, managed costs less
  std::optional<Range> saving_share;              // of it in the cost by yourselves
  std::optional<Range> saving_share_at_most;      // while the managed side's hours are unknown: as if they were none
  std::optional<Range> difference_usd;            // over the months
  std::optional<Range> break_even_extra_hours;    // hours a month that managed must save to cost the same
  std::optional<Range> break_even_hours;          // hours a month by yourselves where both cost the same
  std::optional<Range> managed_hours_limit;       // hours a month managed may take before it costs more
  std::vector<std::string> missing;               // fields without which something cannot be told
  std::string headline;                           // one sentence
  std::string because;                            // what follows, one or two sentences; "" for none
  std::vector<report::FormulaLine> lines;
};

/// Total = price + hours x rate on both sides. A rate that is a range is the same rate on both sides.
///
/// Problems: 1103 a number outside its limits; 1106 a range out of order.
/// Source: selection chapter, total cost of ownership; hours on both sides and ranges are this product's correction.
Result<TotalCostAnswer> analyze_total_cost(const TotalCostInput& input);

/// The headline's parts that depend on the database's name.
std::string self_managed_name(const TotalCostInput& input);  // "PostgreSQL, run by yourselves"
std::string managed_name(const TotalCostInput& input);       // "PostgreSQL, managed"

}  // namespace storewright::cost
