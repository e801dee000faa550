#include "web/ui/sortable_table.h"

#include <algorithm>

#include "core/base/math.h"
#include "web/ui/column_widths.h"
#include "web/ui/widgets.h"

namespace storewright::ui {
namespace {

constexpr float cell_padding = 10;
constexpr float line_step = 21;
constexpr float row_padding = 6;      // above and below the lines of a row
constexpr float arrow_room = 16;
constexpr float header_height = 44;
constexpr std::string_view probe = "Reliable facts, 0123456789";

// ---- Measuring ---------------------------------------------------------------------------------------------------

Face face_of(bool stacked, std::size_t column) { return stacked && column == 0 ? Face::bold : Face::regular; }

TableMeasure::Cell measured_cell(const std::string& text, Face face, float width, TableMeasure& measure) {
  TableMeasure::Cell cell{broken_lines(text, text_small, face, width), {}};
  for (const std::string& line : cell.lines) cell.widths.push_back(text_width(line, text_small, face));
  ++measure.texts_measured;
  return cell;
}

std::string stacked_words(const SortableTable& table, const SortableRow& row, std::size_t column) {
  return column == 0 ? row.cells[0].text : table.columns[column].label + ": " + row.cells[column].text;
}

float stacked_cell_height(const SortableCell& cell, const TableMeasure::Cell& measured) {
  const float lines = line_step * static_cast<float>(measured.lines.size());
  return cell.href.empty() ? lines : std::max(target, lines);
}

void measure_columns(const SortableTable& table, float available, TableMeasure& measure) {
  std::vector<ColumnNeed> needs(table.columns.size());
  for (std::size_t column = 0; column < needs.size(); ++column) {
    needs[column].add(table.columns[column].label, text_small, Face::bold, 2 * cell_padding + arrow_room);
    for (const SortableRow& row : table.rows) needs[column].add(row.cells[column].text, text_small, Face::regular, 2 * cell_padding);
  }
  measure.columns = narrow() ? std::vector<float>() : shared_widths(needs, available);
  // A table that is narrower than its area would look lost in it.
  float total = 0;
  for (const float width : measure.columns) total += width;
  if (!measure.columns.empty()) measure.columns.back() += std::max(0.0f, available - total);
}

void measure_row(const SortableTable& table, const SortableRow& row, float available, TableMeasure& measure) {
  const bool stacked = measure.columns.empty();
  TableMeasure::Row& out = measure.rows.emplace_back();
  float height = 0;
  for (std::size_t column = 0; column < row.cells.size(); ++column) {
    const std::string& text = row.cells[column].text;
    const float width = stacked ? available : measure.columns[column] - 2 * cell_padding + 1;
    out.cells.push_back(measured_cell(stacked ? stacked_words(table, row, column) : text, face_of(stacked, column), width, measure));
    const float lines = line_step * static_cast<float>(out.cells.back().lines.size());
    if (stacked) height += stacked_cell_height(row.cells[column], out.cells.back());
    else height = std::max(height, lines);
  }
  out.height = height + 2 * row_padding;
}

void measure_table(const SortableTable& table, TableMeasure& measure) {
  const float available = frame().area.width;
  const float letters = text_width(probe, text_small);
  if (measure.revision == table.revision && measure.width == available && measure.letters == letters && measure.rows.size() == table.rows.size()) return;
  measure.revision = table.revision;
  measure.width = available;
  measure.letters = letters;
  measure.rows.clear();
  measure_columns(table, available, measure);
  for (const SortableRow& row : table.rows) measure_row(table, row, available, measure);
}

// ---- Drawing -----------------------------------------------------------------------------------------------------

bool on_screen(float top, float height) {
  const Surroundings& around = frame().around;
  return top + height >= around.scroll_y && top <= around.scroll_y + around.height;
}

// The lines of a cell where they lie; they are drawn only when they can be seen.
std::vector<Line> cell_lines(const TableMeasure::Cell& cell, float x, float y, Face face, Colour colour, bool drawn) {
  std::vector<Line> lines;
  for (std::size_t i = 0; i < cell.lines.size(); ++i, y += line_step) {
    if (drawn) draw_text(cell.lines[i], x, y, text_small, face, colour);
    // As `draw_text` tells it, without measuring again.
    lines.push_back({cell.lines[i], static_cast<float>(floor_of(x)), static_cast<float>(floor_of(y)), cell.widths[i]});
  }
  return lines;
}

void declare_cell(const SortableRow& row, std::size_t column, std::string words, const TableMeasure::Cell& measured, const Rect& rect, float text_x,
                  float text_y, bool stacked, bool drawn) {
  Frame& f = frame();
  const SortableCell& cell = row.cells[column];
  const std::string id = make_id("c" + std::to_string(column));
  const Face face = face_of(stacked, column);
  const bool link = !cell.href.empty();
  std::vector<Line> lines = cell_lines(measured, text_x, text_y, face, link ? f.theme->accent : f.theme->text, drawn);
  if (drawn && link) {
    const Hit over = hit(id, rect);
    for (const Line& line : lines) {
      const float under = line.y + text_small * 1.28f;
      draw_line(line.x, under, line.x + line.width, under, over.hovered ? f.theme->accent : f.theme->line, 1);
    }
    draw_focus(id, rect, 4);
  }
  Node& node = add_node(column == 0 ? Role::rowheader : Role::cell, id, std::move(words), rect);
  node.lines = std::move(lines);
  node.font_size = text_small;
  node.line_height = line_step;
  node.bold = face == Face::bold;
  node.href = cell.href;
}

void row_beside(const SortableRow& row, const TableMeasure& measure, const TableMeasure::Row& measured, bool drawn) {
  Frame& f = frame();
  float x = f.area.x;
  for (std::size_t column = 0; column < row.cells.size(); ++column) {
    const float width = measure.columns[column];
    const Rect rect{x, f.y, width, measured.height};
    declare_cell(row, column, row.cells[column].text, measured.cells[column], rect, x + cell_padding, f.y + row_padding, false, drawn);
    x += width;
  }
}

void row_stacked(const SortableTable& table, const SortableRow& row, const TableMeasure::Row& measured, bool drawn) {
  Frame& f = frame();
  float y = f.y + row_padding;
  for (std::size_t column = 0; column < row.cells.size(); ++column) {
    const TableMeasure::Cell& cell = measured.cells[column];
    const float height = stacked_cell_height(row.cells[column], cell);
    const float inside = (height - line_step * static_cast<float>(cell.lines.size())) / 2;
    declare_cell(row, column, stacked_words(table, row, column), cell, {f.area.x, y, f.area.width, height}, f.area.x, y + inside, true, drawn);
    y += height;
  }
}

void body_row(const SortableTable& table, std::size_t index, TableMeasure& measure) {
  Frame& f = frame();
  const SortableRow& row = table.rows[index];
  const TableMeasure::Row& measured = measure.rows[index];
  const bool drawn = on_screen(f.y, measured.height);
  if (drawn) ++measure.rows_drawn;
  Scope scope(Role::row, "", row.id);
  if (measure.columns.empty()) row_stacked(table, row, measured, drawn);
  else row_beside(row, measure, measured, drawn);
  f.y += measured.height;
  if (drawn) draw_line(f.area.x, f.y, f.area.x + f.area.width, f.y, f.theme->line);
}

// ---- Headers -----------------------------------------------------------------------------------------------------

void draw_arrow(float x, float y, bool descending) {
  const Colour ink = frame().theme->accent;
  const float tip = descending ? y + 9 : y + 2;
  const float base = descending ? y + 3 : y + 8;
  draw_line(x, base, x + 5, tip, ink, 2);
  draw_line(x + 5, tip, x + 10, base, ink, 2);
}

// A header's words in its place. Returns whether it was pressed.
bool header_cell(const SortableColumn& column, const Rect& rect, const std::vector<std::string>& broken, bool sorts, bool sorted, bool descending) {
  Frame& f = frame();
  const std::string id = make_id("sort-" + column.id);
  const Hit pressed = sorts ? hit(id, rect) : Hit{};
  if (pressed.hovered) draw_outline({rect.x + 1, rect.y + 1, rect.width - 2, rect.height - 2}, f.theme->control, 6, 1);
  std::vector<Line> lines;
  float y = rect.y + (rect.height - line_step * static_cast<float>(broken.size())) / 2;
  for (const std::string& line : broken) {
    lines.push_back(draw_text(line, rect.x + cell_padding, y, text_small, Face::bold, sorted ? f.theme->accent : f.theme->text));
    y += line_step;
  }
  if (sorted) draw_arrow(lines.back().x + lines.back().width + 5, lines.back().y + 5, descending);
  draw_focus(id, rect, 6);
  Node& node = add_node(Role::columnheader, id, column.label, rect);
  node.lines = std::move(lines);
  node.font_size = text_small;
  node.line_height = line_step;
  node.bold = true;
  if (sorts) node.sort = !sorted ? "none" : descending ? "descending" : "ascending";
  return sorts && (take_action(id, "press") || pressed.clicked);
}

int headers_beside(const SortableTable& table, SortedBy sorted, const std::vector<float>& widths) {
  Frame& f = frame();
  std::vector<std::vector<std::string>> broken;
  std::size_t most = 1;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    broken.push_back(broken_lines(table.columns[i].label, text_small, Face::bold, widths[i] - 2 * cell_padding - arrow_room + 1));
    most = std::max(most, broken.back().size());
  }
  const float height = std::max(header_height, static_cast<float>(most) * line_step + 2 * row_padding);
  draw_box({f.area.x, f.y, f.area.width, height}, f.theme->sunken, 4);
  Scope row(Role::row, "", "head");
  int pressed = -1;
  float x = f.area.x;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const bool here = sorted.column == static_cast<int>(i);
    if (header_cell(table.columns[i], {x, f.y, widths[i], height}, broken[i], sorted.column >= 0, here, sorted.descending)) pressed = static_cast<int>(i);
    x += widths[i];
  }
  f.y += height;
  return pressed;
}

