// The order of the survivors, and whether the first place is clear.
#pragma once

#include <vector>

#include "core/selection/evaluation.h"

namespace storewright::selection {

/// A lead below this share of the winner's score is no clear winner; engines of the winning category within it are
/// alternatives.
inline constexpr double clear_margin = 0.10;

/// Survivors that are engines, best first, see `comes_first`.
std::vector<RankedEngine> ranking_of(const Evaluation& evaluation);

/// (s1 - s2) / s1 of the best engines of the two best categories; 1 when only one category is left, 0 without scores.
double margin_of(const std::vector<RankedEngine>& ranking);

/// The engine to take, and how: with the first of its extensions that can be had, else as the service that suits the
/// platform when it is to be managed, else plain.
std::optional<Primary> primary_of(const Evaluation& evaluation, const std::vector<RankedEngine>& ranking,
                                  const std::vector<EngineVerdict>& verdicts,
                                  const std::vector<ExtensionUse>& extensions,
                                  const std::optional<HostingAdvice>& hosting);

}  // namespace storewright::selection
