#include "core/practice/expression.h"

#include <doctest/doctest.h>

using namespace storewright;
using practice::evaluate;

TEST_CASE("arithmetic has the usual precedence and works from left to right") {
  struct Row {
    const char* text;
    double value;
  };
  const Row rows[] = {
      {"7", 7},           {" 0.5 ", 0.5},        {"600 + 12 * 200", 3000}, {"(600 + 12) * 200", 122400}, {"10 - 4 - 3", 3},
      {"24 / 4 / 2", 3},  {"2 * -3", -6},        {"--4", 4},               {"-(2 + 3)", -5},             {"a + b * 2", 11},
      {"a/b", 0.75},      {"((((a))))", 3},      {".5*4", 2},              {"a_long_name1", 9},
      {"2 ^ 10", 1024},   {"2^3^2", 512},        {"-2^2", -4},        {"2 * 3^2", 18},             {"(1 + 2)^2", 9},
      {"5^0", 1},         {"0^0", 1},            {"a^(b - 2)", 9},    {"1^1000", 1},
  };
  const practice::Values values = {{"a", 3}, {"b", 4}, {"a_long_name1", 9}};
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    const Result<double> value = evaluate(row.text, values);
    REQUIRE(value);
    CHECK(*value == row.value);
  }
}

TEST_CASE("whatever is not arithmetic is a problem with its place") {
  struct Row {
    std::string text;
    int code;
    const char* where;
  };
  const Row rows[] = {
      {"", 2301, "byte 0"},          {"1 +", 2301, "byte 3"},     {"1 2", 2301, "byte 2"},       {"(1", 2301, "byte 2"},
      {"1)", 2301, "byte 1"},        {"1.2.3", 2301, "byte 5"},   {"a = 1", 2301, "byte 2"},     {"a(1)", 2301, "byte 1"},
      {"2 ^", 2301, "byte 3"},       {"\xff", 2301, "byte 0"},    {"b", 2302, "byte 1"},         {"1 + system", 2302, "byte 10"},
      {"1 / 0", 2303, "byte 5"},     {"1 / (a - 3)", 2303, "byte 11"}, {"2^0.5", 2303, "byte 5"},
      {"2^-1", 2303, "byte 4"},      {"1^1001", 2303, "byte 6"},  {"9^1000", 2303, "byte 6"},    {"2 % 3", 2301, "byte 2"},
      {std::string(401, '1'), 2301, "byte 400"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Result<double> value = evaluate(row.text, {{"a", 3}});
    REQUIRE_FALSE(value);
    CHECK(value.problems()[0].code == row.code);
    CHECK(value.problems()[0].where == row.where);
  }
}

TEST_CASE("nesting ends at 32, a result at the largest number") {
  const auto nested = [](std::size_t depth) { return std::string(depth, '(') + "1" + std::string(depth, ')'); };
  CHECK(evaluate(nested(31), {}));
  CHECK_FALSE(evaluate(nested(32), {}));
  CHECK_FALSE(evaluate(std::string(300, '-') + "1", {}));
  std::string tower = "1";
  for (int i = 0; i < 40; ++i) tower += "^1";
  CHECK_FALSE(evaluate(tower, {}));
  CHECK(evaluate("a * a", {{"a", 1e308}}).problems()[0].code == 2303);
}

TEST_CASE("the names of a formula are told once each, in order") {
  CHECK(practice::names_in("b * (a + b) - c1 / 2") == std::vector<std::string>{"b", "a", "c1"});
  CHECK(practice::names_in("1 + 2").empty());
}
