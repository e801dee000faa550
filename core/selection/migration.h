// The way from the store that stands there today to the answer. What to do first on that store: core/migration.
#pragma once

#include <optional>

#include "core/selection/evaluation.h"
#include "core/selection/matched_store.h"

namespace storewright::selection {

/// The record that the profile names as the present store; null when none is named or matched.
const knowledge::Engine* existing_engine(const Evaluation& evaluation);

/// From the store named in `existing` to the primary; absent when none is named or matched.
std::optional<Migration> migration_of(const Evaluation& evaluation, const std::optional<Primary>& primary);

}  // namespace storewright::selection
