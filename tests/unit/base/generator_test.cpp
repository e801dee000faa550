#include "core/base/generator.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace storewright;

TEST_CASE("a seed gives the same numbers on every machine") {
  struct Row { std::uint64_t seed; std::uint64_t first[4]; };
  const Row rows[] = {
      {0u, {11091344671253066420u, 13793997310169335082u, 1900383378846508768u, 7684712102626143532u}},
      {1u, {12966619160104079557u, 9600361134598540522u, 10590380919521690900u, 7218738570589545383u}},
      {42u, {1546998764402558742u, 6990951692964543102u, 12544586762248559009u, 17057574109182124193u}},
      {18446744073709551615u, {10328197420357168392u, 14156678507024973869u, 9357971779955476126u, 13791585006304312367u}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.seed);
    Generator generator(row.seed);
    for (const std::uint64_t expected : row.first) CHECK(generator.next() == expected);
  }
}

TEST_CASE("uniform numbers lie from 0 to below 1 with the mean of a fair draw") {
  Generator generator(1);
  double sum = 0;
  for (int i = 0; i < 10000; ++i) {
    const double drawn = generator.uniform();
    REQUIRE(drawn >= 0);
    REQUIRE(drawn < 1);
    sum += drawn;
  }
  CHECK(sum / 10000 == doctest::Approx(0.5).epsilon(0.02));
}

TEST_CASE("numbers below a bound reach every value about equally often") {
  Generator generator(2);
  int counts[6] = {};
  for (int i = 0; i < 6000; ++i) ++counts[generator.below(6)];
  for (const int count : counts) {
    CHECK(count > 900);
    CHECK(count < 1100);
  }
  CHECK(generator.below(1) == 0);
  CHECK(generator.below(~std::uint64_t{0}) < ~std::uint64_t{0});
}

TEST_CASE("a number between two bounds stays between them") {
  Generator generator(3);
  for (int i = 0; i < 1000; ++i) {
    const double drawn = generator.between(-2, 3);
    REQUIRE(drawn >= -2);
    REQUIRE(drawn < 3);
  }
}

TEST_CASE("shuffling keeps every item, and the same seed gives the same order") {
  std::vector<int> items(50);
  for (int i = 0; i < 50; ++i) items[static_cast<std::size_t>(i)] = i;
  std::vector<int> again = items;
  const std::vector<int> sorted = items;
  Generator first(4);
  Generator second(4);
  first.shuffle(items);
  second.shuffle(again);
  CHECK(items == again);
  CHECK(items != sorted);
  std::sort(items.begin(), items.end());
  CHECK(items == sorted);
}
