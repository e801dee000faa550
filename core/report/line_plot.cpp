#include "core/report/line_plot.h"

#include <algorithm>

#include "core/base/text.h"

namespace storewright::report {
namespace {

constexpr double narrowest_left = 40;
constexpr double right = 12;
constexpr double top = 20;
constexpr double bottom = 48;
constexpr double text_size = 13;
constexpr double letter = 0.56;        // of the text size: the width of a mean letter
constexpr double line_height = 18;

/// From the plot's values to the scene's units.
struct Space {
  double width = 0, height = 0, left = 0, x_max = 1, y_max = 1;
  double x(double value) const { return left + (width - left - right) * value / x_max; }
  double y(double value) const { return height - bottom - (height - bottom - top) * value / y_max; }
};

struct Box { double x0 = 0, y0 = 0, x1 = 0, y1 = 0; };

double width_of(const std::string& words) { return letter * text_size * static_cast<double>(words.size()); }

// From a million on in short: labels of an axis must not take the picture's room.
std::string tick_text(double value, const LinePlot& plot) {
  if (value >= 1e9) return plot.y_unit + display_number(value / 1e9, 1) + " bn" + plot.y_suffix;
  if (value >= 1e6) return plot.y_unit + display_number(value / 1e6, 1) + " M" + plot.y_suffix;
  return plot.y_unit + display_number(value, 1) + plot.y_suffix;
}

/// The value of a line at a part of the way from the left edge to the right.
double value_at(const PlotLine& line, double part) {
  if (line.values.size() < 2) return line.at_left + (line.at_right - line.at_left) * part;
  const double place = std::clamp(part, 0.0, 1.0) * static_cast<double>(line.values.size() - 1);
  const auto before = std::min(static_cast<std::size_t>(place), line.values.size() - 2);
  const double rest = place - static_cast<double>(before);
  return line.values[before] + (line.values[before + 1] - line.values[before]) * rest;
}

/// The part of the way at which a line leaves the plot at its top; 1 when it never does.
double end_of(const PlotLine& line, double y_max) {
  const std::size_t steps = line.values.size() < 2 ? 1 : line.values.size() - 1;
  for (std::size_t i = 0; i < steps; ++i) {
    const double from = static_cast<double>(i) / static_cast<double>(steps);
    const double a = value_at(line, from);
    const double b = value_at(line, from + 1.0 / static_cast<double>(steps));
    if (b > y_max) return a >= y_max ? from : from + (y_max - a) / (b - a) / static_cast<double>(steps);
  }
  return 1;
}

std::vector<double> ticks(double max, int most) {
  std::vector<double> values;
  const double step = round_step(max, most);
  for (int i = 0; i * step <= max * 1.0001; ++i) values.push_back(i * step);
  return values;
}

constexpr int most_y_steps = 5;

double left_of(const LinePlot& plot) {
  double widest = narrowest_left;
  for (const double value : ticks(plot.y_max, most_y_steps)) widest = std::max(widest, width_of(tick_text(value, plot)) + 14);
  return widest;
}

bool touch(const Box& a, const Box& b) { return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1; }

/// Whether a line crosses a box: its height at both sides of the box, compared with the box.
bool crosses(const PlotLine& line, const Space& space, const Box& box) {
  const auto y_at = [&](double x) {
    const double part = (x - space.left) / (space.width - space.left - right);
    return space.y(value_at(line, part));
  };
  const double a = y_at(box.x0);
  const double b = y_at(box.x1);
  return std::min(a, b) < box.y1 && std::max(a, b) > box.y0;
}

void add_axes(Scene& scene, const LinePlot& plot, const Space& space) {
  for (const double value : ticks(plot.y_max, most_y_steps)) {
    const double y = space.y(value);
    scene.lines.push_back({{space.left, y}, {space.width - right, y}, Ink::line, 1, false});
    scene.texts.push_back({{space.left - 8, y}, tick_text(value, plot), Anchor::end, Ink::quiet, text_size, false});
  }
  const double widest = width_of(display_number(plot.x_max, 2)) + 16;
  const int room = static_cast<int>((space.width - space.left - right) / widest);
  for (const double value : ticks(plot.x_max, std::clamp(room, 2, 8))) {
    const std::string words = display_number(value, 2);
    const double x = std::min(space.x(value), space.width - width_of(words) / 2);
    scene.texts.push_back({{x, space.height - bottom + 16}, words, Anchor::middle, Ink::quiet, text_size, false});
  }
  scene.texts.push_back({{space.width - right, space.height - 12}, plot.x_label, Anchor::end, Ink::quiet, text_size, false});
}

void add_line(Scene& scene, const PlotLine& line, const LinePlot& plot, const Space& space) {
  const double end = end_of(line, plot.y_max);
  const std::size_t steps = line.values.size() < 2 ? 1 : line.values.size() - 1;
  for (std::size_t i = 0; i < steps; ++i) {
    const double from = static_cast<double>(i) / static_cast<double>(steps);
    const double to = std::min(end, static_cast<double>(i + 1) / static_cast<double>(steps));
    if (from >= end) return;
    scene.lines.push_back({{space.x(plot.x_max * from), space.y(value_at(line, from))},
                           {space.x(plot.x_max * to), space.y(value_at(line, to))}, line.ink, 2.5, line.dashed});
  }
}

/// Finds room for words near a point: the first of some places that touches neither words nor lines; else the first that
/// at least touches no words.
class Placing {
 public:
  Placing(const LinePlot& plot, const Space& space) : plot_(plot), space_(space) {}

