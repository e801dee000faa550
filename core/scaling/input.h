// What the scaling methods ask: the load, how it grows, how the machines and the business feel it.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "core/base/fields.h"
#include "core/scaling/rules.h"
#include "core/selection/derive.h"
#include "core/selection/profile.h"

namespace storewright::scaling {

/// What the store is today, by the id of its stage.
enum class Running { single, replicas, sharding, distributed, specialised };

/// All members but the number of months are unknown until they are given.
struct ScalingInput {
  // The load now; rates are means, as in a profile.
  std::optional<Range> data_size_gb;
  std::optional<Range> writes_per_second;
  std::optional<Range> reads_per_second;
  std::optional<Range> peak_factor;
  // Its growth.
  std::optional<Range> growth_percent_per_month;
  std::optional<Range> growth_gb_per_month;
  int months = selection::forecast_months;    // how far to look
  // How it feels.
  std::optional<Running> running;
  std::optional<Range> latency_times;         // latency over its baseline
  std::optional<Range> cpu_percent;
  std::optional<Range> memory_percent;
  std::optional<Range> io_wait_percent;
  std::optional<Range> cost_growth_percent;   // both over the same time
  std::optional<Range> revenue_growth_percent;
  std::optional<bool> complaints;
  std::optional<bool> features_blocked;
  std::optional<bool> cost_ahead;             // for those who do not know both percentages
  std::optional<bool> competitive_gap;
  // Points of the four parts, for those who judge them; they replace what is measured.
  std::optional<Range> performance;
  std::optional<Range> cost;
  std::optional<Range> scalability;
  std::optional<Range> business;

  bool operator==(const ScalingInput&) const = default;
};

/// The load; the load with its growth; everything. Each begins with the fields of the one before.
FieldTable stage_fields();
FieldTable projection_fields();
FieldTable urgency_fields();

/// The load at peak by measure; absent where nothing is known of it.
using Load = std::array<std::optional<Range>, measure_count>;
Load load_of(const ScalingInput& input);

/// The same as a profile, for what the selection derives from one.
selection::Profile profile_of(const ScalingInput& input);

/// "600 GB", "2 TB", "1.5 PB".
std::string volume_text(double gigabytes);
/// "600 GB of data", "5,000 to 9,000 reads a second".
std::string load_text(Measure measure, const Range& value);
/// "500 GB", "10,000 reads a second".
std::string mark_text(Measure measure, double value);

}  // namespace storewright::scaling
