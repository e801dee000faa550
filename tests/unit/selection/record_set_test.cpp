#include "core/selection/record_set.h"

#include <doctest/doctest.h>

using namespace storewright::selection;

TEST_CASE("a set holds what was added, over the border of a block too, and gives it back in order") {
  RecordSet records(130);
  for (const std::size_t record : {129u, 0u, 64u, 63u}) records.add(record);
  std::vector<std::size_t> found;
  records.each([&](std::size_t record) { found.push_back(record); });
  CHECK(found == std::vector<std::size_t>{0, 63, 64, 129});
  CHECK(records.has(64));
  CHECK_FALSE(records.has(65));
}

TEST_CASE("a union has what either has") {
  RecordSet a(3), b(3), both(3);
  a.add(0);
  b.add(2);
  both.add(0);
  both.add(2);
  a |= b;
  CHECK(a == both);
  CHECK_FALSE(b == both);
}
