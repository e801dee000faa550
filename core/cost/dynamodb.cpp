#include "core/cost/dynamodb.h"

#include "core/base/text.h"
#include "core/cost/workload.h"

namespace storewright::cost {
namespace {

using Input = DynamoInput;
using report::money_text;
using report::operand_text;

constexpr Option read_kinds[] = {{"strong", "the latest write"}, {"eventual", "may lag a moment"}, {"transactional", "in transactions"}};
constexpr Option lists[] = {{"today", "of today"}, {"before_november_2024", "before November 2024"}};

constexpr Field fields[] = {
    field<&Input::writes_per_second>({.name = "writes_per_second", .label = "Writes", .unit = "writes a second", .max = 1e9}),
    field<&Input::reads_per_second>({.name = "reads_per_second", .label = "Reads", .unit = "reads a second", .max = 1e9}),
    field<&Input::item_bytes>({.name = "item_bytes", .label = "Size of one item", .unit = "bytes", .help = "At most 400 KB.", .max = 409600}),
    field<&Input::reads>({.name = "reads", .label = "A read sees", .options = read_kinds}),
    field<&Input::transactional_writes>({.name = "transactional_writes", .label = "Do writes go in transactions?", .help = "They take twice the units."}),
    field<&Input::data_size_gb>({.name = "data_size_gb", .label = "Data", .unit = "GB", .max = 1e9}),
    field<&Input::peak_factor>({.name = "peak_factor", .label = "Busiest minutes against the average", .unit = "times", .min = 1, .max = 1000}),
    field<&Input::on_demand>({.name = "on_demand_prices", .label = "Prices by request", .options = lists}),
    field<&Input::region>({.name = "region", .label = "Region", .max_items = 1}),
};

Range over(const Range& range, double (*at)(double, double), double other) { return {at(range.low, other), at(range.mid, other), at(range.high, other)}; }
Range times(const Range& a, const Range& b) { return {a.low * b.low, a.mid * b.mid, a.high * b.high}; }
Range plus(const Range& a, const Range& b) { return {a.low + b.low, a.mid + b.mid, a.high + b.high}; }

struct UnitPrices {
  Range write, read, write_hour, read_hour, storage;
};

Result<UnitPrices> unit_prices(const Input& input, const PriceBook& book) {
  const bool old = input.on_demand == OnDemandPrices::before_november_2024;
  const std::string suffix = old ? "-before-2024-11" : "";
  UnitPrices prices;
  const std::pair<Range*, std::string> wanted[] = {{&prices.write, "write-request-units" + suffix},
                                                   {&prices.read, "read-request-units" + suffix},
                                                   {&prices.write_hour, "write-capacity-unit"},
                                                   {&prices.read_hour, "read-capacity-unit"},
                                                   {&prices.storage, "storage"}};
  for (const auto& [amount, item] : wanted) {
    const Price* price = book.find("aws/dynamodb/" + item, input.region);
    if (!price) return Problem{3007, "/region", "The price book has no \"aws/dynamodb/" + item + "\" for the region " + shortened(input.region, 40) + "."};
    *amount = price->amount;
  }
  return prices;
}

Problems check(const Input& input) {
  Problems problems;
  Input copy = input;
  for (const Field& field : fields) {
    if (field.kind != FieldKind::number) continue;
    const auto& value = *static_cast<const std::optional<Range>*>(field.member(&copy));
    const std::string where = "/" + std::string(field.name);
    if (!value) problems.push_back({3010, where, "\"" + std::string(field.label) + "\" is needed here."});
    else if (!(value->low >= field.min && value->high <= field.max)) problems.push_back({1103, where, std::string(field.label) + " must be between " + display_number(field.min) + " and " + display_number(field.max) + "."});
    else if (!(value->low <= value->mid && value->mid <= value->high)) problems.push_back({1106, where, std::string(field.label) + " must rise from low over mid to high."});
  }
  return problems;
}

report::FormulaLine line_of(std::string id, std::string label, const Range& usd, std::string formula, std::string filled) {
  return {std::move(id), std::move(label), money_text(usd), std::move(formula), std::move(filled) + " = " + money_text(usd)};
}

void add_lines(const Input& in, const UnitPrices& prices, const Range& peak_writes, const Range& peak_reads, DynamoAnswer& out) {
  const Range write_millions = times(out.write_units_per_second, Range::exactly(seconds_of_month / 1e6));
  const Range read_millions = times(out.read_units_per_second, Range::exactly(seconds_of_month / 1e6));
  const auto price = [](const Range& amount) { return operand_text(amount, "", 6); };
  const Range writes = times(write_millions, prices.write);
  const Range reads = times(read_millions, prices.read);
  const Range writes_hours = times(times(peak_writes, prices.write_hour), Range::exactly(hours_of_month));
  const Range reads_hours = times(times(peak_reads, prices.read_hour), Range::exactly(hours_of_month));
  out.storage_usd_per_month = times(*in.data_size_gb, prices.storage);
  out.on_demand_usd_per_month = plus(plus(writes, reads), out.storage_usd_per_month);
  out.provisioned_usd_per_month = plus(plus(writes_hours, reads_hours), out.storage_usd_per_month);
  out.lines = {
      {"write_units", "Units of one write", report::amount_text(out.write_units), "KB begun, twice in a transaction", operand_text(*in.item_bytes, "") + " bytes / 1,024, rounded up"},
      {"read_units", "Units of one read", report::amount_text(out.read_units), "4 KB begun; half eventually consistent, twice in a transaction", operand_text(*in.item_bytes, "") + " bytes / 4,096, rounded up"},
      line_of("on_demand_writes", "Writes by request", writes, "writes a second x units x 730 hours x 3,600 / 1 million x price", operand_text(write_millions, "") + " million x " + price(prices.write)),
      line_of("on_demand_reads", "Reads by request", reads, "reads a second x units x 730 hours x 3,600 / 1 million x price", operand_text(read_millions, "") + " million x " + price(prices.read)),
      line_of("provisioned_writes", "Writes reserved", writes_hours, "write units a second at the peak x 730 hours x price", operand_text(peak_writes, "") + " x 730 x " + price(prices.write_hour)),
      line_of("provisioned_reads", "Reads reserved", reads_hours, "read units a second at the peak x 730 hours x price", operand_text(peak_reads, "") + " x 730 x " + price(prices.read_hour)),
      line_of("storage", "Storage", out.storage_usd_per_month, "GB x price", operand_text(*in.data_size_gb, "") + " x " + price(prices.storage)),
      line_of("on_demand", "By request, all in all", out.on_demand_usd_per_month, "writes + reads + storage",
              operand_text(writes, "") + " + " + operand_text(reads, "") + " + " + operand_text(out.storage_usd_per_month, "")),
      line_of("provisioned", "Reserved, all in all", out.provisioned_usd_per_month, "writes + reads + storage",
              operand_text(writes_hours, "") + " + " + operand_text(reads_hours, "") + " + " + operand_text(out.storage_usd_per_month, "")),
  };
  const double by_request = writes.mid + reads.mid;
  if (by_request > 0) out.full_share = Range::exactly((writes_hours.mid + reads_hours.mid) / by_request);
}

void put_into_words(DynamoAnswer& out) {
  const Range& request = out.on_demand_usd_per_month;
  const Range& reserved = out.provisioned_usd_per_month;
  if (request.mid < reserved.mid) out.headline = "By request costs less: " + money_text(request, 0) + " a month against " + money_text(reserved, 0) + " reserved.";
  else if (reserved.mid < request.mid) out.headline = "Reserved capacity costs less: " + money_text(reserved, 0) + " a month against " + money_text(request, 0) + " by request.";
  else out.headline = "Both ways cost the same: " + money_text(request, 0) + " a month.";
  if (out.full_share && out.full_share->mid < 1)
    out.because = "Reserved capacity pays once it is used more than " + report::percent_text(*out.full_share) + " of this; it throttles what exceeds it.";
  else if (out.full_share)
    out.because = "The peak needs so much reserved capacity that paying by request is cheaper.";
}

}  // namespace

FieldTable dynamo_fields() { return fields; }

Result<DynamoAnswer> price_dynamodb(const DynamoInput& input, const PriceBook& book) {
  const Problems problems = check(input);
  if (!problems.empty()) return problems;
  const Result<UnitPrices> prices = unit_prices(input, book);
  if (!prices) return prices.problems();

  DynamoAnswer out;
  const ReadKind reads = input.reads.value_or(ReadKind::strong);
  out.write_units = over(*input.item_bytes, [](double bytes, double twice) { return write_units_of(bytes, twice > 0); }, input.transactional_writes.value_or(false) ? 1 : 0);
  out.read_units = over(*input.item_bytes, [](double bytes, double kind) { return read_units_of(bytes, static_cast<ReadKind>(static_cast<int>(kind))); }, static_cast<double>(static_cast<int>(reads)));
  out.write_units_per_second = times(*input.writes_per_second, out.write_units);
  out.read_units_per_second = times(*input.reads_per_second, out.read_units);
  add_lines(input, *prices, times(out.write_units_per_second, *input.peak_factor), times(out.read_units_per_second, *input.peak_factor), out);
  put_into_words(out);
  return out;
}

}  // namespace storewright::cost