  /// The name of a line goes above or below one of its points, the first that has room; words of a point go to one side of it.
  void name_line(Scene& scene, const std::vector<Point>& points, const std::string& words, Ink ink) {
    const double w = width_of(words);
    std::vector<Point> places;
    for (const Point& at : points) {
      places.insert(places.end(), {{at.x - w / 2, at.y - 14}, {at.x - w / 2, at.y + 14}});
      const std::vector<Point> others = beside(at, w);
      places.insert(places.end(), others.begin(), others.end());
    }
    place(scene, points.front(), places, words, ink);
  }

  void name_point(Scene& scene, Point at, const std::string& words, Ink ink) {
    place(scene, at, beside(at, width_of(words)), words, ink);
  }

 private:
  static std::vector<Point> beside(Point at, double w) {
    return {{at.x + 10, at.y - 16}, {at.x - 10 - w, at.y - 16}, {at.x + 10, at.y + 16}, {at.x - 10 - w, at.y + 16},
            {at.x - w / 2, at.y - 26}, {at.x - w / 2, at.y + 26}, {at.x + 10, at.y - 40}, {at.x - 10 - w, at.y - 40},
            {at.x + 10, at.y + 40}, {at.x - 10 - w, at.y + 40}};
  }

  void place(Scene& scene, Point at, const std::vector<Point>& places, const std::string& words, Ink ink) {
    const double w = width_of(words);
    Point best{std::clamp(at.x - w / 2, space_.left + 2, std::max(space_.left + 2, space_.width - right - w)), std::max(top, at.y - 26)};
    bool found = false;
    for (const bool lines_matter : {true, false}) {
      for (const Point& place : places) {
        if (found || !fits(place, w, lines_matter)) continue;
        best = place;
        found = true;
      }
    }
    taken_.push_back(box_of(best, w));
    scene.texts.push_back({best, words, Anchor::start, ink, text_size, true});
  }

  static Box box_of(Point at, double w) { return {at.x - 3, at.y - line_height / 2, at.x + w + 3, at.y + line_height / 2}; }

  bool fits(Point at, double w, bool lines_matter) const {
    const Box box = box_of(at, w);
    if (box.x0 < space_.left || box.x1 > space_.width || box.y0 < 0 || box.y1 > space_.height - bottom) return false;
    if (std::any_of(taken_.begin(), taken_.end(), [&](const Box& other) { return touch(box, other); })) return false;
    if (!lines_matter) return true;
    const auto behind = [&](const PlotMark& mark) {
      const double x = space_.x(mark.x);
      return mark.drop && box.x0 < x && x < box.x1 && box.y1 > space_.y(mark.y);
    };
    return std::none_of(plot_.marks.begin(), plot_.marks.end(), behind) &&
           std::none_of(plot_.lines.begin(), plot_.lines.end(), [&](const PlotLine& line) { return crosses(line, space_, box); });
  }

  const LinePlot& plot_;
  const Space& space_;
  std::vector<Box> taken_;
};

}  // namespace

double round_step(double max, int most) {
  if (!(max > 0) || most < 1) return 1;
  double power = 1;
  while (power * most < max) power *= 10;
  while (power * most >= max * 10) power /= 10;
  for (const double part : {0.1, 0.2, 0.5})
    if (power * part * most >= max) return power * part;
  return power;
}

Scene line_plot_scene(const LinePlot& plot, double width) {
  Scene scene;
  scene.title = plot.title;
  scene.width = width;
  scene.height = width < 400 ? 280 : 320;
  const Space space{width, scene.height, left_of(plot), plot.x_max, plot.y_max};
  add_axes(scene, plot, space);
  for (const PlotLine& line : plot.lines) add_line(scene, line, plot, space);

  Placing placing(plot, space);
  for (const PlotMark& mark : plot.marks) {
    const Point at{space.x(mark.x), space.y(mark.y)};
    if (mark.drop) scene.lines.push_back({at, {at.x, space.y(0)}, Ink::quiet, 1, true});
    scene.dots.push_back({at, 5, mark.ink});
    placing.name_point(scene, at, mark.words, Ink::text);
  }
  for (const PlotLine& line : plot.lines) {
    // The name stands at the right end, where lines have parted, or else as far to the right as there is room.
    const double end = end_of(line, plot.y_max);
    const double room = (width_of(line.name) / 2 + 10) / (width - space.left - right);
    std::vector<Point> points;
    for (const double part : {std::min(end, std::clamp(end - room, std::min(0.5, end), 1.0)), 0.8 * end, 0.65 * end, 0.5 * end, 0.35 * end, 0.2 * end})
      points.push_back({space.x(plot.x_max * part), space.y(value_at(line, part))});
    placing.name_line(scene, points, line.name, line.ink);
  }
  return scene;
}

}  // namespace storewright::report
