#include "core/labs/ring.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/base/sort.h"

namespace storewright::labs {
namespace {

constexpr int max_shards = 256;
constexpr int max_vnodes = 1000;
constexpr int max_companies = 200000;
constexpr int max_shard_id = 999;

constexpr Field fields[] = {
    field<&RingInput::shards>({.name = "shards",
                               .label = "Shards",
                               .unit = "shards",
                               .help = "How many databases share the data; their ids are 0 to this number less one.",
                               .min = 1,
                               .max = max_shards}),
    field<&RingInput::vnodes>({.name = "vnodes",
                               .label = "Points of each shard (virtual nodes)",
                               .unit = "points",
                               .help = "More points make the load more even and the ring larger.",
                               .min = 1,
                               .max = max_vnodes}),
    field<&RingInput::companies>({.name = "companies",
                                  .label = "Keys to place",
                                  .unit = "keys",
                                  .help = "The ids 1 to this number are placed when you list no keys of your own.",
                                  .min = 1,
                                  .max = max_companies}),
    field<&RingInput::keys>({.name = "keys",
                             .label = "Your own keys",
                             .help = "The shard of each is answered in the order you list them.",
                             .max_items = 100000}),
    field<&RingInput::add>({.name = "add",
                            .label = "Shards that join",
                            .help = "Ids of new shards, such as 16.",
                            .max_items = max_shards}),
    field<&RingInput::remove>({.name = "remove",
                               .label = "Shards that leave",
                               .help = "Ids of shards to take away, such as 5.",
                               .max_items = max_shards}),
};

bool before(const RingPoint& a, const RingPoint& b) {
  if (a.hash != b.hash) return a.hash < b.hash;
  return a.shard < b.shard;  // two points on one place: a total order keeps every build alike
}

void append_points(std::vector<RingPoint>& points, int shard, int vnodes) {
  const std::string prefix = "shard_" + std::to_string(shard) + "_vnode_";
  for (int vnode = 0; vnode < vnodes; ++vnode) points.push_back({md5(prefix + std::to_string(vnode)), shard});
}

std::vector<int> first_ids(int count) {
  std::vector<int> ids;
  for (int id = 0; id < count; ++id) ids.push_back(id);
  return ids;
}

int owner_of(const std::vector<RingPoint>& points, const Md5Digest& hash) {
  if (points.empty()) return 0;
  const auto next = std::upper_bound(points.begin(), points.end(), hash,
                                     [](const Md5Digest& key, const RingPoint& point) { return key < point.hash; });
  return next == points.end() ? points.front().shard : next->shard;
}

/// The remainder of the hash as a 128-bit number: where a rule without a ring would place the key.
std::uint64_t remainder_of(const Md5Digest& hash, std::uint64_t shards) {
  std::uint64_t rest = 0;
  for (std::size_t word = 0; word < hash.bytes.size(); word += 4) {
    for (std::size_t i = word; i < word + 4; ++i) rest = rest << 8 | hash.bytes[i];
    rest %= shards;
  }
  return rest;
}

Problems check_limits(const RingInput& input) {
  Problems problems;
  const auto check = [&](int value, int max, const char* where, const char* words) {
    if (value < 1 || value > max)
      problems.push_back({1103, where,
                          std::string(words) + " must be between 1 and " + std::to_string(max) + "; you entered " +
                              std::to_string(value) + "."});
  };
  check(input.shards, max_shards, "/shards", "The number of shards");
  check(input.vnodes, max_vnodes, "/vnodes", "The points of each shard");
  check(input.companies, max_companies, "/companies", "The number of keys");
  return problems;
}

/// Applies joins or leaves to the list of shard ids and reports those that cannot be.
void apply(const std::vector<std::string>& texts, std::string_view where, bool join, std::vector<int>& shards,
           Problems& problems) {
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string place = pointer_to(where, i);
    const int shard = shard_id(texts[i]);
    if (shard < 0) {
      problems.push_back({2203, place, "A shard id is a whole number from 0 to 999."});
      continue;
    }
    const auto at = std::lower_bound(shards.begin(), shards.end(), shard);
    const bool there = at != shards.end() && *at == shard;
    if (join && there) {
      problems.push_back({2201, place, "Shard " + std::to_string(shard) + " is in the ring already."});
    } else if (!join && !there) {
      problems.push_back({2202, place, "Shard " + std::to_string(shard) + " is not in the ring, so it cannot leave."});
    } else if (join) {
      shards.insert(at, shard);
    } else {
      shards.erase(at);
    }
  }
}

/// What any scheme must move to go from an even load on the old shards to an even load on the new ones.
double ideal_share(int before, int after, int joined) {
  const double new_share = 1.0 / after;
  const double old_share = 1.0 / before;
  const int stayed = after - joined;
  return joined * new_share + (new_share > old_share ? stayed * (new_share - old_share) : 0);
}

struct Arcs {
  std::vector<double> share;  // by shard id
  double moved = 0;           // part of the circle whose owner changes
};

/// Walks the points of both rings together; between two of them the owner is the same before and after.
Arcs measure_arcs(const std::vector<RingPoint>& old_points, const std::vector<RingPoint>& new_points) {
  Arcs arcs{std::vector<double>(max_shard_id + 1, 0.0), 0};
  std::size_t i = 0;
  std::size_t j = 0;
  double from = 0;
  const auto count = [&](double to) {
    const int old_owner = old_points[i < old_points.size() ? i : 0].shard;
    const int new_owner = new_points[j < new_points.size() ? j : 0].shard;
    arcs.share[static_cast<std::size_t>(new_owner)] += to - from;
    if (old_owner != new_owner) arcs.moved += to - from;
    from = to;
  };
  while (i < old_points.size() || j < new_points.size()) {
    const bool old_is_next =
        j == new_points.size() || (i < old_points.size() && old_points[i].hash < new_points[j].hash);
    const bool both = !old_is_next && i < old_points.size() && old_points[i].hash == new_points[j].hash;
    count(fraction_of_circle(old_is_next ? old_points[i].hash : new_points[j].hash));
    if (old_is_next || both) ++i;
    if (!old_is_next) ++j;
  }
  count(1.0);
  return arcs;
}

bool holds(const Ring& ring, int shard) {
  return std::binary_search(ring.shards().begin(), ring.shards().end(), shard);
}

/// Places keys on the rings before and after a change and counts where they lie and which of them move.
class KeyCount {
 public:
  explicit KeyCount(const RingChange& change)
      : change_(change),
        changes_(change.before.shards() != change.after.shards()),
        old_count_(change.before.shards().size()),
        new_count_(change.after.shards().size()) {}

