#include "core/selection/advice.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/unit/selection/profile_text.h"

using namespace storewright;
using namespace storewright::selection;

namespace {

using Rules = std::vector<std::string>;

Rules mistakes(const std::string& profile) {
  Rules rules;
  for (const Mistake& mistake : answer_to(profile).mistakes) {
    CHECK_FALSE(mistake.title.empty());
    CHECK_FALSE(mistake.impact.empty());
    CHECK_FALSE(mistake.fix.empty());
    CHECK(mistake.because.find('{') == std::string::npos);
    CHECK(mistake.fix.find('{') == std::string::npos);
    rules.emplace_back(mistake.rule);
  }
  return rules;
}

}  // namespace

TEST_CASE("the four common mistakes show in a profile, and their opposites do not") {
  struct Row {
    const char* profile;
    Rules rules;
  };
  const Row rows[] = {
      {"{}", {}},
      {R"({"existing":{"store":"mongodb"},"team_engineers":6})", {"store-before-queries"}},
      {R"({"existing":{"store":"mongodb"},"team_engineers":6,"access_patterns":["joins"]})", {}},
      {R"({"access_patterns":["joins"],"stores_in_use":["postgresql","redis","mysql"]})", {}},
      {R"({"access_patterns":["joins"],"stores_in_use":["postgresql","redis","mysql","mongodb"]})",
       {"stores-without-consolidation"}},
      {R"({"access_patterns":["joins"],"stores_in_use":["postgresql","redis","mysql","mongodb"],"dedicated_dba":true})", {}},
      {R"({"access_patterns":["joins","full_text"],"documents_indexed":999999,"stores_in_use":["postgresql","elasticsearch"]})",
       {"search-store-too-early"}},
      {R"({"access_patterns":["joins","full_text"],"documents_indexed":1000000,"stores_in_use":["postgresql","elasticsearch"]})", {}},
      {R"({"access_patterns":["joins","vector_similarity"],"vector_count":4999999,"stores_in_use":["postgresql","qdrant"]})",
       {"vector-store-too-early"}},
      {R"({"access_patterns":["joins","graph_traversal"],"graph_hops":2,"stores_in_use":["postgresql","neo4j"]})",
       {"graph-store-too-early"}},
      {R"({"access_patterns":["joins"],"existing":{"store":"postgresql","since":"2019-03-01"}})", {"choice-never-reviewed"}},
      {R"({"access_patterns":["joins"],"existing":{"store":"postgresql","since":"2999-03-01"}})", {}},
      {R"({"access_patterns":["joins"],"existing":{"store":"postgresql","since":"long ago"}})", {}},
      {R"({"access_patterns":["joins"],"team_engineers":3,"hosting":"self_hosted"})", {"own-operations-underestimated"}},
      {R"({"access_patterns":["joins"],"team_engineers":5,"hosting":"self_hosted"})", {}},
      {R"({"access_patterns":["joins"],"team_engineers":3,"hosting":"managed"})", {}},
      {R"({"access_patterns":["joins"],"team_engineers":3,"hosting":"self_hosted","experience":["postgresql"]})", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.profile));
    CHECK(mistakes(row.profile) == row.rules);
  }
}

TEST_CASE("a mistake made with several stores is told once, with all their names") {
  const Recommendation answer = answer_to(
      R"({"access_patterns":["joins"],"team_engineers":3,"hosting":"self_hosted","stores_in_use":["cockroachdb","cassandra"]})");
  REQUIRE(answer.mistakes.size() == 1);
  CHECK(answer.mistakes[0].because.find("Apache Cassandra, CockroachDB and PostgreSQL") != std::string::npos);
}

TEST_CASE("a choice is due again after six months, and overdue by the date of the catalogue") {
  const Recommendation old = answer_to(R"({"existing":{"store":"mysql","since":"2019-08-31"}})");
  REQUIRE(old.review);
  CHECK(old.review->due == "2020-02-29");
  CHECK(old.review->overdue);
  const Recommendation fresh = answer_to(R"({"existing":{"store":"mysql","since":"2998-01-01"}})");
  REQUIRE(fresh.review);
  CHECK_FALSE(fresh.review->overdue);
  CHECK_FALSE(answer_to("{}").review);
}

TEST_CASE("a key is advised where rows are spread, by what the profile says") {
  struct Row {
    const char* profile;
    const char* rule;
  };
  const Row rows[] = {
      {R"({"access_patterns":["time_series","append_log"],"writes_per_second":500000})", "key-device-and-time"},
      {R"({"access_patterns":["append_log","range_scan"],"data_model":"wide_column","writes_per_second":200000})",
       "key-owner-of-events"},
      {R"({"access_patterns":["session_cache","key_lookup"],"writes_per_second":200000})", "key-session"},
      {R"({"access_patterns":["document_entity"],"data_model":"document","writes_per_second":200000})", "key-document"},
      {R"({"access_patterns":["joins"],"money":true,"writes_per_second":200000})", "key-what-changes-together"},
      {R"({"data_model":"wide_column"})", "key-of-most-queries"},  // spreads rows from the first day on
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.profile));
    const Recommendation answer = answer_to(row.profile);
    REQUIRE(answer.key_advice);
    CHECK(answer.key_advice->rule == row.rule);
    CHECK_FALSE(answer.key_advice->key.empty());
    CHECK_FALSE(answer.key_advice->avoid.empty());
  }
  CHECK_FALSE(answer_to(R"({"access_patterns":["joins"],"money":true,"writes_per_second":100})").key_advice);
  CHECK_FALSE(answer_to("{}").key_advice);
}

TEST_CASE("every primary has a way back, and every trigger a figure, a value and a place to read it") {
  for (const char* profile :
       {R"({"access_patterns":["joins"],"money":true})", R"({"data_model":"document","schema_change":"variable"})",
        R"({"data_model":"wide_column","writes_per_second":200000})", R"({"access_patterns":["session_cache"]})",
        R"({"access_patterns":["graph_traversal"],"graph_hops":4})",
        R"({"access_patterns":["full_text"],"documents_indexed":500000000})",
        R"({"access_patterns":["vector_similarity"],"vector_count":50000000,"latency_p99_ms":20})",
        R"({"access_patterns":["time_series"],"writes_per_second":2000000})",
        R"({"access_patterns":["aggregation_analytics"],"data_size_gb":50000})"}) {
    CAPTURE(std::string(profile));
    const Recommendation answer = answer_to(profile);
    REQUIRE(answer.primary);
    CHECK(answer.way_back);
    CHECK_FALSE(answer.triggers.empty());
    for (const Trigger& trigger : answer.triggers) {
      CHECK_FALSE(trigger.figure.empty());
      CHECK(trigger.threshold > 0);
      CHECK_FALSE(trigger.unit.empty());
      CHECK_FALSE(trigger.read_at.empty());
    }
  }
}
