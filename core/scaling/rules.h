// When to scale, as data: stages with their thresholds, what other lists say, signals, scales and bands of urgency.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/knowledge/knowledge.h"
#include "core/scaling/filter_rules.h"
#include "core/scaling/technology_rules.h"

namespace storewright::scaling {

using knowledge::FactKind;

/// What of a load is compared with a threshold. Rates are those of the busiest minutes.
enum class Measure { data_size_gb, reads_per_second, writes_per_second, operations_per_second };
inline constexpr int measure_count = 4;
std::string_view measure_name(Measure measure);  // "data_size_gb", …

/// Where a stage begins by one measure: a lower bound, inclusive.
struct Threshold {
  Measure measure = Measure::data_size_gb;
  double from = 0;
  std::string source;
  FactKind kind = FactKind::rule_of_thumb;
};

/// A point inside a stage where a list names a limit and nothing follows yet.
struct Mark {
  double from_gb = 0;
  std::string says;
};

/// One way to run a store, from a size on. Stages follow one another; the first begins at zero.
struct Stage {
  std::string id;
  std::string name;           // "read replicas"
  std::string does;           // what to do, one sentence
  std::string group;          // id of a `StageGroup`
  std::vector<Threshold> from;
  std::optional<Mark> mark;
};

/// Stages that last equally long.
struct StageGroup {
  std::string id;             // "tactical"
  std::string says;
  std::string source;
};

/// What a list says from a lower bound on, inclusive.
struct Band {
  std::string id;
  double from = 0;
  std::string says;
  std::optional<double> success_percent;  // a claim of its source
};

/// The part of a measure that a list leaves without an answer, and the product's answer.
struct Gap {
  Measure measure = Measure::writes_per_second;
  double from = 0;
  double until = 0;
  std::string says;
};

/// What another source says of the same volume or of the same tier.
struct SourceList {
  std::string id;
  std::string title;
  std::string source;
  FactKind kind = FactKind::rule_of_thumb;
  bool by_tier = false;       // bands are tiers 1 to 4 instead of gigabytes
  std::vector<Band> bands;
  std::optional<double> until;  // the end of the last band, which belongs to it
  std::string outside;        // said below the first band and above the last
  std::optional<Gap> gap;
};

/// Why the stages are those of one list and not of another.
struct Choice {
  std::string says;
  std::string because;
};

/// The four parts of the urgency score.
enum class Part { performance, cost, scalability, business };
inline constexpr int part_count = 4;
std::string_view part_name(Part part);

/// From a measured number to points: none at `none_at`, ten at `ten_at`, a straight line between, whole points.
struct Scale {
  std::string id;
  Part part = Part::performance;
  std::string label;
  std::string unit;
  double none_at = 0;
  double ten_at = 1;
};

/// A sign that it is time to act. It fires strictly above its limit; one without a limit is answered with yes or no.
struct Indicator {
  std::string id;
  std::string label;
  Part part = Part::performance;
  std::optional<double> above;
  std::string unit;
  std::string source;
  FactKind kind = FactKind::rule_of_thumb;
};

/// What a score means, from a lower bound in hundredths on, inclusive.
struct UrgencyBand {
  std::string id;
  int from_points = 0;
  std::string action;
  int timeline_months = 0;
  std::string risk;
};

struct Rules {
  std::vector<Stage> stages;
  std::vector<StageGroup> groups;
  std::vector<SourceList> lists;
  Choice choice;
  std::array<int, part_count> weights = {};  // of a point of each part, in hundredths; 100 together
  std::vector<Scale> scales;
  std::vector<Indicator> indicators;
  std::vector<UrgencyBand> bands;            // highest first
  std::string urgency_source;
  FactKind urgency_kind = FactKind::rule_of_thumb;
  FilterChart filters;
  std::vector<Technology> technologies;

  const Scale* scale(std::string_view id) const;
  const Indicator* indicator(std::string_view id) const;
  std::size_t place_of_stage(std::string_view id) const;  // 0 for an id that does not exist
};

/// Reads `{"format": "storewright/scaling@1", …}`, as web/site/pack.cpp writes it. Every problem is reported with its place.
///
/// Problems: 2801 not a pack of scaling rules, or of a newer format; 2802 thresholds, bands or tiers that do not rise;
/// 2803 weights that are not 100 together, or a part of urgency without a scale; 2804 a group or scale that is named and does not
/// exist; 2806 a chart of filters with a dead end; 1401 a member missing or of the wrong type.
Result<Rules> load_scaling_pack(const Json& pack);

/// The ids of every source that the rules name.
std::vector<std::string> sources_of(const Rules& rules);

/// The rules that are built into the command and the module for tools; the page fetches them when first shown.
const Rules& built_in_rules();

}  // namespace storewright::scaling
