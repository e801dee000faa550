// How much each of the five steps counts in the score.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "core/knowledge/knowledge.h"

namespace storewright::selection {

/// The weight of each step, in step order.
struct Weights {
  std::array<double, knowledge::step_count> by_step = {16, 8, 4, 2, 1};  // each step twice the next: the product's rule

  bool operator==(const Weights&) const = default;
};

inline constexpr double largest_weight = 1000;

/// The weights of a text such as "16,8,4,2,1": five numbers from 0 to `largest_weight`, one of them above 0. The usual
/// weights for an empty text; absent when the text is not of that form.
std::optional<Weights> weights_of_text(std::string_view text);

}  // namespace storewright::selection
