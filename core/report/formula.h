// A number of an answer with the formula it came from: in words, and with the values put in.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/base/range.h"
#include "core/report/scene.h"

namespace storewright::report {

/// One line of a calculation, such as "600 + 12 x 200 = 3,000".
struct FormulaLine {
  std::string id;
  std::string label;    // what the number is
  std::string value;    // with its unit, "not known" where an input is missing
  std::string formula;  // in words: "price + hours x rate"
  std::string filled;   // the same with the values put in
};

/// "3,000" or "2,200 to 3,800".
std::string amount_text(const Range& amount, int decimals = 2);
/// "$3,000", "$2,200 to $3,800", "-$300".
std::string money_text(const Range& usd, int decimals = 2);
/// "42.3 %" or "31.8 % to 60.5 %".
std::string percent_text(const Range& share, int decimals = 1);
/// A value inside a formula: a range or a negative number in parentheses, the unknown as `unknown`.
std::string operand_text(const std::optional<Range>& value, std::string_view unknown, int decimals = 2);

/// The member "lines" of an API answer: id, label, value, formula and filled of each.
void write_formula_lines(JsonWriter& writer, const std::vector<FormulaLine>& lines);

/// The lines as a table, for readers and for CSV.
Table formula_table(std::string caption, const std::vector<FormulaLine>& lines);

}  // namespace storewright::report
