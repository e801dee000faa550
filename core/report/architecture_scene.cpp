#include "core/report/architecture_scene.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"

namespace storewright::report {
namespace {

constexpr double box_height = 76;
constexpr double row_gap = 26;
constexpr double label_room = 20;      // above a stacked box, for each arrow into it
constexpr double lane = 12;            // between the trunks of two sources
constexpr double head = 6;             // of an arrow
constexpr double text_inset = 14;
constexpr double line_step = 20;
constexpr double letter = 7.4;         // a safe width of a letter of the second line, which is 13 high

struct Place {
  double x = 0, y = 0, width = 0, height = box_height;
  double right() const { return x + width; }
  double middle() const { return y + height / 2; }
};

int columns_of(const Architecture& architecture) {
  int last = 0;
  for (const ArchitectureBox& box : architecture.boxes) last = std::max(last, box.column);
  return last + 1;
}

// The arrows into a box, in the order of the data.
std::vector<std::size_t> arrows_into(const Architecture& architecture, std::size_t box) {
  std::vector<std::size_t> arrows;
  for (std::size_t i = 0; i < architecture.arrows.size(); ++i)
    if (architecture.arrows[i].to == box) arrows.push_back(i);
  return arrows;
}

// Each box that feeds others has a trunk of its own; this is its number among those of its column, or of all.
int trunk_of(const Architecture& architecture, std::size_t box, bool of_its_column) {
  int trunk = 0;
  for (std::size_t i = 0; i < box; ++i) {
    if (of_its_column && architecture.boxes[i].column != architecture.boxes[box].column) continue;
    trunk += std::any_of(architecture.arrows.begin(), architecture.arrows.end(),
                         [&](const ArchitectureArrow& arrow) { return arrow.from == i; });
  }
  return trunk;
}

int trunks(const Architecture& architecture) { return trunk_of(architecture, architecture.boxes.size(), false); }

// A text on at most two lines, broken at a space; what does not fit is cut.
std::vector<std::string> fitted(const std::string& text, double room) {
  const auto letters = static_cast<std::size_t>(std::max(6.0, room / letter));
  if (text.size() <= letters) return {text};
  std::size_t end = text.rfind(' ', letters);
  if (end == text.npos || end == 0) return {shortened(text, letters)};
  return {text.substr(0, end), shortened(text.substr(end + 1), letters)};
}

void add_box(Scene& scene, const ArchitectureBox& box, const Place& place) {
  if (box.strong) scene.boxes.push_back({{place.x, place.y}, place.width, place.height, Ink::accent_soft, 8, false});
  scene.boxes.push_back({{place.x, place.y}, place.width, place.height, box.strong ? Ink::accent : box.ink, 8, true});
  const double x = place.x + text_inset;
  const double room = place.width - 2 * text_inset;
  const std::vector<std::string> lines = box.holds.empty() ? std::vector<std::string>() : fitted(box.holds, room);
  double y = place.middle() - line_step * static_cast<double>(lines.size()) / 2;
  scene.texts.push_back({{x, y}, fitted(box.name, room).front(), Anchor::start, Ink::text, 15, true});
  for (const std::string& line : lines) {
    y += line_step;
    scene.texts.push_back({{x, y}, line, Anchor::start, Ink::quiet, 13, false});
  }
}

void add_head(Scene& scene, Point tip) {
  scene.lines.push_back({{tip.x - head, tip.y - head * 0.7}, tip, Ink::text, 1.5, false});
  scene.lines.push_back({{tip.x - head, tip.y + head * 0.7}, tip, Ink::text, 1.5, false});
}

void add_elbow(Scene& scene, Point from, double trunk, Point to) {
  const Point turn{trunk, from.y}, entry{trunk, to.y};
  for (const auto& [a, b] : {std::pair{from, turn}, std::pair{turn, entry}, std::pair{entry, to}})
    if (a.x != b.x || a.y != b.y) scene.lines.push_back({a, b, Ink::text, 1.5, false});
  add_head(scene, to);
}

// Side by side: columns of boxes with room for labels between them.
void draw_columns(Scene& scene, const Architecture& architecture, double width) {
  const int columns = columns_of(architecture);
  const double between = std::min(170.0, width * 0.185);
  const double box_width = std::min(250.0, (width - 2 - between * (columns - 1)) / columns);
  std::vector<Place> places;
  double bottom = 0;
  for (const ArchitectureBox& box : architecture.boxes) {
    places.push_back({1 + box.column * (box_width + between), 1 + box.row * (box_height + row_gap), box_width});
    bottom = std::max(bottom, places.back().y + box_height);
  }
  scene.width = 2 + columns * box_width + (columns - 1) * between;
  scene.height = bottom + 2;
  for (std::size_t i = 0; i < architecture.boxes.size(); ++i) {
    add_box(scene, architecture.boxes[i], places[i]);
    const std::vector<std::size_t> into = arrows_into(architecture, i);
    for (std::size_t k = 0; k < into.size(); ++k) {
      const ArchitectureArrow& arrow = architecture.arrows[into[k]];
      const Place& source = places[arrow.from];
      // Several arrows into one box enter one above the other, far enough apart for their labels.
      const double offset = (static_cast<double>(k) - (static_cast<double>(into.size()) - 1) / 2) * 26;
      const Point tip{places[i].x - 1, places[i].middle() + offset};
      add_elbow(scene, {source.right(), source.middle()}, source.right() + 14 + lane * trunk_of(architecture, arrow.from, true), tip);
      scene.texts.push_back({{tip.x - 12, tip.y - 11}, arrow.label, Anchor::end, Ink::quiet, 13, false});
    }
  }
}

// One under the other: arrows run down the left side, labels stand above the box they lead to.
void draw_stack(Scene& scene, const Architecture& architecture, double width) {
  const double left = 10 + lane * trunks(architecture);
  std::vector<std::size_t> order;
  for (int column = 0; column < columns_of(architecture); ++column)
    for (std::size_t i = 0; i < architecture.boxes.size(); ++i)
      if (architecture.boxes[i].column == column) order.push_back(i);
  std::vector<Place> places(architecture.boxes.size());
  double y = 1;
  for (const std::size_t i : order) {
    const std::vector<std::size_t> into = arrows_into(architecture, i);
    for (const std::size_t arrow : into) {
      const ArchitectureArrow& one = architecture.arrows[arrow];
      scene.texts.push_back({{left + 2, y + label_room / 2}, architecture.boxes[one.from].name + ": " + one.label,
                             Anchor::start, Ink::quiet, 13, false});
      y += label_room;
    }
    places[i] = {left, y + 2, width - left - 2};
    add_box(scene, architecture.boxes[i], places[i]);
    y = places[i].y + box_height + 16;
  }
  scene.width = width;
  scene.height = y - 14;
  for (const std::size_t i : order) {
    const std::vector<std::size_t> into = arrows_into(architecture, i);
    for (std::size_t k = 0; k < into.size(); ++k) {
      const std::size_t from = architecture.arrows[into[k]].from;
      const double offset = (static_cast<double>(k) - (static_cast<double>(into.size()) - 1) / 2) * 16 - 8;
      add_elbow(scene, {places[from].x, places[from].middle() + 16}, 6 + lane * trunk_of(architecture, from, false),
                {places[i].x - 1, places[i].middle() + offset});
    }
  }
}

Table table_of(const Architecture& architecture) {
  Table table{.caption = "Who holds what, and where it comes from", .columns = {{"Part"}, {"Holds"}, {"Fed by"}}, .rows = {}};
  for (std::size_t i = 0; i < architecture.boxes.size(); ++i) {
    std::vector<std::string> feeds;
    for (const std::size_t arrow : arrows_into(architecture, i)) {
      const ArchitectureArrow& one = architecture.arrows[arrow];
      feeds.push_back(architecture.boxes[one.from].name + " (" + one.label + ")");
    }
    table.rows.push_back({architecture.boxes[i].name, architecture.boxes[i].holds, feeds.empty() ? "nothing" : sentence_list(feeds)});
  }
  return table;
}

}  // namespace

Scene architecture_scene(const Architecture& architecture, double width) {
  Scene scene;
  scene.title = architecture.title;
  scene.takeaway = architecture.takeaway;
  if (width >= architecture_columns_from)
    draw_columns(scene, architecture, width);
  else
    draw_stack(scene, architecture, width);
  scene.table = table_of(architecture);
  return scene;
}

}  // namespace storewright::report
