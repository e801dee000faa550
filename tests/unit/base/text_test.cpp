#include "core/base/text.h"

#include <doctest/doctest.h>

#include <limits>

using namespace storewright;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

}  // namespace

TEST_CASE("numbers for people have grouped thousands and no needless zeros") {
  struct Row { double value; int decimals; const char* text; };
  const Row rows[] = {
      {0, 2, "0"},               {-0.0, 2, "0"},          {5, 2, "5"},                  {999, 0, "999"},
      {1000, 0, "1,000"},        {-1000, 0, "-1,000"},    {1234567.891, 1, "1,234,567.9"}, {1234567.891, 0, "1,234,568"},
      {0.285, 2, "0.29"},        {2.5, 0, "3"},           {-2.5, 0, "-3"},              {999.999, 2, "1,000"},
      {0.001, 2, "0"},           {-0.001, 2, "0"},        {0.005, 2, "0.01"},           {0.05, 0, "0"},
      {12.30, 2, "12.3"},        {1e-7, 8, "0.0000001"},  {1e17, 2, "100,000,000,000,000,000"},
      {1e18, 2, "1e18"},         {1e308, 2, "1e308"},     {infinity, 2, "unlimited"},   {infinity - infinity, 2, "unknown"},
      {9.5, 0, "10"},            {0.5, 0, "1"},           {0.95, 1, "1"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.value);
    CAPTURE(row.decimals);
    CHECK(display_number(row.value, row.decimals) == row.text);
  }
}

TEST_CASE("a share becomes a percentage with fixed digits") {
  struct Row { double share; int decimals; const char* text; };
  const Row rows[] = {
      {0.9901, 1, "99.0 %"}, {0, 1, "0.0 %"}, {1, 0, "100 %"}, {0.285, 0, "29 %"}, {0.0004, 1, "0.0 %"},
      {0.0005, 1, "0.1 %"},  {12.5, 0, "1,250 %"}, {-0.125, 1, "-12.5 %"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.share);
    CHECK(display_percent(row.share, row.decimals) == row.text);
  }
}

TEST_CASE("lists read as a sentence") {
  const std::vector<std::string> words = {"a", "b", "c"};
  const std::span<const std::string> all = words;
  CHECK(sentence_list(all.first(0)) == "");
  CHECK(sentence_list(all.first(1)) == "a");
  CHECK(sentence_list(all.first(2)) == "a and b");
  CHECK(sentence_list(all) == "a, b and c");
  CHECK(joined(all, "-") == "a-b-c");
}

TEST_CASE("splitting keeps empty parts, and joining undoes it") {
  CHECK(split("", ',') == std::vector<std::string>{""});
  CHECK(split("a,,b,", ',') == std::vector<std::string>{"a", "", "b", ""});
  CHECK(joined(split("a,,b,", ','), ",") == "a,,b,");
}

TEST_CASE("trimming takes outer space only") {
  CHECK(trimmed("  a b\t\n") == "a b");
  CHECK(trimmed(" \r\n ") == "");
  CHECK(trimmed("") == "");
}

TEST_CASE("the nearest word is at most a third of its letters away") {
  const std::string_view words[] = {"writes_per_second", "reads_per_second", "money", "id"};
  struct Row { const char* word; const char* nearest; };
  const Row rows[] = {
      {"writes_per_sec", "writes_per_second"},
      {"write_per_second", "writes_per_second"},
      {"readsPerSecond", "reads_per_second"},
      {"monye", ""},        // two edits of five letters
      {"mony", "money"},
      {"MONEY", "money"},
      {"if", "id"},
      {"zz", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.word);
    CHECK(nearest_word(row.word, words) == row.nearest);
  }
  CHECK(nearest_word(std::string(1 << 20, 'a'), words) == "");  // at once: no candidate can be near
}

TEST_CASE("names in braces are filled, and an open brace stays") {
  const auto lookup = [](std::string_view name) { return "<" + std::string(name) + ">"; };
  CHECK(filled("{a} and {b}", lookup) == "<a> and <b>");
  CHECK(filled("plain {", lookup) == "plain {");
  CHECK(filled("", lookup) == "");
}

