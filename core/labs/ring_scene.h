// The shard ring as figures: the circle, the load of each shard, and what moves when shards join or leave.
#pragma once

#include "core/labs/ring.h"
#include "core/report/scene.h"

namespace storewright::labs {

/// The ring after the change as a circle: arcs in the colours of their shards, the largest arcs numbered, and an outer
/// band over every part whose owner has changed. `before` is the ring without the joins and leaves of `input`, which
/// must be one that `analyze_ring` accepted.
report::Scene ring_scene(const Ring& before, const RingAnswer& answer, const RingInput& input);

/// Keys on each shard as horizontal bars against their mean. Readable from 320 px on; more than 32 shards show the
/// fullest and the emptiest 16.
report::Scene distribution_scene(const RingAnswer& answer, double width = 640);

/// What moves: this ring against one whose load is even, and against `hash mod shards`.
report::Scene movement_scene(const RingAnswer& answer, double width = 640);

}  // namespace storewright::labs
