#include "core/sheet/expression.h"

#include <utility>

#include "core/base/math.h"
#include "core/base/text.h"
#include "core/report/formula.h"

namespace storewright::sheet {
namespace {

constexpr std::size_t most_bytes = 600;
constexpr int deepest = 32;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool starts_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

double smaller(double a, double b) { return b < a ? b : a; }
double larger(double a, double b) { return a < b ? b : a; }

bool finite(const Range& range) { return is_finite(range.low) && is_finite(range.mid) && is_finite(range.high); }

// What an operation makes of the four pairs of ends holds every value in between, for each operation used here.
template <class Of>
Range over_corners(const Range& a, const Range& b, Of&& of) {
  const double corners[] = {of(a.low, b.low), of(a.low, b.high), of(a.high, b.low), of(a.high, b.high)};
  Range result{corners[0], of(a.mid, b.mid), corners[0]};
  for (const double corner : corners) {
    result.low = smaller(result.low, corner);
    result.high = larger(result.high, corner);
  }
  // Powers round by a digit in the last place, which may put the middle of a narrow range beside it.
  result.mid = larger(result.low, smaller(result.high, result.mid));
  return result;
}

double raised(double base, double exponent) { return base == 0 ? (exponent == 0 ? 1 : 0) : power(base, exponent); }

const Term* find_term(std::span<const Term> terms, std::string_view name) {
  for (const Term& term : terms)
    if (term.name == name) return &term;
  return nullptr;
}

std::string byte(std::size_t at) { return "byte " + std::to_string(at); }

}  // namespace

/// Recursive descent: sum = product {(+|-) product}, product = factor {(*|/) factor},
/// factor = -factor | (sum) | number | name | function(sum {, sum}).
class ExpressionReader {
 public:
  explicit ExpressionReader(std::string_view text) : text_(text) {}

  Result<Expression> run() {
    if (text_.size() > most_bytes) return Problem{2901, byte(most_bytes), "The formula is too long."};
    sum(0);
    peek();  // past the spaces
    if (at_ < text_.size()) fail("Here the formula should end or go on with + - * or /.");
    if (problem_) return *problem_;
    return std::move(read_);
  }

 private:
  using Operation = Expression::Operation;
  using Piece = Expression::Piece;

  struct Function {
    std::string_view name;
    Operation operation;
    int operands;
  };
  static constexpr Function functions[] = {{"min", Operation::lower, 2}, {"max", Operation::higher, 2},
                                           {"pow", Operation::power, 2}, {"sqrt", Operation::root, 1},
                                           {"ln", Operation::ln, 1},     {"log10", Operation::log10, 1}};

  char peek() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
    return at_ < text_.size() ? text_[at_] : '\0';
  }

  void fail(std::string message) {
    if (!problem_) problem_ = Problem{2901, byte(at_), std::move(message)};
  }

  void piece(Piece::Kind kind, std::string text, std::size_t name = 0) {
    read_.pieces_.push_back({kind, std::move(text), name});
  }
  void step(Operation operation, std::size_t at) { read_.steps_.push_back({operation, 0, 0, at}); }

  void sum(int depth) {
    product(depth);
    while (!problem_ && (peek() == '+' || peek() == '-')) {
      const std::size_t at = at_;
      const bool plus = text_[at_++] == '+';
      piece(Piece::Kind::sign, plus ? " + " : " - ");
      product(depth);
      step(plus ? Operation::plus : Operation::minus, at);
    }
  }

  void product(int depth) {
    factor(depth);
    while (!problem_ && (peek() == '*' || peek() == '/')) {
      const std::size_t at = at_;
      const bool times = text_[at_++] == '*';
      piece(Piece::Kind::sign, times ? " x " : " / ");
      factor(depth);
      step(times ? Operation::times : Operation::over, at);
    }
  }

  void factor(int depth) {
    if (depth >= deepest) return fail("The formula is nested too deeply.");
    const char next = peek();
    if (next == '-') {
      const std::size_t at = at_++;
      piece(Piece::Kind::sign, "-");
      factor(depth + 1);
      return step(Operation::negate, at);
    }
    if (next == '(') {
      ++at_;
      piece(Piece::Kind::sign, "(");
      sum(depth + 1);
      return close();
    }
    if (is_digit(next) || next == '.') return number();
    if (starts_name(next)) return word(depth);
    fail(next == '\0' ? "The formula stops too early." : "Here a number, a name or a parenthesis should stand.");
  }

  void close() {
    if (problem_) return;
    if (peek() != ')') return fail("A closing parenthesis is missing.");
    ++at_;
    piece(Piece::Kind::sign, ")");
  }

  void number() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && (is_digit(text_[at_]) || text_[at_] == '.')) ++at_;
    double value = 0;
    if (!parse_number(text_.substr(begin, at_ - begin), value)) return fail("This is no number.");
    read_.steps_.push_back({Operation::number, value, 0, begin});
    piece(Piece::Kind::number, display_number(value, 12));
  }

  void word(int depth) {
    const std::size_t begin = at_;
    while (at_ < text_.size() && (starts_name(text_[at_]) || is_digit(text_[at_]))) ++at_;
    const std::string_view name = text_.substr(begin, at_ - begin);
    if (peek() == '(') return function(name, begin, depth);
    const std::size_t index = index_of(name);
    read_.steps_.push_back({Operation::name, 0, index, begin});
    piece(Piece::Kind::name, std::string(name), index);
  }

  void function(std::string_view name, std::size_t begin, int depth) {
    for (const Function& one : functions) {
      if (one.name != name) continue;
      ++at_;
      piece(Piece::Kind::function, std::string(name));
      piece(Piece::Kind::sign, "(");
      for (int operand = 0; operand < one.operands && !problem_; ++operand) {
        if (operand > 0) {
          if (peek() != ',') return fail("Here a comma and a second operand should stand.");
          ++at_;
          piece(Piece::Kind::sign, ", ");
        }
        sum(depth + 1);
      }
      close();
      return step(one.operation, begin);
    }
    at_ = begin;
    fail("\"" + shortened(name, 40) + "\" is no function; there are min, max, pow, sqrt, ln and log10.");
  }

  std::size_t index_of(std::string_view name) {
    for (std::size_t i = 0; i < read_.names_.size(); ++i)
      if (read_.names_[i] == name) return i;
    read_.names_.emplace_back(name);
    return read_.names_.size() - 1;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Expression read_;
  std::optional<Problem> problem_;
};

