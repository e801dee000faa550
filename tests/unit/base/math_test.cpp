#include "core/base/math.h"

#include <doctest/doctest.h>

#include <limits>

using namespace storewright;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// How far two numbers are apart, as a share of the expected one.
double relative_error(double got, double expected) {
  const double error = (got - expected) / expected;
  return error < 0 ? -error : error;
}

bool is_nan(double x) { return x != x; }

}  // namespace

// The expected values of these tables were computed with 60 digits for exactly the double that is named.

TEST_CASE("the natural logarithm is right to 1e-14") {
  struct Row { double x, expected; };
  const Row rows[] = {
      {2.0, 0.6931471805599453094},
      {3.0, 1.098612288668109691},
      {10.0, 2.302585092994045684},
      {0.5, -0.6931471805599453094},
      {0.1, -2.302585092994045629},
      {1e-09, -20.72326583694641109},
      {1.0000001, 9.999999505838704518e-8},
      {0.9999999, -1.000000049473647433e-7},
      {1.4142135623730951, 0.3465735902799727231},
      {1.4142135623730954, 0.3465735902799728801},
      {0.7071067811865476, -0.3465735902799725864},
      {1000000.0, 13.8155105579642741},
      {123456.789, 11.72364648718588102},
      {1000000000000000.0, 34.53877639491068526},
      {1e+300, 690.7755278982137053},
      {1.7976931348623157e+308, 709.7827128933839967},
      {2.2250738585072014e-308, -708.3964185322641062},
      {5e-324, -744.4400719213812623},
  };
  for (const Row& row : rows) {
    CAPTURE(row.x);
    CHECK(relative_error(natural_log(row.x), row.expected) < 1e-14);
  }
}

TEST_CASE("the exponential is right to 1e-14") {
  struct Row { double x, expected; };
  const Row rows[] = {
      {1.0, 2.718281828459045235},
      {-1.0, 0.3678794411714423216},
      {0.5, 1.648721270700128147},
      {-0.5, 0.6065306597126334236},
      {1e-09, 1.000000001},
      {-1e-09, 0.9999999990000000005},
      {10.0, 22026.46579480671652},
      {-10.0, 0.00004539992976248485154},
      {0.34657359027997264, 1.414213562373095032},
      {0.34657359027997275, 1.414213562373095189},
      {2.302585092994046, 10.00000000000000217},
      {50.0, 5.184705528587072464e+21},
      {-50.0, 1.928749847963917783e-22},
      {300.5, 3.202519714603632837e+130},
      {700.0, 1.014232054735004509e+304},
      {-700.0, 9.859676543759770857e-305},
      {709.5, 1.354986319314632831e+308},
  };
  for (const Row& row : rows) {
    CAPTURE(row.x);
    CHECK(relative_error(exponential(row.x), row.expected) < 1e-14);
  }
}

TEST_CASE("the decimal logarithm is right to 1e-14") {
  struct Row { double x, expected; };
  const Row rows[] = {
      {2.0, 0.3010299956639811952},
      {5.0, 0.6989700043360188048},
      {0.2, -0.6989700043360187807},
      {12345.0, 4.091491094267951082},
      {999.9999999999999, 2.999999999999999951},
      {1e-07, -7.00000000000000002},
      {3e+200, 200.4771212547196624},
  };
  for (const Row& row : rows) {
    CAPTURE(row.x);
    CHECK(relative_error(storewright::log10(row.x), row.expected) < 1e-14);
  }
}

TEST_CASE("a power is right to 1e-14, also where its logarithm is large") {
  struct Row { double base, exponent, expected; };
  const Row rows[] = {
      {2.0, 0.5, 1.414213562373095049},
      {10.0, -2.5, 0.003162277660168379332},
      {1.05, 7.25, 1.424368688908288178},
      {0.99, 15.5, 0.8557472580466719876},
      {0.99, 1000.0, 0.00004317124741065786368},
      {1.0001, 100000.0, 22015.45604852795454},
      {1.5, 65.0, 279210559319.2101323},
      {1.5, -300.5, 1.215001051447497872e-53},
      {3.0, 600.25, 2.466227553234510821e+286},
      {0.001, 33.3, 1.2589254117941928e-100},
      {1e+300, 1.01, 1.000000000000006188e+303},
      {10.0, 100.0, 1.0e+100},
      {0.999999999, 1000000000.0, 0.3678794513918438953},
      {1.2, 12.0, 8.91610044825599604},
  };
  for (const Row& row : rows) {
    CAPTURE(row.base);
    CAPTURE(row.exponent);
    CHECK(relative_error(power(row.base, row.exponent), row.expected) < 1e-14);
  }
}

