#include "core/base/sort.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "core/base/generator.h"

using namespace storewright;

TEST_CASE("sorting keeps the order of equal items") {
  struct Item { int key; char name; };
  std::vector<Item> items = {{2, 'a'}, {1, 'b'}, {2, 'c'}, {1, 'd'}, {0, 'e'}};
  sort_stably(items, [](const Item& a, const Item& b) { return a.key < b.key; });
  std::string names;
  for (const Item& item : items) names += item.name;
  CHECK(names == "ebdac");
}

TEST_CASE("nothing and one item are sorted already") {
  std::vector<int> none;
  sort_stably(none, [](int a, int b) { return a < b; });
  CHECK(none.empty());
  std::vector<int> one = {7};
  sort_stably(one, [](int a, int b) { return a < b; });
  CHECK(one == std::vector<int>{7});
}

TEST_CASE("the result is that of the standard library, for every length and many equal items") {
  Generator generator(4);
  for (std::size_t length = 0; length < 70; ++length) {
    std::vector<std::pair<int, std::size_t>> items;
    for (std::size_t i = 0; i < length; ++i) {
      const int key = static_cast<int>(generator.below(9));
      items.emplace_back(key, i);
    }
    auto expected = items;
    const auto before = [](const auto& a, const auto& b) { return a.first < b.first; };
    std::stable_sort(expected.begin(), expected.end(), before);
    sort_stably(items, before);
    CHECK(items == expected);
  }
}
