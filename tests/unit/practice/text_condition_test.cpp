#include "core/practice/text_condition.h"

#include "tests/unit/practice/shop_fixture.h"

using namespace storewright;
using namespace storewright::practice;

namespace {

TextCondition condition_of(const char* condition) {
  const auto json = read_json(condition);
  REQUIRE(json);
  Problems problems;
  const TextCondition read = read_text_condition(*json, "", shop::practice().vocabulary, 0, problems);
  REQUIRE(problems.empty());
  return read;
}

bool fulfilled(const char* condition, const char* text) { return match(condition_of(condition), shop::reading_of(text), shop::practice().vocabulary).found; }

std::size_t evidence(const char* condition, const char* text) {
  return match_everywhere(condition_of(condition), shop::reading_of(text), shop::practice().vocabulary).evidence.size();
}

}  // namespace

TEST_CASE("conditions hold over the mentions of an answer") {
  struct Row { const char* condition; const char* text; bool holds; };
  const Row rows[] = {
      {R"("redis")", "We use Redis.", true},
      {R"("redis")", "We never use Redis.", false},
      {R"("relational")", "We use Postgres.", true},                      // a narrower concept
      {R"({"concept": "redis", "is": "denied"})", "No Redis.", true},
      {R"({"concept": "redis", "is": "later"})", "Redis comes later.", true},
      {R"({"concept": "redis", "is": "any"})", "No Redis.", true},
      {R"({"concept": "redis", "is": "any"})", "Redis?", false},                 // who asks claims nothing
      {R"({"concept": "redis", "is": "any"})", "It is not true that we use Redis.", false},
      {R"({"concept": ["redis", "postgresql"]})", "Redis or PostgreSQL will do.", true},
      {R"({"concept": "redis"})", "Redis or PostgreSQL will do.", false},  // either may be meant
      {R"({"concept": "redis", "about": ["stock"]})", "Sessions in Redis.", false},
      {R"({"all": ["redis", "ttl"], "within": "sentence"})", "Redis is used. They expire.", false},
      {R"({"all": ["redis", "ttl"]})", "Redis is used. They expire.", true},     // the next sentence goes on with it
      {R"({"all": ["redis", "ttl"], "within": "answer"})", "Redis.\n\nStock.\n\nTTL.", true},
      {R"({"any": ["redis", "ttl"]})", "TTL", true},
      {R"({"none": ["redis"]})", "TTL", true},
      {R"({"of": ["redis", "ttl", "cache"], "at_least": 2})", "Redis with a TTL.", true},
      {R"({"of": ["redis", "ttl", "cache"], "at_least": 2})", "Redis alone.", false},
      {R"({"order": ["redis", "postgresql"]})", "Redis before PostgreSQL.", true},
      {R"({"order": ["redis", "postgresql"]})", "PostgreSQL before Redis.", false},
      {R"({"near": ["redis", "ttl"], "tokens": 3})", "Redis with a TTL.", true},
      {R"({"near": ["redis", "ttl"], "tokens": 3})", "Redis holds what each of us has, with a TTL.", false},
      {R"({"distinct": ["redis", "relational"], "at_least": 2})", "Redis and PostgreSQL.", true},
      {R"({"distinct": ["redis", "relational"], "at_least": 2})", "Redis and Redis.", false},
      {R"({"number": {"unit": "seconds", "at_most": 1}})", "After 1 s.", true},
      {R"({"number": {"unit": "seconds", "above": 1}})", "After 1 s.", false},
      {R"({"number": {"unit": "seconds", "below": 1}})", "After 1 s.", false},
      {R"({"number": {"unit": "percent", "at_least": 1}})", "After 1 s.", false},
      {R"({"number": {}})", "7", true},
      {R"({"all": ["redis", "ttl"], "within": "statement"})", "We use Redis. They expire.", true},
      {R"({"all": ["redis", "ttl"], "within": "statement"})", "We use Redis. A TTL is there.", true},           // names no subject: goes on with the one before
      {R"({"all": ["redis", "ttl"], "within": "statement"})", "We use Redis. The stock has a TTL.", false},     // names its own
      {R"({"all": ["redis", "ttl"], "within": "statement"})", "We use Redis. This stock has a TTL.", true},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.condition));
    CAPTURE(std::string(row.text));
    CHECK(fulfilled(row.condition, row.text) == row.holds);
  }
}

TEST_CASE("a condition that says nothing or names nothing is a problem") {
  for (const char* text : {R"("mongodb")", R"({})", R"(5)", R"({"all": []})", R"({"concept": "nothing"})", R"({"concept": "redis", "is": "maybe"})"}) {
    CAPTURE(std::string(text));
    const auto json = read_json(text);
    REQUIRE(json);
    Problems problems;
    read_text_condition(*json, "", shop::practice().vocabulary, 0, problems);
    CHECK(!problems.empty());
  }
}

TEST_CASE("all that fulfils a condition is found, not the first place alone") {
  struct Row { const char* condition; const char* text; std::size_t mentions; };
  const Row rows[] = {
      {R"("redis")", "Redis. We never use Redis. Redis.", 2},
      {R"({"all": ["redis", "ttl"], "within": "sentence"})", "Redis with a TTL. Redis. Redis with a TTL.", 4},
      {R"({"any": ["redis", "ttl"]})", "Redis with a TTL.", 2},
      {R"({"of": ["redis", "ttl", "cache"], "at_least": 2})", "Redis is a cache with a TTL.", 3},
      {R"({"order": ["redis", "postgresql"], "within": "sentence"})", "Redis before PostgreSQL. Redis. Redis before PostgreSQL.", 4},
      {R"({"distinct": ["redis", "relational"], "at_least": 2})", "Redis and PostgreSQL and Redis.", 3},
      {R"("redis")", "PostgreSQL.", 0},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.condition));
    CAPTURE(std::string(row.text));
    CHECK(evidence(row.condition, row.text) == row.mentions);
  }
}
