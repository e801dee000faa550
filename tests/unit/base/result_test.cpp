#include "core/base/result.h"

#include <doctest/doctest.h>

using namespace storewright;

TEST_CASE("a result holds a value or problems, never both") {
  const Result<int> value(7);
  REQUIRE(value);
  CHECK(*value == 7);

  const Result<int> one(Problem{1002, "byte 3", "Not JSON."});
  REQUIRE_FALSE(one);
  CHECK(one.problems().size() == 1);

  const Result<int> several(Problems{{1101, "/a", "A."}, {1102, "/b", "B."}});
  REQUIRE_FALSE(several);
  CHECK(several.problems()[1].where == "/b");
}

TEST_CASE("a value can be moved out") {
  Result<std::string> text(std::string("long enough to live on the heap, away from the object"));
  CHECK(text.take() == "long enough to live on the heap, away from the object");
}
