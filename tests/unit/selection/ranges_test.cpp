#include "core/selection/ranges.h"

#include <doctest/doctest.h>

#include "tests/unit/selection/small_catalogue.h"

using namespace storewright;
using namespace storewright::selection;

namespace {

RangesAnswer analyzed(const Rulebook& rulebook, const char* profile) {
  return analyze_ranges({profile_of(profile), 2000, 1}, rulebook);
}

}  // namespace

TEST_CASE("a range over a limit is a distribution over winners, and the range that it hangs on is named") {
  const knowledge::Knowledge catalogue = small_catalogue();
  const Rulebook rulebook(catalogue);
  const RangesAnswer answer =
      analyzed(rulebook, R"({"data_model":"relational","growth_gb_per_month":0,)"
                         R"("data_size_gb":{"low":100,"mid":1000,"high":5000},"item_bytes":{"low":1,"high":500}})");
  CHECK(answer.worlds == 2000);
  REQUIRE(answer.winners.size() == 2);
  CHECK(answer.winners[0].share + answer.winners[1].share == doctest::Approx(1));
  CHECK(answer.winners[0].share == doctest::Approx(0.5).epsilon(0.08));
  REQUIRE(answer.splits.size() == 2);
  CHECK(answer.splits[0].field->name == "data_size_gb");
  CHECK(answer.splits[0].split == 1);
  CHECK(answer.splits[0].below[0].engine == "tables");
  CHECK(answer.splits[0].above[0].engine == "keys");
  CHECK(answer.splits[1].field->name == "item_bytes");
  CHECK(answer.splits[1].split < least_split);
  CHECK(answer.says.find("It hangs most on \"Data today\": in the lower half of that range Tables wins in 100 %, in "
                         "the upper half Keys in 100 %.") != std::string::npos);
}

TEST_CASE("worlds without a winner are counted as such") {
  const knowledge::Knowledge catalogue = small_catalogue();
  const Rulebook rulebook(catalogue);
  const RangesAnswer answer =
      analyzed(rulebook, R"({"consistency":"strong","data_size_gb":{"low":100,"mid":1000,"high":5000}})");
  REQUIRE(answer.winners.size() == 2);
  REQUIRE(answer.categories.size() == 2);
  const WinnerShare& nobody = answer.winners[0].engine.empty() ? answer.winners[0] : answer.winners[1];
  CHECK(nobody.engine.empty());
  CHECK(nobody.category.empty());
  CHECK(answer.says.find("no store") != std::string::npos);
}

TEST_CASE("without a range there is one world, and its winner has it all") {
  const knowledge::Knowledge catalogue = small_catalogue();
  const Rulebook rulebook(catalogue);
  const RangesAnswer answer = analyzed(rulebook, R"({"data_model":"document"})");
  CHECK(answer.worlds == 1);
  REQUIRE(answer.winners.size() == 1);
  CHECK(answer.winners[0].engine == "papers");
  CHECK(answer.winners[0].share == 1);
  CHECK(answer.splits.empty());
  CHECK(answer.says == "None of your numbers is a range, so there is nothing to draw.");
}

TEST_CASE("a range within one limit leaves one winner") {
  const knowledge::Knowledge catalogue = small_catalogue();
  const Rulebook rulebook(catalogue);
  const RangesAnswer answer = analyzed(rulebook, R"({"data_model":"relational","data_size_gb":{"low":10,"high":20}})");
  REQUIRE(answer.winners.size() == 1);
  CHECK(answer.says == "Tables wins wherever your numbers end up within their ranges.");
}
