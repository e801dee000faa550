// Quantities as types, and the constants by which one unit becomes another. A new unit is a line here, with its first use.
#pragma once

#include <compare>

namespace storewright {

/// A number of one unit. Two quantities of the same unit add and compare; a ratio is a plain number.
template <class Unit>
struct Quantity {
  double value = 0;

  friend constexpr Quantity operator+(Quantity a, Quantity b) { return {a.value + b.value}; }
  friend constexpr Quantity operator-(Quantity a, Quantity b) { return {a.value - b.value}; }
  friend constexpr Quantity operator*(Quantity a, double factor) { return {a.value * factor}; }
  friend constexpr Quantity operator/(Quantity a, double divisor) { return {a.value / divisor}; }
  friend constexpr double operator/(Quantity a, Quantity b) { return a.value / b.value; }
  friend constexpr auto operator<=>(const Quantity&, const Quantity&) = default;
};

using Bytes = Quantity<struct BytesUnit>;

inline constexpr double seconds_per_day = 86400;
inline constexpr Bytes gigabyte{1e9};  // storage is priced and sized in powers of ten

}  // namespace storewright
