#include "core/base/quantities.h"

#include <doctest/doctest.h>

using namespace storewright;

TEST_CASE("quantities of one unit add, scale and compare, and their ratio is a plain number") {
  const Money rent{100};
  CHECK((rent + Money{50}).value == 150);
  CHECK((rent - Money{150}).value == -50);
  CHECK((rent * 12).value == 1200);
  CHECK((rent / 4).value == 25);
  CHECK(rent / Money{50} == 2);
  CHECK(rent < Money{101});
  CHECK(rent == Money{100});
}

TEST_CASE("units become each other by visible constants") {
  CHECK(terabyte / gigabyte == 1000);
  CHECK(gibibyte.value == 1024.0 * 1024 * 1024);
  CHECK(hours_per_month == 365.0 * 24 / 12);
  CHECK(seconds_per_day == 24.0 * 60 * 60);
}
