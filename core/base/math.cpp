#include "core/base/math.h"

#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

namespace storewright {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

// ln 2 in two parts; the first has 33 significant bits, so that a whole number up to 2000 times it is exact.
constexpr double ln2_high = 6.93147180369123816490e-01;
constexpr double ln2_low = 1.90821492927058770002e-10;
constexpr double ln10 = 2.30258509299404568402;

/// A sum of two doubles that together carry about twice the digits of one.
struct Pair {
  double high;
  double low;
};

/// a + b without loss (Knuth).
Pair exact_sum(double a, double b) {
  const double sum = a + b;
  const double part = sum - a;
  return {sum, (a - (sum - part)) + (b - part)};
}

/// The upper 26 bits of a double (Veltkamp).
double upper_half(double x) {
  const double scaled = x * 134217729.0;
  return scaled - (scaled - x);
}

/// a * b without loss (Dekker); a fused multiply-add would be one instruction here and none there.
Pair exact_product(double a, double b) {
  const double product = a * b;
  const double a_high = upper_half(a);
  const double b_high = upper_half(b);
  const double a_low = a - a_high;
  const double b_low = b - b_high;
  return {product, ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low};
}

/// Two to a whole power from -1022 to 1023.
double power_of_two(int exponent) {
  const std::uint64_t bits = static_cast<std::uint64_t>(exponent + 1023) << 52;
  double value;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

struct Split {
  double mantissa;  // between the square roots of 1/2 and of 2
  int exponent;
};

/// x = mantissa * 2^exponent, for positive finite x.
Split split(double x) {
  int exponent = 0;
  if (x < power_of_two(-1022)) {  // below the normal numbers: scale up first
    x *= power_of_two(54);
    exponent = -54;
  }
  std::uint64_t bits;
  std::memcpy(&bits, &x, sizeof bits);
  exponent += static_cast<int>(bits >> 52) - 1023;
  bits = (bits & 0x000FFFFFFFFFFFFFu) | 0x3FF0000000000000u;
  double mantissa;
  std::memcpy(&mantissa, &bits, sizeof mantissa);
  if (mantissa > 1.4142135623730951) return {mantissa / 2, exponent + 1};
  return {mantissa, exponent};
}

/// ln x for positive finite x: k ln 2 + 2 artanh(s) with s = (m - 1) / (m + 1), where s is at most 0.172 and eleven
/// terms of the series are enough. The leading term is kept in two doubles, so that `power` can multiply it by its
/// exponent.
Pair logarithm(double x) {
  const auto [mantissa, exponent] = split(x);
  const double f = mantissa - 1;  // exact
  const Pair divisor = exact_sum(2, f);
  const double s = f / divisor.high;
  const Pair back = exact_product(s, divisor.high);
  const double s_low = (((f - back.high) - back.low) - s * divisor.low) / divisor.high;

  const double z = s * s;
  double series = 1.0 / 23;
  for (int n = 21; n >= 3; n -= 2) series = series * z + 1.0 / n;
  const double rest = 2 * (s_low + s * (z * series));

  const Pair leading = exact_sum(exponent * ln2_high, 2 * s);
  return exact_sum(leading.high, leading.low + (exponent * ln2_low + rest));
}

/// e^(high + low): 2^k times the Taylor series of what is left, which is at most 0.35.
double exponential_of(Pair x) {
  if (x.high > 709.8) return infinity;
  if (x.high < -745.2) return 0;
  const double k = std::floor(x.high / (ln2_high + ln2_low) + 0.5);
  const double r = ((x.high - k * ln2_high) - k * ln2_low) + x.low;
  double series = 1;
  for (int n = 14; n >= 1; --n) series = 1 + series * r / n;
  const int exponent = static_cast<int>(k);
  if (exponent > 1023) return series * 2 * power_of_two(exponent - 1);
  if (exponent < -1022) return series * power_of_two(exponent + 54) * power_of_two(-54);
  return series * power_of_two(exponent);
}

double power_by_logarithm(double base, double exponent) {
  const Pair log = logarithm(base);
  const double rough = exponent * log.high;
  if (rough > 1000) return infinity;
  if (rough < -1000) return 0;
  Pair product = exact_product(exponent, log.high);
  product.low += exponent * log.low;
  return exponential_of(product);
}

}  // namespace

double natural_log(double x) {
  if (x != x || x < 0) return not_a_number;
  if (x == 0) return -infinity;
  if (x == infinity) return infinity;
  return logarithm(x).high;
}

double log10(double x) {
  const double quotient = natural_log(x) / ln10;
  if (!is_finite(quotient)) return quotient;
  // A power of ten must give a whole number, or a threshold at 1000 would be missed by a rounding error.
  const double whole = round_half_up(quotient);
  if (whole >= -22 && whole <= 22 && power(10.0, static_cast<int>(whole)) == x) return whole;
  return quotient;
}

double exponential(double x) {
  if (x != x) return x;
  return exponential_of({x, 0});
}

double power(double base, double exponent) {
  if (exponent == 0 || base == 1) return 1;
  if (base != base || exponent != exponent) return not_a_number;
  if (exponent >= -1e9 && exponent <= 1e9 && std::floor(exponent) == exponent)
    return power(base, static_cast<int>(exponent));
  if (base < 0) return not_a_number;
  if (base == 0) return exponent > 0 ? 0 : infinity;
  if (base == infinity) return exponent > 0 ? infinity : 0;
  if (!is_finite(exponent)) return (exponent > 0) == (base > 1) ? infinity : 0;
  return power_by_logarithm(base, exponent);
}

double power(double base, int exponent) {
  if (exponent == 0) return 1;
  // Each multiplication may lose half a unit in the last place: up to here that stays below 1e-14, and products that a
  // double can hold are exact. Beyond, the logarithm is nearer.
  constexpr int multiplied = 64;
  const bool negative = exponent < 0;
  const std::int64_t count = negative ? -std::int64_t{exponent} : exponent;
  if (count > multiplied && base != 0 && is_finite(base)) {
    const double size = power_by_logarithm(std::fabs(base), exponent);
    return base < 0 && count % 2 == 1 ? -size : size;
  }
  double result = 1;
  double square = base;
  for (std::int64_t left = count; left > 0; left /= 2) {
    if (left % 2 == 1) result *= square;
    if (left > 1) square *= square;
  }
  return negative ? 1 / result : result;
}

double square_root(double x) { return std::sqrt(x); }
double floor_of(double x) { return std::floor(x); }
double ceil_of(double x) { return std::ceil(x); }

double round_half_up(double x) {
  const double below = std::floor(x);
  return x - below >= 0.5 ? below + 1 : below;  // x + 0.5 would round 0.49999999999999994 up
}

bool is_finite(double x) { return x - x == 0; }

}  // namespace storewright