Result<Expression> parse_expression(std::string_view text) { return ExpressionReader(text).run(); }

/// Replaces the operands on the stack by the result; false when there is none.
bool Expression::apply(Operation operation, std::vector<Range>& stack) {
  const Range b = stack.back();
  const auto one = [&](Range result) {
    stack.back() = result;
    return finite(result);
  };
  switch (operation) {
    case Operation::negate: return one({-b.high, -b.mid, -b.low});
    case Operation::root: return b.low >= 0 && one({square_root(b.low), square_root(b.mid), square_root(b.high)});
    case Operation::ln: return b.low > 0 && one({natural_log(b.low), natural_log(b.mid), natural_log(b.high)});
    case Operation::log10:
      return b.low > 0 && one({storewright::log10(b.low), storewright::log10(b.mid), storewright::log10(b.high)});
    default: break;
  }
  stack.pop_back();
  const Range a = stack.back();
  switch (operation) {
    case Operation::plus: return one({a.low + b.low, a.mid + b.mid, a.high + b.high});
    case Operation::minus: return one({a.low - b.high, a.mid - b.mid, a.high - b.low});
    case Operation::times: return one(over_corners(a, b, [](double x, double y) { return x * y; }));
    case Operation::over:
      return !(b.low <= 0 && b.high >= 0) && one(over_corners(a, b, [](double x, double y) { return x / y; }));
    case Operation::lower: return one({smaller(a.low, b.low), smaller(a.mid, b.mid), smaller(a.high, b.high)});
    case Operation::higher: return one({larger(a.low, b.low), larger(a.mid, b.mid), larger(a.high, b.high)});
    case Operation::power: {
      // Of negative bases only some powers exist, and of zero no negative ones.
      if (a.low < 0 || (a.low == 0 && b.low < 0)) return false;
      return one(over_corners(a, b, raised));
    }
    default: return false;
  }
}

Result<std::optional<Range>> value_of(const Expression& expression, std::span<const Term> terms) {
  using Operation = Expression::Operation;
  std::vector<const Term*> found;
  for (const std::string& name : expression.names_) found.push_back(find_term(terms, name));
  bool known = true;
  for (const Expression::Step& step : expression.steps_) {
    if (step.operation != Operation::name) continue;
    const Term* term = found[step.name];
    if (term == nullptr)
      return Problem{2902, byte(step.at),
                     "\"" + shortened(expression.names_[step.name], 40) + "\" stands for nothing here."};
    known = known && term->value.has_value();
  }
  if (!known) return std::optional<Range>{};

  std::vector<Range> stack;
  for (const Expression::Step& step : expression.steps_) {
    if (step.operation == Operation::number) {
      stack.push_back(Range::exactly(step.number));
    } else if (step.operation == Operation::name) {
      stack.push_back(*found[step.name]->value);
    } else if (!Expression::apply(step.operation, stack)) {
      const bool divided = step.operation == Operation::over;
      return Problem{2903, byte(step.at),
                     divided ? "Something is divided by what is or may be zero." : "No number comes out of this."};
    }
  }
  return std::optional<Range>(stack.back());
}

std::string words_of(const Expression& expression, std::span<const Term> terms) {
  std::string text;
  for (const Expression::Piece& piece : expression.pieces_) {
    const Term* term = piece.kind == Expression::Piece::Kind::name ? find_term(terms, piece.text) : nullptr;
    if (term != nullptr && !term->label.empty())
      text += term->label;
    else
      text += piece.text;
  }
  return text;
}

std::string filled_of(const Expression& expression, std::span<const Term> terms) {
  std::string text;
  for (const Expression::Piece& piece : expression.pieces_) {
    const Term* term = piece.kind == Expression::Piece::Kind::name ? find_term(terms, piece.text) : nullptr;
    if (term == nullptr) {
      text += piece.text;
    } else if (!term->value) {
      text += term->label.empty() ? term->name : term->label;
    } else if (term->notation == Notation::percent) {
      const std::string share = term_text(*term->value, Notation::percent, term->decimals);
      const bool plain = term->value->low >= 0 && share.find(" to ") == share.npos;
      text += plain ? share : "(" + share + ")";
    } else {
      // A dollar sign before every number would hide the arithmetic.
      text += report::operand_text(term->value, term->label, term->decimals);
    }
  }
  return text;
}

std::string term_text(const Range& value, Notation notation, int decimals) {
  if (notation == Notation::usd) return report::money_text(value, decimals);
  if (notation == Notation::plain) return report::amount_text(value, decimals);
  const std::string low = display_number(value.low * 100, decimals);
  const std::string high = display_number(value.high * 100, decimals);
  return low == high ? low + " %" : low + " % to " + high + " %";
}

}  // namespace storewright::sheet
