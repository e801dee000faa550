// How urgent is it to change the architecture: four parts of ten points, weighted in whole numbers, and the signs behind them.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/report/formula.h"
#include "core/scaling/input.h"
#include "core/scaling/rules.h"

namespace storewright::scaling {

/// Whole points between bounds.
struct Points {
  int low = 0, mid = 0, high = 0;
  bool operator==(const Points&) const = default;
};

struct PartScore {
  Part part = Part::performance;
  std::optional<Points> points;  // absent when nothing is known of this part
  bool given = false;            // by the caller, not measured
  std::string from;              // what the points come from, in words
};

/// An indicator with what is known of it.
struct Sign {
  const Indicator* indicator = nullptr;
  std::optional<Range> value;    // where it has a limit
  Truth fires = Truth::unknown;
};

struct UrgencyAnswer {
  std::array<PartScore, part_count> parts;
  Points hundredths;                      // of the score; a part that is not known counts none to ten points
  bool known = false;                     // all four parts are
  const UrgencyBand* band = nullptr;      // of the middle; null when the ends lie in different bands
  const UrgencyBand* lowest = nullptr;
  const UrgencyBand* highest = nullptr;
  std::vector<Sign> signs;                // one for each indicator, in their order
  int fired = 0;
  std::string headline;
  std::string because;
  std::vector<report::FormulaLine> lines;
};

/// 35 x performance + 25 x cost + 25 x scalability + 15 x business in hundredths, compared with the bands as whole numbers:
/// as fractions 41 of the 14,641 possible sets fall into the band below theirs.
///
/// Problems: 2805 points that are no whole number from 0 to 10.
Result<UrgencyAnswer> judge_urgency(const ScalingInput& input, const Rules& rules);

/// The hundredths of four parts, and the band they are in.
int urgency_hundredths(const std::array<int, part_count>& points, const Rules& rules);
const UrgencyBand* urgency_band(int hundredths, const Rules& rules);

/// Whole points on a scale: none at or before its one end, ten at or past the other.
int points_on(const Scale& scale, double value);

/// 630 is "6.30".
std::string score_text(int hundredths);

}  // namespace storewright::scaling
