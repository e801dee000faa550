#include "core/cost/compare.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "core/base/generator.h"
#include "core/cost/compare_scene.h"

using namespace storewright;
using namespace storewright::cost;

namespace {

const PriceRules& rules() { return built_in_prices(); }

CompareAnswer answer_to(const CompareInput& input) {
  const auto answer = compare_costs(input, rules());
  REQUIRE(answer);
  return *answer;
}

/// A workload from anywhere: numbers between a tenth and a hundred times the usual.
CompareInput random_input(Generator& generator) {
  const auto number = [&](double low, double high) { return Range::exactly(low + generator.uniform() * (high - low)); };
  CompareInput input;
  input.data_size_gb = number(1, 20000);
  input.writes_per_second = number(0, 6000);
  input.reads_per_second = number(0, 60000);
  input.item_bytes = number(1, 20000);
  input.peak_factor = number(1, 4);
  input.replicas = number(0, 3);
  input.backup_days = number(0, 30);
  input.transfer_gb = number(0, 5000);
  input.growth_percent_per_month = number(0, 8);
  input.migration_usd = number(0, 50000);
  return input;
}

}  // namespace

TEST_CASE("options stand from the cheapest month to the dearest, those left out last") {
  CompareInput input;
  input.item_bytes = Range::exactly(500000);
  const CompareAnswer answer = answer_to(input);
  CHECK(answer.options.size() == rules().options.size());
  for (std::size_t i = 1; i < answer.options.size(); ++i) {
    const OptionCost& before = answer.options[i - 1];
    const OptionCost& now = answer.options[i];
    if (!before.left_out.empty()) CHECK_FALSE(now.left_out.empty());
    else if (now.left_out.empty()) CHECK(before.usd_per_month.mid <= now.usd_per_month.mid);
  }
}

TEST_CASE("totals are the sums of their lines") {
  Generator generator(7);
  for (int i = 0; i < 50; ++i) {
    const CompareAnswer answer = answer_to(random_input(generator));
    for (const OptionCost& cost : answer.options) {
      if (!cost.left_out.empty()) continue;
      Range sum;
      for (const BilledLine& line : cost.lines) sum = {sum.low + line.usd_per_month.low, sum.mid + line.usd_per_month.mid, sum.high + line.usd_per_month.high};
      CHECK(sum.low == doctest::Approx(cost.usd_per_month.low));
      CHECK(sum.mid == doctest::Approx(cost.usd_per_month.mid));
      CHECK(sum.high == doctest::Approx(cost.usd_per_month.high));
    }
  }
}

TEST_CASE("more load, data, peak, replicas or days never cost less") {
  Generator generator(11);
  constexpr std::optional<Range> CompareInput::*rising[] = {&CompareInput::data_size_gb, &CompareInput::writes_per_second, &CompareInput::reads_per_second,
                                                           &CompareInput::item_bytes,   &CompareInput::peak_factor,       &CompareInput::replicas,
                                                           &CompareInput::backup_days,  &CompareInput::transfer_gb,       &CompareInput::growth_percent_per_month};
  for (int i = 0; i < 40; ++i) {
    const CompareInput input = random_input(generator);
    const CompareAnswer before = answer_to(input);
    for (const auto member : rising) {
      CompareInput more = input;
      more.*member = Range::exactly((input.*member)->mid * 1.5);
      const CompareAnswer after = answer_to(more);
      for (const OptionCost& cost : before.options) {
        const OptionCost& now = *after.option(cost.id);
        if (!cost.left_out.empty() || !now.left_out.empty()) continue;
        CHECK(now.usd_per_month.mid >= cost.usd_per_month.mid);
        CHECK(now.usd_over_36_months.mid >= cost.usd_over_36_months.mid);
      }
    }
  }
}

TEST_CASE("a range holds the exact result of every workload within it") {
  Generator generator(13);
  for (int i = 0; i < 40; ++i) {
    CompareInput exact = random_input(generator);
    CompareInput wide = exact;
    const auto widen = [&](std::optional<Range>& value) { value = Range{value->mid * generator.uniform(), value->mid, value->mid * (1 + generator.uniform())}; };
    for (const auto member : {&CompareInput::data_size_gb, &CompareInput::writes_per_second, &CompareInput::reads_per_second, &CompareInput::item_bytes, &CompareInput::transfer_gb})
      widen(wide.*member);
    const CompareAnswer all = answer_to(wide);
    CompareInput inside = wide;
    for (const auto member : {&CompareInput::data_size_gb, &CompareInput::writes_per_second, &CompareInput::reads_per_second, &CompareInput::item_bytes, &CompareInput::transfer_gb}) {
      const Range& range = *(wide.*member);
      inside.*member = Range::exactly(range.low + generator.uniform() * (range.high - range.low));
    }
    const CompareAnswer one = answer_to(inside);
    for (const OptionCost& cost : one.options) {
      const OptionCost& bounds = *all.option(cost.id);
      if (!cost.left_out.empty() || !bounds.left_out.empty()) continue;
      CHECK(bounds.usd_per_month.low <= cost.usd_per_month.mid * (1 + 1e-12));
      CHECK(bounds.usd_per_month.high >= cost.usd_per_month.mid * (1 - 1e-12));
      CHECK(bounds.usd_over_36_months.high >= cost.usd_over_36_months.mid * (1 - 1e-12));
    }
  }
}

