#include "core/practice/text_typo.h"

#include <doctest/doctest.h>

#include "tests/unit/practice/shop_fixture.h"

using namespace storewright::practice;

TEST_CASE("letters added, left out, changed or swapped count as one edit each") {
  struct Row { const char* a; const char* b; int limit; int edits; };
  const Row rows[] = {{"redis", "redis", 2, 0}, {"redsi", "redis", 2, 1}, {"reds", "redis", 2, 1}, {"rediss", "redis", 2, 1},
                      {"radis", "redis", 2, 1}, {"", "ab", 2, 2},         {"abcdef", "redis", 2, 3}, {"abc", "", 1, 2}};
  for (const Row& row : rows) {
    CAPTURE(std::string(row.a));
    CHECK(letter_edits(row.a, row.b, row.limit) == row.edits);
  }
}

TEST_CASE("a typo is read only where one reading is possible") {
  struct Row { const char* word; const char* meant; };
  const Row rows[] = {
      {"postgrsql", "postgresql"}, {"elasticsaerch", "elasticsearch"}, {"postgrqls", "postgres"}, {"transacton", "transaction"},
      {"rdis", ""},          // shorter than five letters
      {"reddis", "redis"},   {"rexxis", ""},         // two edits in a short word
      {"stocc", "stock"},    {"atransaction", ""},   // a prefix may turn the meaning round
      {"zzzzz", ""},         {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.word));
    CHECK(corrected(row.word, shop::practice().vocabulary) == row.meant);
  }
}
