// A number that may be known exactly or only between bounds, and what can be said of it for certain.
#pragma once

namespace storewright {

/// Yes, no, or "the input does not say": the logic in which rules are evaluated.
enum class Truth { no, unknown, yes };

/// A quantity known between bounds. An exact number has low = mid = high.
struct Range {
  double low = 0;
  double mid = 0;
  double high = 0;

  static Range exactly(double value) { return {value, value, value}; }
  bool exact() const { return low == high; }
  bool operator==(const Range&) const = default;
};

/// How a number is compared with a threshold. A lower bound is inclusive (`at_least`), "above" is strict.
enum class Comparison { less, at_most, equal, at_least, above };

/// Whether the comparison holds for every value of the range, for none, or only for some (unknown).
Truth compare(const Range& range, Comparison comparison, double threshold);

Truth operator!(Truth truth);
Truth operator&&(Truth a, Truth b);  // no wins, then unknown
Truth operator||(Truth a, Truth b);  // yes wins, then unknown

}  // namespace storewright
