#include "core/base/range.h"

namespace storewright {
namespace {

/// `all` and `none` cannot both hold; when neither does, the range straddles the threshold.
Truth decided(bool all, bool none) { return all ? Truth::yes : none ? Truth::no : Truth::unknown; }

}  // namespace

Truth compare(const Range& range, Comparison comparison, double threshold) {
  switch (comparison) {
    case Comparison::less: return decided(range.high < threshold, range.low >= threshold);
    case Comparison::at_most: return decided(range.high <= threshold, range.low > threshold);
    case Comparison::equal:
      return decided(range.exact() && range.low == threshold, threshold < range.low || threshold > range.high);
    case Comparison::at_least: return decided(range.low >= threshold, range.high < threshold);
    case Comparison::above: return decided(range.low > threshold, range.high <= threshold);
  }
  return Truth::unknown;
}

Truth operator!(Truth truth) {
  switch (truth) {
    case Truth::no: return Truth::yes;
    case Truth::yes: return Truth::no;
    case Truth::unknown: break;
  }
  return Truth::unknown;
}

// The enumerators stand in the order no < unknown < yes, so "and" is the smaller and "or" the larger of two.
Truth operator&&(Truth a, Truth b) { return a < b ? a : b; }
Truth operator||(Truth a, Truth b) { return a < b ? b : a; }

}  // namespace storewright
