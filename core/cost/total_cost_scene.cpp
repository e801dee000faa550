#include "core/cost/total_cost_scene.h"

#include <algorithm>

#include "core/base/math.h"
#include "core/base/text.h"
#include "core/report/line_plot.h"

namespace storewright::cost {
namespace {

using report::Ink;

/// The middle values that are drawn.
struct Drawn {
  double own_price = 0, managed_total = 0, rate = 0;
  std::optional<double> hours;       // where you stand
  std::optional<double> even_hours;  // where the lines cross; absent when not to the right of zero
  double most_hours = 1;

  double own_total(double at) const { return own_price + at * rate; }
};

Drawn drawn_of(const TotalCostInput& in, const TotalCostAnswer& answer) {
  Drawn drawn;
  drawn.own_price = in.self_managed_usd_per_month->mid;
  drawn.rate = in.hourly_rate_usd->mid;
  drawn.managed_total = in.managed_usd_per_month->mid + (in.managed_hours_per_month ? in.managed_hours_per_month->mid * drawn.rate : 0);
  if (in.self_managed_hours_per_month) drawn.hours = in.self_managed_hours_per_month->mid;
  const std::optional<Range>& even = answer.break_even_hours ? answer.break_even_hours : answer.break_even_extra_hours;
  if (even && even->mid >= 0) drawn.even_hours = even->mid;
  const double widest = std::max({drawn.hours.value_or(0) * 1.25, drawn.even_hours.value_or(0) * 2, 1.0});
  const double step = report::round_step(widest, 8);
  drawn.most_hours = step * ceil_of(widest / step);
  return drawn;
}

report::Table table_of(const TotalCostInput& in, const Drawn& drawn) {
  report::Table table{"Cost a month by hours", {{"Hours by yourselves", true}, {self_managed_name(in), true}, {managed_name(in), true}}, {}};
  std::vector<double> hours;
  const double step = report::round_step(drawn.most_hours, 8);
  for (int i = 0; i * step <= drawn.most_hours * 1.0001; ++i) hours.push_back(i * step);
  for (const std::optional<double>& extra : {drawn.hours, drawn.even_hours}) {
    if (!extra) continue;
    const auto at = std::lower_bound(hours.begin(), hours.end(), *extra);
    if (at == hours.end() || *at != *extra) hours.insert(at, *extra);
  }
  for (const double at : hours)
    table.rows.push_back({display_number(at, 2), "$" + display_number(drawn.own_total(at)), "$" + display_number(drawn.managed_total)});
  return table;
}

std::string takeaway_of(const TotalCostInput& in, const Drawn& drawn) {
  std::string text;
  if (drawn.even_hours)
    text = "The two cost the same at " + display_number(*drawn.even_hours, 1) + " hours a month: below that, running it yourselves costs less; above it, managed.";
  else if (drawn.rate <= 0)
    text = "Hours that cost nothing leave only the two prices.";
  else
    text = "The lines do not cross: managed costs less at any number of hours.";
  if (!in.managed_hours_per_month) text += " Drawn as if the managed one took no hours; every hour it takes moves the crossing one hour to the right.";
  return text;
}

}  // namespace

std::optional<report::Scene> break_even_scene(const TotalCostInput& input, const TotalCostAnswer& answer, double width) {
  if (!input.self_managed_usd_per_month || !input.managed_usd_per_month || !input.hourly_rate_usd) return std::nullopt;
  const Drawn drawn = drawn_of(input, answer);
  report::LinePlot plot{.title = "Cost a month by the hours your people spend", .x_label = "hours a month by yourselves", .y_unit = "$"};
  plot.x_max = drawn.most_hours;
  const double highest = std::max({drawn.own_total(drawn.most_hours), drawn.managed_total, 1.0}) * 1.05;
  const double step = report::round_step(highest, 5);
  plot.y_max = step * ceil_of(highest / step);
  plot.lines = {{"By yourselves", drawn.own_price, drawn.own_total(drawn.most_hours), Ink::series_1},
                {"Managed", drawn.managed_total, drawn.managed_total, Ink::series_2}};
  if (drawn.even_hours)
    plot.marks.push_back({*drawn.even_hours, drawn.managed_total, "same at " + display_number(*drawn.even_hours, 1) + " h", Ink::text, true});
  if (drawn.hours && drawn.hours != drawn.even_hours)
    plot.marks.push_back({*drawn.hours, drawn.own_total(*drawn.hours),
                          display_number(*drawn.hours, 1) + " h: $" + display_number(drawn.own_total(*drawn.hours), 0), Ink::series_1, true});
  report::Scene scene = report::line_plot_scene(plot, width);
  scene.takeaway = takeaway_of(input, drawn);
  scene.table = table_of(input, drawn);
  return scene;
}

}  // namespace storewright::cost
