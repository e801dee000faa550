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

TEST_CASE("a word that only a stem makes known gives way to a listed word of its letters") {
  const Vocabulary& vocabulary = shop::practice().vocabulary;
  CHECK(listed_of_its_letters("retired", vocabulary) == "retried");
  CHECK(listed_of_its_letters("retries", vocabulary).empty());
}

TEST_CASE("words of the question are right as they are") {
  const WordSet question = {"frobnicator"};
  CHECK(corrected("frobincator", shop::practice().vocabulary, question) == "frobnicator");
  CHECK(corrected("frobincator", shop::practice().vocabulary) == "");
  CHECK(corrected("stoct", shop::practice().vocabulary) == "stock");
  CHECK(corrected("stoct", shop::practice().vocabulary, {"stoat"}) == "");   // as near to a word of the question
}

TEST_CASE("a typo is read only where one reading is possible") {
  struct Row { const char* word; const char* meant; };
  const Row rows[] = {
      {"postgrsql", "postgresql"}, {"elasticsaerch", "elasticsearch"}, {"postgrqls", "postgres"}, {"transacton", "transaction"},
      {"rdis", ""},          // shorter than five letters
      {"reddis", "redis"},   {"rexxis", ""},         // two edits in a short word
      {"stocc", "stock"},    {"atransaction", ""},   // a prefix may turn the meaning round
      {"zzzzz", ""},         {"", ""},
      {"trasnaction", "transaction"}, {"unneecssary", "unnecessary"}, {"rdeis", "redis"}, {"whne", "when"},   // two letters changed places
      {"incosnistent", "inconsistent"}, {"asycn", "async"},   // then a protected pair is no reason to doubt
      {"incosistent", ""},   // as near to its opposite: nobody knows
      {"hwen", ""},          // a short word keeps its first letter
      {"wiht", "with"}, {"xwith", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.word));
    CHECK(corrected(row.word, shop::practice().vocabulary) == row.meant);
  }
}
