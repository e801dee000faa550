// The total cost as a picture: both sides over the hours your people spend, where they cross, and where you stand.
#pragma once

#include "core/cost/total_cost.h"
#include "core/report/scene.h"

namespace storewright::cost {

/// Absent while a price or the rate is unknown. Ranges are drawn at their middle; hours on the managed side that nobody
/// gave are drawn as none, and the takeaway says so.
std::optional<report::Scene> break_even_scene(const TotalCostInput& input, const TotalCostAnswer& answer, double width);

}  // namespace storewright::cost
