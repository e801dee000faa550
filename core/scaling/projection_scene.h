// Growth as a picture: how far each part of the load is on its way to the mark where its next stage begins.
#pragma once

#include <optional>

#include "core/report/scene.h"
#include "core/scaling/projection.h"

namespace storewright::scaling {

/// Absent while no growth is known, or when no later stage begins by any measure. Ranges are drawn at their middle.
std::optional<report::Scene> projection_scene(const ScalingInput& input, const ProjectionAnswer& answer, const Rules& rules, double width);

}  // namespace storewright::scaling
