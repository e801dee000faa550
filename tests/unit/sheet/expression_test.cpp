#include "core/sheet/expression.h"

#include <doctest/doctest.h>

#include "core/base/generator.h"

using namespace storewright;
using namespace storewright::sheet;

namespace {

Expression parsed(const std::string& text) {
  const Result<Expression> expression = parse_expression(text);
  CAPTURE(text);
  REQUIRE(expression);
  return *expression;
}

Result<std::optional<Range>> worked_out(const std::string& text, const std::vector<Term>& terms = {}) {
  return value_of(parsed(text), terms);
}

}  // namespace

TEST_CASE("arithmetic has the usual precedence and works from left to right") {
  struct Row {
    const char* text;
    double value;
  };
  const Row rows[] = {
      {"7", 7},
      {" 0.5 ", 0.5},
      {"600 + 12 * 200", 3000},
      {"(600 + 12) * 200", 122400},
      {"10 - 4 - 3", 3},
      {"24 / 4 / 2", 3},
      {"2 * -3", -6},
      {"--4", 4},
      {"-(2 + 3)", -5},
      {"a + b * 2", 11},
      {"a/b", 0.75},
      {"((((a))))", 3},
      {"min(a, b)", 3},
      {"max(a, b)", 4},
      {"max(-a, -b) * 2", -6},
      {"sqrt(b)", 2},
      {"pow(b, 0.5)", 2},
      {"pow(2, 10)", 1024},
      {"pow(0, 2)", 0},
      {"pow(0, 0)", 1},
      {"log10(1000)", 3},
      {"ln(1)", 0},
      {"min(max(a, 5), b)", 4},
      {"min + 1", 8},  // a name may be spelled like a function
  };
  const std::vector<Term> terms = {
      {"a", "", Range::exactly(3)}, {"b", "", Range::exactly(4)}, {"min", "", Range::exactly(7)}};
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    const auto value = worked_out(row.text, terms);
    REQUIRE(value);
    REQUIRE(*value);
    CHECK(**value == Range::exactly(row.value));
  }
}

TEST_CASE("whatever is not arithmetic is a problem with its place") {
  struct Row {
    std::string text;
    const char* where;
  };
  const Row rows[] = {
      {"", "byte 0"},
      {"   ", "byte 3"},
      {"1 +", "byte 3"},
      {"1 2", "byte 2"},
      {"(1", "byte 2"},
      {"1)", "byte 1"},
      {"1.2.3", "byte 5"},
      {"a = 1", "byte 2"},
      {"call(1)", "byte 0"},
      {"1 + Max(1, 2)", "byte 4"},
      {"min(1)", "byte 5"},
      {"min(1, 2, 3)", "byte 8"},
      {"sqrt(1, 2)", "byte 6"},
      {"sqrt()", "byte 5"},
      {"2 ^ 3", "byte 2"},
      {"+1", "byte 0"},
      {"\xff", "byte 0"},
      {std::string("1\0 + 1", 6), "byte 1"},
      {std::string(601, '1'), "byte 600"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto expression = parse_expression(row.text);
    REQUIRE_FALSE(expression);
    CHECK(expression.problems()[0].code == 2901);
    CHECK(expression.problems()[0].where == row.where);
  }
}

TEST_CASE("nesting ends at 32, whatever it is made of") {
  const auto nested = [](std::size_t depth, const std::string& open, const std::string& close) {
    std::string text;
    for (std::size_t i = 0; i < depth; ++i) text += open;
    text += "1";
    for (std::size_t i = 0; i < depth; ++i) text += close;
    return parse_expression(text);
  };
  CHECK(nested(31, "(", ")"));
  CHECK_FALSE(nested(32, "(", ")"));
  CHECK(nested(31, "-", ""));
  CHECK_FALSE(nested(32, "-", ""));
  CHECK(nested(31, "sqrt(", ")"));
  CHECK_FALSE(nested(32, "sqrt(", ")"));
  CHECK_FALSE(nested(599, "-", ""));
}

TEST_CASE("no text of any bytes is more than a problem") {
  const std::string signs = "ab1.0+-*/(), minsqrtpow\t\xc3\xa9\"";
  Generator generator(7);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::uint64_t i = generator.below(40); i > 0; --i) text += signs[generator.below(signs.size())];
    const auto expression = parse_expression(text);
    if (expression)
      (void)value_of(*expression, {});
    else
      CHECK(expression.problems()[0].code == 2901);
  }
}

TEST_CASE("a result holds every value of its ranges") {
  struct Row {
    const char* text;
    Range value;
  };
  const Row rows[] = {
      {"a + b", {-1, 3, 9}},    {"a - b", {-3, 1, 7}},     {"a * b", {-10, 2, 20}},       {"b * b", {-8, 1, 16}},
      {"a / 2", {0.5, 1, 2.5}}, {"2 / a", {0.4, 1, 2}},    {"-a", {-5, -2, -1}},          {"min(a, b)", {-2, 1, 4}},
      {"max(a, b)", {1, 2, 5}}, {"pow(2, a)", {2, 4, 32}}, {"pow(a, -1)", {0.2, 0.5, 1}},
  };
  const std::vector<Term> terms = {{"a", "", Range{1, 2, 5}}, {"b", "", Range{-2, 1, 4}}};
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    const auto value = worked_out(row.text, terms);
    REQUIRE(value);
    CHECK(**value == row.value);
  }
}

