// Reasons that rules give, each with the way to its rule: condition, source and date stand there.
#pragma once

#include <string_view>
#include <vector>

#include "web/app/state.h"

namespace storewright::app {

/// One item a reason, linked where the rule is one of the catalogue; what the product notices by itself has no rule.
void rule_reasons(const State& state, std::string_view name, const std::vector<selection::Reason>& reasons);

}  // namespace storewright::app
