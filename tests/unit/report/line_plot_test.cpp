#include "core/report/line_plot.h"

#include <doctest/doctest.h>

#include "core/report/formula.h"

using namespace storewright;
using namespace storewright::report;

TEST_CASE("steps of an axis are round and few") {
  struct Row { double max; int most; double step; };
  const Row rows[] = {{1, 5, 0.2}, {5, 5, 1}, {5.1, 5, 2}, {12, 8, 2}, {15, 8, 2}, {16.1, 8, 5}, {3000, 5, 1000}, {2400, 5, 500}, {0, 5, 1}, {1e9, 8, 2e8}};
  for (const Row& row : rows) {
    CAPTURE(row.max);
    CHECK(round_step(row.max, row.most) == doctest::Approx(row.step).epsilon(1e-12));
  }
}

TEST_CASE("a line begins and ends where its values say") {
  const Scene scene = line_plot_scene({.title = "t", .x_label = "x", .y_unit = "$", .x_max = 10, .y_max = 100, .lines = {{"rises", 0, 100, Ink::series_1}}}, 640);
  const SceneLine& line = scene.lines.back();
  CHECK(line.from.y == scene.height - 48);
  CHECK(line.to.y == 20);
  CHECK(line.to.x == 640 - 12);
}

TEST_CASE("a curve goes through its values and is cut where it leaves the top") {
  PlotLine curve{.name = "grows", .ink = Ink::series_1, .values = {0, 50, 150}};
  const Scene scene = line_plot_scene({.title = "t", .x_label = "x", .x_max = 10, .y_max = 100, .lines = {curve}, .y_suffix = " %"}, 640);
  const SceneLine& second = scene.lines.back();
  const SceneLine& first = scene.lines[scene.lines.size() - 2];
  CHECK(first.from.y == scene.height - 48);
  CHECK(first.to.x == second.from.x);
  CHECK(second.to.y == doctest::Approx(20));
  CHECK(second.to.x < 640 - 12);  // 100 is reached halfway between the last two values
  CHECK(second.to.x == doctest::Approx((second.from.x + 640 - 12) / 2));
  bool shown = false;
  for (const SceneText& text : scene.texts) shown = shown || text.text == "100 %";
  CHECK(shown);
}

TEST_CASE("a curve that is above the top from the start draws nothing") {
  PlotLine curve{.name = "above", .ink = Ink::series_5, .values = {200, 300}};
  const Scene scene = line_plot_scene({.title = "t", .x_label = "x", .x_max = 10, .y_max = 100, .lines = {curve}}, 640);
  for (const SceneLine& line : scene.lines) CHECK(line.ink != Ink::series_5);
}

TEST_CASE("amounts are read as people write them") {
  CHECK(money_text(Range::exactly(3000)) == "$3,000");
  CHECK(money_text(Range{-700, -300, 500}) == "-$700 to $500");
  CHECK(money_text(Range::exactly(-0.001)) == "$0");
  CHECK(percent_text(Range::exactly(0.5)) == "50.0 %");
  CHECK(operand_text(std::nullopt, "hours") == "hours");
  CHECK(operand_text(Range::exactly(-2), "hours") == "(-2)");
  CHECK(operand_text(Range{8, 12, 16}, "hours") == "(8 to 16)");
}
