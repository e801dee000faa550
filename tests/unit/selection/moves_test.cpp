#include "core/selection/moves.h"

#include <doctest/doctest.h>

#include "tests/unit/selection/small_catalogue.h"

using namespace storewright;
using namespace storewright::selection;

namespace {

const Field& named(const char* name) { return *find_field(profile_fields(), name); }

}  // namespace

TEST_CASE("a move answers one input, and a tick or an entry made twice is undone") {
  const Profile before = profile_of(R"({"access_patterns":["joins"],"stores_in_use":["redis"],"money":true})");
  struct Row {
    Move move;
    const char* after;
    bool undone;
  };
  const Row rows[] = {
      {{.field = &named("money"), .choice = 0},
       R"({"access_patterns":["joins"],"stores_in_use":["redis"],"money":false})",
       false},
      {{.field = &named("access_patterns"), .choice = 0},
       R"({"access_patterns":["key_lookup","joins"],"stores_in_use":["redis"],"money":true})",
       true},
      {{.field = &named("stores_in_use"), .text = "mysql"},
       R"({"access_patterns":["joins"],"stores_in_use":["redis","mysql"],"money":true})",
       true},
      {{.field = &named("data_size_gb"), .number = 5},
       R"({"access_patterns":["joins"],"stores_in_use":["redis"],"money":true,"data_size_gb":5})",
       false},
      {{.field = &named("consistency"), .choice = 3},
       R"({"access_patterns":["joins"],"stores_in_use":["redis"],"money":true,"consistency":"eventual"})",
       false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.after);
    Profile changed = before;
    apply(row.move, changed);
    CHECK(changed == profile_of(row.after));
    apply(row.move, changed);
    CHECK((changed == before) == row.undone);
  }
}

TEST_CASE("a varied number stops where a rule begins to say something else, from either side") {
  const knowledge::Knowledge catalogue = small_catalogue();
  const Rulebook rulebook(catalogue);
  const auto next = [&](const char* profile, const char* field, double from, int direction) {
    Variation variation(rulebook, profile_of(profile), named(field));
    const int index = variation.next_difference(from, direction);
    const bool found = index >= variation.grid().first() && index <= variation.grid().last();
    return found ? variation.grid().at(index) : -1;
  };
  CHECK(next(R"({"data_size_gb":50})", "data_size_gb", 50, 1) == 1000);
  CHECK(next(R"({"data_size_gb":50})", "data_size_gb", 1000, 1) == 1010);  // exactly at a limit is a place of its own
  CHECK(next(R"({"data_size_gb":50})", "data_size_gb", 1010, 1) ==
        -1);  // tiers begin further up, but no rule here reads them
  CHECK(next(R"({"data_size_gb":5000})", "data_size_gb", 5000, -1) == 1000);
  CHECK(next(R"({"data_size_gb":5000})", "data_size_gb", 1000, -1) == 999);
  CHECK(next(R"({"data_size_gb":100})", "growth_gb_per_month", 0, 1) == 0.001);  // growth is known from there on
  CHECK(next(R"({"data_size_gb":100})", "growth_gb_per_month", 1, 1) == 75);     // 100 + 12 times 75
  CHECK(next(R"({"data_size_gb":100})", "reads_per_second", 5, 1) == -1);
  CHECK(next("{}", "vector_count", 0, 1) == -1);  // no rule here reads it
}

TEST_CASE("a number starts at its value, at the mid of its range, or at the least there is") {
  const knowledge::Knowledge catalogue = small_catalogue();
  const Rulebook rulebook(catalogue);
  struct Row {
    const char* profile;
    double start;
    bool exact;
  };
  const Row rows[] = {
      {R"({"peak_factor":1234.5})", 1234.5, true},
      {R"({"peak_factor":{"low":10,"mid":123.4,"high":200}})", 123, false},
      {"{}", 1, false},
  };
  for (const Row& row : rows) {
    const Variation variation(rulebook, profile_of(row.profile), named("peak_factor"));
    CHECK(variation.start() == row.start);
    CHECK(variation.answered_exactly() == row.exact);
  }
}

TEST_CASE("the moves are all other values, but never one that leaves a list without an answer") {
  const knowledge::Knowledge catalogue = small_catalogue();
  const Rulebook rulebook(catalogue);
  const Profile profile = profile_of(R"({"access_patterns":["joins"],"consistency":"causal"})");
  CHECK(moves_of_choice(rulebook, profile, named("money")).size() == 2);
  CHECK(moves_of_choice(rulebook, profile, named("consistency")).size() == 3);
  const std::vector<Move> ticks = moves_of_choice(rulebook, profile, named("access_patterns"));
  CHECK(ticks.size() == 11);
  for (const Move& move : ticks) CHECK(move.choice != 2);
  CHECK(moves_of_choice(rulebook, profile, named("licences_excluded")).size() == 2);  // the words of the trait
  CHECK(moves_of_choice(rulebook, profile, named("experience")).size() == 3);         // engines only
}

TEST_CASE("a value is told in words") {
  const Profile profile = profile_of(
      R"({"access_patterns":["joins","key_lookup"],"money":true,"writes_per_second":{"low":100,"high":2000},"data_size_gb":1234})");
  CHECK(value_words(named("access_patterns"), profile) == "key lookup and joins");
  CHECK(value_words(named("money"), profile) == "yes");
  CHECK(value_words(named("writes_per_second"), profile) == "100 to 2,000");
  CHECK(value_words(named("data_size_gb"), profile) == "1,234");
  CHECK(value_words(named("consistency"), profile) == "not answered");
  CHECK(value_words(named("stores_in_use"), profile) == "none");
}
