#include "core/base/sort.h"

namespace storewright {
namespace {

using Indices = std::vector<std::size_t>;

// Merges two neighbouring sorted runs of `from`, [begin, middle) and [middle, end), into `to`.
void merge_runs(const Indices& from, Indices& to, std::size_t begin, std::size_t middle, std::size_t end, IndexOrder order) {
  std::size_t left = begin;
  std::size_t right = middle;
  for (std::size_t at = begin; at < end; ++at) {
    const bool take_right = left == middle || (right < end && order.before(order.context, from[right], from[left]));
    to[at] = take_right ? from[right++] : from[left++];
  }
}

}  // namespace

Indices sorted_indices(std::size_t count, IndexOrder order) {
  Indices from(count);
  for (std::size_t i = 0; i < count; ++i) from[i] = i;
  Indices to(count);
  for (std::size_t run = 1; run < count; run *= 2) {
    for (std::size_t begin = 0; begin < count; begin += 2 * run) {
      const std::size_t middle = begin + run < count ? begin + run : count;
      const std::size_t end = begin + 2 * run < count ? begin + 2 * run : count;
      merge_runs(from, to, begin, middle, end, order);
    }
    from.swap(to);
  }
  return from;
}

}  // namespace storewright
