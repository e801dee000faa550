#include "core/api/groups.h"
#include "core/api/method.h"
#include "core/labs/lost_update.h"
#include "core/labs/replica_lag.h"

namespace storewright::api {
namespace {

void write_updates(JsonWriter& out, const labs::LostUpdateInput&, const labs::LostUpdateAnswer& answer) {
  out.begin_object()
      .member("expected", answer.expected)
      .member("stored", answer.stored)
      .member("lost_updates", answer.lost_updates)
      .member("retries", answer.retries)
      .member("because", answer.because)
      .key("steps")
      .begin_array();
  for (const labs::UpdateStep& step : answer.steps)
    out.begin_object()
        .member("client", step.client)
        .member("action", step.action)
        .member("stored", step.stored)
        .end_object();
  out.end_array().end_object();
}

void write_replicas(JsonWriter& out, const labs::ReplicaLagInput&, const labs::ReplicaLagAnswer& answer) {
  out.begin_object()
      .member("comment_visible_ms", answer.comment_visible_ms)
      .member("reply_visible_ms", answer.reply_visible_ms)
      .member("own_read_from_primary", answer.own_read_from_primary)
      .member("own_read_stale", answer.own_read_stale)
      .member("own_stale_ms", answer.own_stale_ms)
      .member("orphan_ms", answer.orphan_ms)
      .member("converged_ms", answer.converged_ms)
      .member("because", answer.because)
      .end_object();
}

}  // namespace

std::vector<Method> consistency_methods() {
  return {
      method<"consistency.lost_update", labs::lost_update_fields, labs::lose_updates, write_updates>(
          "Clients read a number, add to it and write it back: how many updates survive, with and without a guard."),
      method<"consistency.replica_lag", labs::replica_lag_fields, labs::follow_replicas, write_replicas>(
          "A comment and its reply on lagging replicas: who sees what, and from when on."),
  };
}

}  // namespace storewright::api
