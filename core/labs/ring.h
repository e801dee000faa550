// A consistent-hashing ring: which shard owns a key, how even the load is, what moves when a shard joins or leaves.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/fields.h"
#include "core/base/md5.h"

namespace storewright::labs {

/// One point of the ring: the owner of everything between the previous point and this one.
struct RingPoint {
  Md5Digest hash;
  int shard = 0;
};

/// A ring of virtual nodes. Labels are "shard_{s}_vnode_{v}" without padding; a key belongs to the first point that is
/// strictly greater than its MD5 hash, past the last point to the first. An empty ring answers shard 0.
/// Source: the DataFlow article's ring (coverage DF-38 to DF-40); MD5 only places, it protects nothing.
class Ring {
 public:
  Ring(int shards, int vnodes);               // shards 0 to `shards` - 1
  Ring(std::vector<int> shards, int vnodes);  // ids, ascending

  void add_shard(int shard);      // no effect when it is already there
  void remove_shard(int shard);   // no effect when it is not there
  int owner(std::string_view key) const;

  const std::vector<RingPoint>& points() const { return points_; }
  const std::vector<int>& shards() const { return shards_; }   // ids in the ring, ascending
  int vnodes() const { return vnodes_; }

 private:
  std::vector<RingPoint> points_;   // sorted by hash
  std::vector<int> shards_;
  int vnodes_;
};

struct RingInput {
  int shards = 16;
  int vnodes = 150;
  int companies = 25000;            // ids "1" to this are counted when `keys` is empty
  std::vector<std::string> keys;
  std::vector<std::string> add;     // shard ids that join
  std::vector<std::string> remove;  // shard ids that leave

  bool operator==(const RingInput&) const = default;
};

FieldTable ring_fields();

/// The shard id a text stands for, 0 to 999, or -1.
int shard_id(std::string_view text);

struct ShardLoad {
  int shard = 0;
  std::int64_t keys = 0;            // keys of the input on this shard after the change
  double arc_share = 0;             // its part of the circle, 0 to 1
  std::int64_t moved_in = 0;
  std::int64_t moved_out = 0;
};

struct RingAnswer {
  std::vector<int> assignments;     // owner of each of `keys` after the change, in order
  std::vector<ShardLoad> shards;    // shards after the change and those that left, ascending
  int points = 0;
  std::string lowest_point;         // hex, and its shard
  int lowest_shard = 0;
  std::string highest_point;
  int highest_shard = 0;
  double max_over_mean_arc = 0;     // load factor by arc: 1 is even
  std::int64_t keys = 0;            // how many keys were counted
  std::int64_t moved = 0;           // keys whose owner changed
  double moved_share = 0;
  double moved_arc_share = 0;       // of the circle
  double ideal_share = 0;           // what a ring with even loads moves: joined or left shards over all
  double modulo_share = 0;          // what `hash mod n` would move, counted over the same keys
};

/// The ring of an input before and after its joins and leaves.
struct RingChange {
  Ring before;
  Ring after;
};

/// The two rings of an input. Problems: those of `analyze_ring`.
Result<RingChange> change_ring(const RingInput& input);

/// Problems: 1103 a number outside its limits; 2201 a shard that is to join is there already; 2202 a shard that is to
/// leave is not there; 2203 a shard id that is no number from 0 to 999; 2204 nothing would be left.
Result<RingAnswer> analyze_ring(const RingInput& input);

}  // namespace storewright::labs
