#include "core/sheet/work_out.h"

#include <doctest/doctest.h>

#include "core/base/generator.h"
#include "core/sheet/sheet_scene.h"

using namespace storewright;
using namespace storewright::sheet;

namespace {

const Sheet& sheet_named(const char* id) {
  const Sheet* sheet = find_sheet(built_in_sheets(), id);
  REQUIRE(sheet != nullptr);
  return *sheet;
}

std::size_t place_of(const Sheet& sheet, std::string_view input) {
  std::size_t place = 0;
  while (sheet.inputs[place].name != input) ++place;
  return place;
}

std::optional<Range> value_of_line(const Sheet& sheet, const SheetInput& input, std::string_view id) {
  const auto values = values_of(sheet, input);
  for (std::size_t i = 0; i < sheet.lines.size(); ++i)
    if (sheet.lines[i].id == id) return values[i];
  FAIL("no such line");
  return {};
}

}  // namespace

TEST_CASE("every calculator of the content has an answer, a plot where it says so, and finite claims") {
  CHECK(built_in_sheets().size() >= 6);
  for (const auto& sheet : built_in_sheets()) {
    CAPTURE(sheet->id);
    const auto answer = work_out(*sheet, sheet->defaults);
    REQUIRE(answer);
    CHECK(answer->answer);
    CHECK(answer->headline.find("not known") == std::string::npos);
    CHECK(sheet_scene(*sheet, sheet->defaults, 320).has_value() == sheet->plot.has_value());
    for (const CheckedClaim& claim : answer->claims) CHECK(claim.recomputed);
    for (const SheetPreset& preset : sheet->presets) CHECK(work_out(*sheet, preset_input(*sheet, preset)));
  }
}

TEST_CASE("with nothing known no line has a value of the inputs, and the headline says what to fill in") {
  for (const auto& sheet : built_in_sheets()) {
    CAPTURE(sheet->id);
    const auto answer = work_out(*sheet, SheetInput());
    REQUIRE(answer);
    CHECK_FALSE(answer->answer);
    CHECK(answer->headline.substr(0, 7) == "Fill in");
    CHECK_FALSE(answer->missing.empty());
    CHECK(sheet_moves(*sheet, SheetInput()).empty());
  }
}

TEST_CASE("ranges contain the answer to every exact input within them") {
  Generator generator(5);
  for (const auto& sheet : built_in_sheets()) {
    CAPTURE(sheet->id);
    for (int round = 0; round < 40; ++round) {
      SheetInput wide = sheet->defaults;
      SheetInput exact = sheet->defaults;
      for (std::size_t i = 0; i < sheet->inputs.size(); ++i) {
        if (!wide.numbers[i]) continue;
        const double low = wide.numbers[i]->low;
        const double high = low + generator.uniform() * low / 4;
        if (high > sheet->inputs[i].max) continue;
        const double inside = low + generator.uniform() * (high - low);
        wide.numbers[i] = Range{low, inside, high};
        exact.numbers[i] = Range::exactly(inside);
      }
      const auto ranges = values_of(*sheet, wide);
      const auto numbers = values_of(*sheet, exact);
      for (std::size_t i = 0; i < ranges.size(); ++i) {
        if (!ranges[i] || !numbers[i]) continue;
        CAPTURE(sheet->lines[i].id);
        CHECK(ranges[i]->low <= numbers[i]->low);
        CHECK(numbers[i]->high <= ranges[i]->high);
        CHECK(ranges[i]->mid == numbers[i]->mid);
      }
    }
  }
}

TEST_CASE("more of what costs never costs less") {
  struct Row {
    const char* sheet;
    const char* input;
    const char* line;
  };
  const Row rows[] = {{"hidden", "customers", "month"},      {"hidden", "incident_hours", "year"},   {"evolution", "penalty_3", "cumulative"},
                      {"savings", "waste_percent", "total"}, {"impact", "investment_usd", "payback"}, {"reactive", "growth_percent", "more"},
                      {"degradation", "times", "pairs_ms"},  {"degradation", "times", "log_ms"},     {"extended_support", "stay_months", "staying"},
                      {"extended_support", "instances", "to_end"}, {"extended_support", "upgrade_hours", "break_even"}};
  for (const Row& row : rows) {
    CAPTURE(std::string(row.input));
    const Sheet& sheet = sheet_named(row.sheet);
    SheetInput input = sheet.defaults;
    double before = -1e300;
    for (double value = 1; value <= 90; value += 8.9) {
      input.numbers[place_of(sheet, row.input)] = Range::exactly(value);
      const auto now = value_of_line(sheet, input, row.line);
      REQUIRE(now);
      CHECK(now->mid >= before);
      before = now->mid;
    }
  }
}

