// A comment and the reply to it, read from replicas that lag: what their readers see, and when.
#pragma once

#include <string>

#include "core/base/fields.h"

namespace storewright::labs {

/// Times count from the moment at which the comment is confirmed. Comment and reply lie on different shards, so each
/// reaches its replica by a way of its own; a single replica applies one log in order and cannot swap the two.
struct ReplicaLagInput {
  int lag_ms = 800;          // of the replica that holds the comment
  int reply_after_ms = 200;  // when the reply is written
  int reply_lag_ms = 100;    // of the replica that holds the reply
  int read_after_ms = 150;   // when the comment's author looks again
  int sticky_ms = 0;         // so long after a write, its author reads from the primary
};

struct ReplicaLagAnswer {
  int comment_visible_ms = 0;  // on its replica
  int reply_visible_ms = 0;
  bool own_read_from_primary = false;
  bool own_read_stale = false;  // the author does not see the comment just written
  int own_stale_ms = 0;         // for how long that can happen
  int orphan_ms = 0;            // for how long readers see the reply without the comment
  int converged_ms = 0;         // from here on both replicas hold what the primaries hold
  std::string because;
};

FieldTable replica_lag_fields();

/// Reads at the very millisecond of an arrival see it; reads at the end of the sticky time go to the replica.
/// Problems: 1103 a number outside its limits.
Result<ReplicaLagAnswer> follow_replicas(const ReplicaLagInput& input);

}  // namespace storewright::labs
