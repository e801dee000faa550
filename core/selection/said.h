// Does a profile say what a condition asks? For questions about the profile itself, outside of the rules.
#pragma once

#include "core/base/range.h"
#include "core/knowledge/knowledge.h"
#include "core/selection/profile.h"

namespace storewright::selection {

/// Yes, no, or unknown where the profile is silent or a range straddles the threshold.
Truth says(const Profile& profile, const knowledge::Condition& condition);

/// Whether a field of the profile holds an answer.
bool is_answered(const Field& field, const void* input);

}  // namespace storewright::selection
