// Which extensions the primary needs for what was asked, up to where they suffice, and who offers them.
#pragma once

#include <optional>
#include <vector>

#include "core/selection/evaluation.h"

namespace storewright::selection {

/// Extensions of the engine in the order in which rules ask for them, each once: first those without which it would not
/// meet an active rule that it meets, then those that an `extend` rule advises. One that cannot be had where the
/// profile runs is listed too, as not offered, so that nobody looks for it in vain.
std::vector<ExtensionUse> extension_uses(const Evaluation& evaluation, const knowledge::Engine& engine,
                                         const std::vector<EngineVerdict>& verdicts,
                                         const std::optional<HostingAdvice>& hosting);

/// The service to rent the engine from: of those on the chosen platform (of all, where none is chosen) one that offers
/// its extension, then the one offered in most places, then one that a hosting rule speaks for, then the first by id.
/// Null when there is none.
const knowledge::Engine* suitable_service(const Evaluation& evaluation, const knowledge::Engine& engine,
                                          const std::vector<EngineVerdict>& verdicts,
                                          const knowledge::Engine* extension);

/// The hosting rule that speaks for this service rather than another, if one does.
std::optional<Reason> reason_for_service(const Evaluation& evaluation, const knowledge::Engine& service);

}  // namespace storewright::selection
