#include "web/ui/column_widths.h"

#include <doctest/doctest.h>

using namespace storewright::ui;

TEST_CASE("columns share the width, and rows stack where words or the names of the rows do not fit") {
  struct Row {
    ColumnNeed name, number;
    float available;
    bool side_by_side;
  };
  const Row rows[] = {
      {{100, 40}, {80, 80}, 180, true},    // everything on one line
      {{100, 40}, {80, 80}, 150, true},    // the name wraps
      {{100, 40}, {80, 80}, 119, false},   // a word does not fit
      {{250, 40}, {80, 80}, 180, true},    // two lines and a half of 100
      {{254, 40}, {80, 80}, 180, false},   // more than that
      {{100, 40}, {9000, 80}, 500, true},  // not on a phone: the other column has much to say
  };
  for (const Row& row : rows) {
    CAPTURE(row.available);
    CAPTURE(row.name.natural);
    const ColumnNeed needs[] = {row.name, row.number};
    const std::vector<float> widths = shared_widths(needs, row.available);
    REQUIRE(widths.size() == (row.side_by_side ? 2 : 0));
    if (row.side_by_side) CHECK(widths[0] + widths[1] <= row.available + 0.01f);
  }
}
