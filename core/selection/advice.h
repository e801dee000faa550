// What goes with the choice: second stores, hosting, how long it holds, warnings and the points to look again.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/selection/evaluation.h"

namespace storewright::selection {

/// The first hosting rule whose condition holds.
std::optional<HostingAdvice> hosting_of(const Evaluation& evaluation);

/// One store for each active `add` rule that the primary does not cover: the one with the least work, then by id, among
/// engines that meet its subject and may run where the profile says. No engine stands twice.
std::vector<Addon> addons_of(const Evaluation& evaluation, const std::vector<EngineVerdict>& verdicts,
                             const Primary& primary);

/// Warnings about the profile, and about the primary and the stores in use where the rule's subject describes them.
std::vector<Reason> warnings_of(const Evaluation& evaluation, const std::optional<Primary>& primary);

std::vector<Reason> triggers_of(const Evaluation& evaluation, const std::optional<Primary>& primary);

/// "About 23 months; the first to give is disk at 1,000 GB." Empty without growth.
std::string holds_sentence(const std::optional<Holding>& holding, const Derived& derived);

}  // namespace storewright::selection
