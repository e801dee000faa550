// Placing rows by the remainder of their key: where a key and its neighbours go, and how evenly a load spreads.
#pragma once

#include <vector>

#include "core/cases/case_file.h"

namespace storewright::cases {

struct RoutedKey {
  int key = 0;
  int shard = 0;
};

struct RouteAnswer {
  int example_shard = 0;
  std::vector<RoutedKey> neighbours;
  int shards_of_neighbours = 0;       // how many different ones
  std::vector<double> even_load;      // writes a second on each shard when all keys are equally hot
  std::vector<double> hot_load;       // when all writes are for the example
};

/// shard = key mod shards.
int shard_of(int key, int shards);

RouteAnswer route(const Routing& routing);

}  // namespace storewright::cases
