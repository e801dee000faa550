#include "core/practice/text_stem.h"

#include <doctest/doctest.h>

using namespace storewright::practice;

TEST_CASE("forms of one word have one stem, words of opposite or other meaning have their own") {
  struct Row { const char* one; const char* other; bool same; };
  const Row rows[] = {
      {"shard", "shards", true},        {"shard", "sharding", true},      {"shard", "sharded", true},     {"shard", "share", false},
      {"replicate", "replicated", true}, {"replica", "replicas", true},   {"copy", "copies", true},       {"query", "queries", true},
      {"consistent", "consistently", true}, {"consistent", "inconsistent", false}, {"write", "writes", true}, {"write", "writing", true},
      {"sync", "async", false},         {"invalidate", "invalidates", true}, {"cache", "cached", true},   {"expire", "expires", true},
      {"expire", "expired", true},      {"delete", "deleted", true},      {"stop", "stopped", true},      {"lag", "lags", true},
      {"retry", "retried", true},       {"retry", "retries", true},       {"transaction", "transactions", true}, {"measure", "measured", true},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.one));
    CAPTURE(std::string(row.other));
    CHECK((stem_of(row.one) == stem_of(row.other)) == row.same);
  }
}

TEST_CASE("short words, words with digits and endless words stay as they are") {
  for (const char* word : {"", "a", "pg", "ttl", "h3", "s3s4s5", "yyyyyyyy"}) CHECK(!std::string(word).empty() == !stem_of(word).empty());
  CHECK(stem_of("ids") == "ids");
  CHECK(stem_of("neo4js") == "neo4js");
  CHECK(stem_of(std::string(5000, 's')).size() == 5000);
}
