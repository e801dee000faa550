// What there is to read about migrations, whatever store is chosen.
#pragma once

#include "core/migration/tables.h"
#include "web/app/state.h"

namespace storewright::app {

/// The patterns in the order in which they are considered, each with its steps.
void migration_patterns(const State& state, const migration::Tables& tables);

/// Reasons that are not enough to leave a store, and what to find out first.
void wrong_reasons(const State& state, const migration::Tables& tables);

}  // namespace storewright::app
