#include "core/selection/weight_flip.h"

#include <doctest/doctest.h>

#include "tests/unit/selection/random_profile.h"
#include "tests/unit/selection/small_catalogue.h"

using namespace storewright;
using namespace storewright::selection;

namespace {

std::string category_with(const Profile& profile, const Rulebook& rulebook, Weights weights, Step step, double weight) {
  weights.by_step[static_cast<std::size_t>(step)] = weight;
  const Decision decision = decide(rulebook, profile);
  const int winner = winner_with(rulebook, decision, weights);
  return rulebook.knowledge.engines[static_cast<std::size_t>(winner)].category;
}

}  // namespace

TEST_CASE("the nearest weight on the grid at which the other preference counts more, whichever way is shorter") {
  const knowledge::Knowledge catalogue = small_catalogue();
  const Rulebook rulebook(catalogue);
  const char* profile = R"({"data_model":"document","team_engineers":2,"experience":["tables"],"weights":"1,1,4,1,1"})";
  const std::optional<WeightFlip> flip = find_weight_flip(profile_of(profile), rulebook);
  REQUIRE(flip);
  // At equal weights Papers still comes first by its id; the operations step has to weigh more than the data model.
  const bool up = flip->step == Step::operations;
  CHECK(flip->before == (up ? 4 : 1));
  CHECK(flip->to == (up ? 4.01 : 0.999));
  CHECK(flip->winner.engine == "tables");
  CHECK(flip->says.find("Tables (Relational) comes first.") != std::string::npos);
}

TEST_CASE("no flip where nobody else has a preference of his own") {
  const knowledge::Knowledge catalogue = small_catalogue();
  const Rulebook rulebook(catalogue);
  CHECK_FALSE(find_weight_flip(profile_of(R"({"consistency":"strong"})"), rulebook));
  CHECK_FALSE(find_weight_flip(profile_of("{}"), rulebook));
}

TEST_CASE("over 300 random profiles a weight flips there, not a step earlier, and no shorter way exists on the grid") {
  const Rulebook& rulebook = built_in_rulebook();
  Generator random(77);
  int found = 0;
  for (int i = 0; i < 300; ++i) {
    CAPTURE(i);
    const Profile profile = random_profile(random);
    const Decision decision = decide(rulebook, profile);
    if (decision.winner < 0) continue;
    const std::string& now = rulebook.knowledge.engines[static_cast<std::size_t>(decision.winner)].category;
    const std::optional<WeightFlip> flip = find_weight_flip(profile, rulebook);
    if (flip) {
      ++found;
      CHECK(category_with(profile, rulebook, {}, flip->step, flip->to) == flip->winner.category);
      CHECK(flip->winner.category != now);
      CHECK(category_with(profile, rulebook, {}, flip->step, flip->before) == now);
    }
    // A coarse walk over the weights of each step finds no nearer one, and none at all where none was found.
    for (int step = 0; step < knowledge::step_count; ++step)
      for (const double weight : {0.0, 0.5, 1.0, 2.0, 4.0, 8.0, 12.0, 16.0, 20.0, 40.0, 100.0, 300.0, 1000.0}) {
        const double distance = weight - Weights{}.by_step[static_cast<std::size_t>(step)];
        const double nearest = flip ? flip->to - flip->from : 1e9;
        if ((distance < 0 ? -distance : distance) < (nearest < 0 ? -nearest : nearest))
          CHECK(category_with(profile, rulebook, {}, static_cast<Step>(step), weight) == now);
      }
  }
  CHECK(found > 50);
}
