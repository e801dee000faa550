// Consistency as figures: what readers of lagging replicas see over time, and how an update gets lost.
#pragma once

#include "core/labs/lost_update.h"
#include "core/labs/replica_lag.h"
#include "core/report/scene.h"

namespace storewright::labs {

/// Three bars over one axis of time: the primaries, the author of the comment, and a reader of both replicas. Both
/// inputs of the figures must be ones that the lab accepted; texts stay readable from 288 units of width on.
report::Scene replica_lag_scene(const ReplicaLagInput& input, const ReplicaLagAnswer& answer, double width = 640);

/// Time runs downwards; a column for each of two clients and one for the store. More than two clients or more than
/// twelve steps are told by the table alone.
report::Scene lost_update_scene(const LostUpdateAnswer& answer, double width = 640);

}  // namespace storewright::labs
