#include "core/selection/polyglot.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace storewright;
using namespace storewright::selection;

namespace {

PolyglotAnswer checked(PolyglotInput input) {
  const Result<PolyglotAnswer> answer = check_polyglot(input, knowledge::built_in());
  REQUIRE(answer);
  return *answer;
}

std::optional<Range> people(double count) { return Range::exactly(count); }

DesignAnswer designed(DesignWorkload workload, std::optional<Range> data_tb = {}, std::optional<Range> per_second = {}) {
  const Result<DesignAnswer> answer =
      choose_of_design({.workload = workload, .data_tb = data_tb, .per_second = per_second}, knowledge::built_in());
  REQUIRE(answer);
  return *answer;
}

}  // namespace

TEST_CASE("three technologies pass without operators, a fourth does not, extensions and feeds count none") {
  struct Row {
    std::vector<std::string> stores;
    std::size_t count;
    bool pass;
  };
  const Row rows[] = {
      {{}, 0, true},
      {{"PostgreSQL"}, 1, true},
      {{"PostgreSQL", "Redis"}, 2, true},
      {{"PostgreSQL", "Redis", "Elasticsearch"}, 3, true},
      {{"PostgreSQL", "Redis", "Elasticsearch", "ClickHouse"}, 4, false},
      {{"PostgreSQL", "Redis", "pgvector"}, 2, true},
      {{"PostgreSQL", "Redis", "Elasticsearch", "pgvector", "PostGIS", "Kafka"}, 3, true},
      {{"postgres", "Amazon RDS for PostgreSQL", "Neon"}, 1, true},  // one technology, rented twice
      {{"MongoDB", "PostgreSQL", "MySQL", "Redis", "Cassandra", "Elasticsearch"}, 6, false},
      {{"PostgreSQL", "Redis", "zzzzqqq", "yyyyqqq"}, 4, false},
      {{" ", ""}, 0, true},
  };
  for (const Row& row : rows) {
    const PolyglotAnswer answer = checked({.stores = row.stores, .engineers = {}, .services = {}, .dedicated_dba = {}});
    CAPTURE(answer.why);
    CHECK(answer.technologies.size() == row.count);
    CHECK(answer.pass == row.pass);
    CHECK_FALSE(answer.load);
  }
}

TEST_CASE("somebody for databases lifts the limit, but not one engineer for each store") {
  const std::vector<std::string> four = {"PostgreSQL", "Redis", "Elasticsearch", "ClickHouse"};
  struct Row {
    double engineers;
    std::optional<bool> dba;
    TeamLoad load;
    bool pass;
  };
  const Row rows[] = {
      {8, true, TeamLoad::green, true}, {7, true, TeamLoad::red, false},  {8, false, TeamLoad::green, false},
      {8, {}, TeamLoad::green, false},  {20, true, TeamLoad::green, true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.engineers);
    const PolyglotAnswer answer =
        checked({.stores = four, .engineers = people(row.engineers), .services = {}, .dedicated_dba = row.dba});
    CHECK(answer.load == row.load);
    CHECK(answer.pass == row.pass);
  }
  const PolyglotAnswer pair = checked(
      {.stores = {"PostgreSQL", "Redis"}, .engineers = people(2), .services = {}, .dedicated_dba = {}});
  CHECK(pair.load == TeamLoad::amber);
  CHECK(pair.pass);
}

TEST_CASE("six engineers with six databases are red, and so are six services on six technologies") {
  const std::vector<std::string> six = {"MongoDB", "PostgreSQL", "MySQL", "Redis", "Cassandra", "Elasticsearch"};
  const PolyglotAnswer answer =
      checked({.stores = six, .engineers = people(6), .services = people(6), .dedicated_dba = {}});
  CHECK_FALSE(answer.pass);
  CHECK(answer.load == TeamLoad::red);
  REQUIRE(answer.engineers_per_technology);
  CHECK(answer.engineers_per_technology->mid == 1);
  REQUIRE(answer.remarks.size() == 2);
  CHECK(answer.remarks[0].find("MongoDB, PostgreSQL and MySQL") == 0);
  CHECK(answer.remarks[1].find("Each service has a technology of its own") == 0);
}

TEST_CASE("of the four stores of the design, each takes its own work and says where it ends") {
  struct Row {
    DesignWorkload workload;
    const char* engine;
    double target, capacity_tb;
  };
  const Row rows[] = {
      {DesignWorkload::time_series, "cassandra", 100000, 500},   {DesignWorkload::activity, "cassandra", 100000, 500},
      {DesignWorkload::event_stream, "cassandra", 100000, 500},  {DesignWorkload::transactions, "postgresql", 10000, 50},
      {DesignWorkload::ad_hoc, "postgresql", 10000, 50},         {DesignWorkload::complex_analytics, "postgresql", 10000, 50},
      {DesignWorkload::full_text, "elasticsearch", 50000, 100},  {DesignWorkload::logs, "elasticsearch", 50000, 100},
      {DesignWorkload::dashboards, "elasticsearch", 50000, 100}, {DesignWorkload::sessions, "redis", 1000000, 10},
      {DesignWorkload::cache, "redis", 1000000, 10},             {DesignWorkload::leaderboard, "redis", 1000000, 10},
      {DesignWorkload::live_metrics, "redis", 1000000, 10},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.engine));
    const DesignAnswer answer = designed(row.workload);
    REQUIRE(answer.store);
    CHECK(answer.store->engine == row.engine);
    CHECK(answer.store->target == row.target);
    CHECK(answer.store->capacity_tb == row.capacity_tb);
    CHECK(answer.capacity_of_all_tb == 660);
    CHECK_FALSE(answer.over_capacity);
  }
}

TEST_CASE("more data or load than the design gives a store is a warning; a range that straddles it is open") {
  CHECK(designed(DesignWorkload::sessions, Range::exactly(10)).over_capacity == false);
  CHECK(designed(DesignWorkload::sessions, Range::exactly(10.1)).over_capacity == true);
  CHECK_FALSE(designed(DesignWorkload::sessions, Range{5, 10, 20}).over_capacity);
  CHECK(designed(DesignWorkload::time_series, {}, Range::exactly(450000)).over_target == true);
  CHECK(designed(DesignWorkload::time_series).reported_over_target == doctest::Approx(4.5));
  const std::vector<std::string> warnings = designed(DesignWorkload::transactions, Range::exactly(1200)).warnings;
  REQUIRE(warnings.size() == 2);
  CHECK(warnings[0].find("50 TB") != std::string::npos);
}
