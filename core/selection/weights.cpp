#include "core/selection/weights.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/base/text.h"

namespace storewright::selection {

std::optional<Weights> weights_of_text(std::string_view text) {
  Weights weights;
  if (trimmed(text).empty()) return weights;
  const std::vector<std::string> parts = split(text, ',');
  if (parts.size() != weights.by_step.size()) return std::nullopt;
  for (std::size_t step = 0; step < parts.size(); ++step) {
    double& weight = weights.by_step[step];
    if (!parse_number(trimmed(parts[step]), weight) || weight < 0 || weight > largest_weight) return std::nullopt;
  }
  const bool any = std::any_of(weights.by_step.begin(), weights.by_step.end(), [](double weight) { return weight > 0; });
  return any ? std::optional(weights) : std::nullopt;
}

}  // namespace storewright::selection
