#include "core/base/fields.h"

#include <doctest/doctest.h>

#include <limits>

#include "core/base/generator.h"

using namespace storewright;

namespace {

enum class Colour { red, green, dark_blue };

constexpr Option colours[] = {{"red", "Red"}, {"green", "Green"}, {"dark_blue", "Dark blue"}};

struct Shop {
  std::optional<Range> writes;
  std::optional<Range> share;
  int shards = 16;
  std::optional<bool> money;
  std::optional<Colour> colour;
  Set<Colour> likes;
  std::string note;
  std::vector<std::string> keys;
  std::string store;
  std::optional<Range> read_p99_ms;
  std::optional<bool> busy;

  bool operator==(const Shop&) const = default;
};

constexpr Field table[] = {
    field<&Shop::writes>({.name = "writes_per_second", .label = "Writes a second", .unit = "writes a second",
                          .help = "How many rows change.", .max = 1e12}),
    field<&Shop::share>({.name = "share", .label = "Share", .unit = "%", .min = -5, .max = 100}),
    field<&Shop::shards>({.name = "shards", .label = "Shards", .min = 1, .max = 1000}),
    field<&Shop::money>({.name = "money", .label = "Is money involved?"}),
    field<&Shop::colour>({.name = "colour", .label = "Colour", .options = colours}),
    field<&Shop::likes>({.name = "likes", .label = "Colours you like", .options = colours}),
    field<&Shop::note>({.name = "note", .label = "Note", .max_items = 1}),
    field<&Shop::keys>({.name = "keys", .label = "Keys", .max_items = 3}),
    field<&Shop::store>({.name = "existing.store", .label = "Store in use"}),
    field<&Shop::read_p99_ms>({.name = "existing.metrics.read_p99_ms", .label = "Slow reads", .unit = "ms"}),
    field<&Shop::busy>({.name = "existing.busy", .label = "Busy"}),
};

struct Reading {
  Shop shop;
  Problems problems;
};

Reading read(std::string_view text) {
  const Result<Json> json = read_json(text);
  REQUIRE(json);
  Reading reading;
  reading.problems = read_fields(*json, table, &reading.shop);
  return reading;
}

std::string written(const Shop& shop) {
  const Shop defaults;
  JsonWriter writer;
  write_fields(writer, table, &shop, &defaults);
  return writer.take();
}

std::string text_of(std::string_view name, const Shop& shop) {
  const Shop defaults;
  return field_text(*find_field(table, name), &shop, &defaults);
}

}  // namespace

TEST_CASE("every kind of field is read from its JSON") {
  const Reading reading = read(R"({
      "writes_per_second": 900, "share": {"low": -5, "mid": 10, "high": 100}, "shards": 8, "money": true,
      "colour": "dark_blue", "likes": ["green", "red"], "note": "é", "keys": ["a,b", ""],
      "existing": {"store": "PostgreSQL", "metrics": {"read_p99_ms": {"low": 10, "high": 30}}, "busy": false}})");
  CHECK(reading.problems.empty());
  const Shop& shop = reading.shop;
  CHECK(shop.writes == Range::exactly(900));
  CHECK(shop.share == Range{-5, 10, 100});
  CHECK(shop.shards == 8);
  CHECK(shop.money == true);
  CHECK(shop.colour == Colour::dark_blue);
  CHECK(shop.likes.has(Colour::red));
  CHECK(shop.likes.has(Colour::green));
  CHECK_FALSE(shop.likes.has(Colour::dark_blue));
  CHECK(shop.note == "é");
  CHECK(shop.keys == std::vector<std::string>{"a,b", ""});
  CHECK(shop.store == "PostgreSQL");
  CHECK(shop.read_p99_ms == Range{10, 20, 30});  // without mid: the middle
  CHECK(shop.busy == false);
}

TEST_CASE("an empty object leaves the defaults") {
  const Reading reading = read("{}");
  CHECK(reading.problems.empty());
  CHECK(reading.shop == Shop{});
}

