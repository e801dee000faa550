// Arithmetic over ranges, written as text in content: read once, worked out for many inputs, shown in words.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/range.h"
#include "core/base/result.h"

namespace storewright::sheet {

/// How a number is written: as it stands, with a dollar sign, or a share as a percentage.
enum class Notation { plain, usd, percent };

/// What a name in an expression stands for.
struct Term {
  std::string_view name;
  std::string_view label;           // its words in a formula; the name where it has none
  std::optional<Range> value = {};  // absent: not known, which makes the result not known
  Notation notation = Notation::plain;
  int decimals = 2;  // at most this many are shown
};

/// An expression that could be read. It knows its names, and no values.
class Expression {
 public:
  /// The names in it, once each, in the order of their first use.
  const std::vector<std::string>& names() const { return names_; }

 private:
  friend class ExpressionReader;
  friend Result<std::optional<Range>> value_of(const Expression&, std::span<const Term>);
  friend std::string words_of(const Expression&, std::span<const Term>);
  friend std::string filled_of(const Expression&, std::span<const Term>);

  enum class Operation { number, name, plus, minus, times, over, negate, lower, higher, root, power, ln, log10 };
  struct Step {  // in the order of working out: operands before their operation
    Operation operation;
    double number = 0;
    std::size_t name = 0;
    std::size_t at = 0;  // byte of the text, for problems
  };
  struct Piece {  // in the order of reading
    enum class Kind { number, name, sign, function } kind;
    std::string text;
    std::size_t name = 0;
  };

  static bool apply(Operation operation, std::vector<Range>& stack);

  std::vector<Step> steps_;
  std::vector<Piece> pieces_;
  std::vector<std::string> names_;
};

/// Reads `text`: numbers, names, + - * / and parentheses by the usual precedence, and the functions min(a, b), max(a,
/// b), pow(a, b), sqrt(a), ln(a) and log10(a). There is no assignment and no comparison.
///
/// Problem 2901 (where = "byte N"): not an expression, longer than 600 bytes or nested more than 32 deep.
Result<Expression> parse_expression(std::string_view text);

/// The value by interval arithmetic: every value of the terms leads into it. The same term used twice is taken as two
/// numbers, so bounds may be wider than need be and never too narrow. Empty when a term is not known.
///
/// Problems (where = "byte N"): 2902 a name that is no term; 2903 a division by a range that holds zero, a root or
/// logarithm of what it does not exist for, or a result beyond the numbers there are.
Result<std::optional<Range>> value_of(const Expression& expression, std::span<const Term> terms);

/// The formula in words: "churn a month x lifetime value x customers / 12".
std::string words_of(const Expression& expression, std::span<const Term> terms);

/// The same with the values put in; what is not known keeps its words: "3.4 % x 125,000 x customers / 12".
std::string filled_of(const Expression& expression, std::span<const Term> terms);

/// A value in the notation of its term, such as "$1,200", "3.4 %" or "10 to 20".
std::string term_text(const Range& value, Notation notation, int decimals);

}  // namespace storewright::sheet
