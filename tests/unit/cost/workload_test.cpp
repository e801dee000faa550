#include "core/cost/workload.h"

#include <doctest/doctest.h>

using namespace storewright;
using namespace storewright::cost;

namespace {

double quantity(const CompareInput& input, Quantity which, End end = End::mid) {
  return quantities_of(input, first_month(input, end), 1, end)[static_cast<std::size_t>(which)];
}

Sizing sizing(SizeStep step, double smallest, double largest) {
  return {.unit = "x", .units_for_one_load = Range::exactly(1), .smallest = smallest, .largest = largest, .step = step, .says = "", .source = ""};
}

}  // namespace

TEST_CASE("the chapter's workload is one load, half of it writes and half reads") {
  struct Row { double writes, reads, units; };
  for (const Row& row : {Row{1000, 10000, 1}, {2000, 0, 1}, {0, 20000, 1}, {0, 0, 0.1}, {4000, 40000, 4}}) {
    CompareInput input;
    input.writes_per_second = Range::exactly(row.writes);
    input.reads_per_second = Range::exactly(row.reads);
    CHECK(units_needed(sizing(SizeStep::any, 0.1, 100), first_month(input, End::mid), input, End::mid).units == doctest::Approx(row.units));
  }
}

TEST_CASE("sizes are rounded up to what can be bought") {
  struct Row { SizeStep step; double smallest, factor, units; bool beyond; };
  const Row rows[] = {
      {SizeStep::doubling, 0.25, 0.01, 0.25, false}, {SizeStep::doubling, 0.25, 0.25, 0.25, false}, {SizeStep::doubling, 0.25, 0.26, 0.5, false},
      {SizeStep::doubling, 0.25, 1, 1, false},       {SizeStep::doubling, 0.25, 1.01, 2, false},    {SizeStep::doubling, 0.25, 8, 8, false},
      {SizeStep::doubling, 0.25, 8.1, 16, true},     {SizeStep::whole, 3, 1, 3, false},             {SizeStep::whole, 3, 3.2, 4, false},
      {SizeStep::any, 0.5, 0.1, 0.5, false},         {SizeStep::any, 0.5, 1.3, 1.3, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.factor);
    CompareInput input;
    input.load_factor = Range::exactly(row.factor);
    const UnitsNeeded needed = units_needed(sizing(row.step, row.smallest, 8), first_month(input, End::mid), input, End::mid);
    CHECK(needed.units == doctest::Approx(row.units));
    CHECK(needed.beyond_largest == row.beyond);
  }
}

TEST_CASE("much data needs machines even without load") {
  Sizing disks = sizing(SizeStep::whole, 3, 100);
  disks.gb_for_one_unit = 500;
  CompareInput input;
  input.writes_per_second = Range::exactly(0);
  input.reads_per_second = Range::exactly(0);
  for (const auto& [gigabytes, units] : {std::pair{1500.0, 3.0}, {1501.0, 4.0}, {10000.0, 20.0}}) {
    input.data_size_gb = Range::exactly(gigabytes);
    CHECK(units_needed(disks, first_month(input, End::mid), input, End::mid).units == units);
  }
}

TEST_CASE("a month has 730 hours") {
  CHECK(quantity({}, Quantity::hours) == 730);
  CHECK(quantity({}, Quantity::write_millions) == doctest::Approx(2628));
  CHECK(quantity({}, Quantity::read_unit_millions) == doctest::Approx(26280));
}

TEST_CASE("backups keep one copy and what changed, at most all data each day") {
  CompareInput input;
  CHECK(quantity(input, Quantity::changed_gb) == doctest::Approx(7 * 86.4));
  CHECK(quantity(input, Quantity::backup_gb) == doctest::Approx(1000 + 7 * 86.4));
  input.data_size_gb = Range::exactly(10);
  CHECK(quantity(input, Quantity::changed_gb) == doctest::Approx(70));
  input.backup_days = Range::exactly(0);
  CHECK(quantity(input, Quantity::backup_gb) == 0);
  CHECK(quantity(input, Quantity::backed_up_gb) == 0);
}

TEST_CASE("what is not known counts as none") {
  CompareInput input;
  input.transfer_gb.reset();
  input.replicas.reset();
  input.backup_days.reset();
  for (const Quantity which : {Quantity::transfer_gb, Quantity::replicas, Quantity::backup_gb}) CHECK(quantity(input, which) == 0);
  input.item_bytes.reset();
  CHECK(missing_fields(input) == std::vector<std::string>{"item_bytes"});
}

TEST_CASE("growth multiplies data, requests and traffic once a month") {
  CompareInput input;
  input.growth_percent_per_month = Range::exactly(10);
  MonthLoad load = first_month(input, End::mid);
  for (int month = 0; month < 2; ++month) load = grown(load, input, End::mid);
  CHECK(load.data_gb == doctest::Approx(1210));
  CHECK(load.writes_per_second == doctest::Approx(1210));
  CHECK(load.transfer_gb == doctest::Approx(121));
}
