// The comparison in words: who is cheapest and what decides, how sure that is, where the two best cost the same.
#pragma once

#include "core/cost/compare.h"

namespace storewright::cost {

/// Fills `headline`, `because` and `what_next`.
void put_into_words(const CompareInput& input, CompareAnswer& answer);

}  // namespace storewright::cost
