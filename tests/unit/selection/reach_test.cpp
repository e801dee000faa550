#include "core/selection/reach.h"

#include <algorithm>

#include "tests/unit/selection/small_catalogue.h"

using namespace storewright;
using namespace storewright::selection;
using knowledge::Condition;
using knowledge::Engine;
using knowledge::Knowledge;
using knowledge::Rule;

namespace {

Condition leaf(std::string field, std::string comparison, Json value) {
  Condition condition;
  condition.op = Condition::Op::leaf;
  condition.field = std::move(field);
  condition.comparison = std::move(comparison);
  condition.value = std::move(value);
  return condition;
}

Condition both(Condition a, Condition b) {
  Condition condition;
  condition.parts = {std::move(a), std::move(b)};
  return condition;
}

Json json_of(const char* text) {
  Result<Json> json = read_json(text, pack_limits);
  REQUIRE(json);
  return json.take();
}

Rule& rule_of(Knowledge& knowledge, std::string_view id) {
  const auto found =
      std::find_if(knowledge.rules.begin(), knowledge.rules.end(), [&](const Rule& rule) { return rule.id == id; });
  REQUIRE(found != knowledge.rules.end());
  return *found;
}

Engine& engine_of(Knowledge& knowledge, std::string_view id) {
  const auto found = std::find_if(knowledge.engines.begin(), knowledge.engines.end(),
                                  [&](const Engine& engine) { return engine.id == id; });
  REQUIRE(found != knowledge.engines.end());
  return *found;
}

std::string told(const Knowledge& knowledge) {
  std::string text;
  for (const Problem& problem : check_reach(Rulebook(knowledge))) {
    CHECK(knowledge::built_in().error(problem.code) != nullptr);
    text += std::to_string(problem.code) + " " + problem.where + ";";
  }
  return text;
}

}  // namespace

TEST_CASE("a sound catalogue has nothing that is out of reach") { CHECK(told(small_catalogue()) == ""); }

TEST_CASE("what no profile leads to is named with its place") {
  Knowledge knowledge = small_catalogue();
  std::string wanted;
  SUBCASE("a condition that contradicts itself") {
    rule_of(knowledge, "large").when =
        both(leaf("planned_data_size_gb", ">=", json_of("1000")), leaf("planned_data_size_gb", "<", json_of("10")));
    wanted = "1440 /rules/large/when;";
  }
  SUBCASE("a requirement that everybody meets") {
    rule_of(knowledge, "large").subject = leaf("scale_out", "has_any", json_of(R"(["none","sharded_native"])"));
    wanted = "1441 /rules/large/subject;";
  }
  SUBCASE("a preference for nobody") {
    rule_of(knowledge, "nested").subject = leaf("licence", "has_any", json_of("[]"));
    wanted = "1441 /rules/nested/subject;";
  }
  SUBCASE("an engine that a rule always puts out") {
    Rule& rule = rule_of(knowledge, "closed");
    rule.when = {};
    wanted = "1442 /engines/keys;";
  }
  SUBCASE("hosts in a circle") {
    engine_of(knowledge, "rented").host = "rented";
    wanted = "1443 /engines/rented/host;";
  }
  CHECK(told(knowledge) == wanted);
}

TEST_CASE("everything in the built-in catalogue is within reach") {
  for (const Problem& problem : check_reach(built_in_rulebook())) FAIL_CHECK(problem.where, ": ", problem.message);
}
