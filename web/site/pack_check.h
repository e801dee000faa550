// Whether packs that were just assembled can be read, each by its own reader and all of them together.
#pragma once

#include <string>
#include <vector>

#include "web/site/pack.h"

namespace storewright::site {

/// Reads every pack the way every program will and adds what is wrong with it. `calculators` are the paths of the items of
/// that pack, in order.
void check_packs(const Packs& packs, const std::vector<std::string>& calculators, Problems& problems);

}  // namespace storewright::site
