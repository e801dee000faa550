#include "core/cost/total_cost.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace storewright;
using namespace storewright::cost;

namespace {

TotalCostInput with_hours(std::optional<Range> hours, std::optional<Range> managed_hours) {
  TotalCostInput input;
  input.self_managed_hours_per_month = hours;
  input.managed_hours_per_month = managed_hours;
  return input;
}

TotalCostAnswer answer_of(const TotalCostInput& input) {
  const auto answer = analyze_total_cost(input);
  REQUIRE(answer);
  return *answer;
}

const report::FormulaLine& line_of(const TotalCostAnswer& answer, std::string_view id) {
  const auto line = std::find_if(answer.lines.begin(), answer.lines.end(), [&](const auto& one) { return one.id == id; });
  REQUIRE(line != answer.lines.end());
  return *line;
}

Range exactly(double value) { return Range::exactly(value); }

}  // namespace

TEST_CASE("the total is the price and the hours at their rate, and the cheaper side is named") {
  struct Row { double hours, managed_hours, rate, self, managed; Cheaper cheaper; };
  const Row rows[] = {
      {10, 0, 200, 2600, 1500, Cheaper::managed},      // the chapter's example
      {12, 0, 200, 3000, 1500, Cheaper::managed},      // its exercise
      {8, 0, 200, 2200, 1500, Cheaper::managed},       // its table, both ends
      {16, 0, 200, 3800, 1500, Cheaper::managed},
      {10, 0, 150, 2100, 1500, Cheaper::managed},      // the other article's rate
      {12, 0, 150, 2400, 1500, Cheaper::managed},
      {4.5, 0, 200, 1500, 1500, Cheaper::equal},
      {4.4, 0, 200, 1480, 1500, Cheaper::self_managed},
      {4.6, 0, 200, 1520, 1500, Cheaper::managed},
      {12, 7.5, 200, 3000, 3000, Cheaper::equal},      // hours on both sides
      {12, 8, 200, 3000, 3100, Cheaper::self_managed},
      {0, 0, 200, 600, 1500, Cheaper::self_managed},
      {100, 0, 0, 600, 1500, Cheaper::self_managed},   // hours that cost nothing
  };
  for (const Row& row : rows) {
    CAPTURE(row.hours);
    CAPTURE(row.managed_hours);
    TotalCostInput input = with_hours(exactly(row.hours), exactly(row.managed_hours));
    input.hourly_rate_usd = exactly(row.rate);
    const TotalCostAnswer answer = answer_of(input);
    CHECK(answer.self_managed.total_usd_per_month->mid == doctest::Approx(row.self).epsilon(1e-12));
    CHECK(answer.managed.total_usd_per_month->mid == doctest::Approx(row.managed).epsilon(1e-12));
    CHECK(answer.cheaper == row.cheaper);
  }
}

TEST_CASE("the break-even moves by the hours the managed one takes") {
  for (const double managed_hours : {0.0, 1.0, 2.5}) {
    const TotalCostAnswer answer = answer_of(with_hours(exactly(12), exactly(managed_hours)));
    CHECK(answer.break_even_extra_hours == exactly(4.5));
    CHECK(answer.break_even_hours == exactly(4.5 + managed_hours));
    CHECK(answer.managed_hours_limit == exactly(7.5));
  }
}

TEST_CASE("hours nobody gave are unknown, not none: what cannot be told is left out and named") {
  const TotalCostAnswer none = answer_of({});
  CHECK(none.cheaper == Cheaper::not_known);
  CHECK_FALSE(none.self_managed.total_usd_per_month);
  CHECK(none.self_managed.at_least_usd_per_month == 600);
  CHECK(none.break_even_extra_hours == exactly(4.5));
  CHECK_FALSE(none.break_even_hours);
  CHECK(none.missing == std::vector<std::string>{"hours", "managed_hours"});

  const TotalCostAnswer half = answer_of(with_hours(exactly(12), std::nullopt));
  CHECK(half.cheaper == Cheaper::not_known);
  CHECK_FALSE(half.difference_usd_per_month);
  CHECK(half.saving_share_at_most == exactly(0.5));
  CHECK(half.because.find("under 7.5 hours a month") != std::string::npos);
  CHECK(line_of(half, "managed").value == "at least $1,500 a month");
  CHECK(line_of(half, "difference").filled == "3,000 - managed");
}

TEST_CASE("a price alone decides when it is more than the whole other side") {
  CHECK(answer_of(with_hours(exactly(4), std::nullopt)).cheaper == Cheaper::self_managed);    // 1,400 < 1,500
  CHECK(answer_of(with_hours(exactly(4.5), std::nullopt)).cheaper == Cheaper::not_known);     // 1,500 = 1,500
  TotalCostInput cheap_service = with_hours(std::nullopt, exactly(1));
  cheap_service.managed_usd_per_month = exactly(300);
  CHECK(answer_of(cheap_service).cheaper == Cheaper::managed);                                // 500 < 600
}

