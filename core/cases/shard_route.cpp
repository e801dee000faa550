#include "core/cases/shard_route.h"

#include <algorithm>

namespace storewright::cases {

int shard_of(int key, int shards) { return key % shards; }

RouteAnswer route(const Routing& routing) {
  RouteAnswer answer;
  answer.example_shard = shard_of(routing.example, routing.shards);
  std::vector<bool> used(static_cast<std::size_t>(routing.shards));
  for (int key = routing.first; key <= routing.last; ++key) {
    answer.neighbours.push_back({key, shard_of(key, routing.shards)});
    used[static_cast<std::size_t>(answer.neighbours.back().shard)] = true;
  }
  answer.shards_of_neighbours = static_cast<int>(std::count(used.begin(), used.end(), true));
  answer.even_load.assign(static_cast<std::size_t>(routing.shards), routing.writes_per_second / routing.shards);
  answer.hot_load.assign(static_cast<std::size_t>(routing.shards), 0);
  answer.hot_load[static_cast<std::size_t>(answer.example_shard)] = routing.writes_per_second;
  return answer;
}

}  // namespace storewright::cases
