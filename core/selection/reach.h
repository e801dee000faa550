// What of a catalogue no profile ever leads to: rules that cannot hold or concern nobody, engines that never come
// first.
#pragma once

#include "core/selection/rulebook.h"

namespace storewright::selection {

/// Problems, with the place in the base pack: 1440 a rule whose condition can never hold; 1441 a rule whose subject
/// describes no record, or a hard one that puts none out; 1442 an engine that is never the answer or among its near
/// equals, in `worlds_tried` seeded worlds nor by the fewest changes of an empty profile, and that no rule adds; 1443
/// records whose hosts lead in a circle.
Problems check_reach(const Rulebook& rulebook);

inline constexpr int worlds_tried = 20000;

}  // namespace storewright::selection
