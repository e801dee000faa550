#include "core/cost/compare_scene.h"

#include <algorithm>

#include "core/base/math.h"
#include "core/base/text.h"
#include "core/report/line_plot.h"

namespace storewright::cost {
namespace {

using report::Ink;

constexpr double row_height = 46;
constexpr double narrow = 460;         // below, amounts stand under the names
constexpr double narrow_row_height = 62;
constexpr double head = 26;           // words of the axis
constexpr double margin = 8;
constexpr double bar_height = 14;

struct Axis {
  double most = 1;
  double step = 1;
  double width = 1;
  double x(double usd) const { return margin + usd / most * (width - 2 * margin); }
};

// A bar that runs far beyond the others would press them all against the left edge, so the axis ends at three times the middle one
// and cuts it there; its words say where it ends.
Axis axis_of(const CompareAnswer& answer, double width) {
  double highest = 1;
  double typical = 1;
  std::size_t priced = answer.priced();
  for (std::size_t i = 0; i < priced; ++i) highest = std::max(highest, answer.options[i].usd_per_month.high);
  typical = answer.options[priced / 2].usd_per_month.high * 3;
  const double shown = std::min(highest, std::max(typical, 1.0)) * 1.02;
  const double step = report::round_step(shown, width < 420 ? 4 : 6);
  return {step * ceil_of(shown / step), step, width};
}

// Its lines stand behind the bars alone, so that none runs through a name.
void draw_axis(report::Scene& scene, const Axis& axis) {
  for (int i = 0; i * axis.step <= axis.most * 1.0001; ++i) {
    const double at = axis.x(i * axis.step);
    const report::Anchor anchor = i == 0 ? report::Anchor::start : (i + 1) * axis.step > axis.most * 1.0001 ? report::Anchor::end : report::Anchor::middle;
    scene.texts.push_back({{at, 12}, "$" + display_number(i * axis.step, 0), anchor, Ink::quiet, 13, false});
  }
}

void draw_option(report::Scene& scene, const Axis& axis, const OptionCost& cost, double top, bool best) {
  const double left = axis.x(std::min(cost.usd_per_month.low, axis.most));
  const double right = std::max(axis.x(std::min(cost.usd_per_month.high, axis.most)), left + 2);
  const bool stacked = axis.width < narrow;
  const double bar = top + (stacked ? 38 : 22);
  for (int i = 0; i * axis.step <= axis.most * 1.0001; ++i) {
    const double at = axis.x(i * axis.step);
    if (at < left || at > right) scene.lines.push_back({{at, bar}, {at, bar + bar_height}, Ink::line, 1, false});
  }
  scene.boxes.push_back({{left, bar}, right - left, bar_height, best ? Ink::accent : Ink::series_1, 3, false});
  if (cost.usd_per_month.mid <= axis.most && right - left > 6) {
    const double middle = axis.x(cost.usd_per_month.mid);
    scene.lines.push_back({{middle, bar - 3}, {middle, bar + bar_height + 3}, Ink::text, 2, false});
  }
  scene.texts.push_back({{margin, top + 11}, cost.name, report::Anchor::start, Ink::text, 14, best});
  const std::string amount = report::money_text(cost.usd_per_month, 0);
  if (stacked) scene.texts.push_back({{margin, top + 28}, amount, report::Anchor::start, Ink::quiet, 13, false});
  else scene.texts.push_back({{axis.width - margin, top + 11}, amount, report::Anchor::end, Ink::quiet, 13, false});
}

}  // namespace

std::optional<report::Scene> compare_scene(const CompareAnswer& answer, double width) {
  const std::size_t priced = answer.priced();
  if (priced == 0) return std::nullopt;
  const Axis axis = axis_of(answer, width);
  report::Scene scene;
  scene.title = "Cost a month of each option, with people";
  scene.width = width;
  const double row = width < narrow ? narrow_row_height : row_height;
  scene.height = head + row * static_cast<double>(priced) + 6;
  draw_axis(scene, axis);
  for (std::size_t i = 0; i < priced; ++i) draw_option(scene, axis, answer.options[i], head + row * static_cast<double>(i) + 2, i == 0);
  scene.takeaway = answer.headline + " Each bar runs from the low to the high end; the mark is the middle.";
  for (std::size_t i = 0; i < priced; ++i)
    if (answer.options[i].usd_per_month.high > axis.most) {
      scene.takeaway += " Bars that reach the right edge are cut there.";
      break;
    }
  scene.table = options_table(answer);
  return scene;
}

}  // namespace storewright::cost
