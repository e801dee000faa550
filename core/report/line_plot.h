// A plot of lines over one quantity, each named where it ends: axes, round ticks, marked points.
#pragma once

#include <string>
#include <vector>

#include "core/report/scene.h"

namespace storewright::report {

/// One line from the left edge of the plot to the right, in the plot's own values.
struct PlotLine {
  std::string name;
  double at_left = 0;    // its value where the horizontal axis begins
  double at_right = 0;
  Ink ink = Ink::series_1;
  bool dashed = false;
  std::vector<double> values = {};  // of a curve, at equal distances from the left edge to the right; empty: straight
};

/// A point with words beside it.
struct PlotMark {
  double x = 0;
  double y = 0;
  std::string words;
  Ink ink = Ink::text;
  bool drop = false;      // a dashed line down to the axis
};

struct LinePlot {
  std::string title;
  std::string x_label;    // "hours a month"
  std::string y_unit;     // before a value: "$"
  double x_max = 1;       // the axes begin at zero
  double y_max = 1;
  std::vector<PlotLine> lines = {};
  std::vector<PlotMark> marks = {};
  std::string y_suffix = {};  // behind a value: " %"
};

/// Draws the plot so that texts stay readable from 288 units of width on. A line that leaves the top is cut there. Title, takeaway and table are the caller's.
Scene line_plot_scene(const LinePlot& plot, double width);

/// Round steps (1, 2 or 5 times a power of ten) that divide zero to `max` into at most `most` parts.
double round_step(double max, int most);

}  // namespace storewright::report