TEST_CASE("percent encoding undoes itself") {
  CHECK(percent_encoded("a b,c/é~") == "a%20b%2Cc%2F%C3%A9~");
  CHECK(percent_encoded("a,b", ",") == "a,b");
  std::string all;
  for (int c = 0; c < 256; ++c) all += static_cast<char>(c);
  CHECK(percent_decoded(percent_encoded(all)) == all);
}

TEST_CASE("a stray or cut escape stays as it is") {
  CHECK(percent_decoded("100%") == "100%");
  CHECK(percent_decoded("%4") == "%4");
  CHECK(percent_decoded("%zz%41") == "%zzA");
  CHECK(percent_decoded("a+b") == "a+b");
}

TEST_CASE("only whole, shortest, real characters are UTF-8") {
  struct Row { std::string_view text; std::size_t valid; };
  const Row rows[] = {
      {"", 0},
      {"plain", 5},
      {"é€😀", 9},
      {"a\xC3", 1},              // cut after one byte of two
      {"a\xE2\x82", 1},          // cut after two of three
      {"a\xF0\x9F\x98", 1},      // cut after three of four
      {"\x80", 0},               // continues nothing
      {"\xC0\xAF", 0},           // an overlong slash
      {"\xE0\x80\xAF", 0},       // the same in three bytes
      {"\xF0\x80\x80\xAF", 0},   // and in four
      {"\xED\xA0\x80", 0},       // half a surrogate pair
      {"\xF4\x90\x80\x80", 0},   // beyond U+10FFFF
      {"\xFF", 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(valid_utf8_prefix(row.text) == row.valid);
    CHECK(valid_utf8(row.text) == (row.valid == row.text.size()));
  }
}

TEST_CASE("long texts are cut between characters") {
  CHECK(shortened("short", 5) == "short");
  CHECK(shortened("longer", 5) == "longe…");
  CHECK(shortened("aé", 2) == "a…");
}

TEST_CASE("a number is a whole decimal text") {
  struct Row { const char* text; bool ok; double value; };
  const Row rows[] = {
      {"12", true, 12},     {"1e6", true, 1e6},    {"0.5", true, 0.5},   {".5", true, 0.5},   {"5.", true, 5},
      {"-3", true, -3},     {"-0", true, 0},       {"1E-3", true, 1e-3}, {"007", true, 7},    {"1e-400", true, 0},
      {"", false, 0},       {"-", false, 0},       {".", false, 0},      {"1e", false, 0},    {"1e400", false, 0},
      {"nan", false, 0},    {"inf", false, 0},     {"0x10", false, 0},   {"1 ", false, 0},    {" 1", false, 0},
      {"1,000", false, 0},  {"12a", false, 0},     {"+5", false, 0},     {"1.2.3", false, 0}, {"--1", false, 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    double value = 0;
    CHECK(parse_number(row.text, value) == row.ok);
    CHECK(value == row.value);
  }
}

TEST_CASE("FNV-1a gives its published digests") {
  CHECK(fnv1a("") == 0xcbf29ce484222325u);
  CHECK(fnv1a("a") == 0xaf63dc4c8601ec8cu);
  CHECK(fnv1a("foobar") == 0x85944171f73967e8u);
  CHECK(hex(0xaf63dc4c8601ec8cu) == "af63dc4c8601ec8c");
  CHECK(hex(0x1a, 4) == "001a");
}

TEST_CASE("escaped text holds nothing that marks, and no control character") {
  CHECK(escaped_markup("a < b && \"c\" > d") == "a &lt; b &amp;&amp; &quot;c&quot; &gt; d");
  CHECK(escaped_markup("one\n\ttwo\x01\x1f") == "one\n\ttwo");
  CHECK(escaped_markup("Ä 漢") == "Ä 漢");
  CHECK(escaped_markup("") == "");
}
