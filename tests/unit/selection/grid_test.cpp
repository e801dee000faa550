#include "core/selection/grid.h"

#include <doctest/doctest.h>

using namespace storewright;
using namespace storewright::selection;

TEST_CASE("the grid has numbers of three digits that read as they are written") {
  const Grid grid(Field{.name = "x", .kind = FieldKind::number});
  CHECK(grid.at(grid.first()) == 0);
  CHECK(grid.at(grid.first() + 1) == 0.001);
  CHECK(grid.at(grid.first() + 2) == 0.00101);
  struct Row {
    double value, next, previous;
  };
  const Row rows[] = {
      {0.0005, 0.001, 0}, {0.116, 0.117, 0.115}, {1, 1.01, 0.999},   {900, 901, 899}, {999, 1000, 998},
      {1000, 1010, 999},  {1234.5, 1240, 1230},  {1e15, 0, 9.99e14}, {0, 0.001, -1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.value);
    const int above = grid.above(row.value);
    const int below = grid.below(row.value);
    if (row.next == 0)
      CHECK(above == grid.last() + 1);
    else
      CHECK(grid.at(above) == row.next);
    if (row.previous < 0)
      CHECK(below == grid.first() - 1);
    else
      CHECK(grid.at(below) == row.previous);
  }
}

TEST_CASE("counted things have no parts, and the limits of a field are those of its grid") {
  const Grid people(Field{.name = "x", .kind = FieldKind::number, .max = 5, .whole = true});
  CHECK(people.last() - people.first() == 5);
  CHECK(people.at(people.above(3)) == 4);
  CHECK(people.at(people.above(2.5)) == 3);
  CHECK(people.above(5) == people.last() + 1);
  const Grid vectors(Field{.name = "x", .kind = FieldKind::number, .whole = true});
  CHECK(vectors.at(vectors.above(999)) == 1000);
  CHECK(vectors.at(vectors.above(1000)) == 1010);
  const Grid peak(Field{.name = "x", .kind = FieldKind::number, .min = 1, .max = 1e6});
  CHECK(peak.at(peak.first()) == 1);
  CHECK(peak.at(peak.last()) == 1e6);
  CHECK(peak.below(1) == peak.first() - 1);
}
