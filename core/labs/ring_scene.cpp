#include "core/labs/ring_scene.h"

#include <algorithm>
#include <functional>
#include <string>

#include "core/base/sort.h"
#include "core/base/text.h"
#include "core/report/circle.h"

namespace storewright::labs {
namespace {

using report::Anchor;
using report::Ink;
using report::Point;
using report::Scene;

constexpr double side = 480;
constexpr Point centre = {side / 2, side / 2};
constexpr double ring_radius = 156;
constexpr double ring_width = 36;
constexpr double moved_radius = 184;
constexpr double moved_width = 8;
constexpr double label_radius = 208;
constexpr double label_gap_turns = 0.024;  // about 30 px on the circle of labels: three digits and some air
constexpr int most_coloured_points = 200;
constexpr std::size_t most_labels = 32;
// More points than this are thinner than a third of a pixel: the picture then shows the owner at that many places.
constexpr std::size_t finest_slots = 4096;

/// A part of the circle with one owner, or one whose owner changed.
struct Arc {
  double from = 0;
  double to = 0;
  int shard = 0;
};

Ink series_ink(int shard) { return static_cast<Ink>(static_cast<int>(Ink::series_1) + shard % 8); }

void extend(std::vector<Arc>& arcs, double from, double to, int shard) {
  if (!arcs.empty() && arcs.back().shard == shard && arcs.back().to == from)
    arcs.back().to = to;
  else if (to > from)
    arcs.push_back({from, to, shard});
}

/// The ends of the pieces of the circle on which both rings have one owner each.
std::vector<double> cuts_of(const Ring& before, const Ring& after) {
  std::vector<double> cuts;
  if (before.points().size() + after.points().size() > 2 * finest_slots) {
    for (std::size_t slot = 1; slot <= finest_slots; ++slot)
      cuts.push_back(static_cast<double>(slot) / static_cast<double>(finest_slots));
    return cuts;
  }
  for (const Ring* ring : {&before, &after})
    for (const RingPoint& point : ring->points()) cuts.push_back(fraction_of_circle(point.hash));
  cuts.push_back(1);
  sort_stably(cuts, std::less<double>());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  return cuts;
}

/// The owner of a place on the circle, walking: places must come in ascending order.
class Walker {
 public:
  explicit Walker(const Ring& ring) : points_(ring.points()) {}
  int owner_at(double turn) {
    while (next_ < points_.size() && fraction_of_circle(points_[next_].hash) <= turn) ++next_;
    return points_.empty() ? 0 : points_[next_ < points_.size() ? next_ : 0].shard;
  }

