#include "core/report/formula.h"

#include <utility>

#include "core/base/text.h"

namespace storewright::report {
namespace {

std::string one_amount(double usd, int decimals) {
  const std::string digits = display_number(usd < 0 ? -usd : usd, decimals);
  return (usd < 0 && digits != "0" ? "-$" : "$") + digits;
}

// Two ends that read alike are one number.
std::string between(const std::string& low, const std::string& high) { return low == high ? low : low + " to " + high; }

}  // namespace

std::string amount_text(const Range& amount, int decimals) {
  return between(display_number(amount.low, decimals), display_number(amount.high, decimals));
}

std::string money_text(const Range& usd, int decimals) {
  return between(one_amount(usd.low, decimals), one_amount(usd.high, decimals));
}

std::string percent_text(const Range& share, int decimals) {
  return between(display_percent(share.low, decimals), display_percent(share.high, decimals));
}

std::string operand_text(const std::optional<Range>& value, std::string_view unknown, int decimals) {
  if (!value) return std::string(unknown);
  const std::string text = amount_text(*value, decimals);
  const bool plain = text.find(' ') == text.npos && value->low >= 0;
  return plain ? text : "(" + text + ")";
}

void write_formula_lines(JsonWriter& writer, const std::vector<FormulaLine>& lines) {
  writer.key("lines").begin_array();
  for (const FormulaLine& line : lines)
    writer.begin_object()
        .member("id", line.id)
        .member("label", line.label)
        .member("value", line.value)
        .member("formula", line.formula)
        .member("filled", line.filled)
        .end_object();
  writer.end_array();
}

Table formula_table(std::string caption, const std::vector<FormulaLine>& lines) {
  Table table{std::move(caption), {{"Number"}, {"Value", true}, {"Formula"}, {"With your values"}}, {}};
  for (const FormulaLine& line : lines) table.rows.push_back({line.label, line.value, line.formula, line.filled});
  return table;
}

}  // namespace storewright::report
