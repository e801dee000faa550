#include "core/report/question_figure.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/report/architecture_scene.h"

namespace storewright::report {
namespace {

using practice::Figure;
using practice::FigureBox;
using practice::FigureKind;
using practice::FigureWay;

constexpr double wide_from = 560;       // places side by side
constexpr double gap = 16;
constexpr double inset = 12;
constexpr double line_step = 19;
constexpr double letter = 7.6;          // a safe width of a letter of a text 14 high
constexpr double name_room = 12;        // below the name of a place, before what it holds

// Broken at spaces so that no line is wider than `room`; a word that is wider stands alone.
std::vector<std::string> lines_of(std::string_view text, double room) {
  const auto letters = static_cast<std::size_t>(std::max(8.0, room / letter));
  std::vector<std::string> lines;
  while (text.size() > letters) {
    std::size_t end = text.rfind(' ', letters);
    if (end == text.npos || end == 0) end = text.find(' ');
    if (end == text.npos) break;
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  lines.emplace_back(text);
  return lines;
}

double height_of(const std::vector<std::string>& lines) { return line_step * static_cast<double>(lines.size()); }

double write_lines(Scene& scene, const std::vector<std::string>& lines, Point at, Ink ink, bool bold) {
  for (const std::string& line : lines) {
    scene.texts.push_back({{at.x, at.y + line_step / 2}, line, Anchor::start, ink, 14, bold});
    at.y += line_step;
  }
  return at.y;
}

Scene steps_scene(const Figure& figure, std::size_t moment, double width) {
  Scene scene{.title = figure.title + ", moment " + std::to_string(moment + 1) + " of " + std::to_string(figure.frames.size()), .width = width};
  scene.takeaway = figure.takeaway;
  const std::vector<std::string>& frame = figure.frames[moment];
  const std::size_t places = figure.columns.size() - 1;
  const bool wide = width >= wide_from;
  const double across = wide ? (width - gap * static_cast<double>(places - 1)) / static_cast<double>(places) : width;
  const double room = across - 2 * inset;
  double top = write_lines(scene, lines_of(frame[0], width), {0, 0}, Ink::text, true) + gap;

  // The names of all moments decide the height, so that the picture does not jump from one to the next.
  double names = 0, held = 0;
  for (std::size_t place = 1; place <= places; ++place) {
    names = std::max(names, height_of(lines_of(figure.columns[place], room)));
    for (const auto& any : figure.frames) held = std::max(held, height_of(lines_of(any[place], room)));
  }
  const double height = inset + names + name_room + held + inset;
  for (std::size_t place = 1; place <= places; ++place) {
    const double left = wide ? static_cast<double>(place - 1) * (across + gap) : 0;
    const bool changed = moment > 0 && frame[place] != figure.frames[moment - 1][place];
    scene.boxes.push_back({{left, top}, across, height, changed ? Ink::accent_soft : Ink::line, 6, !changed});
    write_lines(scene, lines_of(figure.columns[place], room), {left + inset, top + inset}, Ink::quiet, false);
    write_lines(scene, lines_of(frame[place], room), {left + inset, top + inset + names + name_room}, Ink::text, changed);
    if (!wide) top += height + gap;
  }
  scene.height = wide ? top + height : top - gap;

  scene.table.caption = figure.title;
  for (const std::string& column : figure.columns) scene.table.columns.push_back({column, false});
  scene.table.rows = figure.frames;
  return scene;
}

Scene flow_scene(const Figure& figure, double width) {
  Architecture architecture{.title = figure.title, .takeaway = figure.takeaway, .boxes = {}, .arrows = {}};
  for (const FigureBox& box : figure.boxes)
    architecture.boxes.push_back({.name = box.label, .holds = box.keeps, .ink = box.keeps.empty() ? Ink::quiet : Ink::accent, .strong = box.main,
                                  .column = box.column, .row = box.row});
  for (const FigureWay& way : figure.ways) architecture.arrows.push_back({way.from, way.to, way.label});
  return architecture_scene(architecture, width);
}

}  // namespace

std::size_t moments_of(const Figure& figure) { return figure.kind == FigureKind::steps ? figure.frames.size() : 1; }

Scene question_figure(const Figure& figure, std::size_t moment, double width) {
  if (figure.kind == FigureKind::flow) return flow_scene(figure, width);
  return steps_scene(figure, std::min(moment, figure.frames.size() - 1), width);
}

}  // namespace storewright::report