 private:
  const std::vector<RingPoint>& points_;
  std::size_t next_ = 0;
};

struct Arcs {
  std::vector<Arc> owned;
  std::vector<Arc> moved;
};

Arcs arcs_of(const Ring& before, const Ring& after) {
  Arcs arcs;
  Walker then(before);
  Walker now(after);
  double from = 0;
  for (const double to : cuts_of(before, after)) {
    const double middle = from + (to - from) / 2;
    const int old_owner = then.owner_at(middle);
    const int new_owner = now.owner_at(middle);
    extend(arcs.owned, from, to, new_owner);
    if (old_owner != new_owner) extend(arcs.moved, from, to, new_owner);
    from = to;
  }
  return arcs;
}

/// Numbers at the largest arc of each shard, as many as fit without touching.
void add_labels(Scene& scene, std::vector<Arc> arcs) {
  sort_stably(arcs, [](const Arc& a, const Arc& b) { return a.to - a.from > b.to - b.from; });
  std::vector<double> taken;
  std::vector<int> labelled;
  for (const Arc& arc : arcs) {
    if (taken.size() == most_labels) return;
    const double middle = (arc.from + arc.to) / 2;
    const auto near = [middle](double other) {
      const double apart = middle > other ? middle - other : other - middle;
      return apart < label_gap_turns || apart > 1 - label_gap_turns;
    };
    if (std::find(labelled.begin(), labelled.end(), arc.shard) != labelled.end()) continue;
    if (std::any_of(taken.begin(), taken.end(), near)) continue;
    taken.push_back(middle);
    labelled.push_back(arc.shard);
    scene.lines.push_back({report::on_circle(centre, moved_radius + moved_width, middle),
                           report::on_circle(centre, label_radius - 10, middle), Ink::line, 1, false});
    scene.texts.push_back({report::on_circle(centre, label_radius, middle), std::to_string(arc.shard), Anchor::middle,
                           Ink::text, 13, true});
  }
}

bool in_ring(const ShardLoad& load) { return load.arc_share > 0; }

/// The shard a reader wants to see among thousands of pieces: the newest that joined, or else the fullest.
int shard_to_show(const RingAnswer& answer, const RingInput& input) {
  if (!input.add.empty() && shard_id(input.add.back()) >= 0) return shard_id(input.add.back());
  const auto fullest = std::max_element(answer.shards.begin(), answer.shards.end(),
                                        [](const ShardLoad& a, const ShardLoad& b) { return a.arc_share < b.arc_share; });
  return fullest->shard;
}

/// The pieces of one shard on a plain ring: beyond some two hundred pieces, colours for all of them are only noise.
void add_one_shard(Scene& scene, const std::vector<Arc>& arcs, int shard) {
  scene.arcs.push_back({centre, ring_radius, 0, 1, Ink::line, ring_width});
  int pieces = 0;
  for (const Arc& arc : arcs) {
    if (arc.shard != shard) continue;
    scene.arcs.push_back({centre, ring_radius, arc.from, arc.to, Ink::accent, ring_width});
    ++pieces;
  }
  scene.texts.push_back({{centre.x, centre.y + 2 * 22.0},
                         "in colour: shard " + std::to_string(shard) + ", " + std::to_string(pieces) + " pieces",
                         Anchor::middle, Ink::accent, 14, false});
}

std::int64_t shards_in_ring(const RingAnswer& answer) {
  return std::count_if(answer.shards.begin(), answer.shards.end(), in_ring);
}

std::string count(std::int64_t value) { return display_number(static_cast<double>(value), 0); }

std::string count_of(std::int64_t value, const char* one, const char* many) {
  return count(value) + " " + (value == 1 ? one : many);
}

std::string balance_sentence(const RingAnswer& answer) {
  const std::int64_t shards = shards_in_ring(answer);
  const std::string on_points =
      count_of(shards, "shard", "shards") + " on " + count_of(answer.points, "point", "points");
  if (shards < 2) return on_points + ": it holds the whole circle.";
  return on_points + ": the fullest holds " +
         display_percent(answer.max_over_mean_arc / static_cast<double>(shards), 2) + " of the circle, " +
         display_number(answer.max_over_mean_arc, 2) + " times the mean.";
}

std::string movement_sentence(const RingAnswer& answer) {
  return count(answer.moved) + " of " + count_of(answer.keys, "key", "keys") + " (" +
         display_percent(answer.moved_share, 2) + ") " + (answer.moved == 1 ? "moves" : "move") +
         "; hash mod shards would move " + display_percent(answer.modulo_share, 2) + ", and an even ring " +
         display_percent(answer.ideal_share, 2) + ".";
}

report::Table load_table(const RingAnswer& answer) {
  report::Table table{
      "Load of each shard",
      {{"Shard", true}, {"Keys", true}, {"Share of the circle", true}, {"Moved in", true}, {"Moved out", true}},
      {}};
  for (const ShardLoad& load : answer.shards)
    table.rows.push_back({std::to_string(load.shard), count(load.keys), display_percent(load.arc_share, 3),
                          count(load.moved_in), count(load.moved_out)});
  return table;
}

/// One horizontal bar with its name before it and its value behind it.
struct Bar {
  std::string name;
  double value = 0;
  std::string value_text;
  Ink ink = Ink::accent;
};

constexpr double row_height = 22;
constexpr double bar_height = 14;
constexpr double text_size = 13;

/// Where bars of a chart begin and how long the longest may be.
struct BarSpace {
  double left = 0;
  double length = 0;
  double longest_value = 1;

