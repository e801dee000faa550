// The plot of a calculator: its lines over one input, and where the reader stands.
#pragma once

#include <optional>

#include "core/report/scene.h"
#include "core/sheet/sheet.h"

namespace storewright::sheet {

/// Of ranges the middle is drawn. Empty where the calculator has no plot or a line has no value on the way.
std::optional<report::Scene> sheet_scene(const Sheet& sheet, const SheetInput& input, double width);

}  // namespace storewright::sheet
