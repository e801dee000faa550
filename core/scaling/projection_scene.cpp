#include "core/scaling/projection_scene.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/report/line_plot.h"

namespace storewright::scaling {
namespace {

using report::Ink;

constexpr std::string_view names[] = {"data", "reads", "writes"};
constexpr Ink inks[] = {Ink::series_1, Ink::series_2, Ink::series_3};

/// The first mark above today's value, null when none comes.
const Threshold* next_mark(Measure measure, double now, const Rules& rules) {
  for (const Stage& stage : rules.stages)
    for (const Threshold& threshold : stage.from)
      if (threshold.measure == measure && threshold.from > now) return &threshold;
  return nullptr;
}

struct Drawn {
  std::size_t place;        // of the measure
  const Threshold* mark;
  std::vector<double> percent;  // of the mark, month by month
};

std::vector<Drawn> drawn_of(const ScalingInput& input, const ProjectionAnswer& answer, const Rules& rules) {
  std::vector<Drawn> all;
  for (const ProjectedMeasure& measure : answer.measures) {
    const auto place = static_cast<std::size_t>(measure.measure);
    const Threshold* mark = place < std::size(names) ? next_mark(measure.measure, measure.now.mid, rules) : nullptr;
    if (!mark) continue;
    Drawn drawn{place, mark, {}};
    for (int month = 0; month <= answer.months; ++month) drawn.percent.push_back(100 * load_after(input, month)[place]->mid / mark->from);
    all.push_back(std::move(drawn));
  }
  return all;
}

constexpr double short_names_below = 400;

std::string name_of(const Drawn& drawn, double width) {
  std::string name(names[drawn.place]);
  if (width >= short_names_below) name += " of " + (drawn.place == 0 ? volume_text(drawn.mark->from) : display_number(drawn.mark->from, 0));
  return name;
}

void add_line(report::LinePlot& plot, const Drawn& drawn, double width) {
  plot.lines.push_back({.name = name_of(drawn, width),
                        .ink = inks[drawn.place],
                        .values = drawn.percent});
  const auto reached = std::find_if(drawn.percent.begin(), drawn.percent.end(), [](double percent) { return percent >= 100; });
  if (reached == drawn.percent.end()) return;
  const auto month = reached - drawn.percent.begin();
  plot.marks.push_back({static_cast<double>(month), std::min(*reached, plot.y_max), "month " + std::to_string(month), inks[drawn.place], true});
}

}  // namespace

std::optional<report::Scene> projection_scene(const ScalingInput& input, const ProjectionAnswer& answer, const Rules& rules, double width) {
  const std::vector<Drawn> all = drawn_of(input, answer, rules);
  if (all.empty()) return std::nullopt;
  double highest = 0;
  for (const Drawn& drawn : all) highest = std::max(highest, drawn.percent.back());
  report::LinePlot plot{.title = "The way to the next mark", .x_label = "months from now", .y_unit = "", .x_max = static_cast<double>(answer.months), .y_suffix = " %"};
  // Beyond twice a mark nothing is to be learned from its height.
  plot.y_max = highest > 115 ? 200 : 120;
  plot.lines.push_back({.name = width < short_names_below ? "mark" : "mark reached", .at_left = 100, .at_right = 100, .ink = Ink::quiet, .dashed = true});
  for (const Drawn& drawn : all) add_line(plot, drawn, width);
  report::Scene scene = report::line_plot_scene(plot, width);
  scene.takeaway = answer.headline + " A line that reaches 100 % has come to the mark where its next stage begins.";
  scene.table = projection_table(input, answer, rules);
  return scene;
}

}  // namespace storewright::scaling
