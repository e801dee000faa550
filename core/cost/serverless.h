// Paying by use against a reserved machine: what it costs, where both cost the same, and what the first query waits.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/fields.h"
#include "core/report/formula.h"

namespace storewright::cost {

inline constexpr double hours_per_month = 730;

/// Starts with Aurora Serverless v2 as the source prices it: 0.12 USD a unit and hour, at least half a unit.
struct ServerlessInput {
  std::optional<Range> usd_per_unit_hour = Range::exactly(0.12);
  std::optional<Range> units = Range::exactly(1);            // while it works
  std::optional<Range> minimum_units = Range::exactly(0.5);  // while it idles; 0 when it sleeps
  std::optional<Range> reserved_usd_per_month;               // of a machine that does the same work all month
  std::optional<Range> busy_percent;                         // of the month; else it follows from the queries
  std::optional<Range> queries_per_hour;                     // that come at random moments
  std::optional<Range> pause_after_minutes = Range::exactly(5);
  std::optional<Range> cold_start_ms = Range{100, 300, 500};

  bool operator==(const ServerlessInput&) const = default;
};

struct ServerlessAnswer {
  std::optional<Range> floor_usd_per_month;   // minimum units x price x 730
  std::optional<Range> full_usd_per_month;    // units x price x 730: busy all month
  std::optional<Range> busy_share;            // 0 to 1
  std::optional<Range> usage_usd_per_month;
  std::optional<Range> break_even_share;      // busy share at which both cost the same; 1 and more: never dearer
  std::optional<bool> usage_is_cheaper;       // absent when the ranges do not decide
  std::optional<Range> cold_share;            // of the queries that find it asleep
  std::optional<Range> mean_wait_ms;          // that a query waits for it on average
  std::vector<report::FormulaLine> lines;
  std::string because;
};

FieldTable serverless_fields();

/// Queries at random moments (a Poisson process) find it awake when another came within the pause before: it is awake
/// the share 1 - e^(-queries x pause) of the time, and the share e^(-queries x pause) of the queries wakes it.
/// Source: coverage SF-75 and SF-78; the formula of the pause is the product's own. Problems: those of fields.
Result<ServerlessAnswer> compare_serverless(const ServerlessInput& input);

}  // namespace storewright::cost
