#include "core/report/circle.h"

#include "core/base/math.h"

namespace storewright::report {
namespace {

constexpr double radians_per_turn = 6.283185307179586477;

/// The sine between 0 and an eighth of a turn by its Taylor series; the C libraries differ in the last bits.
double small_sine(double turn) {
  const double x = turn * radians_per_turn;
  const double square = x * x;
  double term = x;
  double sum = x;
  for (int n = 2; n <= 16; n += 2) {
    term *= -square / (n * (n + 1));
    sum += term;
  }
  return sum;
}

double small_cosine(double turn) {
  const double x = turn * radians_per_turn;
  const double square = x * x;
  double term = 1;
  double sum = 1;
  for (int n = 1; n <= 17; n += 2) {
    term *= -square / (n * (n + 1));
    sum += term;
  }
  return sum;
}

}  // namespace

double sine_of_turn(double turn) {
  const double whole = turn - floor_of(turn);
  const double half = whole < 0.5 ? whole : whole - 0.5;
  const double quarter = half <= 0.25 ? half : 0.5 - half;  // mirrored at the quarter
  const double size = quarter <= 0.125 ? small_sine(quarter) : small_cosine(0.25 - quarter);
  return whole < 0.5 ? size : -size;
}

double cosine_of_turn(double turn) { return sine_of_turn(turn + 0.25); }

Point on_circle(Point centre, double radius, double turn) {
  return {centre.x + radius * sine_of_turn(turn), centre.y - radius * cosine_of_turn(turn)};
}

}  // namespace storewright::report
