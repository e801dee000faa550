#include "core/practice/text_topics.h"

#include "tests/unit/practice/shop_fixture.h"

using namespace storewright::practice;

namespace {

bool about(const Reading& reading, const char* concept_id, const char* slot) {
  for (const int index : shop::mention_of(reading, concept_id).about)
    if (shop::practice().vocabulary.concepts()[static_cast<std::size_t>(index)].id == slot) return true;
  return false;
}

}  // namespace

TEST_CASE("what is said is bound to the data of its clause, sentence, heading or paragraph") {
  struct Row { const char* text; const char* concept_id; const char* slot; bool bound; };
  const Row rows[] = {
      {"Stock in PostgreSQL and sessions in Redis.", "redis", "sessions", true},
      {"Stock in PostgreSQL and sessions in Redis.", "redis", "stock", false},
      {"Sessions: Redis. Stock: PostgreSQL.", "postgresql", "stock", true},
      {"Sessions: Redis. Stock: PostgreSQL.", "redis", "stock", false},
      {"The stock matters. PostgreSQL keeps it.", "postgresql", "stock", true},
      {"Stock\n\nPostgreSQL keeps it.", "postgresql", "stock", true},
      {"Stock\n- PostgreSQL\n- a cache", "cache", "stock", true},
      {"Sessions and stock go to Redis.", "redis", "stock", true},
      {"We use Redis.", "redis", "stock", false},
      {"(a) PostgreSQL with us.", "postgresql", "stock", true},      // the first field asks about the stock
      {"With us. (a) PostgreSQL it is.", "postgresql", "stock", true},
      {"(b) PostgreSQL with us.", "postgresql", "stock", false},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    CHECK(about(shop::reading_of(row.text), row.concept_id, row.slot) == row.bound);
  }
}