TEST_CASE("a wrong input is one problem that says what was given and the cure") {
  struct Row { const char* json; int code; const char* where; const char* message; };
  const Row rows[] = {
      {R"({"writes_per_sec":1})", 1101, "/writes_per_sec",
       "There is no field “writes_per_sec”; did you mean “writes_per_second”?"},
      {R"({"existing":{"stor":1}})", 1101, "/existing/stor",
       "There is no field “existing.stor”; did you mean “existing.store”?"},
      {R"({"existing":{"metrics":{"x/y":1}}})", 1101, "/existing/metrics/x~1y",
       "There is no field “existing.metrics.x/y”; remove it, or use read_p99_ms."},
      {R"({"read_p99ms":1})", 1101, "/read_p99ms", "There is no field “read_p99ms”; did you mean “existing.metrics.read_p99_ms”?"},
      {R"({"existing.store":"x"})", 1101, "/existing.store",
       "There is no field “existing.store” in one word; each part before a point is an object that holds the next."},
      {R"({"existing":{"metrics.read_p99_ms":1}})", 1101, "/existing/metrics.read_p99_ms",
       "There is no field “existing.metrics.read_p99_ms” in one word; each part before a point is an object that holds the next."},
      {R"({"":1})", 1101, "/",
       "There is no field “”; remove it, or use writes_per_second, share, shards, money, colour, likes, note, keys or existing."},
      {R"({"writes_per_second":{"low":1,"high":2,"hi":3}})", 1101, "/writes_per_second/hi",
       "A range has low, mid and high, but no “hi”; remove it or rename it."},

      {R"({"writes_per_second":"many"})", 1102, "/writes_per_second",
       "Writes a second must be a number or a range (low, mid, high); you gave “many”."},
      {R"({"writes_per_second":null})", 1102, "/writes_per_second",
       "Writes a second must be a number or a range (low, mid, high); you gave null. Leave it out when you do not know it."},
      {R"({"writes_per_second":{"low":1}})", 1102, "/writes_per_second",
       "The range “Writes a second” needs both low and high; you left out high."},
      {R"({"writes_per_second":{}})", 1102, "/writes_per_second",
       "The range “Writes a second” needs both low and high; you left out both."},
      {R"({"writes_per_second":{"low":"1","high":2}})", 1102, "/writes_per_second/low",
       "Writes a second must be given by numbers; you gave “1”."},
      {R"({"shards":2.5})", 1102, "/shards", "Shards must be a whole number; you gave 2.5."},
      {R"({"shards":[2]})", 1102, "/shards", "Shards must be a whole number; you gave a list."},
      {R"({"money":"yes"})", 1102, "/money", "“Is money involved?” must be true or false; you gave “yes”."},
      {R"({"colour":3})", 1102, "/colour", "Colour must be the name of a choice, in quotes; you gave 3."},
      {R"({"likes":"red"})", 1102, "/likes", "Colours you like must be a list of choices; you gave “red”."},
      {R"({"likes":["red",true]})", 1102, "/likes/1", "Colours you like must be a list of names, each in quotes; you gave true."},
      {R"({"note":{}})", 1102, "/note", "Note must be a text in quotes; you gave an object."},
      {R"({"keys":"a"})", 1102, "/keys", "Keys must be a list of texts; you gave “a”."},
      {R"({"keys":["a",1]})", 1102, "/keys/1", "Keys must be a list of texts, each in quotes; you gave 1."},

      {R"({"writes_per_second":-1})", 1103, "/writes_per_second",
       "Writes a second must be between 0 and 1,000,000,000,000; you gave -1."},
      {R"({"writes_per_second":1e308})", 1103, "/writes_per_second",
       "Writes a second must be between 0 and 1,000,000,000,000; you gave 1e308."},
      {R"({"writes_per_second":{"low":0,"high":1000000000001}})", 1103, "/writes_per_second/high",
       "Writes a second must be between 0 and 1,000,000,000,000; you gave 1,000,000,000,001."},
      {R"({"share":-5.000001})", 1103, "/share", "Share must be between -5 and 100 %; you gave -5.000001."},
      {R"({"writes_per_second":-1e-9})", 1103, "/writes_per_second",
       "Writes a second must be between 0 and 1,000,000,000,000; you gave -1e-9."},
      {R"({"shards":0})", 1103, "/shards", "Shards must be between 1 and 1,000; you gave 0."},
      {R"({"shards":-1e308})", 1103, "/shards", "Shards must be between 1 and 1,000; you gave -1e308."},

      {R"({"colour":"gren"})", 1104, "/colour", "“gren” is no choice for “Colour”; did you mean “green”?"},
      {R"({"colour":"pink"})", 1104, "/colour", "“pink” is no choice for “Colour”; choose red, green or dark_blue."},
      {R"({"likes":["red","Dark-Blue"]})", 1104, "/likes/1",
       "“Dark-Blue” is no choice for “Colours you like”; did you mean “dark_blue”?"},

      {R"([])", 1105, "", "The whole must be an object such as {\"writes_per_second\": …}; you gave a list."},
      {R"({"existing":5})", 1105, "/existing", "“existing” must be an object such as {\"store\": …}; you gave 5."},
      {R"({"existing":{"metrics":null}})", 1105, "/existing/metrics",
       "“existing.metrics” must be an object such as {\"read_p99_ms\": …}; you gave null."},

      {R"({"share":{"low":3,"mid":2,"high":4}})", 1106, "/share",
       "The range “Share” must rise from low over mid to high; you gave 3, 2 and 4."},
      {R"({"share":{"low":3,"high":2}})", 1106, "/share",
       "The range “Share” must rise from low over mid to high; you gave 3, 2.5 and 2."},

      {R"({"keys":["a","b","c","d"]})", 1108, "/keys", "Keys may have at most 3 entries; you gave 4."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.json);
    const Reading reading = read(row.json);
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].code == row.code);
    CHECK(reading.problems[0].where == row.where);
    CHECK(reading.problems[0].message == row.message);
    CHECK(reading.shop == Shop{});
  }
}