// Where rows stack, the headers are a row of buttons that sort.
int headers_stacked(const SortableTable& table, SortedBy sorted) {
  if (sorted.column < 0) return -1;
  Scope row(Role::row, "", "head");
  int pressed = -1;
  {
    Flow flow(4);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const std::string& label = table.columns[i].label;
      const bool here = sorted.column == static_cast<int>(i);
      const Rect rect = place(text_width(label, text_small, Face::bold) + 2 * cell_padding + arrow_room, target);
      draw_box(rect, here ? frame().theme->accent_soft : frame().theme->sunken, 8);
      if (header_cell(table.columns[i], rect, {label}, true, here, sorted.descending)) pressed = static_cast<int>(i);
    }
  }
  gap(12);
  divider();
  return pressed;
}

}  // namespace

int sortable_table(std::string_view id, const SortableTable& table, std::span<const std::size_t> order, SortedBy sorted, TableMeasure& measure) {
  measure_table(table, measure);
  measure.rows_drawn = 0;
  if (measure.columns.empty() && sorted.column >= 0) text("Sort by", {.size = text_small, .bold = true});
  Scope scope(Role::table, table.caption, id);
  const int pressed = measure.columns.empty() ? headers_stacked(table, sorted) : headers_beside(table, sorted, measure.columns);
  for (const std::size_t index : order) body_row(table, index, measure);
  return pressed;
}

}  // namespace storewright::ui
