#include "core/api/groups.h"
#include "core/api/method.h"
#include "core/labs/ring.h"
#include "core/labs/scatter.h"

namespace storewright::api {
namespace {

void write_shards(JsonWriter& out, std::string_view name, const std::vector<int>& shards) {
  out.key(name).begin_array();
  for (const int shard : shards) out.integer(shard);
  out.end_array();
}

void write_load(JsonWriter& out, const labs::ShardLoad& load) {
  out.begin_object()
      .member("shard", load.shard)
      .member("keys", load.keys)
      .member("arc_share", load.arc_share)
      .member("moved_in", load.moved_in)
      .member("moved_out", load.moved_out)
      .end_object();
}

// `counts`, `arc_share` and `shards` have one item for each shard of the ring and each that left, by ascending id.
void write_ring(JsonWriter& out, const labs::RingInput&, const labs::RingAnswer& answer) {
  out.begin_object();
  write_shards(out, "assignments", answer.assignments);
  out.key("counts").begin_array();
  for (const labs::ShardLoad& load : answer.shards) out.integer(load.keys);
  out.end_array();
  out.member("moved", answer.moved);
  out.key("arc_share").begin_array();
  for (const labs::ShardLoad& load : answer.shards) out.number(load.arc_share);
  out.end_array();
  out.key("shards").begin_array();
  for (const labs::ShardLoad& load : answer.shards) write_load(out, load);
  out.end_array();
  out.member("keys", answer.keys)
      .member("points", answer.points)
      .member("lowest_point", answer.lowest_point)
      .member("lowest_shard", answer.lowest_shard)
      .member("highest_point", answer.highest_point)
      .member("highest_shard", answer.highest_shard)
      .member("max_over_mean_arc", answer.max_over_mean_arc)
      .member("moved_share", answer.moved_share)
      .member("moved_arc_share", answer.moved_arc_share)
      .member("ideal_share", answer.ideal_share)
      .member("modulo_share", answer.modulo_share)
      .end_object();
}

void write_plan(JsonWriter& out, const labs::PlanInput&, const labs::PlanAnswer& answer) {
  out.begin_object();
  write_shards(out, "shards", answer.shards);
  out.member("shard_count", static_cast<std::int64_t>(answer.shards.size()))
      .member("scatter", answer.scatter)
      .member("because", answer.because)
      .end_object();
}

void write_tail(JsonWriter& out, const labs::TailInput&, const labs::TailAnswer& answer) {
  out.begin_object()
      .member("slow_share", answer.slow_share)
      .member("slow_percent", 100 * answer.slow_share)
      .member("slow_share_low", answer.slow_share_low)
      .member("slow_share_high", answer.slow_share_high)
      .end_object();
}

}  // namespace

std::vector<Method> sharding_methods() {
  return {
      method<"sharding.ring", labs::ring_fields, labs::analyze_ring, write_ring>(
          "Places keys on a consistent-hashing ring and says what moves when shards join or leave."),
      method<"sharding.plan", labs::plan_fields, labs::plan_query, write_plan>(
          "Says which shards a query must ask, by the sharding keys in its filter."),
      method<"sharding.tail_latency", labs::tail_fields, labs::tail_latency, write_tail>(
          "The chance that a query over many shards waits for at least one slow answer."),
  };
}

}  // namespace storewright::api
