#include "core/report/record_compare.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace storewright;
using namespace storewright::report;
using knowledge::built_in;

TEST_CASE("what differs stands first, and what nobody knows differs from nothing") {
  const auto comparison = compare_records(built_in(), {{"postgresql", "mysql", "redis"}});
  REQUIRE(comparison);
  CHECK(comparison->cards.size() == 3);
  // What is asked of services alone is left out where there is none.
  const std::size_t asked = comparison->cards[0].facts.size();
  CHECK(comparison->traits.size() == asked);
  int differing = 0;
  bool same_seen = false;
  for (const ComparedTrait& trait : comparison->traits) {
    CAPTURE(trait.trait);
    CHECK(trait.values.size() == 3);
    if (trait.differs) CHECK_FALSE(same_seen);
    same_seen = same_seen || !trait.differs;
    differing += trait.differs;
    bool other = false;
    for (const std::string& a : trait.values)
      for (const std::string& b : trait.values) other = other || (a != b && a != "not known" && b != "not known" && a != "not asked of it" && b != "not asked of it");
    CHECK(other == trait.differs);
  }
  CHECK(differing == comparison->differing);
  CHECK(comparison->says == "PostgreSQL, MySQL and Redis differ in " + std::to_string(differing) + " of " +
                                std::to_string(asked) + " facts.");
  CHECK(comparison_table(*comparison).rows.size() == comparison->traits.size());
  CHECK(comparison_table(*comparison).columns.size() == 5);
}

TEST_CASE("an engine and a service stand side by side, each fact in its row") {
  const auto comparison = compare_records(built_in(), {{"postgresql", "neon"}});
  REQUIRE(comparison);
  CHECK(comparison->traits.size() >= comparison->cards[1].facts.size());
  for (const ComparedTrait& trait : comparison->traits) {
    CAPTURE(trait.trait);
    for (std::size_t i = 0; i < comparison->cards.size(); ++i) {
      const auto& facts = comparison->cards[i].facts;
      const auto fact = std::find_if(facts.begin(), facts.end(), [&](const RecordFact& one) { return one.trait == trait.trait; });
      CHECK(trait.values[i] == (fact == facts.end() ? "not asked of it" : fact->value));
    }
  }
}

TEST_CASE("only two or three different records that exist can be compared") {
  struct Row {
    std::vector<std::string> engines;
    int code;
    const char* where;
  };
  const Row rows[] = {
      {{}, 2062, "/engines"},
      {{"redis"}, 2062, "/engines"},
      {{"redis", "redis"}, 2062, "/engines"},
      {{"redis", "mysql", "redis"}, 2062, "/engines"},
      {{"redis", "mysql", "neo4j", "duckdb"}, 2062, "/engines"},
      {{"redis", "nothing-like-it"}, 1104, "/engines/1"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.engines.size());
    const auto comparison = compare_records(built_in(), {row.engines});
    REQUIRE_FALSE(comparison);
    CHECK(comparison.problems()[0].code == row.code);
    CHECK(comparison.problems()[0].where == row.where);
  }
  CHECK(compare_records(built_in(), {{"redis", "valkey"}}));
}
