#include "core/selection/verdicts.h"

#include <doctest/doctest.h>

#include <string>

using namespace storewright;
using namespace storewright::selection;

namespace {

// Three engines: one has the ability, one lacks it, of one it is not recorded. One extension brings a shape to its
// host.
knowledge::Knowledge catalogue(const std::string& rules) {
  const Result<Json> json = read_json(R"({"format":"storewright/base@1","version":"1",
    "categories":[{"id":"key_value","name":"Key-value"}],
    "traits":[{"id":"range_scan","label":"Ranges","type":"flag"},{"id":"data_models","label":"Shapes","type":"words","words":["key_value","time_series"]},
              {"id":"scale_out","label":"Scale","type":"word","words":["none","sharded_native"]}],
    "sources":[{"id":"rule","title":"A rule"}],
    "engines":[
      {"id":"has","name":"Has","record":"engine","category":"key_value","traits":{"range_scan":true,"data_models":["key_value"],"scale_out":"none"}},
      {"id":"lacks","name":"Lacks","record":"engine","category":"key_value","traits":{"range_scan":false,"data_models":["key_value"],"scale_out":"none"}},
      {"id":"silent","name":"Silent","record":"engine","category":"key_value","traits":{}},
      {"id":"timed","name":"Timed","record":"extension","host":"has","category":"key_value","traits":{"data_models":["time_series"],"scale_out":"sharded_native"}}],
    "rules":[)" + rules + "]}");
  REQUIRE(json);
  Result<knowledge::Knowledge> knowledge = knowledge::load_base_pack(*json);
  REQUIRE(knowledge);
  return knowledge.take();
}

std::string rule(const std::string& id, const std::string& effect, const std::string& subject,
                 const std::string& when = R"({"field":"access_patterns","op":"has","value":"range_scan"})") {
  return R"({"id":")" + id + R"(","step":"data_model","when":)" + when + R"(,"effect":")" + effect + R"(","subject":)" +
         subject + R"(,"because":"{engine} falls.","source":"rule"})";
}

constexpr const char* ranges = R"({"trait":"range_scan","op":"=","value":true})";
constexpr const char* no_ranges = R"({"trait":"range_scan","op":"=","value":false})";

Profile reading_ranges() {
  Profile profile;
  profile.access_patterns.add(AccessPattern::range_scan);
  return profile;
}

}  // namespace

TEST_CASE(
    "a range query refuses a store that only finds keys; a fact that is not recorded neither rejects nor lets "
    "through") {
  struct Row {
    const char* effect;
    const char* subject;
    bool has_stays, lacks_stays, silent_stays;
  };
  const Row rows[] = {
      {"require", ranges, true, false, false},   // not known to have it: does not pass
      {"reject", no_ranges, true, false, true},  // not known to lack it: is not rejected
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.effect));
    const knowledge::Knowledge knowledge = catalogue(rule("r", row.effect, row.subject));
    const Profile profile = reading_ranges();
    const std::vector<EngineVerdict> verdicts = verdicts_of(evaluate_rules(profile, Rulebook(knowledge)));
    CHECK((verdicts[0].verdict == Verdict::kept) == row.has_stays);
    CHECK((verdicts[1].verdict == Verdict::kept) == row.lacks_stays);
    CHECK((verdicts[2].verdict == Verdict::kept) == row.silent_stays);
    CHECK(verdicts[1].rejections[0].because == "Lacks falls.");
  }
}

TEST_CASE("unknown never rejects, and a field is asked only for engines that no other rule rejects") {
  const std::string open = rule("open", "require", ranges, R"({"field":"money","op":"=","value":true})");
  const knowledge::Knowledge knowledge = catalogue(rule("sure", "reject", no_ranges) + "," + open);
  const Profile profile = reading_ranges();
  const Rulebook rulebook(knowledge);
  const Evaluation evaluation = evaluate_rules(profile, rulebook);
  const std::vector<EngineVerdict> verdicts = verdicts_of(evaluation);
  CHECK(verdicts[0].verdict == Verdict::kept);
  CHECK(verdicts[1].verdict == Verdict::rejected);
  CHECK(verdicts[1].unknowns.empty());
  CHECK(verdicts[2].verdict == Verdict::undecided);
  CHECK(verdicts[2].unknowns == std::vector<std::string>{"money"});
  const std::vector<Unknown> unknowns = unknowns_of(evaluation, verdicts);
  REQUIRE(unknowns.size() == 1);
  CHECK(unknowns[0].field == "money");
  CHECK(unknowns[0].rules == std::vector<std::string>{"open"});
  CHECK(unknowns[0].engines == std::vector<std::string>{"silent", "timed"});
}

TEST_CASE("a rule whose other part is false asks for nothing") {
  const std::string when =
      R"({"all":[{"field":"access_patterns","op":"has","value":"joins"},{"field":"money","op":"=","value":true}]})";
  const knowledge::Knowledge knowledge = catalogue(rule("r", "require", ranges, when));
  const Profile profile = reading_ranges();
  const Rulebook rulebook(knowledge);
  const Evaluation evaluation = evaluate_rules(profile, rulebook);
  CHECK(unknowns_of(evaluation, verdicts_of(evaluation)).empty());
}

TEST_CASE("an extension gives its host the shapes it stores, but not its way to scale") {
  const std::string shape = rule("shape", "require", R"({"trait":"data_models","op":"has","value":"time_series"})");
  const std::string scale = rule("scale", "require", R"({"trait":"scale_out","op":"=","value":"sharded_native"})");
  const Profile profile = reading_ranges();
  const knowledge::Knowledge by_shape = catalogue(shape);
  CHECK(verdicts_of(evaluate_rules(profile, Rulebook(by_shape)))[0].verdict == Verdict::kept);
  CHECK(verdicts_of(evaluate_rules(profile, Rulebook(by_shape)))[1].verdict == Verdict::rejected);
  const knowledge::Knowledge by_scale = catalogue(scale);
  CHECK(verdicts_of(evaluate_rules(profile, Rulebook(by_scale)))[0].verdict == Verdict::rejected);
}

TEST_CASE("every hard rule runs; the first in step order decides and the others are listed") {
  std::string late = rule("late", "reject", no_ranges);
  std::string early = rule("early", "require", ranges);
  early.replace(early.find("data_model\""), 11, "consistency\"");
  const knowledge::Knowledge knowledge = catalogue(late + "," + early);
  const Profile profile = reading_ranges();
  const std::vector<EngineVerdict> verdicts = verdicts_of(evaluate_rules(profile, Rulebook(knowledge)));
  REQUIRE(verdicts[1].rejections.size() == 2);
  CHECK(verdicts[1].rejections[0].rule == "early");
  CHECK(verdicts[1].rejections[1].rule == "late");
}