  /// The owner after the change.
  int place(std::string_view key) {
    const Md5Digest hash = md5(key);
    const int now = owner_of(change_.after.points(), hash);
    ++keys_[static_cast<std::size_t>(now)];
    if (!changes_) return now;
    if (remainder_of(hash, old_count_) != remainder_of(hash, new_count_)) ++modulo_moved_;
    const int then = owner_of(change_.before.points(), hash);
    if (then == now) return now;
    ++moved_;
    ++moved_out_[static_cast<std::size_t>(then)];
    ++moved_in_[static_cast<std::size_t>(now)];
    return now;
  }

  ShardLoad load_of(int shard, double arc_share) const {
    const auto at = static_cast<std::size_t>(shard);
    return {shard, keys_[at], arc_share, moved_in_[at], moved_out_[at]};
  }

  std::int64_t moved() const { return moved_; }
  std::int64_t modulo_moved() const { return modulo_moved_; }

 private:
  using ByShard = std::array<std::int64_t, max_shard_id + 1>;

  const RingChange& change_;
  bool changes_;
  std::uint64_t old_count_;
  std::uint64_t new_count_;
  ByShard keys_ = {};
  ByShard moved_in_ = {};
  ByShard moved_out_ = {};
  std::int64_t moved_ = 0;
  std::int64_t modulo_moved_ = 0;
};

/// Every shard of either ring, ascending.
std::vector<ShardLoad> loads_of(const RingChange& change, const KeyCount& count, const Arcs& arcs) {
  std::vector<ShardLoad> loads;
  for (int shard = 0; shard <= max_shard_id; ++shard)
    if (holds(change.before, shard) || holds(change.after, shard))
      loads.push_back(count.load_of(shard, arcs.share[static_cast<std::size_t>(shard)]));
  return loads;
}

double ideal_share_of(const RingChange& change) {
  const std::vector<int>& before = change.before.shards();
  const std::vector<int>& after = change.after.shards();
  if (before == after) return 0;
  const auto joined =
      std::count_if(after.begin(), after.end(), [&](int shard) { return !holds(change.before, shard); });
  return ideal_share(static_cast<int>(before.size()), static_cast<int>(after.size()), static_cast<int>(joined));
}

}  // namespace

