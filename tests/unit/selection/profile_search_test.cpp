#include "core/selection/profile_search.h"

#include <doctest/doctest.h>

#include "tests/unit/selection/small_catalogue.h"

using namespace storewright;
using namespace storewright::selection;

namespace {

int record_of(const knowledge::Knowledge& catalogue, const char* id) {
  return static_cast<int>(catalogue.engine(id) - catalogue.engines.data());
}

}  // namespace

TEST_CASE("the fewest moves lead to the wish, and none of them can be left out") {
  const knowledge::Knowledge catalogue = small_catalogue();
  const Rulebook rulebook(catalogue);
  struct Row {
    const char* profile;
    const char* wish;
    std::size_t moves;
  };
  const Row rows[] = {
      {R"({"data_model":"relational"})", "papers", 1},                         // document
      {R"({"data_model":"relational","consistency":"strong"})", "papers", 2},  // and not strong
      {R"({"access_patterns":["joins","key_lookup"],"consistency":"strong","data_model":"relational"})", "papers", 3},
  };
  for (const Row& row : rows) {
    CAPTURE(row.profile);
    const Profile profile = profile_of(row.profile);
    const Wish wish{record_of(catalogue, row.wish)};
    const std::optional<Path> path = shortest_path_to(profile, rulebook, wish, 5);
    REQUIRE(path);
    CHECK(path->moves.size() == row.moves);
    CHECK(decide(rulebook, profile_after(profile, path->moves)).winner == wish.record);
    for (std::size_t without = 0; without < path->moves.size(); ++without) {
      std::vector<Move> fewer = path->moves;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(without));
      CHECK(decide(rulebook, profile_after(profile, fewer)).winner != wish.record);
    }
  }
}

TEST_CASE("a search in slices finds what a search at once finds, however small the slices are") {
  const knowledge::Knowledge catalogue = small_catalogue();
  const Rulebook rulebook(catalogue);
  const Wish wish{record_of(catalogue, "papers")};
  for (const char* text : {R"({"data_model":"relational"})", R"({"data_model":"relational","consistency":"strong"})",
                           R"({"access_patterns":["joins","key_lookup"],"consistency":"strong","data_model":"relational"})"}) {
    CAPTURE(text);
    const Profile profile = profile_of(text);
    const std::optional<Path> at_once = shortest_path_to(profile, rulebook, wish, 5);
    REQUIRE(at_once);
    for (const int slice : {1, 7, 300}) {
      PathSearch search(profile, rulebook, wish, 5);
      int slices = 1;
      for (; !search.work(slice); ++slices) {
      }
      REQUIRE(search.shortest());
      CHECK(profile_after(profile, search.shortest()->moves) == profile_after(profile, at_once->moves));
      CHECK((slice > 1 || slices > 10));
      CHECK(search.work(slice));  // done stays done
    }
  }
}

TEST_CASE("a wish that needs more moves than allowed is not granted") {
  const knowledge::Knowledge catalogue = small_catalogue();
  const Rulebook rulebook(catalogue);
  const Profile profile = profile_of(R"({"data_model":"relational","consistency":"strong"})");
  CHECK_FALSE(shortest_path_to(profile, rulebook, {record_of(catalogue, "papers")}, 1));
}

TEST_CASE("single ways out of a contradiction come nearest first, a number at the edge of what holds") {
  const knowledge::Knowledge catalogue = small_catalogue();
  const Rulebook rulebook(catalogue);
  const Profile profile = profile_of(R"({"consistency":"strong","data_size_gb":2000})");
  const std::vector<Path> ways = single_moves_to(profile, rulebook, {});
  REQUIRE_FALSE(ways.empty());
  CHECK(ways[0].moves[0].field->name == "data_size_gb");
  CHECK(ways[0].moves[0].number == 999);
  double size = 0;
  for (const Path& way : ways) {
    CHECK(way.size >= size);
    size = way.size;
    CHECK(decide(rulebook, profile_after(profile, way.moves)).winner >= 0);
  }
}

TEST_CASE("the distance counts the rules in the way, then the missing score") {
  const knowledge::Knowledge catalogue = small_catalogue();
  const Rulebook rulebook(catalogue);
  const Wish papers{record_of(catalogue, "papers")};
  const auto distance = [&](const char* text) {
    return distance_of(rulebook, decide(rulebook, profile_of(text)), papers);
  };
  CHECK(distance(R"({"data_model":"document"})").none());
  CHECK(distance("{}").rules == 0);  // Keys comes first by its id
  CHECK_FALSE(distance("{}").none());
  CHECK(distance(R"({"consistency":"strong"})").rules == 1);
  CHECK(distance(R"({"consistency":"strong","access_patterns":["joins"]})").rules == 2);
}
