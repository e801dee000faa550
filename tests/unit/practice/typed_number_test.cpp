#include "core/practice/typed_number.h"

#include <doctest/doctest.h>

using namespace storewright::practice;

namespace {

const Units dollars = {.name = "US dollars a month",
                       .units = {{.words = {"$", "usd", "dollars"}}},
                       .periods = {{.words = {"a month", "per month", "/month"}}, {.words = {"a year", "/year"}, .factor = 1.0 / 12}}};
const Units percent = {.name = "per cent", .units = {{.words = {"%", "percent", "per cent"}}}, .periods = {}, .shares = true};
const Units hours = {.name = "hours a month",
                     .units = {{.words = {"hours", "h"}}, {.words = {"minutes", "min"}, .factor = 1.0 / 60}},
                     .periods = {{.words = {"a month", "/month"}}}};

}  // namespace

TEST_CASE("a number is read as people write it, in the unit asked for") {
  struct Row {
    const char* text;
    const Units& units;
    double value;
  };
  const Row rows[] = {
      {"3000", dollars, 3000},
      {"3,000", dollars, 3000},
      {"3 000 USD", dollars, 3000},
      {"3\u202f000", dollars, 3000},
      {"$3,000", dollars, 3000},
      {"$ 3,000.50", dollars, 3000.5},
      {"3.000,50", dollars, 3000.5},
      {"USD 3'000 per month", dollars, 3000},
      {"3k", dollars, 3000},
      {"$3.5 k", dollars, 3500},
      {"36,000 $ a year", dollars, 3000},
      {"1,234,567", dollars, 1234567},
      {"-1500", dollars, -1500},
      {"\u2212$1,500", dollars, -1500},
      {"600 + 12*200", dollars, 3000},
      {"$600 + $2,400", dollars, 3000},
      {"600 + 2400 = 3000", dollars, 3000},
      {"12 \u00d7 200", dollars, 2400},
      {"3000-1500", dollars, 1500},
      {"about 3000", dollars, 3000},
      {"50 %", percent, 50},
      {"50%", percent, 50},
      {"50", percent, 50},
      {"0.5", percent, 50},     // a bare number below 1 is a share
      {".5", percent, 50},
      {"0.5 %", percent, 0.5},  // with its sign it is not
      {"1", percent, 1},
      {"1500/3000", percent, 50},
      {"at most 50 per cent", percent, 50},
      {"\u2264 50 %", percent, 50},
      {"4.5", hours, 4.5},
      {"4,5 h", hours, 4.5},
      {"270 min", hours, 4.5},
      {"12 hours a month", hours, 12},
      {" 12 ", hours, 12},
      {"0", hours, 0},
      {"+2400", dollars, 2400},
      {"2400.", dollars, 2400},
      {"$2400.-", dollars, 2400},
      {"3000,-", dollars, 3000},
      {"12 x 200", dollars, 2400},
      {"\uff12\uff14\uff10\uff10", dollars, 2400},
      {"4\u00bd hours", hours, 4.5},
      {"63.072", hours, 63.072},   // a point is decimal; no price has three decimals
      {"1e5", dollars, 100000},
      {"$2.5E6 a year", dollars, 2500000 / 12.0},
      {"6e-6", dollars, 0.000006},
      {"(6e-06) + 0", dollars, 0.000006},
      {"1.25e+1 h", hours, 12.5},
      {"12.5e-1 h", hours, 1.25},
      {"2e3 * 3", dollars, 6000},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    const TypedNumber typed = read_typed_number(row.text, row.units);
    CAPTURE(typed.problem);
    CHECK(typed.readability == Readability::read);
    CHECK(typed.value == doctest::Approx(row.value).epsilon(1e-12));
  }
}

TEST_CASE("what is no number or has two meanings is unreadable, never guessed") {
  const char* texts[] = {"three thousand", "3000 apples", "3000 h", "3.000", "8-16", "8 to 16", "3 5", "1,2,3", "1.2.3", "$", "-", "12:30", "1e99", "1e5e5", "2 e", "1.2.3e4", "3000 3000"};
  for (const char* text : texts) {
    CAPTURE(std::string(text));
    const TypedNumber typed = read_typed_number(text, dollars);
    CHECK(typed.readability == Readability::unreadable);
    CHECK(typed.problem.find("US dollars a month") != std::string::npos);
  }
  CHECK(read_typed_number(std::string(121, '1'), dollars).readability == Readability::unreadable);
  CHECK(read_typed_number("9 million million million", dollars).readability == Readability::unreadable);
  CHECK(read_typed_number("12\xff", dollars).readability == Readability::unreadable);
}

TEST_CASE("a reading that might have been another is said") {
  CHECK(read_typed_number("63.072", hours).read_as == "read 63.072 as a decimal number");
  CHECK(read_typed_number("63.07", hours).read_as.empty());
  CHECK(read_typed_number("0.072", hours).read_as.empty());
  CHECK(read_typed_number("1.234.567", hours).value == 1234567);
}

TEST_CASE("nothing typed is empty, and what was read has its place in the text") {
  CHECK(read_typed_number("", dollars).readability == Readability::empty);
  CHECK(read_typed_number(" \n", dollars).readability == Readability::empty);
  const TypedNumber typed = read_typed_number("  $3,000 ", dollars);
  CHECK(typed.start == 2);
  CHECK(typed.end == 8);
}
