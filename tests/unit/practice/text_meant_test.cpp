#include "core/practice/text_meant.h"

#include "tests/unit/practice/shop_fixture.h"

using namespace storewright::practice;

namespace {

std::string meant(std::string_view text, const WordSet& prompt = {}) {
  const Vocabulary& vocabulary = shop::practice().vocabulary;
  Document document;
  add_field(document, "text", text);
  repair_words(document, vocabulary, prompt);
  join_other_names(document, vocabulary);
  std::string words;
  for (const Token& token : document.tokens) words += (words.empty() ? "" : " ") + std::string(document.word(token));
  return words;
}

}  // namespace

TEST_CASE("a misspelt word is read as what is meant, whatever it does in the sentence") {
  struct Row { const char* text; const char* words; };
  const Row rows[] = {
      {"the trasnaction", "the transaction"},              // a concept
      {"it is unneecssary", "it is unnecessary"},          // a word that rules something out
      {"becuase and whne", "because and when"},            // words that begin a clause
      {"a mtae", "a mtae"},                                // nobody's word
      {"Transaction", "transaction"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    CHECK(meant(row.text) == row.words);
  }
  CHECK(meant("a frobincator", {"frobnicator"}) == "a frobnicator");   // a word of the question is one of its words
}

TEST_CASE("one thing has one name and counts as one word") {
  struct Row { const char* text; const char* words; };
  const Row rows[] = {
      {"Postgres", "postgresql"},
      {"Elastic Search of Elasticsearch", "elasticsearch of elasticsearch"},
      {"elastic, search", "elastic search"},               // a comma parts two words
      {"change data capture", "cdc"},
      {"chnage data cpature", "cdc"},
      {"change data", "change data"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    CHECK(meant(row.text) == row.words);
  }
  Document document;
  add_field(document, "text", "The change data capture of PostgreSQL. It works.");
  join_other_names(document, shop::practice().vocabulary);
  REQUIRE(document.tokens.size() == 6);
  CHECK(document.sentences[0].last == 4);
  CHECK(document.sentences[1].first == 4);
  CHECK(document.written(document.tokens[1]) == "change data capture");
}

TEST_CASE("a long sentence without a stop is joined in linear time") {
  std::string text;
  for (int i = 0; i < 50000; ++i) text += "change data ";
  Document document;
  add_field(document, "text", text);
  join_other_names(document, shop::practice().vocabulary);
  CHECK(document.tokens.size() == 100000);
}
