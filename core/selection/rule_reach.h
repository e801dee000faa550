// Whom a rule meets when its condition holds, whatever else a profile says.
#pragma once

#include <string>
#include <vector>

#include "core/selection/rulebook.h"

namespace storewright::selection {

/// The ids of the records that a rule puts out, or that its subject describes, each with its extensions. A rule that
/// looks at the stores a profile names meets none of them here. A rule about nobody in particular, such as advice on
/// hosting, meets none.
std::vector<std::string> records_met(const knowledge::Rule& rule, const Rulebook& rulebook);

/// Whether what it meets depends on the stores that the profile names.
bool depends_on_named_stores(const knowledge::Rule& rule, const Rulebook& rulebook);

}  // namespace storewright::selection
