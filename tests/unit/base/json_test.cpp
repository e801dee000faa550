#include "core/base/json.h"

#include <doctest/doctest.h>

#include <limits>

#include "core/base/generator.h"
#include "core/base/text.h"

using namespace storewright;

namespace {

/// The text of a value after reading and writing it, or its first problem's code.
std::string rewritten(std::string_view text) {
  const Result<Json> json = read_json(text);
  if (!json) return std::to_string(json.problems()[0].code);
  JsonWriter writer;
  writer.value(*json);
  return writer.take();
}

std::string nested(int depth) {
  return std::string(static_cast<std::size_t>(depth), '[') + std::string(static_cast<std::size_t>(depth), ']');
}

}  // namespace

TEST_CASE("what is read is written again in the same order") {
  const char* const same[] = {
      "null", "true", "false", "0", "-1", "0.5", "\"\"", "[]", "{}", "[1,[2,[3]],{}]",
      R"({"z":1,"a":{"m":[true,null],"b":"é"}})", R"("quote \" backslash \\ line \n tab \t bell \u0007")",
  };
  for (const char* text : same) {
    CAPTURE(text);
    CHECK(rewritten(text) == text);
  }
}

TEST_CASE("escapes, spaces and number forms are read as RFC 8259 says") {
  struct Row { const char* text; const char* written; };
  const Row rows[] = {
      {" { \"a\" :\n1 } ", R"({"a":1})"}, {R"("\u00e9\ud83d\ude00\/")", "\"é😀/\""},
      {"1.0", "1"},                       {"-0", "0"},
      {"-0.0", "0"},                      {"1E3", "1000"},
      {"1e-400", "0"},                    {"18446744073709551615", "1.8446744073709552e19"},
      {"123456789012345678901234567890", "1.2345678901234568e29"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(rewritten(row.text) == row.written);
  }
}

TEST_CASE("a value answers for its own kind only") {
  const Result<Json> json = read_json(R"({"a":[1,"x"],"b":true})");
  REQUIRE(json);
  CHECK(json->object());
  CHECK_FALSE(json->array());
  CHECK_FALSE(json->number());
  CHECK_FALSE(json->is_null());
  REQUIRE(json->find("a"));
  REQUIRE(json->find("a")->array()->size() == 2);
  CHECK(*json->find("a")->array()->at(0).number() == 1);
  CHECK(*json->find("a")->array()->at(1).text() == "x");
  CHECK(*json->find("b")->boolean());
  CHECK_FALSE(json->find("c"));
  CHECK_FALSE(json->find("a")->find("x"));
  CHECK(Json().is_null());
}

TEST_CASE("what is no JSON is problem 1002 with the byte where it stops being JSON") {
  struct Row { std::string_view text; const char* where; };
  const Row rows[] = {
      {"", "byte 0"},          {"{", "byte 1"},           {"[1,]", "byte 3"},        {"{\"a\":}", "byte 5"},
      {"[1 2]", "byte 3"},     {"{\"a\" 1}", "byte 5"},   {"nul", "byte 3"},         {"[NaN]", "byte 1"},
      {"[Infinity]", "byte 1"},{"01", "byte 1"},          {"[1]]", "byte 3"},        {"'a'", "byte 0"},
      {"[1]//x", "byte 3"},    {"\"\\ud800\"", "byte 7"}, {"\"\\x\"", "byte 2"},     {"\"a\nb\"", "byte 2"},
      {"{1:2}", "byte 1"},     {std::string_view("[1]\0[", 5), "byte 3"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Result<Json> json = read_json(row.text);
    REQUIRE_FALSE(json);
    CHECK(json.problems()[0].code == 1002);
    CHECK(json.problems()[0].where == row.where);
    CHECK(valid_utf8(json.problems()[0].message));
  }
}

TEST_CASE("the message names line and column in characters") {
  const Result<Json> json = read_json("{\n  \"é\": tru\n}");
  REQUIRE_FALSE(json);
  CHECK(json.problems()[0].message.find("line 2, column 11") != std::string::npos);
}

TEST_CASE("the message never quotes a cut character, even when the text imitates the parser's words") {
  const Result<Json> json = read_json("\"a; last read; expected \xED\x95\x9C\tb");
  REQUIRE_FALSE(json);
  CHECK(json.problems()[0].code == 1002);
  CHECK(valid_utf8(json.problems()[0].message));
}

TEST_CASE("every cut of a valid document is a problem, none is a crash") {
  const std::string whole = R"({"a":[1,-2.5e3,{"b":"é\u00e9😀","c":[true,false,null]}],"d":{"low":1,"high":2}})";
  REQUIRE(read_json(whole));
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CAPTURE(size);
    const Result<Json> json = read_json(std::string_view(whole).substr(0, size));
    REQUIRE_FALSE(json);
    const int code = json.problems()[0].code;
    CHECK((code == 1002 || code == 1005));
    CHECK(valid_utf8(json.problems()[0].message));
  }
}

TEST_CASE("a document with one changed byte is read or refused, never a crash") {
  const std::string whole = R"({"a":[1,-2.5e3,{"b":"é\u00e9"}],"d":{"low":1}})";
  Generator generator(7);
  for (int round = 0; round < 3000; ++round) {
    std::string changed = whole;
    const std::uint64_t at = generator.below(changed.size());
    changed[at] = static_cast<char>(generator.below(256));
    const Result<Json> json = read_json(changed);
    if (json) continue;
    REQUIRE(json.problems().size() == 1);
    REQUIRE(json.problems()[0].code >= 1002);
    REQUIRE(json.problems()[0].code <= 1006);
    REQUIRE(valid_utf8(json.problems()[0].message));
  }
}

TEST_CASE("a text above the limit is refused before it is read") {
  const Result<Json> huge = read_json(std::string(10'000'000, ' ') + "1");
  REQUIRE_FALSE(huge);
  CHECK(huge.problems()[0].code == 1001);
  CHECK(huge.problems()[0].message.find("10,000,001 bytes; at most 1,048,576") != std::string::npos);

  const std::string just = "\"" + std::string((1 << 20) - 2, 'a') + "\"";
  CHECK(read_json(just));
  CHECK_FALSE(read_json(just + " "));
  CHECK(read_json(just + " ", pack_limits));
}

TEST_CASE("a key that stands twice is a problem of its place") {
  struct Row { const char* text; const char* where; };
  const Row rows[] = {
      {R"({"a":1,"a":2})", "/a"},
      {R"({"a":1,"\u0061":2})", "/a"},
      {R"([0,{"x":{"b/c":1,"d":2,"b/c":3}}])", "/1/x/b~1c"},
      {R"({"":1,"":2})", "/"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Result<Json> json = read_json(row.text);
    REQUIRE_FALSE(json);
    CHECK(json.problems()[0].code == 1003);
    CHECK(json.problems()[0].where == row.where);
  }
  CHECK(read_json(R"([{"a":1},{"a":1}])"));  // in different objects
}

TEST_CASE("64 levels are read, 65 are not") {
  CHECK(read_json(nested(64)));
  const Result<Json> deep = read_json(nested(65));
  REQUIRE_FALSE(deep);
  CHECK(deep.problems()[0].code == 1004);
  CHECK_FALSE(read_json(std::string(1 << 20, '[')));
  std::string objects;
  for (int i = 0; i < 65; ++i) objects += "{\"a\":";
  CHECK(rewritten(objects) == "1004");
}

TEST_CASE("broken UTF-8 is named by its first byte") {
  struct Row { std::string_view text; const char* where; };
  const Row rows[] = {{"\"a\xC3\"", "byte 2"}, {"\"a\xC3", "byte 2"}, {"\xFF", "byte 0"}, {"\"\xED\xA0\x80\"", "byte 1"}};
  for (const Row& row : rows) {
    const Result<Json> json = read_json(row.text);
    REQUIRE_FALSE(json);
    CHECK(json.problems()[0].code == 1005);
    CHECK(json.problems()[0].where == row.where);
  }
}

TEST_CASE("a number beyond the largest double is a problem of its own") {
  CHECK(rewritten("[1e308]") == "[1e308]");
  const Result<Json> json = read_json("[1, 1e400]");
  REQUIRE_FALSE(json);
  CHECK(json.problems()[0].code == 1006);
  CHECK(json.problems()[0].where == "byte 4");
  CHECK(json.problems()[0].message.find("1e400") != std::string::npos);
  CHECK(rewritten("-1e999") == "1006");
}

TEST_CASE("a text is written so that it reads back the same, wherever in it a special character stands") {
  for (const std::string special : {"\"", "\\", "\n", "\x1f", "\x7f", "é", "🙂", " ", "!"})
    for (std::size_t before = 0; before < 20; ++before)
      for (const std::size_t after : {std::size_t{0}, std::size_t{9}}) {
        const std::string text = std::string(before, 'a') + special + std::string(after, '~');
        CAPTURE(text);
        JsonWriter writer;
        writer.text(text);
        const Result<Json> read = read_json(writer.written());
        REQUIRE(read);
        REQUIRE(read->text());
        CHECK(*read->text() == text);
      }
}

TEST_CASE("pointers escape the two characters that mean something in them") {
  CHECK(pointer_to("/a", "b/c") == "/a/b~1c");
  CHECK(pointer_to("", "m~n") == "/m~0n");
  CHECK(pointer_to("/a", 3) == "/a/3");
}

TEST_CASE("the writer sets commas, and broken text comes out as valid JSON") {
  JsonWriter writer;
  writer.begin_object().member("a", 1).member("b", "x").key("c").begin_array();
  writer.number(0.1).null().boolean(true).raw("{\"r\":[]}").begin_object().end_object().end_array();
  writer.member("d", false).member("e", 2.5).member("bad", std::string("\xC3|")).end_object();
  CHECK(writer.written() == "{\"a\":1,\"b\":\"x\",\"c\":[0.1,null,true,{\"r\":[]},{}],\"d\":false,\"e\":2.5,\"bad\":\"\xEF\xBF\xBD|\"}");
  CHECK(read_json(writer.written()));
}

TEST_CASE("numbers are written with the fewest digits that read back the same") {
  struct Row { double value; const char* text; };
  const Row rows[] = {
      {0, "0"},         {-0.0, "0"},      {1, "1"},           {-17, "-17"},     {0.1, "0.1"},      {-2.5, "-2.5"},
      {1e15, "1000000000000000"},         {9007199254740991.0, "9007199254740991"}, {1e16, "1e16"}, {1e21, "1e21"},
      {1.5e-7, "1.5e-7"}, {1e100, "1e100"}, {5e-324, "5e-324"}, {1.7976931348623157e308, "1.7976931348623157e308"},
      {1.0 / 3, "0.3333333333333333"},    {123456.789, "123456.789"},
      {std::numeric_limits<double>::infinity(), "null"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(shortest_number(row.value) == row.text);
  }
}

TEST_CASE("every double survives being written and read") {
  Generator generator(11);
  for (int round = 0; round < 5000; ++round) {
    const double mantissa = generator.between(-10, 10);
    const std::uint64_t digits = generator.below(40);
    double scale = 1;
    for (std::uint64_t i = 0; i < digits; ++i) scale *= 10;
    for (const double value : {mantissa * scale, mantissa / scale}) {
      const std::string text = shortest_number(value);
      const Result<Json> json = read_json(text);
      REQUIRE(json);
      REQUIRE(*json->number() == value);
      double parsed = 0;
      REQUIRE(parse_number(text, parsed));
      REQUIRE(parsed == value);
    }
  }
}
