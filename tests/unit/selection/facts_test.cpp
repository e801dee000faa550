#include "core/selection/facts.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "core/knowledge/knowledge.h"
#include "core/knowledge/rule_fields.h"
#include "core/selection/derive.h"

using namespace storewright;
using namespace storewright::selection;

namespace {

Facts of(const Profile& profile) {
  const Derived derived = derive(profile);
  return facts_of(profile, derived, plan_of(profile, derived));
}

void add_fields(const knowledge::Condition& condition, std::set<std::string>& fields) {
  if (condition.op == knowledge::Condition::Op::leaf) fields.insert(condition.field);
  for (const knowledge::Condition& part : condition.parts) add_fields(part, fields);
}

}  // namespace

TEST_CASE("every name that a rule may read is answered by a profile that says everything") {
  const Result<Json> json =
      read_json(R"({"access_patterns":["joins"],"data_model":"relational","consistency":"strong","money":true,
    "multi_row_transactions":true,"reads_per_second":10,"writes_per_second":1,"peak_factor":2,"data_size_gb":1,"item_bytes":100,
    "growth_gb_per_month":1,"growth_percent_per_month":1,"schema_change":"stable","regions":"single","latency_p99_ms":10,
    "availability_percent":99.9,"rpo_seconds":1,"rto_seconds":1,"team_engineers":3,"dedicated_dba":false,"hosting":"any","platform":"any",
    "licences_excluded":["proprietary"],"budget_usd_per_month":100,"vector_count":1,"vector_dimensions":1,"documents_indexed":1,
    "graph_hops":1,"stores_in_use":["redis"],"services":1})");
  REQUIRE(json);
  const Result<Profile> profile = read_profile(*json);
  REQUIRE(profile);
  const Facts facts = of(*profile);
  // The profile alone does not know what day it is.
  CHECK_FALSE(fact_named(facts, "review_overdue").known);
  for (const knowledge::RuleField& field : knowledge::rule_fields()) {
    CAPTURE(std::string(field.name));
    if (field.name == "review_overdue") continue;
    CHECK(fact_named(facts, field.name).known);
    CHECK_FALSE(display_of(field.name, facts) == "that many");
  }
}

TEST_CASE("an empty list of patterns was not answered; an empty list of exclusions excludes nothing") {
  const Profile profile;
  const Facts facts = of(profile);
  CHECK_FALSE(fact_named(facts, "access_patterns").known);
  CHECK(fact_named(facts, "licences_excluded").known);
  CHECK_FALSE(fact_named(facts, "money").known);
}

TEST_CASE("a derived name is unknown because of fields that a person can answer") {
  const Profile profile;
  const Facts facts = of(profile);
  CHECK(fields_behind("read_share", facts) == std::vector<std::string>{"reads_per_second", "writes_per_second"});
  CHECK(fields_behind("planned_writes_per_second", facts) == std::vector<std::string>{"writes_per_second"});
  CHECK(fields_behind("money", facts) == std::vector<std::string>{"money"});
}

TEST_CASE("facts read well in a sentence") {
  Profile profile;
  profile.reads_per_second = Range::exactly(99);
  profile.writes_per_second = Range{0.0116, 1, 20000};
  profile.consistency = Consistency::read_your_writes;
  profile.vector_count = Range::exactly(20000000);
  const Facts facts = of(profile);
  CHECK(display_of("vector_count", facts) == "20,000,000");
  CHECK(display_of("consistency", facts) == "read your writes");
  CHECK(display_of("writes_per_second", facts) == "0.0116 to 20,000");
  CHECK(display_of("graph_hops", facts) == "that many");
}

TEST_CASE("a field that no rule reads says so where it is asked, and no other does") {
  std::set<std::string> read = {"experience", "existing.store", "weights", "stores_in_use", "read_write_ratio",
                                // through the plan, the ratio and the forecast
                                "reads_per_second", "writes_per_second", "peak_factor", "data_size_gb", "item_bytes",
                                "growth_gb_per_month", "growth_percent_per_month",
                                // by the tables of migrations
                                "existing.symptoms", "existing.tried", "reasons", "existing.metrics.read_p99_ms",
                                "existing.metrics.cpu_percent", "existing.metrics.memory_percent",
                                "existing.metrics.io_wait_percent", "existing.metrics.connections_percent",
                                // through the date of the next review
                                "existing.since"};
  for (const knowledge::Rule& rule : knowledge::built_in().rules) add_fields(rule.when, read);
  for (const Field& field : profile_fields()) {
    const std::string name(field.name);
    CAPTURE(name);
    const bool says_so = field.help.find("o rule reads it") != field.help.npos;
    CHECK(says_so == (read.count(name) == 0));
  }
}
