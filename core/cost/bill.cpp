#include "core/cost/bill.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"

namespace storewright::cost {
namespace {

constexpr End ends[] = {End::low, End::mid, End::high};
constexpr int long_run_months = 36;
constexpr int short_run_months = 12;

/// A line with its price looked up once.
struct PricedLine {
  const BillLine* line;
  const Price* price;
};

struct Priced {
  std::vector<PricedLine> lines;
  std::string missing;   // the first price that the region lacks
};

Priced priced_lines(const PriceOption& option, const PriceBook& book, std::string_view region) {
  Priced priced;
  for (const BillLine& line : option.lines) {
    const Price* price = book.find(line.price, region);
    if (!price && priced.missing.empty()) priced.missing = line.price;
    priced.lines.push_back({&line, price});
  }
  return priced;
}

double counted(const BillLine& line, const Quantities& quantities) {
  double product = line.times;
  for (const Quantity quantity : line.quantities) product *= quantities[static_cast<std::size_t>(quantity)];
  return std::max(0.0, product - line.free);
}

double amount_of(const PricedLine& priced, const Quantities& quantities, End end) {
  return priced.price ? counted(*priced.line, quantities) * at_end(priced.price->amount, end) : 0;
}

const std::optional<Range>& given_hours(const CompareInput& input, Runs runs) {
  return runs == Runs::managed ? input.hours_managed : runs == Runs::serverless ? input.hours_serverless : input.hours_self_managed;
}

Range hours_of(const PriceOption& option, const CompareInput& input) { return given_hours(input, option.runs).value_or(option.hours_a_month); }

double people_at(const PriceOption& option, const CompareInput& input, End end) {
  return input.hourly_rate_usd ? at_end(hours_of(option, input), end) * at_end(*input.hourly_rate_usd, end) : 0;
}

double units_at(const PriceOption& option, const CompareInput& input, const MonthLoad& load, End end) {
  return option.sizing ? units_needed(*option.sizing, load, input, end).units : 0;
}

double bill_at(const std::vector<PricedLine>& lines, const Quantities& quantities, End end) {
  double sum = 0;
  for (const PricedLine& line : lines) sum += amount_of(line, quantities, end);
  return sum;
}

double& end_of(Range& range, End end) { return end == End::low ? range.low : end == End::mid ? range.mid : range.high; }

std::string formula_of(const BillLine& line) {
  std::string words;
  for (const Quantity quantity : line.quantities) {
    if (quantity == Quantity::one) continue;
    words += (words.empty() ? "" : " x ") + std::string(words_of(quantity));
  }
  if (line.times != 1) words += (words.empty() ? "" : " x ") + display_number(line.times);
  if (line.free > 0) words = "(" + (words.empty() ? "1" : words) + " - " + display_number(line.free) + " free)";
  return words.empty() ? "price" : words + " x price";
}

std::string filled_of(const BillLine& line, const Price& price, const std::array<Quantities, 3>& at) {
  std::string words;
  for (const Quantity quantity : line.quantities) {
    if (quantity == Quantity::one) continue;
    const auto i = static_cast<std::size_t>(quantity);
    words += (words.empty() ? "" : " x ") + report::operand_text(Range{at[0][i], at[1][i], at[2][i]}, "");
  }
  if (line.times != 1) words += (words.empty() ? "" : " x ") + display_number(line.times);
  if (line.free > 0) words = "(" + (words.empty() ? "1" : words) + " - " + display_number(line.free) + ")";
  const std::string amount = report::operand_text(price.amount, "", 6);
  return words.empty() ? amount : words + " x " + amount;
}

/// At an exact workload the middle is the cost; otherwise the bounds are.
std::string cost_text(const Range& usd) { return report::money_text(usd); }

BilledLine billed(const PricedLine& priced, const std::array<Quantities, 3>& at, std::string_view today) {
  BilledLine out;
  out.id = priced.line->id;
  out.group = priced.line->group;
  for (std::size_t i = 0; i < 3; ++i) end_of(out.usd_per_month, ends[i]) = amount_of(priced, at[i], ends[i]);
  out.formula = {priced.line->id, priced.line->label, cost_text(out.usd_per_month), formula_of(*priced.line),
                 filled_of(*priced.line, *priced.price, at) + " = " + cost_text(out.usd_per_month)};
  out.price = *priced.price;
  out.stale = is_stale(*priced.price, today);
  return out;
}

BilledLine people_line(const PriceOption& option, const CompareInput& input) {
  BilledLine out;
  out.id = "people";
  out.group = LineGroup::people;
  for (const End end : ends) end_of(out.usd_per_month, end) = people_at(option, input, end);
  const Range hours = hours_of(option, input);
  const std::string value = input.hourly_rate_usd ? cost_text(out.usd_per_month) : "not known";
  out.formula = {"people", "Hours of your people", value, "hours a month x hourly rate",
                 report::operand_text(hours, "") + " x " + report::operand_text(input.hourly_rate_usd, "rate") + " = " + value};
  return out;
}

std::string unit_words(const Sizing& sizing, const Range& units) { return report::amount_text(units, 3) + " " + sizing.unit; }

std::string excluded_by_limit(const PriceOption& option, const MonthLoad& load, const CompareInput& input) {
  for (const OptionLimit& limit : option.limits) {
    if (limit.item_bytes && input.item_bytes && input.item_bytes->mid > *limit.item_bytes) return limit.because;
    if (limit.data_gb && load.data_gb > *limit.data_gb) return limit.because;
  }
  return "";
}

std::string too_large(const PriceOption& option, const MonthLoad& load, const CompareInput& input) {
  if (!option.sizing) return "";
  const UnitsNeeded needed = units_needed(*option.sizing, load, input, End::mid);
  if (!needed.beyond_largest) return "";
  return "The load needs " + display_number(needed.units, 1) + " " + option.sizing->unit + "; the largest is " +
         display_number(option.sizing->largest, 1) + ". Spread it over several, or choose what spreads by itself.";
}

void add_months(OptionCost& cost, const PriceOption& option, const std::vector<PricedLine>& lines, const CompareInput& input, End end) {
  MonthLoad load = first_month(input, end);
  double sum = 0;
  const double people = people_at(option, input, end);
  const bool moves = input.migration_usd && option.id != input.current;
  const double migration = moves ? at_end(*input.migration_usd, end) : 0;
  for (int month = 1; month <= long_run_months; ++month) {
    if (end == End::mid && option.sizing && !cost.outgrown_month && units_needed(*option.sizing, load, input, end).beyond_largest)
      cost.outgrown_month = month;
    sum += bill_at(lines, quantities_of(input, load, units_at(option, input, load, end), end), end) + people;
    if (month == short_run_months) end_of(cost.usd_over_12_months, end) = sum + migration;
    load = grown(load, input, end);
  }
  end_of(cost.usd_over_36_months, end) = sum + migration;
}

void add_remarks(OptionCost& cost, const PriceOption& option, const CompareInput& input) {
  if (cost.outgrown_month)
    cost.remarks.push_back("From month " + std::to_string(*cost.outgrown_month) + " the load exceeds its largest size; the sums go on as if there were a larger one.");
  if (option.sizing) cost.remarks.push_back(option.sizing->says);
  if (!given_hours(input, option.runs)) cost.remarks.push_back(option.hours_says);
  for (const std::string& more : option.not_counted) cost.remarks.push_back("Not counted: " + more);
}

}  // namespace

OptionCost cost_of(const PriceOption& option, const PriceBook& book, const CompareInput& input) {
  OptionCost cost{.id = option.id, .name = option.name, .engine = option.engine, .runs = option.runs, .burden = option.burden};
  const MonthLoad mid = first_month(input, End::mid);
  const Priced priced = priced_lines(option, book, input.region);
  cost.left_out = excluded_by_limit(option, mid, input);
  if (cost.left_out.empty()) cost.left_out = too_large(option, mid, input);
  if (cost.left_out.empty() && !priced.missing.empty())
    cost.left_out = "The price book has no \"" + priced.missing + "\" for the region " + input.region + ".";
  if (!cost.left_out.empty()) return cost;

  std::array<Quantities, 3> at;
  Range units;
  for (std::size_t i = 0; i < 3; ++i) {
    const MonthLoad load = first_month(input, ends[i]);
    end_of(units, ends[i]) = units_at(option, input, load, ends[i]);
    at[i] = quantities_of(input, load, end_of(units, ends[i]), ends[i]);
    end_of(cost.bill_usd_per_month, ends[i]) = bill_at(priced.lines, at[i], ends[i]);
    end_of(cost.people_usd_per_month, ends[i]) = people_at(option, input, ends[i]);
    end_of(cost.usd_per_month, ends[i]) = end_of(cost.bill_usd_per_month, ends[i]) + end_of(cost.people_usd_per_month, ends[i]);
    add_months(cost, option, priced.lines, input, ends[i]);
  }
  if (option.sizing) cost.size = unit_words(*option.sizing, units);
  for (const PricedLine& line : priced.lines) {
    cost.lines.push_back(billed(line, at, input.today));
    cost.stale_prices += cost.lines.back().stale;
    cost.unverified_prices += line.price->kind == knowledge::FactKind::unverified && !line.price->overridden;
  }
  cost.lines.push_back(people_line(option, input));
  add_remarks(cost, option, input);
  return cost;
}

double month_cost(const PriceOption& option, const PriceBook& book, const CompareInput& input, const MonthLoad& load, End end) {
  const Priced priced = priced_lines(option, book, input.region);
  return bill_at(priced.lines, quantities_of(input, load, units_at(option, input, load, end), end), end) + people_at(option, input, end);
}

}  // namespace storewright::cost