TEST_CASE("random values inside of the ranges stay inside of the result") {
  const char* texts[] = {"a * b + c / 12", "(a - b) / (c + 3)", "pow(a, 2) * sqrt(c) - b", "max(a * b, c) / min(c, 7)",
                         "ln(a) + log10(c) * b"};
  Generator generator(11);
  for (const char* text : texts) {
    const Expression expression = parsed(text);
    for (int round = 0; round < 200; ++round) {
      std::vector<Term> terms, exact;
      for (const char* name : {"a", "b", "c"}) {
        const double low = 0.5 + 10 * generator.uniform();
        const double high = low + 5 * generator.uniform();
        const double inside = low + (high - low) * generator.uniform();
        terms.push_back({name, "", Range{low, inside, high}});
        exact.push_back({name, "", Range::exactly(inside)});
      }
      const Range wide = **value_of(expression, terms);
      const Range one = **value_of(expression, exact);
      CHECK(wide.low <= one.low);
      CHECK(one.high <= wide.high);
      CHECK(wide.mid == one.mid);
    }
  }
}

TEST_CASE("what is not known makes the result not known, never zero") {
  const std::vector<Term> terms = {{"a", "", Range::exactly(3)}, {"gap", ""}};
  for (const char* text : {"gap", "a + gap", "0 * gap", "min(a, gap)", "1 / gap", "a / 0 * gap"}) {
    CAPTURE(std::string(text));
    const auto value = worked_out(text, terms);
    REQUIRE(value);
    CHECK_FALSE(*value);
  }
}

TEST_CASE("a name for nothing and a number that does not exist are problems") {
  struct Row {
    const char* text;
    int code;
    const char* where;
  };
  const Row rows[] = {
      {"1 + system", 2902, "byte 4"},  {"gap + system", 2902, "byte 6"},  {"1 / 0", 2903, "byte 2"},
      {"a / (a - 3)", 2903, "byte 2"}, {"1 / around", 2903, "byte 2"},    {"sqrt(-1)", 2903, "byte 0"},
      {"ln(0)", 2903, "byte 0"},       {"log10(around)", 2903, "byte 0"}, {"pow(-2, 2)", 2903, "byte 0"},
      {"pow(0, -1)", 2903, "byte 0"},  {"huge * huge", 2903, "byte 5"},   {"pow(10, 400)", 2903, "byte 0"},
  };
  const std::vector<Term> terms = {
      {"a", "", Range::exactly(3)}, {"gap", ""}, {"around", "", Range{-1, 1, 2}}, {"huge", "", Range::exactly(1e308)}};
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    const auto value = worked_out(row.text, terms);
    REQUIRE_FALSE(value);
    CHECK(value.problems()[0].code == row.code);
    CHECK(value.problems()[0].where == row.where);
  }
}

TEST_CASE("a formula is shown in words and with its values") {
  const Expression churn = parsed("rate*value * customers/12");
  const std::vector<Term> known = {{"rate", "churn a month", Range::exactly(0.034), Notation::percent},
                                   {"value", "lifetime value", Range::exactly(125000), Notation::usd},
                                   {"customers", "customers at risk", Range{800, 850, 900}}};
  CHECK(words_of(churn, known) == "churn a month x lifetime value x customers at risk / 12");
  CHECK(filled_of(churn, known) == "3.4 % x 125,000 x (800 to 900) / 12");
  CHECK(words_of(churn, {}) == "rate x value x customers / 12");

  const std::vector<Term> some = {{"rate", "churn", Range{0.02, 0.03, 0.04}, Notation::percent},
                                  {"value", "lifetime value"},
                                  {"customers", "", Range::exactly(-5)}};
  CHECK(filled_of(churn, some) == "(2 % to 4 %) x lifetime value x (-5) / 12");
  CHECK(filled_of(parsed("max(0, -(customers))-0.24"), some) == "max(0, -((-5))) - 0.24");
}

TEST_CASE("a value is written in its notation") {
  CHECK(term_text(Range::exactly(0.034), Notation::percent, 2) == "3.4 %");
  CHECK(term_text({0.1, 0.2, 0.3}, Notation::percent, 1) == "10 % to 30 %");
  CHECK(term_text(Range::exactly(-1200.5), Notation::usd, 2) == "-$1,200.5");
  CHECK(term_text({1, 2, 3}, Notation::plain, 0) == "1 to 3");
}

TEST_CASE("names are told once each, in order") {
  CHECK(parsed("b * (a + b) - c1 / 2").names() == std::vector<std::string>{"b", "a", "c1"});
  CHECK(parsed("min(1, 2)").names().empty());
}
