#include "core/scaling/plan.h"

#include <doctest/doctest.h>

#include <string>

using namespace storewright;
using namespace storewright::scaling;

namespace {

// Ten workloads, one of each kind that the product tells apart.
constexpr const char* profiles[] = {
    R"({"money":true,"data_model":"relational","data_size_gb":300,"growth_percent_per_month":5,"writes_per_second":900})",
    R"({"data_model":"relational","data_size_gb":700,"growth_percent_per_month":4,"existing":{"store":"postgresql"}})",
    R"({"access_patterns":["time_series"],"writes_per_second":200000,"data_size_gb":50000,"growth_gb_per_month":3000})",
    R"({"access_patterns":["full_text"],"data_size_gb":200,"documents_indexed":50000000})",
    R"({"access_patterns":["graph_traversal"],"graph_hops":4,"data_size_gb":100})",
    R"({"access_patterns":["session_cache","key_lookup"],"data_model":"key_value","latency_p99_ms":0.5,"data_size_gb":20})",
    R"({"access_patterns":["vector_similarity"],"vector_count":20000000,"latency_p99_ms":50,"data_size_gb":120})",
    R"({"data_model":"document","schema_change":"variable","data_size_gb":80,"growth_percent_per_month":10})",
    R"({"money":true,"regions":"multi_write","consistency":"strong","writes_per_second":30000,"data_size_gb":4000})",
    R"({"data_model":"wide_column","access_patterns":["append_log"],"writes_per_second":120000,"data_size_gb":20000,"existing":{"store":"mongodb"}})",
};

PlanAnswer planned(const char* text) {
  const auto json = read_json(text);
  REQUIRE(json);
  const auto profile = selection::read_profile(*json);
  REQUIRE(profile);
  return plan(*profile, built_in_rules(), built_in_plan_rules());
}

}  // namespace

TEST_CASE("every part of a plan is filled for ten fixed profiles") {
  for (const char* text : profiles) {
    CAPTURE(text);
    const PlanAnswer answer = planned(text);
    CHECK(answer.recommendation.primary);
    CHECK_FALSE(answer.primary.empty());
    CHECK_FALSE(answer.complements.empty());
    CHECK_FALSE(answer.way.empty());
    CHECK(answer.steps.size() >= 3);
    REQUIRE_FALSE(answer.cost.empty());
    CHECK(answer.lines.size() == answer.cost.size());
    for (std::size_t i = 0; i < answer.cost.size(); ++i) {
      CHECK(answer.cost[i].total_usd() > 0);
      if (i > 0) CHECK(answer.cost[i].total_usd() >= answer.cost[i - 1].total_usd());
    }
  }
}

TEST_CASE("the cost is nodes, gigabytes and hours at their prices") {
  const PlanAnswer answer = planned(profiles[0]);
  const CostStep& today = answer.cost.front();
  CHECK(today.machines_usd == 2 * 200);
  CHECK(today.storage_usd == doctest::Approx(300 * 2 * 0.08));
  CHECK(today.people_usd == 8 * 200);
  CHECK(answer.cost.size() == 3);
}

TEST_CASE("what is not known is not priced") {
  CHECK(planned(R"({"data_model":"relational"})").cost.empty());
  CHECK(planned(R"({"data_model":"relational","data_size_gb":10})").cost.size() == 1);  // no growth: nothing of later
}

TEST_CASE("a contradiction gives no plan, and says so in every part") {
  const PlanAnswer answer = planned(R"({"access_patterns":["joins"],"data_model":"key_value","data_size_gb":10})");
  REQUIRE_FALSE(answer.recommendation.primary);
  CHECK(answer.way.find("contradict") != std::string::npos);
  CHECK(answer.cost.empty());
  CHECK_FALSE(answer.cost_says.empty());
}

TEST_CASE("every stage has a size, and a plan that lacks one is refused") {
  const PlanRules& rules = built_in_plan_rules();
  REQUIRE(rules.stages.size() == built_in_rules().stages.size());
  for (std::size_t i = 0; i < rules.stages.size(); ++i) CHECK(rules.stages[i].stage == built_in_rules().stages[i].id);
  const auto json = read_json(R"({"stages":[{"id":"a"}],"plan":{"start_steps":["x"],"cost":{"says":"x",
    "usd_per_node":{"value":1,"source":"s","says":"x"},"usd_per_gb":{"value":1,"source":"s","says":"x"},
    "usd_per_hour":{"value":1,"source":"s","says":"x"},"gb_per_node":{"value":0,"source":"s","says":"x"},
    "hours":[],"stages":[{"stage":"b","nodes":1,"copies":1}],"months":[0]}}})");
  REQUIRE(json);
  Problems problems;
  read_plan_rules(*json, problems);
  REQUIRE(problems.size() == 2);
  CHECK(problems[0].code == 1401);
  CHECK(problems[0].where == "/plan/cost/gb_per_node");
  CHECK(problems[1].code == 2807);
}
