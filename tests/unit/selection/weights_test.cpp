#include "core/selection/weights.h"

#include <doctest/doctest.h>

#include <string>

#include "core/selection/recommend.h"

using namespace storewright;
using namespace storewright::selection;

TEST_CASE("weights are five numbers from 0 to 1,000, one of them above 0; an empty text means the usual ones") {
  CHECK(weights_of_text("") == Weights{});
  CHECK(weights_of_text(" ") == Weights{});
  CHECK(weights_of_text("16,8,4,2,1") == Weights{});
  CHECK(weights_of_text(" 0, 0.5 ,1000,1e2,0") == Weights{{0, 0.5, 1000, 100, 0}});
  for (const char* text : {"1", "1,2,3,4", "1,2,3,4,5,6", "1,2,3,4,", "a,b,c,d,e", "0,0,0,0,0", "-1,1,1,1,1",
                           "1,1,1,1,1001", "1e999,1,1,1,1", "16:8:4:2:1"}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(weights_of_text(text));
  }
}

TEST_CASE("a profile with weights of another form is a problem of that field") {
  const Result<Json> json = read_json(R"({"weights":"1,2,3"})");
  REQUIRE(json);
  const Result<Profile> profile = read_profile(*json);
  REQUIRE_FALSE(profile);
  CHECK(profile.problems()[0].code == 2002);
  CHECK(profile.problems()[0].where == "/weights");
}

TEST_CASE("with all weight on one step the score is the preference of that step") {
  Profile profile;
  profile.read_write_ratio = "1:100";
  profile.writes_per_second = Range::exactly(60000);
  profile.team_engineers = Range::exactly(2);
  const Recommendation usual = recommend(profile, knowledge::built_in());
  profile.weights = "0,0,0,0,1";
  const Recommendation operations_only = recommend(profile, knowledge::built_in());
  REQUIRE(usual.ranking.size() == operations_only.ranking.size());
  CHECK(usual.ranking.front().engine != operations_only.ranking.front().engine);
  for (const RankedEngine& entry : operations_only.ranking) CHECK(entry.score == entry.by_step[4]);
}
