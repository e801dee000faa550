// The workload that every option is priced for, and what bills count of it.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "core/base/fields.h"
#include "core/cost/price_options.h"
#include "core/cost/request_units.h"

namespace storewright::cost {

/// Starts with the workload of the selection chapter's cost table: 1 TB, 1,000 writes and 10,000 reads a second.
struct CompareInput {
  std::optional<Range> data_size_gb = Range::exactly(1000);
  std::optional<Range> writes_per_second = Range::exactly(1000);
  std::optional<Range> reads_per_second = Range::exactly(10000);
  std::optional<Range> item_bytes = Range::exactly(1000);
  std::optional<ReadKind> reads = ReadKind::strong;
  std::optional<Range> peak_factor = Range::exactly(1);
  std::optional<Range> growth_percent_per_month;            // of data, requests and traffic
  std::optional<Range> load_factor = Range::exactly(1);     // of the machines that the chapter's load takes
  std::optional<Range> replicas = Range::exactly(1);
  std::optional<Range> backup_days = Range::exactly(7);
  std::optional<Range> transfer_gb = Range::exactly(100);   // out, a month
  std::optional<Range> disk_read_percent = Range{1, 5, 20}; // reads that miss memory
  std::optional<Range> hours_managed;                       // a month; absent: each option's own estimate
  std::optional<Range> hours_serverless;
  std::optional<Range> hours_self_managed;
  std::optional<Range> hourly_rate_usd = Range::exactly(200);
  std::optional<Range> migration_usd;                       // once, for every option but `current`
  std::string current;                                      // id of the option that runs today
  std::string region = "us-east-1";
  NamedTexts prices;                                        // amounts of your own by key
  std::string price_file;                                   // text of a file of prices of your own
  std::vector<std::string> leave_out;                       // ids of options
  std::string today;                                        // ISO date, by which prices are found to be old

  bool operator==(const CompareInput&) const = default;
};

FieldTable compare_fields();

/// Fields without which nothing can be priced, of those that are not known: their names.
std::vector<std::string> missing_fields(const CompareInput& input);

/// One way the workload may turn out: all its numbers at their low ends, their middles or their high ends.
enum class End { low, mid, high };
double at_end(const Range& range, End end);

/// The numbers of one month at one end.
struct MonthLoad {
  double data_gb = 0;
  double writes_per_second = 0;
  double reads_per_second = 0;
  double transfer_gb = 0;
};
MonthLoad first_month(const CompareInput& input, End end);
/// The next month, everything grown once.
MonthLoad grown(const MonthLoad& load, const CompareInput& input, End end);

inline constexpr double hours_of_month = 730;   // a twelfth of 8,760
inline constexpr double seconds_of_month = hours_of_month * 3600;

/// How many units of an option the load needs, rounded to what can be bought; and whether that is more than the largest.
struct UnitsNeeded {
  double units = 0;
  bool beyond_largest = false;
};
UnitsNeeded units_needed(const Sizing& sizing, const MonthLoad& load, const CompareInput& input, End end);

/// Every quantity of one month. None ever falls when a number of the workload rises, so the ends of a bill are the bills of
/// the ends. What is not known counts as none and is named in the answer.
using Quantities = std::array<double, quantity_count>;
Quantities quantities_of(const CompareInput& input, const MonthLoad& load, double units, End end);

}  // namespace storewright::cost
