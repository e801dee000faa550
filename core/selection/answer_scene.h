// The recommended stores as a picture: what holds the truth, what stands beside it, and how each is fed.
#pragma once

#include "core/report/scene.h"
#include "core/selection/recommend.h"

namespace storewright::selection {

/// For an answer with a primary. Second stores that the primary feeds stand after it, those that the application fills
/// itself below it.
report::Scene answer_scene(const Recommendation& answer, const knowledge::Knowledge& knowledge, double width);

}  // namespace storewright::selection
