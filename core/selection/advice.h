// What goes with the choice: hosting, how long it holds, warnings and mistakes, the key, the points to look again, the way back.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/selection/evaluation.h"

namespace storewright::selection {

/// The first hosting rule whose condition holds; those with a subject only choose between services.
std::optional<HostingAdvice> hosting_of(const Evaluation& evaluation);

/// Warnings about the profile, and about the primary and the stores in use where the rule's subject describes them.
std::vector<Reason> warnings_of(const Evaluation& evaluation, const std::optional<Primary>& primary);

std::vector<Trigger> triggers_of(const Evaluation& evaluation, const std::optional<Primary>& primary);

/// The common mistakes that the profile shows, of the primary and the stores in use where the rule's subject describes
/// them.
std::vector<Mistake> mistakes_of(const Evaluation& evaluation, const std::optional<Primary>& primary);

/// By what to spread rows: for a plan of tier 3 or 4, and for stores that spread them from the first day on.
std::optional<KeyAdvice> key_advice_of(const Evaluation& evaluation, const Primary& primary);

/// How to undo the choice, by what kind of store it is.
std::optional<WayBack> way_back_of(const Evaluation& evaluation, const Primary& primary);

/// "About 23 months; the first to give is disk at 1,000 GB." Empty without growth.
std::string holds_sentence(const std::optional<Holding>& holding, const Derived& derived);

}  // namespace storewright::selection