TEST_CASE("at the break-even load the order turns") {
  CompareInput input;
  input.writes_per_second = Range::exactly(10);
  input.reads_per_second = Range::exactly(100);
  input.data_size_gb = Range::exactly(10);
  const CompareAnswer answer = answer_to(input);
  REQUIRE(answer.break_even);
  REQUIRE(answer.break_even->load_factor);
  const double factor = *answer.break_even->load_factor;
  const auto gap_at = [&](double times) {
    CompareInput scaled = input;
    scaled.writes_per_second = Range::exactly(10 * times);
    scaled.reads_per_second = Range::exactly(100 * times);
    scaled.transfer_gb = Range::exactly(100 * times);
    const CompareAnswer there = answer_to(scaled);
    // Backups keep what the writes change, in both cases.
    return there.option(answer.break_even->second)->usd_per_month.mid - there.option(answer.break_even->cheapest)->usd_per_month.mid;
  };
  CHECK(gap_at(1) > 0);
  CHECK(gap_at(factor > 1 ? factor * 1.01 : factor * 0.99) <= 0);
}

TEST_CASE("the break-even hours are what the cheapest may take more") {
  const CompareAnswer answer = answer_to({});
  REQUIRE(answer.break_even);
  const double ahead = answer.options[1].usd_per_month.mid - answer.options[0].usd_per_month.mid;
  CHECK(answer.break_even->hours == doctest::Approx(ahead / 200));
}

TEST_CASE("without what every bill needs there is no answer but what is missing") {
  CompareInput input;
  input.data_size_gb.reset();
  const CompareAnswer answer = answer_to(input);
  CHECK(answer.options.empty());
  CHECK(answer.missing == std::vector<std::string>{"data_size_gb"});
  CHECK(answer.headline == "Give \"Data\" to compare costs.");
}

TEST_CASE("prices past their date are named once the day is known") {
  CompareInput input;
  CHECK(answer_to(input).stale.empty());
  input.today = "2027-05-22";
  CHECK(answer_to(input).stale.empty());
  input.today = "2027-05-23";
  CHECK(answer_to(input).stale.size() > 10);
  input.prices = {{"aws/rds-postgresql/db.r6g.2xlarge/us-east-1/USD", "0.5"}};
  const CompareAnswer own = answer_to(input);
  CHECK(std::find(own.stale.begin(), own.stale.end(), input.prices[0].first) == own.stale.end());
}

TEST_CASE("what cannot be compared is a problem of its field") {
  struct Row { CompareInput input; int code; const char* where; };
  CompareInput negative, falling, unknown_option, no_day, bad_file, bad_price;
  negative.data_size_gb = Range::exactly(-1);
  falling.writes_per_second = Range{3, 2, 1};
  unknown_option.leave_out = {"rds"};
  no_day.today = "today";
  bad_file.price_file = R"({"prices": [{}]})";
  bad_price.prices = {{"aws/ec2/none/us-east-1/USD", "1"}};
  for (const Row& row : {Row{negative, 1103, "/data_size_gb"}, {falling, 1106, "/writes_per_second"}, {unknown_option, 3007, "/leave_out/0"},
                         {no_day, 3009, "/today"}, {bad_file, 1401, "/price_file/prices/0"}, {bad_price, 3008, "/prices/"}}) {
    const auto answer = compare_costs(row.input, rules());
    REQUIRE_FALSE(answer);
    CHECK(answer.problems()[0].code == row.code);
    CHECK(answer.problems()[0].where.find(row.where) == 0);
  }
}

TEST_CASE("options that are left out or excluded say why") {
  CompareInput input;
  input.leave_out = {"neon"};
  const LeftOut excluded[] = {{"planetscale", "No joins."}};
  const auto answer = compare_costs(input, rules(), excluded);
  REQUIRE(answer);
  CHECK(answer->option("neon")->left_out == "You left it out.");
  CHECK(answer->option("planetscale")->left_out == "No joins.");
  CHECK(answer->priced() == rules().options.size() - 2);
}

TEST_CASE("the picture has a bar for each option that is priced, and its table has them all") {
  for (const double width : {288.0, 640.0}) {
    CompareInput input;
    input.item_bytes = Range::exactly(500000);
    const CompareAnswer answer = answer_to(input);
    const auto scene = compare_scene(answer, width);
    REQUIRE(scene);
    CHECK(scene->boxes.size() == answer.priced());
    CHECK(scene->table.rows.size() == answer.options.size());
    for (const report::SceneBox& box : scene->boxes) {
      CHECK(box.top_left.x >= 0);
      CHECK(box.top_left.x + box.width <= width + 0.01);
    }
  }
}
