#include "core/report/link.h"

#include <doctest/doctest.h>

#include "core/base/generator.h"
#include "core/labs/ring.h"

using namespace storewright;
using namespace storewright::report;

namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

std::string random_text(Generator& generator) {
  static const char* const pieces[] = {"a", "Z", "0", "_", ".",  "&",  "=", "%", "#", "?",
                                       "/", " ", "+", "ä", "漢", "\n", ",", "~", "%4"};
  std::string text;
  const auto length = generator.below(8);
  for (std::uint64_t i = 0; i < length; ++i) text += pieces[generator.below(std::size(pieces))];
  return text;
}

void check_same(const Link& a, const Link& b) {
  CHECK(a.route == b.route);
  CHECK(a.version == b.version);
  CHECK(a.data == b.data);
  CHECK(a.digest == b.digest);
  CHECK(a.fields == b.fields);
}

}  // namespace

TEST_CASE("a link is readable") {
  CHECK(format_link({.route = "decide",
                     .data = "2026.11.22",
                     .digest = "1f2e3d4c",
                     .fields = {{"money", "true"}, {"writes_per_second", "100~300~900"}}}) ==
        "#/decide?v=1&d=2026.11.22&r=1f2e3d4c&money=true&writes_per_second=100~300~900");
  CHECK(format_link({.route = "labs/ring", .fields = {}}) == "#/labs/ring");
  CHECK(format_link({}) == "#/");
}

TEST_CASE("what is put into a link comes out of it") {
  Generator generator(42);
  for (int run = 0; run < 500; ++run) {
    Link link;
    link.route = random_text(generator);
    link.data = random_text(generator);
    link.digest = random_text(generator);
    for (std::uint64_t i = generator.below(5); i > 0; --i) {
      const std::string value = random_text(generator);
      link.fields.emplace_back("f" + random_text(generator), value);
    }
    const std::string text = format_link(link);
    CAPTURE(text);
    const auto parsed = parse_link(text);
    REQUIRE(parsed);
    check_same(*parsed, link);
    CHECK(format_link(*parsed) == text);
  }
}

TEST_CASE("a page's fields survive the way through a link, those of another version included") {
  const labs::RingInput defaults;
  labs::RingInput input;
  input.shards = 7;
  input.add = {"16", "17"};
  const Link link{.route = "labs/ring",
                  .fields = link_fields(labs::ring_fields(), &input, &defaults, {{"colour", "blue"}})};

  labs::RingInput again;
  const auto parsed = parse_link(format_link(link));
  REQUIRE(parsed);
  const LinkReading reading = read_link_fields(*parsed, labs::ring_fields(), &again);
  CHECK(again.shards == 7);
  CHECK(again.vnodes == defaults.vnodes);
  CHECK(again.add == input.add);
  CHECK(reading.unknown == Fields{{"colour", "blue"}});
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].code == 1303);
  CHECK(link_fields(labs::ring_fields(), &again, &defaults, reading.unknown) == link.fields);
}

TEST_CASE("a broken link is a problem or loses nothing") {
  struct Row {
    const char* text;
    int problem;
    Fields fields;
  };
  const Row rows[] = {
      {"", 0, {}},
      {"#", 0, {}},
      {"#/", 0, {}},
      {"#/decide", 0, {}},
      {"#decide", 1301, {}},
      {"section-3", 1301, {}},
      {"#/%ff%fe", 1301, {}},
      {"#/decide?v=x", 1301, {}},
      {"#/decide?v=0", 1301, {}},
      {"#/decide?v=99999999999", 1301, {}},
      {"#/decide?v=1&mon", 0, {{"mon", ""}}},     // cut in a name
      {"#/decide?v=1&a=b%2", 0, {{"a", "b%2"}}},  // cut in an escape
      {"#/decide?v=1&&a=b&", 0, {{"a", "b"}}},
      {"#/decide?a=b=c", 0, {{"a", "b=c"}}},
      {"#/decide?a=1&a=2", 0, {{"a", "1"}, {"a", "2"}}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto link = parse_link(row.text);
    CHECK((link ? 0 : link.problems()[0].code) == row.problem);
    if (link) CHECK(link->fields == row.fields);
  }
}

TEST_CASE("a link of a newer version is read as far as it is understood") {
  const auto link = parse_link("#/labs/ring?v=2&shards=9&gravity=high");
  REQUIRE(link);
  CHECK(link->version == 2);
  labs::RingInput input;
  const LinkReading reading = read_link_fields(*link, labs::ring_fields(), &input);
  CHECK(input.shards == 9);
  REQUIRE(reading.problems.size() == 2);
  CHECK(reading.problems[0].code == 1302);
  CHECK(reading.problems[1].code == 1303);
  CHECK(reading.unknown == Fields{{"gravity", "high"}});
}

TEST_CASE("a bad value leaves the default and names its field") {
  const auto link = parse_link("#/labs/ring?shards=many&vnodes=20");
  labs::RingInput input;
  const LinkReading reading = read_link_fields(*link, labs::ring_fields(), &input);
  CHECK(input.shards == 16);
  CHECK(input.vnodes == 20);
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].where == "/shards");
}

TEST_CASE("an unknown field names the nearest known one") {
  const auto link = parse_link("#/labs/ring?shard=9");
  labs::RingInput input;
  const LinkReading reading = read_link_fields(*link, labs::ring_fields(), &input);
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].message.find("\"shards\"") != std::string::npos);
}

TEST_CASE("no bytes at all make a link crash") {
  Generator generator(9);
  for (int run = 0; run < 500; ++run) {
    std::string bytes = "#/";
    for (std::uint64_t i = generator.below(40); i > 0; --i) bytes += static_cast<char>(generator.below(256));
    const auto link = parse_link(bytes);
    labs::RingInput input;
    if (link) read_link_fields(*link, labs::ring_fields(), &input);
  }
}

TEST_CASE("a digest has eight digits and notices a change") {
  CHECK(digest_of("{}").size() == 8);
  CHECK(digest_of("{}") == digest_of("{}"));
  CHECK(digest_of("{\"a\":1}") != digest_of("{\"a\":2}"));
}
