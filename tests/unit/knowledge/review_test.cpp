#include "core/knowledge/review.h"

#include <doctest/doctest.h>

using namespace storewright::knowledge;

namespace {

Knowledge knowledge_read_on(const char* trait_date, const char* source_date) {
  Knowledge knowledge;
  Engine engine{.id = "redis"};
  engine.evidence["licence"] = Evidence{.source = "redis-docs", .read = trait_date};
  knowledge.engines.push_back(engine);
  knowledge.sources.push_back({.id = "redis-docs", .read = source_date});
  return knowledge;
}

}  // namespace

TEST_CASE("a day has four, two and two digits") {
  for (const char* day : {"2026-11-22", "0000-00-00"}) CHECK(is_day(day));
  for (const char* text : {"", "2026", "2026-1-22", "2026/11/22", "2026-11-2x", "2026-11-222", " 2026-11-22"}) CHECK_FALSE(is_day(text));
}

TEST_CASE("a fact is due when its source was read more than two years before the day") {
  struct Row {
    const char* read;
    const char* as_of;
    bool due;
  };
  const Row rows[] = {
      {"2026-11-22", "2026-11-22", false}, {"2026-11-22", "2028-11-22", false}, {"2026-11-22", "2028-11-23", true},
      {"2026-12-31", "2029-01-01", true},  {"2024-02-29", "2026-02-28", false}, {"2024-02-29", "2026-03-01", true},
      {"2030-01-01", "2026-11-22", false}, {"", "2026-11-22", false},           {"0001-01-01", "0001-01-01", false},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.read));
    CAPTURE(std::string(row.as_of));
    CHECK(facts_to_review(knowledge_read_on(row.read, ""), row.as_of).size() == (row.due ? 1 : 0));
    CHECK(facts_to_review(knowledge_read_on("", row.read), row.as_of).size() == (row.due ? 1 : 0));
  }
}

TEST_CASE("a due fact is named by its file and trait, a due source by its id") {
  const auto due = facts_to_review(knowledge_read_on("2020-01-01", "2020-01-02"), "2026-01-01");
  REQUIRE(due.size() == 2);
  CHECK(due[0].where == "engines/redis.json licence");
  CHECK(due[0].read == "2020-01-01");
  CHECK(due[1].where == "sources.json redis-docs");
}