int shard_id(std::string_view text) {
  if (text.empty() || text.size() > 3) return -1;
  int id = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    id = id * 10 + (c - '0');
  }
  return id;
}

Ring::Ring(int shards, int vnodes) : Ring(first_ids(shards), vnodes) {}

Ring::Ring(std::vector<int> shards, int vnodes) : shards_(std::move(shards)), vnodes_(vnodes) {
  points_.reserve(shards_.size() * static_cast<std::size_t>(vnodes));
  for (const int shard : shards_) append_points(points_, shard, vnodes);
  sort_stably(points_, before);
}

void Ring::add_shard(int shard) {
  const auto at = std::lower_bound(shards_.begin(), shards_.end(), shard);
  if (at != shards_.end() && *at == shard) return;
  shards_.insert(at, shard);
  append_points(points_, shard, vnodes_);
  sort_stably(points_, before);
}

void Ring::remove_shard(int shard) {
  std::erase(shards_, shard);
  std::erase_if(points_, [shard](const RingPoint& point) { return point.shard == shard; });
}

int Ring::owner(std::string_view key) const { return owner_of(points_, md5(key)); }

FieldTable ring_fields() { return fields; }

Result<RingChange> change_ring(const RingInput& input) {
  Problems problems = check_limits(input);
  if (!problems.empty()) return problems;

  const std::vector<int> old_shards = first_ids(input.shards);
  std::vector<int> shards = old_shards;
  apply(input.add, "/add", true, shards, problems);
  apply(input.remove, "/remove", false, shards, problems);
  if (problems.empty() && shards.empty())
    problems.push_back({2204, "/remove", "At least one shard must stay to hold the data."});
  if (!problems.empty()) return problems;

  const bool changes = shards != old_shards;
  Ring old_ring(old_shards, input.vnodes);
  // Built at once: joining one by one would sort all points for each shard.
  Ring new_ring = changes ? Ring(std::move(shards), input.vnodes) : old_ring;
  return RingChange{std::move(old_ring), std::move(new_ring)};
}

Result<RingAnswer> analyze_ring(const RingInput& input) {
  const Result<RingChange> change = change_ring(input);
  if (!change) return change.problems();

  RingAnswer answer;
  KeyCount count(*change);
  if (input.keys.empty()) {
    for (int id = 1; id <= input.companies; ++id) count.place(std::to_string(id));
    answer.keys = input.companies;
  } else {
    answer.assignments.reserve(input.keys.size());
    for (const std::string& key : input.keys) answer.assignments.push_back(count.place(key));
    answer.keys = static_cast<std::int64_t>(input.keys.size());
  }

  const Arcs arcs = measure_arcs(change->before.points(), change->after.points());
  const std::vector<RingPoint>& points = change->after.points();
  answer.shards = loads_of(*change, count, arcs);
  answer.points = static_cast<int>(points.size());
  answer.lowest_point = hex(points.front().hash);
  answer.lowest_shard = points.front().shard;
  answer.highest_point = hex(points.back().hash);
  answer.highest_shard = points.back().shard;
  answer.max_over_mean_arc =
      *std::max_element(arcs.share.begin(), arcs.share.end()) * static_cast<double>(change->after.shards().size());
  answer.moved = count.moved();
  answer.moved_share = static_cast<double>(count.moved()) / static_cast<double>(answer.keys);
  answer.moved_arc_share = arcs.moved;
  answer.ideal_share = ideal_share_of(*change);
  answer.modulo_share = static_cast<double>(count.modulo_moved()) / static_cast<double>(answer.keys);
  return answer;
}

}  // namespace storewright::labs
