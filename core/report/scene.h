// A figure as a value: shapes and texts in its own coordinates, one sentence to take away, and its numbers as a table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace storewright::report {

/// A colour by role; the theme turns it into light or dark.
enum class Ink { text, quiet, line, accent, accent_soft, good, warning, bad, series_1, series_2, series_3, series_4,
                 series_5, series_6, series_7, series_8 };

struct Point { double x = 0, y = 0; };

struct SceneLine  { Point from, to; Ink ink = Ink::line; double width = 1; bool dashed = false; };
struct SceneBox   { Point top_left; double width = 0, height = 0; Ink ink = Ink::accent_soft; double corner = 0; bool outline = false; };
struct SceneArc   { Point centre; double radius = 0, from_turn = 0, to_turn = 0; Ink ink = Ink::accent; double width = 1; };  // turns: 0 top, clockwise, 1 full
struct SceneDot   { Point centre; double radius = 1; Ink ink = Ink::accent; };
enum class Anchor { start, middle, end };
struct SceneText  { Point at; std::string text; Anchor anchor = Anchor::start; Ink ink = Ink::text; double size = 14; bool bold = false; };  // at: on the baseline's middle line

struct Column { std::string name; bool numeric = false; };
struct Table {
  std::string caption;
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;
};

struct Scene {
  std::string title;               // the accessible name
  double width = 640, height = 360;
  std::vector<SceneArc> arcs;      // drawn in this order: arcs, boxes, lines, dots, texts
  std::vector<SceneBox> boxes;
  std::vector<SceneLine> lines;
  std::vector<SceneDot> dots;
  std::vector<SceneText> texts;
  std::string takeaway;            // what to see, in one sentence
  Table table;                     // the same numbers, for readers and for CSV
};

/// The scene as a complete SVG document with title and description; colours are CSS custom properties with fallbacks.
std::string scene_svg(const Scene& scene);
/// The same as a part of an HTML page whose own style sheet colours the classes: no style of its own, which a content
/// security policy would refuse. `css_class` tells copies of different width apart.
std::string scene_svg_inline(const Scene& scene, std::string_view css_class);
/// The table as CSV (RFC 4180), a header line first.
std::string table_csv(const Table& table);
/// The table as a list of objects, one for each row, by the names of its columns.
std::string table_json(const Table& table);
/// The table as Markdown, without its caption.
std::string table_markdown(const Table& table);

}  // namespace storewright::report
