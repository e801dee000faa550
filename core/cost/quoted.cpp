#include "core/cost/quoted.h"

#include <algorithm>

namespace storewright::cost {
namespace {

// What the chapter says of its workload; a recomputed bill names what it counts besides.
CompareInput workload_of(const Recomputed& again) {
  CompareInput input;
  input.replicas = Range::exactly(0);
  input.backup_days = Range::exactly(0);
  input.transfer_gb = Range::exactly(0);
  for (const auto& [name, value] : again.workload)
    if (const Field* field = find_field(compare_fields(), name); field && field->kind == FieldKind::number)
      *static_cast<std::optional<Range>*>(field->member(&input)) = Range::exactly(value);
  return input;
}

bool counts(const Recomputed& again, const BilledLine& line) {
  return line.group != LineGroup::people && (again.only.empty() || std::find(again.only.begin(), again.only.end(), line.id) != again.only.end());
}

RecomputedBill recompute(const Recomputed& again, const PriceRules& rules) {
  RecomputedBill bill{again.id, again.label, {}, {}};
  const PriceOption* option = rules.option(again.option);
  const Result<PriceBook> book = with_overrides(rules.book, again.prices);
  if (!option || !book) return bill;
  const OptionCost cost = cost_of(*option, *book, workload_of(again));
  for (const BilledLine& line : cost.lines) {
    if (!counts(again, line)) continue;
    bill.lines.push_back(line);
    bill.usd_per_month = {bill.usd_per_month.low + line.usd_per_month.low, bill.usd_per_month.mid + line.usd_per_month.mid,
                          bill.usd_per_month.high + line.usd_per_month.high};
  }
  return bill;
}

QuotedAnswer answer_of(const QuotedBill& bill, const PriceRules& rules) {
  QuotedAnswer answer{&bill, bill.usd_per_month, {}, {}};
  for (const HiddenCost& hidden : bill.hidden)
    answer.with_hidden = {answer.with_hidden.low + hidden.usd_per_month.low, answer.with_hidden.mid + hidden.usd_per_month.mid,
                          answer.with_hidden.high + hidden.usd_per_month.high};
  const Price* price = bill.unit_price.empty() ? nullptr : rules.book.find(bill.unit_price, CompareInput().region);
  if (price && price->amount.low > 0) {
    const double month = price->unit == PriceUnit::hour ? hours_of_month : 1;
    answer.units = Range{bill.usd_per_month.low / (price->amount.high * month), bill.usd_per_month.mid / (price->amount.mid * month),
                         bill.usd_per_month.high / (price->amount.low * month)};
  }
  for (const Recomputed& again : bill.recomputed) answer.recomputed.push_back(recompute(again, rules));
  return answer;
}

}  // namespace

std::vector<QuotedAnswer> quoted_bills(const PriceRules& rules) {
  std::vector<QuotedAnswer> answers;
  for (const QuotedBill& bill : rules.quoted) answers.push_back(answer_of(bill, rules));
  return answers;
}

report::Table quoted_table(const std::vector<QuotedAnswer>& answers) {
  report::Table table{"Bills that the chapter quotes, and the same from unit prices",
                      {{"Bill"}, {"Quoted a month", true}, {"With what it hides", true}, {"From unit prices", true}, {"What to take from it"}},
                      {}};
  for (const QuotedAnswer& answer : answers) {
    std::string again;
    for (const RecomputedBill& bill : answer.recomputed)
      again += (again.empty() ? "" : "; ") + (bill.label.empty() ? "" : bill.label + " ") + report::money_text(bill.usd_per_month, 0);
    if (answer.units) again += (again.empty() ? "" : "; ") + report::amount_text(*answer.units, 1) + " " + answer.bill->unit_name;
    table.rows.push_back({answer.bill->label + " (" + answer.bill->table + ")", report::money_text(answer.bill->usd_per_month, 0),
                          answer.bill->hidden.empty() ? "" : report::money_text(answer.with_hidden, 0), again, answer.bill->verdict});
  }
  return table;
}

}  // namespace storewright::cost
