#include "core/selection/decide.h"

#include <doctest/doctest.h>

#include "tests/unit/selection/small_catalogue.h"

using namespace storewright;
using namespace storewright::selection;

TEST_CASE("the winner survives, scores best, and of equals the one that nothing unknown can put out comes first") {
  struct Row {
    const char* profile;
    const char* winner;  // null: nobody survives
  };
  const Row rows[] = {
      {"{}", "keys"},
      {R"({"consistency":"strong"})", "tables"},
      {R"({"data_model":"document"})", "papers"},
      {R"({"data_model":"relational"})", "tables"},
      {R"({"data_model":"relational","data_size_gb":1000})", "keys"},
      {R"({"data_size_gb":999.9,"consistency":"strong"})", "tables"},
      {R"({"data_size_gb":1000,"consistency":"strong"})", nullptr},
      {R"({"licences_excluded":["proprietary"]})", "papers"},
      {R"({"team_engineers":2,"experience":["tables"]})", "tables"},
      {R"({"team_engineers":2,"experience":["rented"]})", "keys"},  // a service is not ranked
  };
  const knowledge::Knowledge catalogue = small_catalogue();
  const Rulebook rulebook(catalogue);
  for (const Row& row : rows) {
    CAPTURE(row.profile);
    const Decision decision = decide(rulebook, profile_of(row.profile));
    if (!row.winner)
      CHECK(decision.winner == -1);
    else
      CHECK(catalogue.engines[static_cast<std::size_t>(decision.winner)].id == row.winner);
  }
}

TEST_CASE("a rule that is still open rejects nobody") {
  const knowledge::Knowledge catalogue = small_catalogue();
  const Rulebook rulebook(catalogue);
  const Decision decision = decide(rulebook, profile_of(R"({"data_size_gb":{"low":100,"mid":500,"high":2000}})"));
  CHECK(decision.rejected == RecordSet(4));
  CHECK(decision.open.has(3));
}

TEST_CASE("other weights turn the order of the same preferences, and none at all leaves every score at zero") {
  const knowledge::Knowledge catalogue = small_catalogue();
  const Rulebook rulebook(catalogue);
  const Decision decision =
      decide(rulebook, profile_of(R"({"data_model":"document","team_engineers":2,"experience":["tables"]})"));
  const auto winner = [&](const Weights& weights) {
    return catalogue.engines[static_cast<std::size_t>(winner_with(rulebook, decision, weights))].id;
  };
  CHECK(winner({}) == "papers");
  CHECK(winner({{16, 8, 1, 2, 4}}) == "tables");
  CHECK(winner({{16, 8, 0, 2, 0}}) == "papers");  // of the model that was stated
}
