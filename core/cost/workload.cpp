#include "core/cost/workload.h"

#include <algorithm>

#include "core/base/math.h"
#include "core/base/quantities.h"

namespace storewright::cost {
namespace {

using Input = CompareInput;
using Number = std::optional<Range>;

constexpr double million = 1e6;
constexpr double work_of_one_load_writes = 2000;   // writes a second that alone are one load
constexpr double work_of_one_load_reads = 20000;
constexpr double highest_rate = 1e9;

constexpr Option read_kinds[] = {
    {"strong", "the latest write", "Strongly consistent: one read unit for each 4 KB."},
    {"eventual", "may lag a moment", "Eventually consistent: half a read unit."},
    {"transactional", "in transactions", "Twice the units, for reads and for writes."},
};

constexpr Field fields[] = {
    field<&Input::data_size_gb>({.name = "data_size_gb", .label = "Data", .unit = "GB", .help = "One copy, with its indexes.", .max = 1e9}),
    field<&Input::writes_per_second>({.name = "writes_per_second", .label = "Writes", .unit = "writes a second", .help = "The average of the month.", .max = highest_rate}),
    field<&Input::reads_per_second>({.name = "reads_per_second", .label = "Reads", .unit = "reads a second", .help = "The average of the month.", .max = highest_rate}),
    field<&Input::item_bytes>({.name = "item_bytes", .label = "Size of one row or item", .unit = "bytes", .help = "Request units round it up: 1 KB a write, 4 KB a read.", .max = 1e9}),
    field<&Input::reads>({.name = "reads", .label = "A read sees", .help = "Only services that bill by request ask for it.", .options = read_kinds}),
    field<&Input::peak_factor>({.name = "peak_factor", .label = "Busiest minutes against the average", .unit = "times", .help = "Machines and reserved capacity are sized for the peak.", .min = 1, .max = 1000}),
    field<&Input::growth_percent_per_month>({.name = "growth_percent_per_month", .label = "Growth", .unit = "% a month", .help = "Of data, requests and traffic alike.", .max = 100}),
    field<&Input::load_factor>({.name = "load_factor", .label = "Heavier or lighter than the source's load", .unit = "times", .help = "Sizes follow the chapter: one 8 vCPU machine for 1,000 writes and 10,000 reads a second. Measure yours; 0.5 to 2 says you do not know.", .min = 0.01, .max = 100}),
    field<&Input::replicas>({.name = "replicas", .label = "Replicas beside the primary", .unit = "machines", .help = "A standby for failover counts. Services that keep three copies anyway ignore it.", .max = 15}),
    field<&Input::backup_days>({.name = "backup_days", .label = "Backups are kept", .unit = "days", .max = 3650}),
    field<&Input::transfer_gb>({.name = "transfer_gb", .label = "Traffic out to the internet", .unit = "GB a month", .max = 1e9}),
    field<&Input::disk_read_percent>({.name = "disk_read_percent", .label = "Reads that miss memory", .unit = "%", .help = "Aurora bills storage requests; nobody knows this share before measuring.", .max = 100}),
    field<&Input::hours_managed>({.name = "hours_managed", .label = "Your hours with a managed one", .unit = "hours a month", .help = "Left empty, each option has its own estimate.", .max = 1e5}),
    field<&Input::hours_serverless>({.name = "hours_serverless", .label = "Your hours with one paid by use", .unit = "hours a month", .max = 1e5}),
    field<&Input::hours_self_managed>({.name = "hours_self_managed", .label = "Your hours when you run it", .unit = "hours a month", .max = 1e5}),
    field<&Input::hourly_rate_usd>({.name = "rate", .label = "What an hour of their work costs", .unit = "USD an hour", .help = "Salary with everything around it. The sources use 200 and 150.", .max = 1e5}),
    field<&Input::migration_usd>({.name = "migration", .label = "Moving there, once", .unit = "USD", .help = "Counted for every option but the one you run.", .max = 1e9}),
    field<&Input::current>({.name = "current", .label = "The option you run today", .help = "Its id, as in the table's link.", .max_items = 1}),
    field<&Input::region>({.name = "region", .label = "Region", .help = "As the price book names it; options without a price there are left out.", .max_items = 1}),
    field<&Input::prices>({.name = "prices", .label = "Prices of your own", .help = "By the key of the book: an amount, or bounds such as 0.8~1.", .max_items = 64}),
    field<&Input::price_file>({.name = "price_file", .label = "A price file of your own", .help = "The text of an object with the list \"prices\".", .max_items = 2000}),
    field<&Input::leave_out>({.name = "leave_out", .label = "Options to leave out", .max_items = 64}),
    field<&Input::today>({.name = "today", .label = "Today", .help = "A date such as 2026-11-22: prices past their review date are flagged.", .max_items = 1}),
};

double or_none(const Number& number, End end) { return number ? at_end(*number, end) : 0; }

double rounded_units(const Sizing& sizing, double units) {
  if (units <= sizing.smallest) return sizing.smallest;
  switch (sizing.step) {
    case SizeStep::whole: return ceil_of(units);
    case SizeStep::doubling: {
      double size = sizing.smallest;
      while (size < units) size *= 2;
      return size;
    }
    case SizeStep::any: break;
  }
  return units;
}

}  // namespace

FieldTable compare_fields() { return fields; }

std::vector<std::string> missing_fields(const CompareInput& input) {
  std::vector<std::string> missing;
  const std::pair<const char*, const Number*> needed[] = {{"data_size_gb", &input.data_size_gb},
                                                          {"writes_per_second", &input.writes_per_second},
                                                          {"reads_per_second", &input.reads_per_second},
                                                          {"item_bytes", &input.item_bytes}};
  for (const auto& [name, number] : needed)
    if (!*number) missing.emplace_back(name);
  return missing;
}

double at_end(const Range& range, End end) { return end == End::low ? range.low : end == End::mid ? range.mid : range.high; }

MonthLoad first_month(const CompareInput& input, End end) {
  return {or_none(input.data_size_gb, end), or_none(input.writes_per_second, end), or_none(input.reads_per_second, end),
          or_none(input.transfer_gb, end)};
}

MonthLoad grown(const MonthLoad& load, const CompareInput& input, End end) {
  const double factor = 1 + or_none(input.growth_percent_per_month, end) / 100;
  return {load.data_gb * factor, load.writes_per_second * factor, load.reads_per_second * factor, load.transfer_gb * factor};
}

UnitsNeeded units_needed(const Sizing& sizing, const MonthLoad& load, const CompareInput& input, End end) {
  const double work = load.writes_per_second / work_of_one_load_writes + load.reads_per_second / work_of_one_load_reads;
  const double peak = input.peak_factor ? at_end(*input.peak_factor, end) : 1;
  const double factor = input.load_factor ? at_end(*input.load_factor, end) : 1;
  double units = work * peak * factor * at_end(sizing.units_for_one_load, end);
  if (sizing.gb_for_one_unit > 0) units = std::max(units, load.data_gb / sizing.gb_for_one_unit);
  return {rounded_units(sizing, units), units > sizing.largest};
}

Quantities quantities_of(const CompareInput& input, const MonthLoad& load, double units, End end) {
  const ReadKind reads = input.reads.value_or(ReadKind::strong);
  const double bytes = or_none(input.item_bytes, end);
  const double peak = input.peak_factor ? at_end(*input.peak_factor, end) : 1;
  const double write_units = load.writes_per_second * write_units_of(bytes, reads == ReadKind::transactional);
  const double read_units = load.reads_per_second * read_units_of(bytes, reads);
  const double per_month = seconds_of_month / million;
  const double days = or_none(input.backup_days, end);
  // Every write is taken for a change that a backup keeps, but no day changes more than all data.
  const double changed_a_day = std::min(load.data_gb, load.writes_per_second * seconds_per_day * bytes / gigabyte.value);
  const double backed_up = days > 0 ? load.data_gb : 0;

  Quantities all = {};
  const auto set = [&](Quantity quantity, double value) { all[static_cast<std::size_t>(quantity)] = value; };
  set(Quantity::one, 1);
  set(Quantity::hours, hours_of_month);
  set(Quantity::units, units);
  set(Quantity::replicas, or_none(input.replicas, end));
  set(Quantity::data_gb, load.data_gb);
  set(Quantity::backup_gb, backed_up + days * changed_a_day);
  set(Quantity::backup_beyond_data_gb, days * changed_a_day);
  set(Quantity::backed_up_gb, backed_up);
  set(Quantity::changed_gb, days * changed_a_day);
  set(Quantity::transfer_gb, load.transfer_gb);
  set(Quantity::write_millions, load.writes_per_second * per_month);
  set(Quantity::read_millions, load.reads_per_second * per_month);
  set(Quantity::write_unit_millions, write_units * per_month);
  set(Quantity::read_unit_millions, read_units * per_month);
  set(Quantity::write_units_peak, write_units * peak);
  set(Quantity::read_units_peak, read_units * peak);
  set(Quantity::storage_io_millions, (load.writes_per_second + load.reads_per_second * or_none(input.disk_read_percent, end) / 100) * per_month);
  return all;
}

}  // namespace storewright::cost
