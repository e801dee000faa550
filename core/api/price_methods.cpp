#include "core/api/groups.h"
#include "core/api/method.h"
#include "core/cost/compare.h"
#include "core/cost/dynamodb.h"
#include "core/cost/quoted.h"
#include "core/knowledge/member_reader.h"

namespace storewright::api {
namespace {

using namespace cost;

std::string_view kind_name(knowledge::FactKind kind) { return knowledge::fact_kind_names()[static_cast<std::size_t>(kind)]; }

void write_range(JsonWriter& out, std::string_view name, const Range& value) {
  out.key(name);
  if (value.exact()) out.number(value.mid);
  else out.begin_object().member("low", value.low).member("mid", value.mid).member("high", value.high).end_object();
}

void write_texts(JsonWriter& out, std::string_view name, const std::vector<std::string>& texts) {
  out.key(name).begin_array();
  for (const std::string& text : texts) out.text(text);
  out.end_array();
}

void write_price(JsonWriter& out, const Price& price, bool stale) {
  out.begin_object().member("key", key_of(price)).member("unit", price_unit_names()[static_cast<std::size_t>(price.unit)]);
  write_range(out, "amount", price.amount);
  out.member("read", price.read)
      .member("review_by", price.review_by)
      .member("source", price.source)
      .member("kind", kind_name(price.kind))
      .member("yours", price.overridden)
      .member("stale", stale)
      .member("note", price.note)
      .end_object();
}

void write_line(JsonWriter& out, const BilledLine& line) {
  out.begin_object().member("id", line.id).member("group", group_name(line.group)).member("label", line.formula.label);
  write_range(out, "usd_per_month", line.usd_per_month);
  out.member("formula", line.formula.formula).member("filled", line.formula.filled).key("price");
  if (line.price) write_price(out, *line.price, line.stale);
  else out.null();
  out.end_object();
}

void write_lines(JsonWriter& out, const std::vector<BilledLine>& lines) {
  out.key("lines").begin_array();
  for (const BilledLine& line : lines) write_line(out, line);
  out.end_array();
}

void write_option(JsonWriter& out, const OptionCost& cost, std::size_t rank) {
  out.begin_object()
      .member("id", cost.id)
      .member("name", cost.name)
      .member("runs", runs_name(cost.runs))
      .member("burden", burden_name(cost.burden));
  if (!cost.left_out.empty()) {
    out.member("left_out", cost.left_out).end_object();
    return;
  }
  out.member("rank", static_cast<std::int64_t>(rank));
  write_range(out, "bill_usd_per_month", cost.bill_usd_per_month);
  write_range(out, "people_usd_per_month", cost.people_usd_per_month);
  write_range(out, "usd_per_month", cost.usd_per_month);
  write_range(out, "usd_over_12_months", cost.usd_over_12_months);
  write_range(out, "usd_over_36_months", cost.usd_over_36_months);
  out.member("size", cost.size).key("outgrown_month");
  if (cost.outgrown_month) out.number(*cost.outgrown_month);
  else out.null();
  out.member("stale_prices", cost.stale_prices).member("unverified_prices", cost.unverified_prices);
  write_texts(out, "remarks", cost.remarks);
  write_lines(out, cost.lines);
  out.end_object();
}

void write_break_even(JsonWriter& out, const std::optional<BreakEven>& even) {
  out.key("break_even");
  if (!even) {
    out.null();
    return;
  }
  out.begin_object().member("cheapest", even->cheapest).member("second", even->second).member("hours", even->hours).key("load_factor");
  if (even->load_factor) out.number(*even->load_factor);
  else out.null();
  out.member("says", even->says).end_object();
}

Result<CompareAnswer> compare(const CompareInput& input) { return compare_costs(input, built_in_prices()); }

void write_compare(JsonWriter& out, const CompareInput&, const CompareAnswer& answer) {
  out.begin_object().member("headline", answer.headline).member("because", answer.because).member("what_next", answer.what_next);
  write_texts(out, "missing", answer.missing);
  write_texts(out, "not_known", answer.not_known);
  write_texts(out, "stale", answer.stale);
  write_break_even(out, answer.break_even);
  out.key("options").begin_array();
  for (std::size_t i = 0; i < answer.options.size(); ++i) write_option(out, answer.options[i], i + 1);
  out.end_array().end_object();
}

Result<DynamoAnswer> dynamodb(const DynamoInput& input) { return price_dynamodb(input, built_in_prices().book); }

void write_dynamodb(JsonWriter& out, const DynamoInput&, const DynamoAnswer& answer) {
  out.begin_object().member("headline", answer.headline).member("because", answer.because);
  write_range(out, "write_units", answer.write_units);
  write_range(out, "read_units", answer.read_units);
  write_range(out, "write_units_per_second", answer.write_units_per_second);
  write_range(out, "read_units_per_second", answer.read_units_per_second);
  out.member("hours_per_month", hours_of_month);
  write_range(out, "storage_usd_per_month", answer.storage_usd_per_month);
  write_range(out, "on_demand_usd_per_month", answer.on_demand_usd_per_month);
  write_range(out, "provisioned_usd_per_month", answer.provisioned_usd_per_month);
  out.key("full_share");
  if (answer.full_share) out.number(answer.full_share->mid);
  else out.null();
  report::write_formula_lines(out, answer.lines);
  out.end_object();
}

/// Which of the two tables of the chapter, or both.
struct QuotedInput {
  std::string bill;
};
constexpr Field quoted_rows[] = {
    field<&QuotedInput::bill>({.name = "bill", .label = "One bill by its id", .help = "Left out: all of them.", .max_items = 1}),
};
FieldTable quoted_fields() { return quoted_rows; }

Result<std::vector<QuotedAnswer>> quoted(const QuotedInput& input) {
  std::vector<QuotedAnswer> chosen;
  for (QuotedAnswer& answer : quoted_bills(built_in_prices()))
    if (input.bill.empty() || answer.bill->id == input.bill) chosen.push_back(std::move(answer));
  if (chosen.empty()) return Problem{3007, "/bill", "There is no quoted bill of that id."};
  return chosen;
}

void write_recomputed(JsonWriter& out, const RecomputedBill& bill) {
  out.begin_object().member("id", bill.id).member("label", bill.label);
  write_range(out, "usd_per_month", bill.usd_per_month);
  write_lines(out, bill.lines);
  out.end_object();
}

void write_quoted(JsonWriter& out, const QuotedInput&, const std::vector<QuotedAnswer>& answers) {
  out.begin_object().key("bills").begin_array();
  for (const QuotedAnswer& answer : answers) {
    const QuotedBill& bill = *answer.bill;
    out.begin_object().member("id", bill.id).member("table", bill.table).member("label", bill.label);
    out.member("low", bill.usd_per_month.low).member("high", bill.usd_per_month.high);
    out.key("hidden").begin_array();
    for (const HiddenCost& hidden : bill.hidden)
      out.begin_object().member("label", hidden.label).member("low", hidden.usd_per_month.low).member("high", hidden.usd_per_month.high).end_object();
    out.end_array();
    write_range(out, "with_hidden", answer.with_hidden);
    out.member("note", bill.note).key("burden");
    if (bill.burden) out.text(burden_name(*bill.burden));
    else out.null();
    out.key("units");
    if (answer.units) out.begin_object().member("low", answer.units->low).member("high", answer.units->high).member("unit", bill.unit_name).end_object();
    else out.null();
    out.key("recomputed").begin_array();
    for (const RecomputedBill& again : answer.recomputed) write_recomputed(out, again);
    out.end_array();
    out.member("verdict", bill.verdict).member("source", built_in_prices().quoted_source).end_object();
  }
  out.end_array().end_object();
}

/// Which part of the price book.
struct BookInput {
  std::string today;
  NamedTexts prices;
  std::string price_file;
};
constexpr Field book_rows[] = {
    field<&BookInput::today>({.name = "today", .label = "Today", .help = "A date such as 2026-11-22: prices past their review date are flagged.", .max_items = 1}),
    field<&BookInput::prices>({.name = "prices", .label = "Prices of your own", .max_items = 64}),
    field<&BookInput::price_file>({.name = "price_file", .label = "A price file of your own", .max_items = 2000}),
};
FieldTable book_fields() { return book_rows; }

Result<PriceBook> book(const BookInput& input) {
  CompareInput compared;
  compared.prices = input.prices;
  compared.price_file = input.price_file;
  return book_of(compared, built_in_prices().book);
}

void write_book(JsonWriter& out, const BookInput& input, const PriceBook& all) {
  out.begin_object().member("currency", book_currency).key("prices").begin_array();
  for (const Price& price : all.prices) write_price(out, price, is_stale(price, input.today));
  out.end_array().end_object();
}

}  // namespace

std::vector<Method> price_methods() {
  return {
      method<"cost.compare", compare_fields, compare, write_compare>(
          "The same workload on every option of the price book: bill and people, over 12 and 36 months, ranked, with every formula and price."),
      method<"cost.dynamodb", dynamo_fields, dynamodb, write_dynamodb>(
          "DynamoDB from its unit prices: by request and reserved, by what a read promises, with item sizes rounded up."),
      method<"cost.quoted", quoted_fields, quoted, write_quoted>(
          "The monthly bills that the selection chapter quotes, with what they hide, beside the same from unit prices."),
      method<"cost.prices", book_fields, book, write_book>(
          "The price book: every price with unit, region, date and source; checks a price file of your own."),
  };
}

}  // namespace storewright::api
