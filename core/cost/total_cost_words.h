// The total cost answer in words: its headline, what follows from it, and each number with its formula.
#pragma once

#include "core/cost/total_cost.h"

namespace storewright::cost {

/// Fills `headline`, `because` and `lines` from the numbers.
void put_into_words(const TotalCostInput& input, TotalCostAnswer& answer);

}  // namespace storewright::cost