TEST_CASE("limits are inclusive") {
  CHECK(read(R"({"writes_per_second":0,"share":-5,"shards":1})").problems.empty());
  CHECK(read(R"({"writes_per_second":1e12,"share":100,"shards":1000})").problems.empty());
  CHECK(read("{\"note\":\"" + std::string(100, 'a') + "\"}").problems.empty());
  CHECK(read("{\"note\":\"" + std::string(101, 'a') + "\"}").problems.at(0).code == 1108);
}

TEST_CASE("all problems come at once, below the given pointer, and good members are kept") {
  const Result<Json> json = read_json(R"({"shards":0,"money":true,"nothing":1,"share":{"low":-9,"mid":"x","high":200}})");
  Shop shop;
  const Problems problems = read_fields(*json, table, &shop, "/params");
  REQUIRE(problems.size() == 5);
  CHECK(problems[0].where == "/params/shards");
  CHECK(problems[1].where == "/params/nothing");
  CHECK(problems[2].where == "/params/share/low");
  CHECK(problems[3].where == "/params/share/mid");
  CHECK(problems[4].where == "/params/share/high");
  CHECK(shop.money == true);
}

TEST_CASE("a hostile number of mistakes is reported in part") {
  std::string text = "{";
  for (int i = 0; i < 20000; ++i) text += (i ? ",\"f" : "\"f") + std::to_string(i) + "\":1";
  CHECK(read(text + "}").problems.size() == 100);
}

TEST_CASE("a long value is quoted in part") {
  const Reading reading = read("{\"colour\":\"" + std::string(100000, 'x') + "\"}");
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].message.size() < 200);
}

