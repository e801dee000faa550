// The cost line of a case in sentences: this part, the whole plan, and what the saving is made of.
#pragma once

#include <string>
#include <vector>

#include "core/cases/case_file.h"
#include "core/cases/cost_line.h"

namespace storewright::cases {

/// "$95,000 a month, $760,000 over its 8 months."
std::string part_cost_sentence(const Case& study, const CostLine& line, const Part& part);

/// The plan against standing still, the saving a year and its parts, and the extra revenue that is not in it.
std::vector<std::string> plan_cost_sentences(const Case& study, const CostLine& line);

}  // namespace storewright::cases