  double x_of(double value) const { return left + length * value / longest_value; }
};

void add_bar(Scene& scene, const BarSpace& space, const Bar& bar, double top) {
  const double middle = top + row_height / 2;
  scene.texts.push_back({{space.left - 8, middle}, bar.name, Anchor::end, Ink::text, text_size, false});
  if (bar.value > 0)
    scene.boxes.push_back(
        {{space.left, middle - bar_height / 2}, space.x_of(bar.value) - space.left, bar_height, bar.ink, 2, false});
  // In a column behind the longest bar, where no line of the chart crosses the numbers.
  scene.texts.push_back({{scene.width - 4, middle}, bar.value_text, Anchor::end, Ink::text, text_size, false});
}

/// The loads a chart shows: all, or the fullest and the emptiest when there are too many.
std::vector<ShardLoad> shown_loads(const RingAnswer& answer) {
  constexpr std::size_t most = 32;
  std::vector<ShardLoad> loads = answer.shards;
  if (loads.size() <= most) return loads;
  sort_stably(loads, [](const ShardLoad& a, const ShardLoad& b) { return a.keys > b.keys; });
  loads.erase(loads.begin() + most / 2, loads.end() - most / 2);
  return loads;
}

}  // namespace

Scene ring_scene(const Ring& before, const RingAnswer& answer, const RingInput& input) {
  Scene scene;
  scene.title = "Ring of " + count_of(shards_in_ring(answer), "shard", "shards");
  scene.width = side;
  scene.height = side;
  scene.table = load_table(answer);
  scene.takeaway = balance_sentence(answer);

  const Result<RingChange> change = change_ring(input);
  const Arcs arcs = arcs_of(before, change ? change->after : before);
  if (answer.points <= most_coloured_points) {
    for (const Arc& arc : arcs.owned)
      scene.arcs.push_back({centre, ring_radius, arc.from, arc.to, series_ink(arc.shard), ring_width});
    add_labels(scene, arcs.owned);
  } else {
    add_one_shard(scene, arcs.owned, shard_to_show(answer, input));
  }
  for (const Arc& arc : arcs.moved)
    scene.arcs.push_back({centre, moved_radius, arc.from, arc.to, Ink::accent, moved_width});

  const double line = 22;
  scene.texts.push_back({{centre.x, centre.y - line},
                         count_of(shards_in_ring(answer), "shard", "shards"),
                         Anchor::middle,
                         Ink::text,
                         18,
                         true});
  scene.texts.push_back({centre, count_of(answer.points, "point", "points"), Anchor::middle, Ink::quiet, 14, false});
  if (!arcs.moved.empty()) {
    scene.takeaway += " " + movement_sentence(answer);
    scene.texts.push_back({{centre.x, centre.y + line}, "outer band: moves", Anchor::middle, Ink::accent, 14, false});
  }
  return scene;
}

Scene distribution_scene(const RingAnswer& answer, double width) {
  const std::vector<ShardLoad> loads = shown_loads(answer);
  const double mean =
      static_cast<double>(answer.keys) / static_cast<double>(std::max<std::int64_t>(1, shards_in_ring(answer)));
  std::vector<ShardLoad> there;
  std::copy_if(answer.shards.begin(), answer.shards.end(), std::back_inserter(there), in_ring);
  const auto fewer = [](const ShardLoad& a, const ShardLoad& b) { return a.keys < b.keys; };
  const ShardLoad most = *std::max_element(there.begin(), there.end(), fewer);
  const ShardLoad least = *std::min_element(there.begin(), there.end(), fewer);

  const double head = 26;
  Scene scene;
  scene.title = "Keys on each shard";
  scene.width = width;
  scene.height = head + row_height * static_cast<double>(loads.size()) + 6;
  scene.table = load_table(answer);
  scene.takeaway = count_of(answer.keys, "key", "keys") + " on " +
                   count_of(static_cast<std::int64_t>(there.size()), "shard", "shards") + ": from " +
                   count(least.keys) + " (shard " + std::to_string(least.shard) + ") to " + count(most.keys) +
                   " (shard " + std::to_string(most.shard) + "), " + display_number(mean, 1) + " on average.";
  if (loads.size() < answer.shards.size()) scene.takeaway += " Shown are the fullest and the emptiest 16.";

  const double left = 76;
  const BarSpace space{left, width - left - 64, std::max(1.0, std::max(mean, static_cast<double>(most.keys)))};
  double top = head;
  for (const ShardLoad& load : loads) {
    const Ink ink = !in_ring(load) ? Ink::quiet : load.shard == most.shard ? Ink::accent : Ink::series_8;
    add_bar(scene, space,
            {"Shard " + std::to_string(load.shard), static_cast<double>(load.keys),
             in_ring(load) ? count(load.keys) : "left", ink},
            top);
    top += row_height;
  }
  const double at = space.x_of(mean);
  scene.lines.push_back({{at, head - 6}, {at, top}, Ink::text, 1, true});
  scene.texts.push_back(
      {{at, head - 16}, "mean " + display_number(mean, 1), Anchor::middle, Ink::quiet, text_size, false});
  return scene;
}

Scene movement_scene(const RingAnswer& answer, double width) {
  const auto bar = [](const char* name, double share, Ink ink) {
    return Bar{name, share, display_percent(share, 2), ink};
  };
  const std::vector<Bar> bars = {bar("This ring", answer.moved_share, Ink::accent),
                                 bar("Even ring", answer.ideal_share, Ink::quiet),
                                 bar("Hash mod shards", answer.modulo_share, Ink::series_2)};

  Scene scene;
  scene.title = "Keys that move";
  scene.width = width;
  scene.height = row_height * static_cast<double>(bars.size()) + 12;
  scene.takeaway = answer.ideal_share > 0 ? movement_sentence(answer) : "Nothing moves until a shard joins or leaves.";
  scene.table = {"Keys that move", {{"Rule", false}, {"Share of the keys", true}}, {}};

  const double left = 120;
  const BarSpace space{left, width - left - 72, 1};
  double top = 6;
  for (const Bar& row : bars) {
    add_bar(scene, space, row, top);
    scene.table.rows.push_back({row.name, row.value_text});
    top += row_height;
  }
  return scene;
}

}  // namespace storewright::labs