TEST_CASE("an unknown price or rate is asked for by name") {
  TotalCostInput input = with_hours(exactly(12), exactly(0));
  input.hourly_rate_usd.reset();
  input.managed_usd_per_month.reset();
  const TotalCostAnswer answer = answer_of(input);
  CHECK(answer.headline == "Enter the price of the managed service and what an hour costs to compare the two.");
  CHECK_FALSE(answer.break_even_extra_hours);
  CHECK(line_of(answer, "self-managed").filled == "600 + 12 x rate");
}

TEST_CASE("ranges give ranges, and say when they do not decide") {
  const TotalCostAnswer sure = answer_of(with_hours(Range{8, 12, 16}, exactly(0)));
  CHECK(sure.cheaper == Cheaper::managed);
  CHECK(sure.self_managed.total_usd_per_month == Range{2200, 3000, 3800});
  CHECK(sure.difference_usd_per_month == Range{700, 1500, 2300});
  CHECK(line_of(sure, "self-managed").filled == "600 + (8 to 16) x 200 = 2,200 to 3,800");

  const TotalCostAnswer open = answer_of(with_hours(Range{2, 4, 8}, exactly(1)));
  CHECK(open.cheaper == Cheaper::depends);
  CHECK(open.difference_usd_per_month == Range{-700, -300, 500});
  CHECK(open.difference_usd == Range{-8400, -3600, 6000});
}

TEST_CASE("both sides share one rate: a range of it cancels where the hours are the same") {
  TotalCostInput input = with_hours(exactly(5), exactly(5));
  input.hourly_rate_usd = Range{100, 150, 200};
  const TotalCostAnswer answer = answer_of(input);
  CHECK(answer.difference_usd_per_month == Range{-900, -900, -900});
  CHECK(answer.break_even_extra_hours == Range{4.5, 6, 9});
}

TEST_CASE("the source's savings, to the digit it prints") {
  CHECK(line_of(answer_of(with_hours(exactly(10), exactly(0))), "saving").filled == "(2,600 - 1,500) / 2,600 = 42.3 %");
  CHECK(line_of(answer_of(with_hours(exactly(12), exactly(0))), "saving").filled == "(3,000 - 1,500) / 3,000 = 50.0 %");
}

TEST_CASE("no saving of nothing, no break-even of free hours, none below a lower managed price") {
  TotalCostInput free = with_hours(exactly(0), exactly(0));
  free.self_managed_usd_per_month = exactly(0);
  CHECK_FALSE(answer_of(free).saving_share);

  TotalCostInput no_rate = with_hours(exactly(5), exactly(0));
  no_rate.hourly_rate_usd = exactly(0);
  CHECK_FALSE(answer_of(no_rate).break_even_hours);

  TotalCostInput lower = with_hours(exactly(5), exactly(0));
  lower.managed_usd_per_month = exactly(400);
  CHECK(answer_of(lower).because == "At no number of hours is it cheaper to run it yourselves.");
}

TEST_CASE("a budget judges the bills, not the people") {
  TotalCostInput input = with_hours(exactly(12), exactly(0));
  input.budget_usd_per_month = exactly(600);
  CHECK(answer_of(input).self_managed.within_budget == true);
  CHECK(answer_of(input).managed.within_budget == false);
  input.budget_usd_per_month = Range{1000, 1500, 2000};
  CHECK_FALSE(answer_of(input).managed.within_budget);
}

TEST_CASE("a number outside its limits is a problem of its field") {
  struct Row { std::optional<Range> hours; int code; };
  const Row rows[] = {{exactly(-1), 1103}, {exactly(100000.5), 1103}, {Range{3, 2, 4}, 1106}};
  for (const Row& row : rows) {
    const auto answer = analyze_total_cost(with_hours(row.hours, std::nullopt));
    REQUIRE_FALSE(answer);
    CHECK(answer.problems()[0].code == row.code);
    CHECK(answer.problems()[0].where == "/hours");
  }
  TotalCostInput months;
  months.months = exactly(0);
  REQUIRE_FALSE(analyze_total_cost(months));
}

TEST_CASE("every example of the sources can be read as a link would be") {
  for (const TotalCostPreset& preset : total_cost_presets()) {
    CAPTURE(preset.name);
    TotalCostInput input;
    CHECK(read_field_text(preset.hours, *find_field(total_cost_fields(), "hours"), &input).empty());
    CHECK(read_field_text(preset.rate, *find_field(total_cost_fields(), "rate"), &input).empty());
  }
}
