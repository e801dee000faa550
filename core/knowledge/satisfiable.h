// Can the condition of a rule hold for any profile at all, or do its parts contradict each other?
#pragma once

#include "core/knowledge/knowledge.h"

namespace storewright::knowledge {

/// False only when no values of the fields make the condition true: `x < 5` and `x >= 5`, one word that is two, a field
/// that is known and is not. What follows from one field for another (a tier from a rate) is not looked at, so a
/// condition that contradicts itself that way passes; the golden profiles show that each rule of the catalogue speaks.
bool can_hold(const Condition& condition);

}  // namespace storewright::knowledge
