#include "core/selection/nearest.h"

#include <doctest/doctest.h>

#include "tests/unit/selection/random_profile.h"
#include "tests/unit/selection/small_catalogue.h"

using namespace storewright;
using namespace storewright::selection;

namespace {

std::string first_of(const Profile& profile) {
  const Recommendation answer = recommend(profile, built_in_rulebook());
  return answer.ranking.empty() ? "" : answer.ranking[0].engine;
}

Profile changed(Profile profile, const std::vector<Change>& changes) {
  for (const Change& change : changes) REQUIRE(read_field_text(change.to, *change.field, &profile).empty());
  return profile;
}

}  // namespace

TEST_CASE("a store that is out is told the rules it does not meet, and what would have to be true for it to win") {
  const knowledge::Knowledge catalogue = small_catalogue();
  const Rulebook rulebook(catalogue);
  const Profile profile = profile_of(R"({"consistency":"strong","data_model":"relational"})");
  const TargetAnswer answer = find_target(profile, rulebook, *catalogue.engine("papers"));
  CHECK_FALSE(answer.wins);
  REQUIRE(answer.lacks.size() == 1);
  CHECK(answer.lacks[0].rule == "strong");
  CHECK(answer.lacks[0].because == "Papers reads late.");
  REQUIRE(answer.nearest);
  CHECK(answer.nearest->changes.size() == 2);
  CHECK(answer.nearest->winner.engine == "papers");
  CHECK(answer.says.find("Papers is out: Papers reads late.") == 0);
}

TEST_CASE("a service stands for the engine behind it, and a winner has nothing to wish") {
  const knowledge::Knowledge catalogue = small_catalogue();
  const Rulebook rulebook(catalogue);
  const TargetAnswer answer =
      find_target(profile_of(R"({"consistency":"strong"})"), rulebook, *catalogue.engine("rented"));
  CHECK(answer.engine == "tables");
  CHECK(answer.wins);
  CHECK_FALSE(answer.nearest);
  CHECK(answer.says == "Tables comes first already.");
}

TEST_CASE("contradicting answers are named, no more of them than needed, each with a way out") {
  const knowledge::Knowledge catalogue = small_catalogue();
  const Rulebook rulebook(catalogue);
  const Profile profile = profile_of(
      R"({"application":"x","access_patterns":["joins","key_lookup"],"data_model":"key_value","team_engineers":3,"money":true})");
  const std::optional<Contradiction> contradiction = find_contradiction(profile, rulebook);
  REQUIRE(contradiction);
  REQUIRE(contradiction->answers.size() == 2);
  CHECK(contradiction->answers[0].field->name == "access_patterns");
  CHECK(contradiction->answers[0].from == "joins");
  CHECK(contradiction->answers[1].field->name == "data_model");
  REQUIRE(contradiction->nearest.size() == 2);
  for (const NearestProfile& nearest : contradiction->nearest) CHECK(decide(rulebook, nearest.profile).winner >= 0);
  CHECK(contradiction->says.find("These answers contradict each other: \"joins\" for") == 0);
  CHECK_FALSE(find_contradiction(profile_of(R"({"access_patterns":["joins"]})"), rulebook));
}

TEST_CASE("the contradictions that people really enter are named, and the ways out lead to a store") {
  struct Row {
    const char* profile;
    std::vector<std::string> fields;
  };
  const Row rows[] = {
      {R"({"access_patterns":["joins","range_scan"],"data_model":"key_value","team_engineers":3})",
       {"access_patterns", "data_model"}},
      {R"({"consistency":"strong","regions":"multi_write","latency_p99_ms":5,"data_size_gb":10})",
       {"consistency", "regions", "latency_p99_ms"}},
      {R"({"money":true,"regions":"multi_write","latency_p99_ms":9.99})", {"money", "regions", "latency_p99_ms"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.profile);
    const std::optional<Contradiction> contradiction = find_contradiction(profile_of(row.profile), built_in_rulebook());
    REQUIRE(contradiction);
    std::vector<std::string> fields;
    for (const Change& answer : contradiction->answers) fields.emplace_back(answer.field->name);
    CHECK(fields == row.fields);
    REQUIRE_FALSE(contradiction->nearest.empty());
    for (const NearestProfile& nearest : contradiction->nearest) {
      CHECK(first_of(nearest.profile) == nearest.winner.engine);
      CHECK(changed(profile_of(row.profile), nearest.changes) == nearest.profile);
    }
  }
  CHECK_FALSE(find_contradiction(profile_of(R"({"consistency":"strong","regions":"multi_write","latency_p99_ms":10})"),
                                 built_in_rulebook()));
}

TEST_CASE("over random profiles a wished store wins in its nearest profile, and every contradiction is minimal") {
  const Rulebook& rulebook = built_in_rulebook();
  Generator random(21);
  int granted = 0;
  int contradictory = 0;
  for (int i = 0; i < 60; ++i) {
    CAPTURE(i);
    const Profile profile = random_profile(random);
    const std::vector<knowledge::Engine>& engines = rulebook.knowledge.engines;
    const TargetAnswer answer = find_target(profile, rulebook, engines[random.below(engines.size())]);
    CAPTURE(answer.engine);
    CHECK(answer.wins == (first_of(profile) == answer.engine));
    if (answer.nearest) {
      ++granted;
      CHECK(first_of(answer.nearest->profile) == answer.engine);
      CHECK(first_of(changed(profile, answer.nearest->changes)) == answer.engine);
    }
    const std::optional<Contradiction> contradiction = find_contradiction(profile, rulebook);
    CHECK(contradiction.has_value() == first_of(profile).empty());
    if (!contradiction) continue;
    ++contradictory;
    Profile core;
    for (const Change& named : contradiction->answers)
      REQUIRE(read_field_text(named.from, *named.field, &core).empty());
    CHECK(first_of(core).empty());
    for (const Change& named : contradiction->answers) {
      Profile less = core;
      REQUIRE(read_field_text("", *named.field, &less).empty());
      CHECK_FALSE(first_of(less).empty());
    }
    for (const NearestProfile& nearest : contradiction->nearest)
      CHECK(first_of(nearest.profile) == nearest.winner.engine);
  }
  CHECK(granted > 20);
  CHECK(contradictory > 5);
}
