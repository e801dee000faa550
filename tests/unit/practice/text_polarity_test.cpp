#include "core/practice/text_polarity.h"

#include "tests/unit/practice/shop_fixture.h"

using namespace storewright::practice;
using enum Polarity;

TEST_CASE("a mention is read by what stands near it in its clause") {
  struct Row { const char* text; const char* concept_id; Polarity polarity; };
  const Row rows[] = {
      {"We use Redis.", "redis", asserted},
      {"We do not use Redis.", "redis", negated},
      {"We don't use Redis.", "redis", negated},
      {"PostgreSQL does not need Redis.", "postgresql", asserted},
      {"PostgreSQL does not need Redis.", "redis", rejected},
      {"Redis is not needed.", "redis", rejected},
      {"Redis is not needed: PostgreSQL has the stock.", "redis", rejected},
      {"Redis is not needed: PostgreSQL has the stock.", "postgresql", asserted},
      {"Not needed: Redis.", "redis", rejected},
      {"Stock does not move: PostgreSQL has it.", "postgresql", asserted},
      {"No Redis, but PostgreSQL.", "postgresql", asserted},
      {"PostgreSQL instead of Redis.", "redis", rejected},
      {"PostgreSQL instead of Redis.", "postgresql", asserted},
      {"Elasticsearch is overkill here.", "elasticsearch", rejected},
      {"There is no need for a search cluster such as Elasticsearch.", "elasticsearch", rejected},
      {"Elasticsearch comes later.", "elasticsearch", deferred},
      {"Once searches are slow, we add Elasticsearch.", "elasticsearch", deferred},
      {"When a row changes, PostgreSQL tells Redis.", "redis", asserted},
      {"Redis or PostgreSQL would do.", "redis", alternative},
      {"It is faster than Redis.", "redis", compared},
      {"Should we use Redis?", "redis", asked},
      {"It is not true that the shop needs a fast store such as Redis.", "redis", negated},
      {"Not only Redis expires.", "redis", asserted},
      {"It is eventually consistent.", "eventual", asserted},
      {"Do not add Elasticsearch and use Redis.", "redis", asserted},
      {"No Redis, no PostgreSQL and no Elasticsearch.", "elasticsearch", negated},
      {"No Redis, no PostgreSQL and no Elasticsearch.", "postgresql", negated},
      {"It does not work without Redis.", "redis", asserted},
      {"She says: \"we should put all of the stock into Redis at once\".", "redis", quoted},
      {"We call it \"the Redis\".", "redis", asserted},                              // a short quotation is a name
      {"What we do not do:\n- Redis goes there", "redis", negated},
      {"What we do:\n- Redis goes there", "redis", asserted},
      {"not one two three four five six seven eight Redis", "redis", asserted},   // out of reach
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    CHECK(shop::mention_of(shop::reading_of(row.text), row.concept_id).polarity == row.polarity);
  }
}
