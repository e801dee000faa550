#include "core/migration/advice.h"

#include <doctest/doctest.h>

#include <string>

using namespace storewright;
using namespace storewright::migration;
using knowledge::built_in;

namespace {

MigrationAdvice advice_for(const std::string& text) {
  const Result<Json> json = read_json(text);
  REQUIRE(json);
  const Result<selection::Profile> profile = selection::read_profile(*json);
  REQUIRE(profile);
  return advise(*profile, selection::recommend(*profile, built_in()), built_in(), built_in_tables());
}

}  // namespace

TEST_CASE("a store near its limits is first shown its own next step, and why another one waits") {
  const MigrationAdvice advice = advice_for(R"({"data_model":"relational","writes_per_second":900,"existing":{"store":"mysql","metrics":{"cpu_percent":92}}})");
  CHECK(advice.first.find("Next on MySQL (The processor is busy): Index the slow queries.") == 0);
  CHECK(advice.ladder.near_limits == Truth::yes);
  CHECK(advice.why_not_yet.find("4 steps are left on MySQL.") == 0);
  CHECK_FALSE(advice.must_leave);
}

TEST_CASE("when every step was tried, nothing holds the move back") {
  const MigrationAdvice advice = advice_for(R"({"data_model":"relational","existing":{"store":"mysql","metrics":{"cpu_percent":92},
    "tried":["slow-queries","bigger-machine","replicas","shard-by-key"]}})");
  CHECK(advice.first == "The steps on MySQL are used up.");
  CHECK(advice.why_not_yet.empty());
}

TEST_CASE("a store that lacks what is needed is left; one that is only too small has steps") {
  const MigrationAdvice lacks = advice_for(R"({"access_patterns":["joins"],"money":true,"data_model":"relational","existing":{"store":"mongo"}})");
  CHECK(lacks.must_leave);
  CHECK(lacks.why_not_yet.empty());
  REQUIRE(lacks.path);
  CHECK(lacks.path->id == "mongodb-to-postgresql");
  CHECK(lacks.path_fits == Truth::yes);
  CHECK(lacks.steps.size() == lacks.path->steps.size());

  const MigrationAdvice small = advice_for(R"({"data_model":"relational","writes_per_second":10000,"data_size_gb":2000,"existing":{"store":"postgresql"}})");
  CHECK_FALSE(small.must_leave);
  REQUIRE(small.path);
  CHECK(small.path->id == "postgresql-to-sharded");
}

TEST_CASE("wrong reasons alone stop, also where the store would change") {
  const MigrationAdvice advice = advice_for(R"({"data_model":"relational","writes_per_second":100,"existing":{"store":"postgresql"},"reasons":["everyone uses Cassandra"]})");
  CHECK(advice.reasons.stop == Truth::yes);
  CHECK(advice.why_not_yet == advice.reasons.headline);
}

TEST_CASE("a small team that runs the store itself is shown the way to a managed one") {
  const MigrationAdvice advice = advice_for(R"({"data_model":"relational","writes_per_second":100,"existing":{"store":"postgresql"},"reasons":["team too small"]})");
  REQUIRE(advice.path);
  CHECK(advice.path->id == "self-run-to-managed");
  CHECK(advice.move.pattern->id == "backup-restore");
}

TEST_CASE("without a row the steps are those of the pattern") {
  const MigrationAdvice advice = advice_for(R"({"access_patterns":["graph_traversal"],"graph_hops":5,"data_size_gb":500,"existing":{"store":"mysql"}})");
  CHECK(advice.path == nullptr);
  REQUIRE(advice.move.pattern);
  CHECK(advice.move.pattern->id == "change-data-capture");
  CHECK(advice.steps == advice.move.pattern->steps);
}

TEST_CASE("without a store there is nothing to leave, and no measure counts as zero") {
  const MigrationAdvice advice = advice_for(R"({"data_model":"relational"})");
  CHECK(advice.first.empty());
  CHECK(advice.ladder.steps.empty());
  CHECK(advice.ladder.near_limits == Truth::unknown);
  CHECK(advice.symptoms.found.empty());
}