TEST_CASE("the decimal logarithm of a power of ten is a whole number") {
  struct Row { double x, expected; };
  const Row rows[] = {{1, 0}, {10, 1}, {100, 2}, {1000, 3}, {1e6, 6}, {1e15, 15}, {1e22, 22}, {0.1, -1}, {0.001, -3}};
  for (const Row& row : rows) {
    CAPTURE(row.x);
    CHECK(storewright::log10(row.x) == row.expected);
  }
}

TEST_CASE("whole powers that a double can hold are exact") {
  struct Row { double base; int exponent; double expected; };
  const Row rows[] = {
      {2, 10, 1024},      {10, 15, 1e15},   {10, 22, 1e22}, {3, 20, 3486784401.0}, {-2, 3, -8},  {-2, 4, 16},
      {2, -3, 0.125},     {0, 5, 0},        {0, 0, 1},      {7, 0, 1},             {1, 1000, 1}, {1.5, 2, 2.25},
      {2, 1023, 0x1p1023}, {2, -1022, 0x1p-1022}, {-1, 101, -1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.base);
    CAPTURE(row.exponent);
    CHECK(power(row.base, row.exponent) == row.expected);
    CHECK(power(row.base, static_cast<double>(row.exponent)) == row.expected);
  }
}

TEST_CASE("what has no finite answer gives infinity, zero or not-a-number") {
  CHECK(natural_log(1) == 0);
  CHECK(natural_log(0) == -infinity);
  CHECK(natural_log(infinity) == infinity);
  CHECK(is_nan(natural_log(-1)));
  CHECK(exponential(0) == 1);
  CHECK(exponential(1000) == infinity);
  CHECK(exponential(-1000) == 0);
  CHECK(exponential(infinity) == infinity);
  CHECK(exponential(-infinity) == 0);
  CHECK(is_nan(exponential(-infinity + infinity)));
  CHECK(power(10.0, 400) == infinity);
  CHECK(power(10.0, -400) == 0);
  CHECK(power(10.0, 1e300) == infinity);
  CHECK(power(0.5, 1e300) == 0);
  CHECK(power(0.0, -1) == infinity);
  CHECK(power(0.0, 0.5) == 0);
  CHECK(is_nan(power(-2.0, 0.5)));
  CHECK(is_nan(storewright::log10(-1)));
}

TEST_CASE("the smallest results keep the digits they have room for") {
  CHECK(exponential(-745.1) == 5e-324);
  CHECK(exponential(-740) == doctest::Approx(4.199558e-322).epsilon(0.02));
}

TEST_CASE("halves round up, and neighbours of halves do not") {
  struct Row { double x, rounded; };
  const Row rows[] = {{0.5, 1}, {0.49999999999999994, 0}, {1.5, 2}, {2.5, 3}, {-0.5, 0}, {-0.51, -1}, {-1.5, -1}, {4503599627370497.0, 4503599627370497.0}};
  for (const Row& row : rows) {
    CAPTURE(row.x);
    CHECK(round_half_up(row.x) == row.rounded);
  }
}

TEST_CASE("floor, ceiling, root and finiteness") {
  CHECK(floor_of(-1.5) == -2);
  CHECK(ceil_of(-1.5) == -1);
  CHECK(ceil_of(2) == 2);
  CHECK(square_root(2) == 1.4142135623730951);
  CHECK(is_finite(1.7976931348623157e308));
  CHECK_FALSE(is_finite(infinity));
  CHECK_FALSE(is_finite(infinity - infinity));
}
