// The smallest change of one weight that makes another category win.
#pragma once

#include <optional>

#include "core/selection/flips.h"

namespace storewright::selection {

/// Each weight alone moves along the grid of three significant digits, up and down; the shortest way wins, then the
/// first step. Absent when no weight of a single step changes the winning category.
std::optional<WeightFlip> find_weight_flip(const Profile& profile, const Rulebook& rulebook);

}  // namespace storewright::selection
