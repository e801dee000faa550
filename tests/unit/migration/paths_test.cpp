#include "core/migration/paths.h"

#include <doctest/doctest.h>

#include <string>

using namespace storewright;
using namespace storewright::migration;
using knowledge::built_in;

namespace {

Result<PathAnswer> ask(const PathInput& input) { return find_built_in_paths(input); }

}  // namespace

TEST_CASE("a store and a reason lead to their row") {
  struct Row {
    const char* from;
    const char* why;
    const char* path;
    const char* pattern;
  };
  const Row rows[] = {
      {"MongoDB", "ACID", "mongodb-to-postgresql", "change-data-capture"},
      {"mongo", "joins", "mongodb-to-postgresql", "change-data-capture"},
      {"MongoDB", "write volume", "mongodb-to-cassandra", "dual-write"},
      {"PostgreSQL", "write ceiling", "postgresql-to-sharded", "dual-write"},
      {"MySQL", "PostGIS", "mysql-to-postgresql", "change-data-capture"},
      {"mysql", "JSONB", "mysql-to-postgresql", "change-data-capture"},
      {"Cassandra", "GC pauses", "cassandra-to-scylladb", "dual-write"},
      {"self-hosted", "small team", "self-run-to-managed", "backup-restore"},
      {"PostgreSQL", "slow analytics", "mixed-load-to-clickhouse", "change-data-capture"},
      {"Postgres 14 on RDS", "slow analytics", "mixed-load-to-clickhouse", "change-data-capture"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.from);
    CAPTURE(row.why);
    const Result<PathAnswer> answer = ask({row.from, "", {row.why}});
    REQUIRE(answer);
    CHECK(answer->decided);
    REQUIRE_FALSE(answer->matches.empty());
    CHECK(answer->matches[0].path->id == row.path);
    CHECK(answer->matches[0].path->pattern == row.pattern);
  }
}

TEST_CASE("every store can be handed to a service: for that reason, or when that is the target") {
  CHECK(ask({"redis", "", {"small team"}})->matches[0].path->id == "self-run-to-managed");
  CHECK(ask({"postgresql", "managed", {}})->matches[0].path->id == "self-run-to-managed");
  CHECK(ask({"redis", "", {}})->matches.empty());
}

TEST_CASE("a row for another reason is shown as such") {
  const Result<PathAnswer> answer = ask({"MongoDB", "Cassandra", {"ACID"}});
  REQUIRE(answer);
  REQUIRE(answer->matches.size() == 1);
  CHECK(answer->matches[0].why_fits == Truth::no);
  CHECK_FALSE(answer->decided);
}

TEST_CASE("without a reason several rows stay open, and one alone is the row") {
  CHECK_FALSE(ask({"MongoDB", "", {}})->decided);
  CHECK(ask({"MongoDB", "PostgreSQL", {}})->decided);
  CHECK(ask({"MongoDB", "PostgreSQL", {}})->matches[0].why_fits == Truth::unknown);
}

TEST_CASE("a store that no row leaves has no row; a name that means nothing is a problem") {
  const Result<PathAnswer> none = ask({"redis", "neo4j", {}});
  REQUIRE(none);
  CHECK(none->matches.empty());
  CHECK_FALSE(none->decided);
  const Result<PathAnswer> wrong = ask({"a shelf of paper", "", {}});
  REQUIRE_FALSE(wrong);
  CHECK(wrong.problems()[0].code == 2501);
  CHECK(wrong.problems()[0].where == "/from");
}

TEST_CASE("reasons in unknown words are kept") {
  CHECK(ask({"MongoDB", "", {"the moon"}})->not_known == std::vector<std::string>{"the moon"});
}

TEST_CASE("what the sources have wrong stands in the rows") {
  const Tables& tables = built_in_tables();
  bool struck = false;
  for (const Tool& tool : tables.path("mysql-to-postgresql")->tools) {
    if (tool.name == "pglogical") struck = !tool.struck.empty();
    if (tool.name == "pgloader") CHECK(tool.struck.empty());
  }
  CHECK(struck);
  CHECK(tables.path("mongodb-to-postgresql")->steps[2].text.find("Flatten") == 0);
  CHECK(tables.path("mongodb-to-cassandra")->steps[2].text.find("USING TIMESTAMP") != std::string::npos);
  CHECK(tables.path("cassandra-to-scylladb")->correction.find("December 2024") != std::string::npos);
  CHECK(tables.path("mixed-load-to-clickhouse")->from.label == "PostgreSQL with mixed load");
}
