#include <algorithm>

#include "web/ui/column_widths.h"
#include "web/ui/widgets.h"

namespace storewright::ui {
namespace {

constexpr float cell_padding = 10;
constexpr float line_step = 21;

using Widths = std::vector<float>;

// Shares the area among the columns; empty when they do not fit side by side.
Widths fitted_widths(const report::Table& table, float available) {
  std::vector<ColumnNeed> needs(table.columns.size());
  for (std::size_t column = 0; column < needs.size(); ++column) {
    needs[column].add(table.columns[column].name, text_small, Face::bold, 2 * cell_padding);
    for (const auto& row : table.rows)
      if (column < row.size()) needs[column].add(row[column], text_small, Face::regular, 2 * cell_padding);
  }
  return shared_widths(needs, available);
}

struct CellLayout {
  std::vector<std::string> lines;
  float x = 0, width = 0;
};

void draw_row(Role role, const std::string& id, const std::vector<std::string>& cells, const report::Table& table, const Widths& widths) {
  Frame& f = frame();
  const bool head = role == Role::columnheader;
  const Face face = head ? Face::bold : Face::regular;
  std::vector<CellLayout> layouts;
  float x = f.area.x;
  std::size_t most_lines = 1;
  for (std::size_t column = 0; column < widths.size(); ++column) {
    const std::string_view words = column < cells.size() ? std::string_view(cells[column]) : std::string_view();
    layouts.push_back({broken_lines(words, text_small, face, widths[column] - 2 * cell_padding + 1), x, widths[column]});
    most_lines = std::max(most_lines, layouts.back().lines.size());
    x += widths[column];
  }
  const float height = static_cast<float>(most_lines) * line_step + 12;
  const Rect row_rect{f.area.x, f.y, x - f.area.x, height};
  if (head) draw_box(row_rect, f.theme->sunken, 4);
  draw_line(row_rect.x, row_rect.y + height, row_rect.x + row_rect.width, row_rect.y + height, f.theme->line);
  Scope row(Role::row, "", id);
  for (std::size_t column = 0; column < widths.size(); ++column) {
    const CellLayout& layout = layouts[column];
    std::vector<Line> lines;
    float y = f.y + 6;
    for (const std::string& line : layout.lines) {
      const float left = table.columns[column].numeric ? layout.x + layout.width - cell_padding - text_width(line, text_small, face)
                                                       : layout.x + cell_padding;
      lines.push_back(draw_text(line, left, y, text_small, face, f.theme->text));
      y += line_step;
    }
    const Role cell_role = head ? Role::columnheader : column == 0 ? Role::rowheader : Role::cell;
    Node& node = add_node(cell_role, make_id("c" + std::to_string(column)), column < cells.size() ? cells[column] : "",
                          {layout.x, f.y, layout.width, height});
    node.lines = std::move(lines);
    node.font_size = text_small;
    node.line_height = line_step;
    node.bold = head;
    node.numeric = table.columns[column].numeric;
  }
  f.y += height;
}

// A row on a screen too narrow for columns: its first cell as a title, the others as "column: value" where they have one.
void draw_stacked_row(const std::string& id, const std::vector<std::string>& cells, const report::Table& table) {
  Scope row(Role::row, "", id);
  gap(8);
  for (std::size_t column = 0; column < cells.size() && column < table.columns.size(); ++column) {
    if (column > 0 && cells[column].empty()) continue;
    Frame& f = frame();
    const std::string words = column == 0 ? cells[0] : table.columns[column].name + ": " + cells[column];
    const Face face = column == 0 ? Face::bold : Face::regular;
    std::vector<Line> lines;
    const float top = f.y;
    for (const std::string& line : broken_lines(words, text_small, face, f.area.width)) {
      lines.push_back(draw_text(line, f.area.x, f.y, text_small, face, f.theme->text));
      f.y += line_step;
    }
    Node& node = add_node(column == 0 ? Role::rowheader : Role::cell, make_id("c" + std::to_string(column)), words,
                          {f.area.x, top, f.area.width, f.y - top});
    node.lines = std::move(lines);
    node.font_size = text_small;
    node.line_height = line_step;
    node.bold = column == 0;
  }
  gap(8);
  divider();
}

}  // namespace

void table(std::string_view id, const report::Table& table) {
  Frame& f = frame();
  Scope scope(Role::table, table.caption, id);
  const Widths widths = fitted_widths(table, f.area.width);
  if (!widths.empty()) {
    std::vector<std::string> names;
    for (const report::Column& column : table.columns) names.push_back(column.name);
    draw_row(Role::columnheader, "head", names, table, widths);
  }
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const std::string row_id = "r" + std::to_string(row);
    if (widths.empty()) draw_stacked_row(row_id, table.rows[row], table);
    else draw_row(Role::cell, row_id, table.rows[row], table, widths);
  }
}

}  // namespace storewright::ui
