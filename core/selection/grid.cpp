#include "core/selection/grid.h"

#include "core/base/math.h"

namespace storewright::selection {
namespace {

constexpr int per_decade = 900;     // 100 to 999
constexpr int smallest_power = -5;  // 100 times ten to this: 0.001
constexpr int whole_below = 1000;   // every whole number has at most three digits
constexpr int indices = 30 * per_decade;

// Multiplied or divided by a power of ten that is exact, so the result is the double that the digits read as.
double scaled(int digits, int exponent) {
  return exponent >= 0 ? digits * power(10, exponent) : digits / power(10, -exponent);
}

double number_at(int index, bool whole) {
  if (whole && index < whole_below) return index;
  if (!whole && index == 0) return 0;
  const int place = whole ? index - whole_below : index - 1;
  return scaled(100 + place % per_decade, place / per_decade + (whole ? 1 : smallest_power));
}

// The first index whose number is at least `value`, or above it.
int first_index(double value, bool whole, bool above) {
  int low = 0;
  int high = indices;
  while (low < high) {
    const int middle = (low + high) / 2;
    const double number = number_at(middle, whole);
    if (number > value || (!above && number == value))
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

}  // namespace

Grid::Grid(const Field& field)
    : whole_(field.whole),
      first_(first_index(field.min, field.whole, false)),
      last_(first_index(field.max, field.whole, true) - 1) {}

double Grid::at(int index) const { return number_at(index, whole_); }

int Grid::above(double value) const {
  const int index = first_index(value, whole_, true);
  return index < first_ ? first_ : index > last_ ? last_ + 1 : index;
}

int Grid::below(double value) const {
  const int index = first_index(value, whole_, false) - 1;
  return index > last_ ? last_ : index < first_ ? first_ - 1 : index;
}

}  // namespace storewright::selection
