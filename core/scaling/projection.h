// Growth, month by month: which threshold is crossed when, and how long the tier of today holds.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/report/formula.h"
#include "core/scaling/input.h"
#include "core/scaling/rules.h"
#include "core/scaling/stage.h"
#include "core/selection/derive.h"

namespace storewright::scaling {

/// A threshold that growth reaches. Months count from now: month 1 is the first.
struct Crossing {
  Measure measure = Measure::data_size_gb;
  double from = 0;
  std::size_t stage = 0;             // that begins there
  int month = 0;                     // the first month at whose end the threshold is reached, by the middle of the ranges
  std::optional<int> soonest;        // by their high ends
  std::optional<int> latest;         // by their low ends; absent when those never get there
};

struct ProjectedMeasure {
  Measure measure = Measure::data_size_gb;
  Range now;
  Range later;                       // after the months asked for
};

struct ProjectionAnswer {
  int months = 0;
  bool growth_known = false;
  std::vector<ProjectedMeasure> measures;  // those that are known and grow by a known amount
  std::vector<Crossing> crossings;         // in the order of their months, within a century
  std::optional<int> tier;
  std::optional<int> tier_later;           // after twelve months, as Decide plans
  std::optional<selection::Holding> holds; // until the first limit of the present tier
  const Stage* stage_later = nullptr;      // after the months asked for
  std::string headline;
  std::string because;
  std::vector<report::FormulaLine> lines;

  /// The first threshold within the months asked for, null when there is none.
  const Crossing* first() const { return !crossings.empty() && crossings.front().month <= months ? &crossings.front() : nullptr; }
};

/// Compounded percentages for rates; for data an amount a month where that is given.
ProjectionAnswer project(const ScalingInput& input, const Rules& rules);

/// The load after some months at one end of its ranges; a measure whose growth is unknown stays as it is.
Load load_after(const ScalingInput& input, int months);

/// Months until the load needs a stage after `stage`, by the middle of the ranges: 0 when it does already, absent when
/// its growth is unknown, and a century when it never does.
std::optional<int> months_until_after(const ScalingInput& input, std::size_t stage, const Rules& rules);

/// How long the load stays below each mark, month by month.
report::Table projection_table(const ScalingInput& input, const ProjectionAnswer& answer, const Rules& rules);

}  // namespace storewright::scaling
