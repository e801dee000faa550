// What a calculator says of its input: values, formulas with the values put in, what follows, what the source claimed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/report/formula.h"
#include "core/sheet/sensitivity.h"
#include "core/sheet/sheet.h"

namespace storewright::sheet {

/// A figure of the source, what its own numbers make (those of the preset `claimed_by`), and what they make when they are
/// used as they should be (the preset that the calculator opens with).
struct CheckedClaim {
  const LineSpec* line = nullptr;
  double claimed = 0;
  std::optional<Range> recomputed;
  std::optional<Range> corrected;
};

struct SheetAnswer {
  std::string headline;
  std::vector<std::string> because;           // the remarks that apply
  std::optional<Range> answer;                // of the line that the headline is about
  std::vector<std::optional<Range>> values;   // in the order of the lines; absent: an input is missing, or no number exists
  std::vector<report::FormulaLine> lines;
  std::vector<const LineSpec*> ranking;       // the lines to be ranked that have a value, the largest first
  std::vector<CheckedClaim> claims;
  std::vector<std::string> missing;           // names of inputs without which a line has no value
};

/// Every line of the calculator. Of choices that are not made the first option holds.
///
/// Problems: 1103 a number outside the limits of its input; 1106 a range out of order.
Result<SheetAnswer> work_out(const Sheet& sheet, const SheetInput& input);

/// The values alone, without words, for plots and for weighing inputs.
std::vector<std::optional<Range>> values_of(const Sheet& sheet, const SheetInput& input);

/// What moves the answer most, the widest first.
std::vector<Move> sheet_moves(const Sheet& sheet, SheetInput input);

/// The value of a line with its unit, "not known" where there is none: "$301,041.67 a month".
std::string value_text(const LineSpec& line, const std::optional<Range>& value);

}  // namespace storewright::sheet
