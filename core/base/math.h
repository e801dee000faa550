// Logarithm, exponential and power with the same bits on every machine.
#pragma once

namespace storewright {

// The C libraries of native and WebAssembly builds agree on + - * / sqrt and floor only, so the rest is our own.
// Relative error below 1e-14 over the range of use; the tests compare with tables of known values.

double natural_log(double x);          // NaN for x < 0, -infinity for 0
double log10(double x);
double exponential(double x);
double power(double base, double exponent);  // base > 0; whole exponents by repeated multiplication
double power(double base, int exponent);
double square_root(double x);
double floor_of(double x);
double ceil_of(double x);
double round_half_up(double x);
bool is_finite(double x);

}  // namespace storewright
