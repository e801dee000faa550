#include "core/cases/case_scenes.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/cases/case_number.h"
#include "core/report/architecture_scene.h"

namespace storewright::cases {
namespace {

using report::Anchor;
using report::Ink;
using report::Scene;

constexpr double plot_height = 200;
constexpr double room_above = 28;
constexpr double room_below = 52;
constexpr double legend_height = 26;

Ink ink_of(std::size_t part) { return static_cast<Ink>(static_cast<int>(Ink::series_1) + static_cast<int>(part % 8)); }

std::size_t index_of(const Part& part, const std::string& id) {
  std::size_t index = 0;
  while (index < part.nodes.size() && part.nodes[index].id != id) ++index;
  return index;
}

// "+158.8 %", "-20.0 %", "from zero".
std::string step_words(const std::optional<double>& percent) {
  if (!percent) return "from zero";
  return (*percent < 0 ? "" : "+") + display_percent(*percent / 100);
}

std::string thousands(double amount) { return "$" + display_number(amount / 1000, 1) + "k"; }

report::Table cost_table(const Case& study, const CostLine& line) {
  report::Table table{.caption = "US dollars a month, and the change from the stage before", .columns = {{study.part_word}}, .rows = {}};
  table.columns.push_back({"Months", true});
  for (const CostPart& part : study.cost_parts) table.columns.push_back({part.label, true});
  table.columns.push_back({"Total", true});
  table.columns.push_back({"Over its months", true});
  for (std::size_t i = 0; i < study.parts.size(); ++i) {
    const Part& part = study.parts[i];
    std::vector<std::string> row = {part.name, display_number(part.until - part.from, 0)};
    for (std::size_t k = 0; k < part.cost.size(); ++k)
      row.push_back(dollars(part.cost[k]) + (i == 0 ? "" : " (" + step_words(line.steps[i - 1].parts_percent[k]) + ")"));
    row.push_back(dollars(line.totals[i]) + (i == 0 ? "" : " (" + step_words(line.steps[i - 1].total_percent) + ")"));
    row.push_back(dollars(line.over_stage[i]));
    table.rows.push_back(std::move(row));
  }
  std::vector<std::string> sum = {"All", std::to_string(line.months)};
  sum.resize(table.columns.size() - 1);
  sum.push_back(dollars(line.cumulative));
  table.rows.push_back(std::move(sum));
  return table;
}

void add_legend(Scene& scene, const Case& study, double top) {
  double y = top + legend_height / 2;
  for (std::size_t k = 0; k < study.cost_parts.size(); ++k) {
    scene.boxes.push_back({{0, y - 6}, 12, 12, ink_of(k), 2, false});
    scene.texts.push_back({{20, y}, study.cost_parts[k].label, Anchor::start, Ink::text, 13, false});
    y += legend_height;
  }
}

}  // namespace

Scene architecture_of(const Case& study, const Part& part, double width) {
  report::Architecture architecture{
      .title = study.short_title + ", " + part.name + ": who feeds whom", .takeaway = part.takeaway, .boxes = {}, .arrows = {}};
  for (const Node& node : part.nodes)
    architecture.boxes.push_back({.name = node.name,
                                  .holds = node.holds,
                                  .ink = node.kind == NodeKind::client ? Ink::quiet : Ink::accent,
                                  .strong = node.kind == NodeKind::main,
                                  .column = node.column,
                                  .row = node.row});
  for (const Arrow& arrow : part.arrows)
    architecture.arrows.push_back({index_of(part, arrow.from), index_of(part, arrow.to), arrow.label});
  return report::architecture_scene(architecture, width);
}

Scene cost_scene(const Case& study, const CostLine& line, const Part& shown, double width) {
  Scene scene;
  scene.title = study.short_title + ": cost a month";
  scene.width = width;
  const double bars = static_cast<double>(study.parts.size());
  const double step = width / bars;
  const double bar = std::min(88.0, step * 0.64);
  const double base = room_above + plot_height;
  for (std::size_t i = 0; i < study.parts.size(); ++i) {
    const Part& part = study.parts[i];
    const double middle = step * (static_cast<double>(i) + 0.5);
    const bool here = &part == &shown || part.id == shown.id;
    double top = base;
    for (std::size_t k = 0; k < part.cost.size(); ++k) {
      const double height = part.cost[k] / line.totals[line.peak] * plot_height;
      top -= height;
      if (height > 0) scene.boxes.push_back({{middle - bar / 2, top}, bar, height, ink_of(k), 0, false});
    }
    scene.texts.push_back({{middle, top - 13}, thousands(line.totals[i]), Anchor::middle, Ink::text, 13, here});
    scene.texts.push_back({{middle, base + 16}, width < 480 ? std::to_string(i + 1) : part.name, Anchor::middle, here ? Ink::text : Ink::quiet, 13, here});
    if (here) scene.lines.push_back({{middle - bar / 2, base + 32}, {middle + bar / 2, base + 32}, Ink::accent, 3, false});
  }
  scene.lines.push_back({{0, base}, {width, base}, Ink::line, 1, false});
  add_legend(scene, study, base + room_below - 8);
  scene.height = base + room_below + legend_height * static_cast<double>(study.cost_parts.size());
  scene.takeaway = "The last stage costs " + dollars(line.saving_per_year) + " a year less than the dearest: (" +
                   dollars(line.totals[line.peak]) + " - " + dollars(line.totals.back()) + ") x 12.";
  scene.table = cost_table(study, line);
  return scene;
}

}  // namespace storewright::cases
