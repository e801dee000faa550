// The figures of a case: its architecture, and what it costs from stage to stage.
#pragma once

#include "core/cases/cost_line.h"
#include "core/cases/case_file.h"
#include "core/report/scene.h"

namespace storewright::cases {

/// The boxes and arrows of a part, for a given width.
report::Scene architecture_of(const Case& study, const Part& part, double width);

/// Stacked bars, one for each stage, with the shown one marked; the table holds every amount, total and step.
report::Scene cost_scene(const Case& study, const CostLine& line, const Part& shown, double width);

}  // namespace storewright::cases