TEST_CASE("waiting for no time costs nothing more, and the year over is the same as the stage table's") {
  const Sheet& sheet = sheet_named("reactive");
  SheetInput input = sheet.defaults;
  input.numbers[place_of(sheet, "wait_months")] = Range::exactly(0);
  CHECK(value_of_line(sheet, input, "more") == Range::exactly(0));
  CHECK_FALSE(value_of_line(sheet, input, "more_a_month"));  // nothing is divided by no months
  input.numbers[place_of(sheet, "wait_months")] = Range::exactly(100);
  CHECK(value_of_line(sheet, input, "more") == Range::exactly(2424000));  // no longer than one looks ahead
}

TEST_CASE("the surcharge steps up after two years, and ends with the third") {
  struct Row {
    double since, stay;      // months past standard support, and months from there on
    double staying, to_end;  // at 100 USD a month, 200 in year 3
    double break_even;       // of an upgrade for 1,000 USD
  };
  const Row rows[] = {
      {0, 0, 0, 4800, 10},        {0, 24, 2400, 4800, 10}, {0, 25, 2600, 4800, 10},  {0, 36, 4800, 4800, 10}, {0, 37, 4800, 4800, 10},
      {14, 10, 1000, 3400, 10},   {15, 10, 1100, 3300, 9.5}, {23, 2, 300, 2500, 5.5}, {24, 1, 200, 2400, 5},   {30.5, 5.5, 1100, 1100, 5},
      {31, 12, 1000, 1000, 5},    {32, 12, 800, 800, 5},     // an upgrade that the rest of Extended Support does not pay back
      {36, 12, 0, 0, 5},
  };
  const Sheet& sheet = sheet_named("extended_support");
  SheetInput input = sheet.defaults;
  const auto give = [&](std::string_view name, double value) { input.numbers[place_of(sheet, name)] = Range::exactly(value); };
  for (const auto& [name, value] : {std::pair{"instances", 1.0}, {"vcpus", 1.0}, {"hours", 500.0}, {"rate_usd", 0.2}, {"rate_3_usd", 0.4},
                                    {"upgrade_hours", 10.0}, {"people_usd", 90.0}, {"downtime_hours", 2.0}, {"downtime_usd", 50.0}})
    give(name, value);
  for (const Row& row : rows) {
    CAPTURE(row.since);
    CAPTURE(row.stay);
    give("since_months", row.since);
    give("stay_months", row.stay);
    CHECK(value_of_line(sheet, input, "staying")->mid == doctest::Approx(row.staying));
    CHECK(value_of_line(sheet, input, "to_end")->mid == doctest::Approx(row.to_end));
    CHECK(value_of_line(sheet, input, "break_even")->mid == doctest::Approx(row.break_even));
    const bool pays_back = row.to_end >= 1000;
    CHECK((work_out(sheet, input)->headline.find("is paid back after") != std::string::npos) == pays_back);
  }
}

TEST_CASE("an input outside of its limits is a problem of that field") {
  const Sheet& sheet = sheet_named("hidden");
  SheetInput input = sheet.defaults;
  input.numbers[0] = Range::exactly(-1);
  CHECK(work_out(sheet, input).problems().front().code == 1103);
  input.numbers[0] = Range{3, 2, 4};
  CHECK(work_out(sheet, input).problems().front().code == 1106);
}

TEST_CASE("a division by a range that holds zero gives no number and says so") {
  const Sheet& sheet = sheet_named("impact");
  SheetInput input = sheet.defaults;
  input.numbers[place_of(sheet, "investment_usd")] = Range{0, 1, 2};
  const auto answer = work_out(sheet, input);
  REQUIRE(answer);
  for (const report::FormulaLine& line : answer->lines)
    if (line.id == "roi") CHECK(line.value.substr(0, 9) == "No number");
}
