#include "core/base/range.h"

#include <doctest/doctest.h>

using namespace storewright;
using enum Truth;
using enum Comparison;

TEST_CASE("a comparison is certain only when the whole range agrees") {
  struct Row { double low, high; Comparison comparison; double threshold; Truth truth; };
  const Row rows[] = {
      {1, 5, less, 6, yes},       {1, 5, less, 5, unknown},     {1, 5, less, 1, no},
      {1, 5, at_most, 5, yes},    {1, 5, at_most, 4, unknown},  {1, 5, at_most, 1, unknown}, {1, 5, at_most, 0.5, no},
      {1, 5, at_least, 1, yes},   {1, 5, at_least, 5, unknown}, {1, 5, at_least, 5.1, no},
      {1, 5, above, 0.9, yes},    {1, 5, above, 1, unknown},    {1, 5, above, 5, no},
      {1, 5, equal, 3, unknown},  {1, 5, equal, 5, unknown},    {1, 5, equal, 6, no},        {1, 5, equal, 0, no},
      {5, 5, equal, 5, yes},      {5, 5, less, 5, no},          {5, 5, at_most, 5, yes},     // a lower bound is inclusive,
      {5, 5, at_least, 5, yes},   {5, 5, above, 5, no},                                      // "above" is strict
  };
  for (const Row& row : rows) {
    CAPTURE(row.low);
    CAPTURE(row.high);
    CAPTURE(static_cast<int>(row.comparison));
    CAPTURE(row.threshold);
    CHECK(compare({row.low, (row.low + row.high) / 2, row.high}, row.comparison, row.threshold) == row.truth);
  }
}

TEST_CASE("no decides an and, yes decides an or, unknown stays unknown") {
  struct Row { Truth a, b, both, either; };
  const Row rows[] = {
      {no, no, no, no},           {no, unknown, no, unknown},           {no, yes, no, yes},
      {unknown, no, no, unknown}, {unknown, unknown, unknown, unknown}, {unknown, yes, unknown, yes},
      {yes, no, no, yes},         {yes, unknown, unknown, yes},         {yes, yes, yes, yes},
  };
  for (const Row& row : rows) {
    const Truth both = row.a && row.b;
    const Truth either = row.a || row.b;
    CHECK(both == row.both);
    CHECK(either == row.either);
    CHECK(!both == (!row.a || !row.b));  // De Morgan
  }
}
