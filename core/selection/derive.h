// What follows from a profile's figures: growth over twelve months, the ratio class, the scale tier, how long it holds.
#pragma once

#include <optional>
#include <string_view>

#include "core/selection/profile.h"

namespace storewright::selection {

inline constexpr int forecast_months = 12;

/// The limits of a tier, inclusive lower bounds of the next one: writes a second, reads a second, gigabytes. Tier 4
/// ends nowhere. Source: as `scale_tier`.
struct TierLimits {
  double writes_per_second;
  double reads_per_second;
  double data_gb;
};
std::optional<TierLimits> limits_of_tier(int tier);

/// The figures that the scale rules plan for: after twelve months where growth is known, else at today's peak.
struct Plan {
  std::optional<Range> writes_per_second;
  std::optional<Range> reads_per_second;
  std::optional<Range> data_gb;
  bool from_growth = false;  // false: growth was not given, the figures are today's
};
Plan plan_of(const Profile& profile, const Derived& derived);

/// The figure of a plan that puts it into its tier, for a sentence: 20,000 GB, and not the few writes beside them.
struct DecidingFigure {
  std::string_view fact;       // "planned_writes_per_second", …
  std::string_view unit;       // "writes a second", "reads a second" or "GB"
  Range amount;
  std::optional<int> tier;     // of the whole plan; absent when the ranges do not decide
  double limit = 0;            // where the tier ends, in the same unit; 0 in tier 4
  bool in_12_months = false;   // false: its growth was not given, it is today's
};

/// The first of writes, data and reads that is in the plan's tier by itself; where none is, the largest rate. Absent when
/// the plan says nothing.
std::optional<DecidingFigure> deciding_figure(const Plan& plan, const Derived& derived);

/// The class whose ratio is nearest on a log scale; absent when the range of the share touches two classes.
std::optional<RatioClass> ratio_class_of(const Range& read_share);

/// "read_heavy", "balanced", "write_heavy".
std::string_view ratio_class_name(RatioClass ratio);

/// More months than anybody plans for: a forecast is cut here.
inline constexpr double a_century = 1200;

/// When the first limit of the tier the workload is in today gives way, and which.
struct Holding {
  Range months;
  std::string_view resource;  // "writes", "reads" or "disk"
  double limit = 0;           // in writes a second, reads a second or GB
};

/// Absent without growth, without a tier, or in tier 4.
std::optional<Holding> holds_until(const Profile& profile, const Derived& derived);

}  // namespace storewright::selection
