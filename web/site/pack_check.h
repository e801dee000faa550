// Whether packs that were just assembled can be read, each by its own reader and all of them together.
#pragma once

#include <string>
#include <vector>

#include "web/site/pack.h"

namespace storewright::site {

/// Where a part of a pack comes from: "/prices/21" of the prices is "prices/own.json#/prices/1".
struct Origin {
  std::string pack;
  std::string in_pack;
  std::string in_content;
};

/// Reads every pack the way every program will and adds what is wrong with it, with its place in content where `origins` has it.
void check_packs(const Packs& packs, const std::vector<Origin>& origins, Problems& problems);

}  // namespace storewright::site
