// Does a rule read only names that exist, compare them in ways that suit them, and cite what exists?
#pragma once

#include "core/knowledge/knowledge.h"

namespace storewright::knowledge {

/// Adds to `problems`: 1404 a condition over a field that no profile has; 1402 a trait, word or source that does not
/// exist; 1401 a comparison that does not suit its value. `where` is the place of the rule.
void check_rule(const Rule& rule, const Knowledge& knowledge, const std::string& where, Problems& problems);

}  // namespace storewright::knowledge
