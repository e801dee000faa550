// Stable sorting that is compiled once: each use adds a comparison, not a copy of the algorithm.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace storewright {

/// Whether item `a` must stand before item `b`, both given by their index.
struct IndexOrder {
  const void* context;
  bool (*before)(const void* context, std::size_t a, std::size_t b);
};

/// The indices 0 to count - 1 in sorted order; equal items keep their order.
std::vector<std::size_t> sorted_indices(std::size_t count, IndexOrder order);

/// Sorts in place by `before(a, b)`; equal items keep their order. The standard library's algorithms are templates of
/// about two kilobytes for every use, which the first load of the page would pay for.
template <class Item, class Before>
void sort_stably(std::vector<Item>& items, Before before) {
  struct Context {
    const std::vector<Item>& items;
    Before& before;
  } context{items, before};
  const IndexOrder order{&context, [](const void* given, std::size_t a, std::size_t b) {
                           const Context& c = *static_cast<const Context*>(given);
                           return static_cast<bool>(c.before(c.items[a], c.items[b]));
                         }};
  std::vector<Item> sorted;
  sorted.reserve(items.size());
  for (const std::size_t index : sorted_indices(items.size(), order)) sorted.push_back(std::move(items[index]));
  items = std::move(sorted);
}

}  // namespace storewright
