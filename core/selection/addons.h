// Second stores: which the rules ask for, and which of them a team without dedicated operators leaves out.
#pragma once

#include <vector>

#include "core/selection/evaluation.h"

namespace storewright::selection {

/// The most technologies that a team looks after beside its own work: the primary, a cache, and one more for search,
/// analytics or whatever else the primary cannot do. Extensions count none. Source: coverage SF-49.
inline constexpr int most_technologies = 3;

struct SecondStores {
  std::vector<Addon> addons;      // kept, in the order of the rules
  std::vector<LeftOut> left_out;  // beyond the limit; empty when somebody looks after databases full time
};

/// One store for each active `add` rule that the primary does not cover: the one with the least work, then by id, among
/// engines that meet its subject and may run where the profile says. No engine and no role stands twice.
///
/// Of a cache there is room for one, of everything else for one: an ability that the primary lacks comes before
/// analytics, which can run on a copy of the primary for a while.
SecondStores second_stores(const Evaluation& evaluation, const std::vector<EngineVerdict>& verdicts,
                           const Primary& primary);

}  // namespace storewright::selection
