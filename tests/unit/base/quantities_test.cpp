#include "core/base/quantities.h"

#include <doctest/doctest.h>

using namespace storewright;

TEST_CASE("quantities of one unit add, scale and compare, and their ratio is a plain number") {
  const Bytes size{100};
  CHECK((size + Bytes{50}).value == 150);
  CHECK((size - Bytes{150}).value == -50);
  CHECK((size * 12).value == 1200);
  CHECK((size / 4).value == 25);
  CHECK(size / Bytes{50} == 2);
  CHECK(size < Bytes{101});
  CHECK(size == Bytes{100});
}

TEST_CASE("units become each other by visible constants") {
  CHECK(Bytes{5e11} / gigabyte == 500);
  CHECK(seconds_per_day == 24.0 * 60 * 60);
}
