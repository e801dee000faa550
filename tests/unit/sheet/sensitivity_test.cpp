#include "core/sheet/sensitivity.h"

#include <doctest/doctest.h>

using namespace storewright;
using namespace storewright::sheet;

namespace {

struct Bill {
  std::optional<Range> price = Range::exactly(100);
  std::optional<Range> hours = Range{1, 2, 9};
  std::optional<Range> share = Range::exactly(98);
  std::optional<Range> idle = Range::exactly(5);
  std::optional<Range> gap;
};

constexpr Field fields[] = {field<&Bill::price>({.name = "price"}), field<&Bill::hours>({.name = "hours"}),
                            field<&Bill::share>({.name = "share", .max = 100}), field<&Bill::idle>({.name = "idle"}),
                            field<&Bill::gap>({.name = "gap"})};

std::optional<double> cost(const void*, const void* input) {
  const Bill& bill = *static_cast<const Bill*>(input);
  return bill.price->mid + bill.hours->mid * 50 + bill.share->mid;
}

}  // namespace

TEST_CASE("the widest move comes first; what moves nothing or is not known is left out") {
  Bill bill;
  const std::vector<Move> moves = moves_of(fields, &bill, {nullptr, cost});
  REQUIRE(moves.size() == 3);
  CHECK(moves[0].field->name == "hours");
  CHECK(moves[0].own_range);
  CHECK(moves[0].from == 1);
  CHECK(moves[0].to == 9);
  CHECK(moves[0].at_from == 248);  // the others stay in the middle
  CHECK(moves[0].at_to == 648);
  CHECK(moves[1].field->name == "price");
  CHECK_FALSE(moves[1].own_range);
  CHECK(moves[1].from == 90);
  CHECK(moves[1].width() == 20);
  CHECK(moves[2].field->name == "share");
  CHECK(moves[2].to == 100);  // the limit of the field, not 107.8
}

TEST_CASE("where there is no result, nothing moves it") {
  Bill bill;
  CHECK(moves_of(fields, &bill, {nullptr, [](const void*, const void*) { return std::optional<double>(); }}).empty());
}
