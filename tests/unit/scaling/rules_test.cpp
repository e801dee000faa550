#include "core/scaling/rules.h"

#include <doctest/doctest.h>

#include <string>

using namespace storewright;
using namespace storewright::scaling;

namespace {

const std::string good =
    R"({"format":"storewright/scaling@1","groups":[{"id":"g","says":"x","source":"s"}],"choice":{"says":"x","because":"y"},)"
    R"("stages":[{"id":"a","name":"A","does":"x","group":"g","from":[]},)"
    R"({"id":"b","name":"B","does":"x","group":"g","from":[{"measure":"data_size_gb","value":10,"source":"s","kind":"product_rule"}]},)"
    R"({"id":"c","name":"C","does":"x","group":"g","from":[{"measure":"data_size_gb","value":20,"source":"t"}]}],)"
    R"("lists":[{"id":"l","title":"L","source":"s","bands":[{"id":"x","from":1,"says":"x"},{"id":"y","from":2,"says":"y"}],"outside":""}],)"
    R"("urgency":{"source":"s","weights":{"performance":35,"cost":25,"scalability":25,"business":15},)"
    R"("bands":[{"id":"high","from_points":500,"action":"x","timeline_months":1,"risk":"x"},{"id":"low","from_points":0,"action":"x","timeline_months":2,"risk":"x"}],)"
    R"("scales":[{"id":"p","part":"performance","label":"x","none_at":0,"ten_at":1},{"id":"c","part":"cost","label":"x","none_at":0,"ten_at":1},)"
    R"({"id":"s","part":"scalability","label":"x","none_at":0,"ten_at":1},{"id":"b","part":"business","label":"x","none_at":0,"ten_at":1}],)"
    R"("indicators":[{"id":"i","label":"x","part":"cost","above":1,"source":"s"}]},)"
    R"("filters":{"source":"s","steps":[{"id":"one","question":"?","answers":[{"when":"a","leaf":"x"},{"when":"b","next":"two"}]},)"
    R"({"id":"two","question":"?","answers":[{"when":"c","leaf":"y"}]}],"leaves":[{"id":"x","takes":"X"},{"id":"y","takes":"Y"}]},)"
    R"("technologies":[{"id":"t","record":"t","source":"s","line":"x","needs":["joins"],"cost":"x"}]})";

Problems problems_of(std::string text, const std::string& old, const std::string& now) {
  const std::size_t at = text.find(old);
  REQUIRE(at != std::string::npos);
  const auto json = read_json(text.replace(at, old.size(), now));
  REQUIRE(json);
  const auto rules = load_scaling_pack(*json);
  return rules ? Problems{} : rules.problems();
}

}  // namespace

TEST_CASE("a pack of scaling rules is read as written") {
  const auto json = read_json(good);
  REQUIRE(json);
  const auto rules = load_scaling_pack(*json);
  REQUIRE(rules);
  CHECK(rules->stages.size() == 3);
  CHECK(rules->stages[1].from[0].kind == FactKind::product_rule);
  CHECK(rules->place_of_stage("c") == 2);
  CHECK(rules->scale("b") != nullptr);
  CHECK(rules->indicator("i")->above == 1);
  CHECK(sources_of(*rules) == std::vector<std::string>{"s", "t"});
}

TEST_CASE("what is wrong in the rules of scaling is a problem with its place") {
  struct Row {
    const char* old;
    const char* now;
    int code;
  };
  const Row rows[] = {
      {"scaling@1", "scaling@2", 2801},
      {"\"value\":20", "\"value\":10", 2802},
      {"\"from\":2", "\"from\":1", 2802},
      {"\"from\":[]", "\"from\":[{\"measure\":\"data_size_gb\",\"value\":1,\"source\":\"s\"}]", 2802},
      {"\"from_points\":500", "\"from_points\":0", 2802},
      {"\"from_points\":0", "\"from_points\":1", 2802},
      {"\"none_at\":0,\"ten_at\":1", "\"none_at\":1,\"ten_at\":1", 2802},
      {"\"cost\":25", "\"cost\":24", 2803},
      {"\"part\":\"business\"", "\"part\":\"cost\"", 2803},
      {"\"group\":\"g\"", "\"group\":\"h\"", 2804},
      {"\"leaf\":\"x\"", "\"leaf\":\"z\"", 2806},
      {"\"next\":\"two\"", "\"next\":\"one\"", 2806},
      {"{\"id\":\"y\",\"takes\":\"Y\"}", "{\"id\":\"y\",\"takes\":\"Y\"},{\"id\":\"z\",\"takes\":\"Z\"}", 2806},
      {"\"performance\":35", "\"performance\":1e300", 1401},
      {"\"measure\":\"data_size_gb\"", "\"measure\":\"disks\"", 1401},
      {"\"source\":\"t\"", "\"source\":\"\"", 1401},
  };
  for (const Row& row : rows) {
    CAPTURE(row.now);
    const Problems problems = problems_of(good, row.old, row.now);
    REQUIRE_FALSE(problems.empty());
    CHECK(problems[0].code == row.code);
    CHECK(problems[0].where[0] == '/');
  }
}
