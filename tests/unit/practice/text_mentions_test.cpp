#include "core/practice/text_mentions.h"

#include "tests/unit/practice/shop_fixture.h"

using namespace storewright::practice;

TEST_CASE("numbers are read with their unit") {
  struct Row { const char* text; Unit unit; double value; };
  const Row rows[] = {
      {"500 ms", Unit::seconds, 0.5}, {"5s", Unit::seconds, 5}, {"one second", Unit::seconds, 1}, {"30 minutes", Unit::seconds, 1800},
      {"two weeks", Unit::seconds, 1209600}, {"1 %", Unit::percent, 1}, {"10M", Unit::none, 1e7}, {"5 to 10 seconds", Unit::seconds, 5},
      {"5-10 s", Unit::seconds, 5}, {"1,000 rows", Unit::none, 1000}, {"2 KB", Unit::bytes, 2048},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    const Reading reading = shop::reading_of(row.text);
    REQUIRE(!reading.mentions.empty());
    CHECK(reading.mentions[0].unit == row.unit);
    CHECK(reading.mentions[0].value == doctest::Approx(row.value));
  }
  CHECK(shop::reading_of("one of them").mentions.empty());
}

TEST_CASE("the longest form wins, and words of the question in a row are marked as copied") {
  const Reading reading = shop::reading_of("eventually consistent");
  REQUIRE(reading.mentions.size() == 1);
  CHECK(reading.mentions[0].last == 1);

  const std::vector<std::string> prompt = {"A shop keeps its stock in PostgreSQL today"};
  const auto copied = [&](const char* text) {
    Document document;
    add_field(document, "text", text);
    const Reading read = read_answer(std::move(document), {shop::practice().vocabulary, 0, prompt, shop::practice().questions[0].fields});
    return shop::mention_of(read, "postgresql").copied;
  };
  CHECK(copied("A shop keeps its stock in PostgreSQL today."));
  CHECK_FALSE(copied("Their stock stays in PostgreSQL."));
}

TEST_CASE("a text of unknown words is read without looking for typos for ever") {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "zq" + std::string(1, static_cast<char>('a' + i % 26)) + std::string(1, static_cast<char>('a' + i / 26 % 26)) + std::string(1, static_cast<char>('a' + i / 676 % 26)) + "wv ";
  CHECK(shop::reading_of(text).mentions.empty());
}
