// The figures that chapters name, each computed by the lab that it is about.
#pragma once

#include <optional>
#include <string_view>

#include "core/report/scene.h"

namespace storewright::guide {

/// The figure of a name in `figure_names`; nothing for any other.
std::optional<report::Scene> figure_scene(std::string_view name, double width);

}  // namespace storewright::guide
