// Quantities as types, and the constants by which one unit becomes another.
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
using Rate = Quantity<struct PerSecondUnit>;      // events a second
using Money = Quantity<struct UsDollarUnit>;      // US dollars
using Duration = Quantity<struct SecondUnit>;     // seconds
using Percent = Quantity<struct PercentUnit>;     // 0 to 100

inline constexpr double hours_per_month = 730;    // the cloud providers' billing month: 365 * 24 / 12
inline constexpr double seconds_per_day = 86400;
inline constexpr Bytes gigabyte{1e9};             // storage is priced and sized in powers of ten
inline constexpr Bytes gibibyte{1073741824};      // memory is sized in powers of two
inline constexpr Bytes terabyte{1e12};

}  // namespace storewright
