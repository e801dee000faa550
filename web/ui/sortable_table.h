// A table of many rows: headers that sort when pressed, cells that may be links, and only what is on screen is drawn.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "web/ui/draw.h"
#include "web/ui/frame.h"

namespace storewright::ui {

struct SortableColumn {
  std::string id;
  std::string label;
};

struct SortableCell {
  std::string text;
  std::string href = "";   // of a link that the browser follows itself
};

struct SortableRow {
  std::string id;          // stable: a row keeps its element wherever it is sorted to
  std::vector<SortableCell> cells;
};

/// What a table shows. It measures texts only when `revision`, the width or the font has changed.
struct SortableTable {
  std::string caption;
  std::vector<SortableColumn> columns;
  std::vector<SortableRow> rows;     // all of them, in any order
  std::string revision;              // another one when `columns` or `rows` hold other texts
};

/// How it is sorted. `column` -1: the headers do not sort.
struct SortedBy {
  int column = -1;
  bool descending = false;
};

/// What a table has measured and done. The page keeps it between frames.
struct TableMeasure {
  struct Cell {
    std::vector<std::string> lines;
    std::vector<float> widths;       // of the lines
  };
  struct Row {
    std::vector<Cell> cells;
    float height = 0;
  };
  std::string revision;
  float width = 0, letters = 0;      // of the area, and of a probe in the font
  std::vector<float> columns;        // widths side by side; empty: each row stacks as "column: value" lines
  std::vector<Row> rows;             // as in the table
  // Work done, for tests: since the beginning, and in the last frame.
  long texts_measured = 0;
  long rows_drawn = 0;
};

/// Declares every row of `order` (indices into `table.rows`) and draws those on screen. Returns the column whose header
/// was pressed, or -1.
int sortable_table(std::string_view id, const SortableTable& table, std::span<const std::size_t> order, SortedBy sorted,
                   TableMeasure& measure);

}  // namespace storewright::ui
