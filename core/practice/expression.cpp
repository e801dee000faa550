#include "core/practice/expression.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "core/base/math.h"
#include "core/base/text.h"

namespace storewright::practice {
namespace {

constexpr std::size_t most_bytes = 400;
constexpr int deepest = 32;
constexpr int largest_exponent = 1000;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool starts_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

/// Recursive descent: sum = product {(+|-) product}, product = factor {(*|/) factor}, factor = -factor | base [^ factor],
/// base = (sum) | number | name.
class Evaluator {
 public:
  Evaluator(std::string_view text, const Values& values) : text_(text), values_(values) {}

  Result<double> run() {
    if (text_.size() > most_bytes) return Problem{2301, "byte " + std::to_string(most_bytes), "The formula is too long."};
    const double value = sum(0);
    if (!problem_ && peek() != '\0') fail(2301, "Here the formula should end or go on with + - * or /.");
    if (!problem_ && !is_finite(value)) fail(2303, "The result is too large.");
    if (problem_) return *problem_;
    return value;
  }

 private:
  char peek() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
    return at_ < text_.size() ? text_[at_] : '\0';
  }

  double fail(int code, std::string message) {
    if (!problem_) problem_ = Problem{code, "byte " + std::to_string(at_), std::move(message)};
    return 0;
  }

  double sum(int depth) {
    double value = product(depth);
    while (!problem_ && (peek() == '+' || peek() == '-')) {
      const char sign = text_[at_++];
      const double right = product(depth);
      value = sign == '+' ? value + right : value - right;
    }
    return value;
  }

  double product(int depth) {
    double value = factor(depth);
    while (!problem_ && (peek() == '*' || peek() == '/')) {
      const char sign = text_[at_++];
      const double right = factor(depth);
      if (sign == '/' && right == 0) return fail(2303, "Something is divided by zero.");
      value = sign == '*' ? value * right : value / right;
    }
    return value;
  }

  double factor(int depth) {
    if (depth >= deepest) return fail(2301, "The formula is nested too deeply.");
    const char next = peek();
    if (next == '-') {
      ++at_;
      return -factor(depth + 1);
    }
    const double value = base(next, depth);
    if (problem_ || peek() != '^') return value;
    ++at_;
    return power(value, factor(depth + 1));
  }

  double base(char next, int depth) {
    if (next == '(') return parenthesis(depth);
    if (is_digit(next) || next == '.') return number();
    if (starts_name(next)) return name();
    return fail(2301, next == '\0' ? "The formula stops too early." : "Here a number, a name or a parenthesis should stand.");
  }

  double power(double value, double exponent) {
    if (problem_) return 0;
    if (!(exponent >= 0 && exponent <= largest_exponent) || exponent != static_cast<int>(exponent))
      return fail(2303, "An exponent must be a whole number from 0 to 1,000.");
    double result = 1;
    for (int i = 0; i < static_cast<int>(exponent); ++i) result *= value;
    return result;
  }

  double parenthesis(int depth) {
    ++at_;
    const double value = sum(depth + 1);
    if (problem_) return 0;
    if (peek() != ')') return fail(2301, "A closing parenthesis is missing.");
    ++at_;
    return value;
  }

  double number() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && (is_digit(text_[at_]) || text_[at_] == '.')) ++at_;
    double value = 0;
    if (!parse_number(text_.substr(begin, at_ - begin), value)) return fail(2301, "This is no number.");
    return value;
  }

  double name() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && (starts_name(text_[at_]) || is_digit(text_[at_]))) ++at_;
    const std::string_view word = text_.substr(begin, at_ - begin);
    const auto value = values_.find(word);
    if (value == values_.end()) return fail(2302, "\"" + shortened(word, 40) + "\" stands for nothing here.");
    return value->second;
  }

  std::string_view text_;
  const Values& values_;
  std::size_t at_ = 0;
  std::optional<Problem> problem_;
};

}  // namespace

Result<double> evaluate(std::string_view text, const Values& values) { return Evaluator(text, values).run(); }

std::vector<std::string> names_in(std::string_view text) {
  std::vector<std::string> names;
  for (std::size_t at = 0; at < text.size();) {
    if (!starts_name(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && (starts_name(text[end]) || is_digit(text[end]))) ++end;
    const std::string name(text.substr(at, end - at));
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    at = end;
  }
  return names;
}

}  // namespace storewright::practice
