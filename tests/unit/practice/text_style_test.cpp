#include "core/practice/text_style.h"

#include "tests/unit/practice/shop_fixture.h"

using namespace storewright::practice;

TEST_CASE("sentences, notes, lists of keywords and shuffled words are told apart") {
  struct Row { const char* text; Style style; };
  const Row rows[] = {
      {"", Style::too_short},
      {"Redis with a TTL", Style::too_short},
      {"The stock stays in PostgreSQL, because a sale needs a transaction.", Style::sentences},
      {"Stock: PostgreSQL, transaction. Sessions: Redis, TTL 30 min. No Elasticsearch.", Style::sentences},
      {"PostgreSQL Redis Elasticsearch transaction ACID TTL cache stock session", Style::keywords},
      {"A cache is a copy. Redis is a store. TTL means time to live.", Style::definitions},
      {"class Redis: def ttl(self, stock): pass; cache(i, i); Redis().ttl(stock)", Style::code},
      {"stock_truth: met one_second: met no_search: met stock_truth: met", Style::code},
      {"\U0001F525 Redis \U0001F525 TTL \U0001F525", Style::foreign},
      {"Wir nehmen PostgreSQL und legen jede Bestellung sofort dorthin, weil nichts verloren gehen darf.", Style::foreign},
      {"The stock stays in PostgreSQL with us. None of that is going to be built.", Style::disowned},
      {"Because of Redis so the stock, when cached if PostgreSQL, since a TTL because of it.", Style::shuffled},
      {"the stays in a PostgreSQL the of is stock with the in transaction a and the needs sale a of", Style::shuffled},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    CHECK(style_of(shop::reading_of(row.text), shop::practice().vocabulary, 0) == row.style);
  }
}
