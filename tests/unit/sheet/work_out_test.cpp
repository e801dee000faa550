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
                      {"degradation", "times", "pairs_ms"},  {"degradation", "times", "log_ms"}};
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
