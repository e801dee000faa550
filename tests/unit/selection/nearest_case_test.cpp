#include "core/selection/nearest_case.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace storewright;
using namespace storewright::selection;
using knowledge::PublishedCase;

namespace {

Json json(std::string_view text) { return read_json(text).take(); }

PublishedCase told(std::string id, std::string_view profile) {
  PublishedCase one;
  one.id = std::move(id);
  one.profile = json(profile);
  return one;
}

Profile profile(std::string_view text) { return read_profile(json(text)).take(); }

}  // namespace

TEST_CASE("the difference of one answer follows its kind") {
  struct Row {
    const char* yours;
    const char* theirs;
    double difference;
    bool agrees;
  };
  const Row rows[] = {
      {R"({"money":true})", R"({"money":true})", 0, true},
      {R"({"money":true})", R"({"money":false})", 1, false},
      {R"({"writes_per_second":100})", R"({"writes_per_second":100})", 0, true},
      {R"({"writes_per_second":100})", R"({"writes_per_second":1000})", 0.5, true},
      {R"({"writes_per_second":99})", R"({"writes_per_second":1000})", 0.5022, false},
      {R"({"writes_per_second":100})", R"({"writes_per_second":10000})", 1, false},
      {R"({"writes_per_second":1})", R"({"writes_per_second":1e9})", 1, false},
      {R"({"writes_per_second":0})", R"({"writes_per_second":0.001})", 0, true},
      {R"({"writes_per_second":{"low":1,"high":100}})", R"({"writes_per_second":100})", 0, true},
      {R"({"writes_per_second":{"low":1,"high":10}})", R"({"writes_per_second":100})", 0.5, true},
      {R"({"data_model":"graph"})", R"({"data_model":"vector"})", 1, false},
      {R"({"consistency":"strong"})", R"({"consistency":"read_your_writes"})", 1.0 / 3, true},
      {R"({"consistency":"strong"})", R"({"consistency":"eventual"})", 1, false},
      {R"({"hosting":"any"})", R"({"hosting":"managed"})", 0, true},
      {R"({"hosting":"self_hosted"})", R"({"hosting":"managed"})", 1, false},
      {R"({"access_patterns":["joins"]})", R"({"access_patterns":["joins","key_lookup"]})", 0.5, true},
      {R"({"access_patterns":["joins","range_scan"]})", R"({"access_patterns":["joins","key_lookup"]})", 2.0 / 3, false},
      {R"({"experience":["mysql","redis"]})", R"({"experience":["mysql"]})", 0, true},
      {R"({"experience":["redis"]})", R"({"experience":["mysql"]})", 1, false},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.yours));
    CAPTURE(std::string(row.theirs));
    const std::vector<PublishedCase> cases = {told("a", row.theirs)};
    const auto near = nearest_cases(profile(row.yours), cases);
    REQUIRE(near.size() == 1);
    REQUIRE(near[0].answers.size() == 1);
    CHECK(near[0].answers[0].difference == doctest::Approx(row.difference).epsilon(0.001));
    CHECK(near[0].answers[0].agrees == row.agrees);
    CHECK(nearest_cases(profile(row.theirs), {told("b", row.yours)})[0].distance == doctest::Approx(near[0].distance));
  }
}

TEST_CASE("what one of the two does not say is not compared") {
  CHECK(nearest_cases(profile("{}"), {told("a", R"({"money":true})")}).empty());
  CHECK(nearest_cases(profile(R"({"money":true})"), {told("a", R"({"data_size_gb":5})")}).empty());
  CHECK(nearest_cases(profile(R"({"application":"x"})"), {told("a", R"({"application":"x"})")}).empty());
  const std::vector<PublishedCase> cases = {told("a", R"({"money":true,"data_size_gb":5})")};
  CHECK(nearest_cases(profile(R"({"money":true,"regions":"single"})"), cases)[0].answers.size() == 1);
}

TEST_CASE("many agreements are nearer than one lucky one, and one difference is further than none") {
  const std::vector<PublishedCase> cases = {
      told("differs", R"({"money":true,"data_model":"graph"})"),
      told("one", R"({"money":true})"),
      told("many", R"({"money":true,"multi_row_transactions":true,"data_model":"relational"})"),
  };
  const auto near = nearest_cases(profile(R"({"money":true,"multi_row_transactions":true,"data_model":"relational"})"), cases);
  REQUIRE(near.size() == 3);
  CHECK(near[0].published->id == "many");
  CHECK(near[1].published->id == "one");
  CHECK(near[2].published->id == "differs");
  CHECK(near[0].distance == doctest::Approx(2.0 / 14));  // 4 of doubt at one half, 10 at none
}

TEST_CASE("the sentence names what agrees and, with both values, what differs") {
  const std::vector<PublishedCase> cases = {told("a", R"({"money":true,"writes_per_second":90000})")};
  const auto near = nearest_cases(profile(R"({"money":true,"writes_per_second":5})"), cases);
  CHECK(near[0].says ==
        "Like yours: money at stake. Unlike yours: writes (theirs 90,000 writes a second, yours 5 writes a second).");
  CHECK(near[0].answers[0].agrees);
}

TEST_CASE("every answer that a published case states is compared") {
  REQUIRE(knowledge::built_in_published().size() >= 12);
  for (const PublishedCase& published : knowledge::built_in_published()) {
    CAPTURE(published.id);
    const auto theirs = read_profile(published.profile);
    REQUIRE(theirs);
    const auto near = nearest_cases(*theirs, {published});
    REQUIRE(near.size() == 1);
    CHECK(near[0].answers.size() == published.profile.object()->size() - 1);  // all but the application
    for (const SharedAnswer& answer : near[0].answers) CHECK(answer.difference == 0);
  }
}
