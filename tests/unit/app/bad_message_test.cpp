// What a broken host, server or reader may hand to a page: it says so with a code and keeps what the reader had.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/knowledge/knowledge.h"
#include "tests/unit/app/visit.h"

using namespace storewright;

namespace {

constexpr const char* start = "#/decide?v=1&money=true&writes_per_second=900";

struct Visit : PageVisit {
  Visit() : PageVisit(start) {}

  /// A code "SW-…" that stands alone, as problems are shown; it must have a cure.
  bool shows_problem() const {
    for (const ui::Node& node : platform.tree().nodes) {
      double code = 0;
      if (node.name.starts_with("SW-") && parse_number(node.name.substr(3), code))
        return knowledge::built_in().error(static_cast<int>(code)) != nullptr;
    }
    return false;
  }
  const ui::Node* number(std::string_view name) const { return find(ui::Role::number, name); }
  void type(std::string_view name, std::string_view text) { act(ui::Role::number, name, "text", text); }
};

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("a message that cannot be read changes no address and is named") {
  const std::string messages[] = {
      R"({"type":"route","href":"#/labs/ring")",
      R"({"type":"route","href":"#/labs/ring"} {})",
      R"({"type":"route","type":"route","href":"#/labs/ring"})",
      "{\"type\":\"route\",\"href\":\"#/labs/\xC3\"}",
      R"({"type":"stored","key":NaN})",
      R"({"type":"notice","code":1e400})",
      "{\"type\":\"route\",\"href\":" + repeated("[", 64) + repeated("]", 64) + "}",
      "{\"type\":\"unheard of\",\"text\":\"" + std::string(17 << 20, 'x') + "\"}",
  };
  for (const std::string& message : messages) {
    CAPTURE(shortened(message, 60));
    Visit visit;
    const std::string before = visit.platform.href();
    visit.platform.send(message);
    CHECK(visit.platform.href() == before);
    CHECK(visit.says("SW-9007"));
    CHECK(visit.number("Writes")->value == "900");
  }
}

TEST_CASE("a cut message changes no address") {
  Visit visit;
  const std::string before = visit.platform.href();
  const std::string whole = R"({"type":"route","href":"#/labs/ring?v=1&shards=4"})";
  for (std::size_t size = 0; size < whole.size(); size += 6) {  // each is drawn, and a sanitizer takes its time
    CAPTURE(size);
    visit.platform.send(whole.substr(0, size));
    CHECK(visit.platform.href() == before);
  }
  visit.platform.send(whole);
  CHECK(visit.platform.href().starts_with("#/labs/ring"));
}

TEST_CASE("what is no number stays where it was typed, says what is wrong, and a better one is taken") {
  Visit visit;
  const std::string texts[] = {"-1",   "1e308", "1e400",   "-1e400", "NaN",  "Infinity",
                               "lots", "9~1",   "1~2~3~4", "0x10",   "\x01", std::string(100000, '9')};
  for (const std::string& text : texts) {
    CAPTURE(shortened(text, 40));
    visit.type("Writes", text);
    CHECK(visit.number("Writes")->invalid);
    CHECK(visit.number("Writes")->description.find(" must ") != std::string::npos);
    CHECK(visit.number("Writes")->value == text);
    CHECK(visit.platform.href().find("money=true") != std::string::npos);
    visit.type("Writes", "901");
    CHECK_FALSE(visit.number("Writes")->invalid);
    CHECK(visit.platform.href().find("writes_per_second=901") != std::string::npos);
  }
}

TEST_CASE("a link with bad values opens with the good ones and names the bad ones") {
  const char* values[] = {"-1", "1e308", "1e400", "NaN", "", "%zz", "%C3", "1~2~3~4", "[1]", "null"};
  for (const char* value : values) {
    CAPTURE(value);
    Visit visit;
    visit.platform.open("#/decide?v=1&money=true&team_engineers=" + std::string(value));
    CHECK(visit.platform.href().find("money=true") != std::string::npos);
    CHECK((visit.shows_problem() || std::string_view(value).empty()));
  }
}

TEST_CASE("a spoilt evidence pack leaves the answer and can be tried again") {
  const std::string packs[] = {
      "",
      "null",
      "[]",
      "{}",
      "{\"format\":\"storewright/evidence@9\"}",
      "{\"format\":\"storewright/evidence@1\"}",
      "\xC3",
      repeated("[", 65),
      std::string(17 << 20, ' '),
  };
  for (const std::string& text : packs) {
    CAPTURE(shortened(text, 60));
    Visit visit;
    const std::size_t nodes = visit.platform.tree().nodes.size();
    visit.take("evidence", text);
    CHECK((visit.says("SW-9008") || visit.says("SW-9007")));
    CHECK(visit.platform.tree().nodes.size() >= nodes);
    CHECK((visit.says("Show addresses and dates") || visit.says("Try again")));
  }
}