TEST_CASE("a field is read from the text of a link or a form") {
  struct Row { const char* name; const char* text; const char* json; };
  const Row rows[] = {
      {"writes_per_second", "900", R"({"writes_per_second":900})"},
      {"writes_per_second", " 1,000,000 ", R"({"writes_per_second":1000000})"},
      {"writes_per_second", "1,234.5", R"({"writes_per_second":1234.5})"},
      {"writes_per_second", "100~300~900", R"({"writes_per_second":{"low":100,"mid":300,"high":900}})"},
      {"writes_per_second", "100~900", R"({"writes_per_second":{"low":100,"mid":500,"high":900}})"},
      {"writes_per_second", "1e6", R"({"writes_per_second":1000000})"},
      {"writes_per_second", "5~5~5", R"({"writes_per_second":5})"},
      {"writes_per_second", "", "{}"},
      {"shards", "8", R"({"shards":8})"},
      {"money", "true", R"({"money":true})"},
      {"money", "no", R"({"money":false})"},
      {"money", " ", "{}"},
      {"colour", "green", R"({"colour":"green"})"},
      {"likes", "dark_blue, red", R"({"likes":["red","dark_blue"]})"},
      {"likes", "", "{}"},
      {"note", " as typed ", R"({"note":" as typed "})"},
      {"keys", "a, b%2Cc,,100%", R"({"keys":["a","b,c","100%"]})"},
      {"keys", "~", R"({"keys":[""]})"},
      {"existing.store", "Redis", R"({"existing":{"store":"Redis"}})"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CAPTURE(row.text);
    Shop shop;
    CHECK(read_field_text(row.text, *find_field(table, row.name), &shop).empty());
    CHECK(written(shop) == row.json);
  }
}

TEST_CASE("a bad text is a problem of its field and changes nothing") {
  struct Row { const char* name; const char* text; int code; const char* where; };
  const Row rows[] = {
      {"writes_per_second", "many", 1102, "/writes_per_second"},
      {"writes_per_second", "1,00", 1102, "/writes_per_second"},
      {"writes_per_second", "1,0000", 1102, "/writes_per_second"},
      {"writes_per_second", "0,500", 1102, "/writes_per_second"},  // a decimal comma in half of the world
      {"writes_per_second", "nan", 1102, "/writes_per_second"},
      {"writes_per_second", "1e400", 1102, "/writes_per_second"},
      {"writes_per_second", "1~2~3~4", 1102, "/writes_per_second"},
      {"writes_per_second", "1~~3", 1102, "/writes_per_second"},
      {"writes_per_second", "-1", 1103, "/writes_per_second"},
      {"writes_per_second", "1~1e308", 1103, "/writes_per_second/high"},
      {"writes_per_second", "9~3~1", 1106, "/writes_per_second"},
      {"shards", "", 1102, "/shards"},
      {"shards", "1.5", 1102, "/shards"},
      {"money", "maybe", 1102, "/money"},
      {"colour", "gren", 1104, "/colour"},
      {"likes", "red,blu", 1104, "/likes/1"},
      {"keys", "a,b,c,d", 1108, "/keys"},
      {"note", "cut \xC3", 1102, "/note"},
      {"existing.metrics.read_p99_ms", "x", 1102, "/existing/metrics/read_p99_ms"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CAPTURE(row.text);
    Shop shop;
    shop.writes = Range::exactly(7);
    shop.colour = Colour::red;
    const Shop before = shop;
    const Problems problems = read_field_text(row.text, *find_field(table, row.name), &shop);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == row.code);
    CHECK(problems[0].where == row.where);
    CHECK(shop == before);
  }
}

TEST_CASE("defaults are not written, and values are written in the order of the table") {
  CHECK(written(Shop{}) == "{}");
  Shop shop;
  shop.busy = true;
  shop.read_p99_ms = Range{1, 2, 3};
  shop.shards = 1;
  shop.likes.add(Colour::dark_blue);
  shop.likes.add(Colour::red);
  shop.store = "x";
  CHECK(written(shop) ==
        R"({"shards":1,"likes":["red","dark_blue"],"existing":{"store":"x","metrics":{"read_p99_ms":{"low":1,"mid":2,"high":3}},"busy":true}})");
}

TEST_CASE("the text of a field is short, and empty for a default") {
  Shop shop;
  CHECK(text_of("shards", shop) == "");
  CHECK(text_of("writes_per_second", shop) == "");
  shop.shards = 3;
  shop.writes = Range{100, 300, 900};
  shop.share = Range::exactly(12.5);
  shop.likes.add(Colour::green);
  shop.likes.add(Colour::red);
  shop.keys = {"a,b", "50%", " x", "", "~"};
  shop.money = false;
  CHECK(text_of("shards", shop) == "3");
  CHECK(text_of("writes_per_second", shop) == "100~300~900");
  CHECK(text_of("share", shop) == "12.5");
  CHECK(text_of("likes", shop) == "red,green");
  CHECK(text_of("keys", shop) == "a%2Cb,50%25,%20x,~,%7E");
  CHECK(text_of("money", shop) == "false");
}

namespace {

/// A struct in which each field is set about half the time, with awkward values.
class ShopMaker {
 public:
  explicit ShopMaker(std::uint64_t seed) : generator_(seed) {}

  Shop make() {
    Shop shop;
    if (flip()) shop.writes = range(0, 1e12);
    if (flip()) shop.share = range(-5, 100);
    if (flip()) shop.shards = 1 + static_cast<int>(generator_.below(1000));
    if (flip()) shop.money = flip();
    if (flip()) shop.colour = static_cast<Colour>(generator_.below(3));
    shop.likes.bits = static_cast<std::uint32_t>(generator_.below(8));
    if (flip()) shop.note = text();
    const std::uint64_t keys = generator_.below(4);
    for (std::uint64_t i = 0; i < keys; ++i) shop.keys.push_back(text());
    if (flip()) shop.store = text();
    if (flip()) shop.read_p99_ms = range(0, 1e15);
    if (flip()) shop.busy = flip();
    return shop;
  }

 private:
  bool flip() { return generator_.below(2) == 1; }

  Range range(double min, double max) {
    const double low = generator_.between(min, max);
    if (flip()) return Range::exactly(low);
    const double high = generator_.between(low, max);
    const double mid = generator_.between(low, high);
    return {low, mid, high};
  }

  std::string text() {
    constexpr std::string_view letters[] = {"a", ",", "%", "~", " ", "\t", "é", "😀", "\"", "%2C", "=", "&", "\n", "+", "0"};
    std::string out;
    const std::uint64_t size = generator_.below(8);
    for (std::uint64_t i = 0; i < size; ++i) out += letters[generator_.below(std::size(letters))];
    return out;
  }

  Generator generator_;
};

}  // namespace

TEST_CASE("what is written as JSON or as texts is read back the same") {
  ShopMaker maker(2026);
  for (int round = 0; round < 1000; ++round) {
    const Shop shop = maker.make();
    const std::string text = written(shop);
    CAPTURE(text);
    const Reading reading = read(text);
    REQUIRE(reading.problems.empty());
    REQUIRE(reading.shop == shop);

    Shop from_texts;
    const Shop defaults;
    for (const Field& field : table) {
      const std::string part = field_text(field, &shop, &defaults);
      if (!part.empty()) REQUIRE(read_field_text(part, field, &from_texts).empty());
    }
    REQUIRE(from_texts == shop);
  }
}

TEST_CASE("the schema describes what the reader accepts") {
  const Shop defaults;
  JsonWriter writer;
  write_schema(writer, table, "Shop", &defaults);
  const Result<Json> schema = read_json(writer.written());
  REQUIRE(schema);
  CHECK(*schema->find("$schema")->text() == "https://json-schema.org/draft/2020-12/schema");
  CHECK(*schema->find("title")->text() == "Shop");
  CHECK(*schema->find("type")->text() == "object");
  CHECK_FALSE(*schema->find("additionalProperties")->boolean());

  struct Row { const char* name; const char* schema; };
  const Row rows[] = {
      {"writes_per_second",
       R"({"title":"Writes a second","description":"How many rows change. In writes a second.","oneOf":[)"
       R"({"type":"number","minimum":0,"maximum":1000000000000},{"type":"object","properties":{)"
       R"("low":{"type":"number","minimum":0,"maximum":1000000000000},"mid":{"type":"number","minimum":0,"maximum":1000000000000},)"
       R"("high":{"type":"number","minimum":0,"maximum":1000000000000}},"required":["low","high"],"additionalProperties":false}]})"},
      {"shards", R"({"title":"Shards","type":"integer","minimum":1,"maximum":1000,"default":16})"},
      {"money", R"({"title":"Is money involved?","type":"boolean"})"},
      {"colour", R"({"title":"Colour","enum":["red","green","dark_blue"]})"},
      {"likes", R"({"title":"Colours you like","type":"array","items":{"enum":["red","green","dark_blue"]},"uniqueItems":true})"},
      {"note", R"({"title":"Note","type":"string","maxLength":100})"},
      {"keys", R"({"title":"Keys","type":"array","items":{"type":"string"},"maxItems":3})"},
  };
  const Json* properties = schema->find("properties");
  REQUIRE(properties);
  for (const Row& row : rows) {
    CAPTURE(row.name);
    REQUIRE(properties->find(row.name));
    JsonWriter part;
    part.value(*properties->find(row.name));
    CHECK(part.written() == row.schema);
  }
  const Json* existing = properties->find("existing");
  REQUIRE(existing);
  CHECK_FALSE(*existing->find("additionalProperties")->boolean());
  REQUIRE(existing->find("properties")->find("metrics"));
  CHECK(existing->find("properties")->find("metrics")->find("properties")->find("read_p99_ms"));
  CHECK(existing->find("properties")->object()->size() == 3);
}

TEST_CASE("fields are found by their full name") {
  CHECK(find_field(table, "existing.store") == &table[8]);
  CHECK(find_field(table, "existing") == nullptr);
  CHECK(find_field(table, "") == nullptr);
}
