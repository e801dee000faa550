// Where the numbers of workloads usually lie.
#pragma once

#include "core/base/fields.h"

namespace storewright::selection {

/// Wide enough to reach past the thresholds of the rules, narrow enough that most values are ones that people have:
/// what is drawn where nobody answered, and beyond which a number is no likely answer. The product's rule.
Range usual_span(const Field& field);

}  // namespace storewright::selection
