// The comparison as a picture: a bar from the low to the high end for each option, with its middle marked.
#pragma once

#include "core/cost/compare.h"
#include "core/report/scene.h"

namespace storewright::cost {

/// Absent while nothing is priced. Names stand above their bars, so it can be read from 288 units of width on.
std::optional<report::Scene> compare_scene(const CompareAnswer& answer, double width);

}  // namespace storewright::cost
