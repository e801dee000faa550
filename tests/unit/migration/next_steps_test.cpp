#include "core/migration/next_steps.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace storewright;
using namespace storewright::migration;
using knowledge::built_in;

namespace {

Ladder ladder(const std::string& text) {
  const Result<Json> json = read_json(text);
  REQUIRE(json);
  const Result<selection::Profile> profile = selection::read_profile(*json);
  REQUIRE(profile);
  const Situation situation = situation_of(*profile, built_in());
  return next_steps(built_in_tables(), situation, find_symptoms(built_in_tables(), situation));
}

std::vector<std::string> ids(const Ladder& of) {
  std::vector<std::string> out;
  for (const LadderStep& step : of.steps) out.push_back(step.step->id);
  return out;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("the next step on the present store is one that helps what hurts, in the order of the ladder") {
  CHECK(ids(ladder(R"({"existing":{"store":"mysql","metrics":{"cpu_percent":92}}})")) ==
        Ids{"slow-queries", "bigger-machine", "replicas", "shard-by-key"});
  CHECK(ids(ladder(R"({"writes_per_second":10000,"existing":{"store":"postgresql"}})")) == Ids{"write-less", "partitioning", "shard-by-key"});
  CHECK(ids(ladder(R"({"existing":{"store":"postgresql","symptoms":["connections-used"]}})")) == Ids{"pooling"});
}

TEST_CASE("without a symptom the whole ladder stands there: indexes, pooling, replicas, partitions, shards in this order") {
  const Ids all = ids(ladder(R"({"existing":{"store":"Postgres 14 on RDS"}})"));
  const auto place = [&](const char* id) { return std::find(all.begin(), all.end(), id) - all.begin(); };
  CHECK(place("slow-queries") < place("pooling"));
  CHECK(place("pooling") < place("replicas"));
  CHECK(place("replicas") < place("partitioning"));
  CHECK(place("partitioning") < place("shard-by-key"));
  CHECK(all.back() == "shard-by-key");
}

TEST_CASE("what was tried is used up and passed over") {
  const Ladder rest = ladder(R"({"existing":{"store":"mysql","metrics":{"cpu_percent":92},"tried":["slow-queries","replicas"]}})");
  CHECK(ids(rest) == Ids{"bigger-machine", "shard-by-key"});
  CHECK(rest.used_up.size() == 2);
}

TEST_CASE("near its limits is yes with a symptom, no only when everything was measured, else unknown") {
  CHECK(ladder(R"({"existing":{"store":"mysql","metrics":{"cpu_percent":92}}})").near_limits == Truth::yes);
  CHECK(ladder(R"({"existing":{"store":"mysql","metrics":{"cpu_percent":50}}})").near_limits == Truth::unknown);
  CHECK(ladder(R"({"reads_per_second":500,"writes_per_second":50,"multi_row_transactions":true,"existing":{"store":"mysql","metrics":
    {"read_p99_ms":20,"cpu_percent":50,"memory_percent":50,"io_wait_percent":2,"connections_percent":10}}})").near_limits == Truth::no);
}

TEST_CASE("an engine without a ladder of its own has one by its traits; without a store there is none") {
  CHECK(ids(ladder(R"({"existing":{"store":"sql-server"}})")).front() == "slow-queries");
  CHECK(ids(ladder(R"({"existing":{"store":"cockroachdb"}})")) == Ids{"spread-keys", "add-nodes"});
  CHECK(ids(ladder(R"({"existing":{"metrics":{"cpu_percent":92}}})")).empty());
}
