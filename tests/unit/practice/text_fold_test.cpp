#include "core/practice/text_fold.h"

#include <doctest/doctest.h>

using namespace storewright::practice;

TEST_CASE("letters fold to plain ones, and every byte knows where it came from") {
  struct Row { const char* text; const char* folded; };
  const Row rows[] = {
      {"", ""}, {"Redis", "redis"}, {"Zürich", "zurich"}, {"Zu\xCC\x88rich", "zurich"}, {"Łódź", "lodz"}, {"don’t", "don't"}, {"“a”", "\"a\""},
      {"1–2", "1-2"}, {"a → b", "a -> b"}, {"zero\xE2\x80\x8Bwidth", "zerowidth"}, {"a\xC2\xA0" "b", "a b"}, {"• x", "* x"}, {"`x`", "'x'"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    const Folded result = folded(row.text);
    CHECK(result.text == row.folded);
    REQUIRE(result.at.size() == result.text.size() + 1);
    CHECK(result.at.back() == std::string(row.text).size());
    for (std::size_t i = 1; i < result.at.size(); ++i) CHECK(result.at[i - 1] <= result.at[i]);
  }
}

TEST_CASE("broken bytes and other scripts are letters of words that nobody knows") {
  for (const char* text : {"\xFF", "\xC3", "\xE2\x82", "\xF0\x9F\x98\x80", "\xC0\x80", "漢"}) {
    CAPTURE(std::string(text));
    const Folded result = folded(text);
    CHECK(!result.text.empty());
    for (const char c : result.text) CHECK(c == foreign_letter);
  }
}
