#include "web/app/app.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "web/platform/null_platform.h"

using namespace storewright;

namespace {

const ui::Node* node_named(const ui::Tree& tree, ui::Role role, std::string_view name) {
  const auto found = std::find_if(tree.nodes.begin(), tree.nodes.end(), [&](const ui::Node& node) { return node.role == role && node.name == name; });
  return found == tree.nodes.end() ? nullptr : &*found;
}

std::string action(const ui::Node* node, std::string_view kind, std::string_view value) {
  REQUIRE(node != nullptr);
  return "{\"type\":\"action\",\"id\":\"" + node->id + "\",\"kind\":\"" + std::string(kind) + "\",\"value\":\"" + std::string(value) + "\"}";
}

// What an application does with messages that arrive between two frames.
struct Visit {
  platform::NullPlatform platform{platform::NullOptions{}};
  const ui::Node* number(std::string_view name) { return node_named(platform.tree(), ui::Role::number, name); }
};

}  // namespace

TEST_CASE("letters typed faster than frames are drawn all arrive") {
  Visit visit;
  visit.platform.open("#/decide");
  const ui::Node* writes = visit.number("Writes");
  visit.platform.send_all({action(writes, "text", "9"), action(writes, "text", "90"), action(writes, "text", "900")});
  CHECK(visit.number("Writes")->value == "900");
  CHECK(visit.platform.href().find("writes_per_second=900") != std::string::npos);
}

TEST_CASE("two quick presses are two presses") {
  Visit visit;
  visit.platform.open("#/labs/ring");
  const ui::Node* add = node_named(visit.platform.tree(), ui::Role::button, "Add a shard");
  visit.platform.send_all({action(add, "press", ""), action(add, "press", "")});
  CHECK(visit.platform.href().find("add=16,17") != std::string::npos);
}

TEST_CASE("a malformed message changes nothing and is named") {
  Visit visit;
  visit.platform.open("#/decide?v=1&money=true");
  const std::string before = visit.platform.href();
  for (const char* text : {"", "{", "[]", "7", "{\"type\":7}", "{\"type\":\"action\"}", "\xff\xfe"}) {
    CAPTURE(std::string(text));
    visit.platform.send(text);
    CHECK(visit.platform.href() == before);
  }
  CHECK(std::any_of(visit.platform.tree().nodes.begin(), visit.platform.tree().nodes.end(), [](const ui::Node& node) { return node.name == "SW-9007"; }));
}

TEST_CASE("a link opens what it can and keeps what it does not know") {
  Visit visit;
  visit.platform.open("#/decide?v=99&money=true&writes_per_second=lots&brand_new=1");
  CHECK(visit.platform.href().find("brand_new=1") != std::string::npos);
  CHECK(visit.platform.href().find("money=true") != std::string::npos);
  const auto says = [&](std::string_view code) {
    return std::any_of(visit.platform.tree().nodes.begin(), visit.platform.tree().nodes.end(), [&](const ui::Node& node) { return node.name == code; });
  };
  CHECK(says("SW-1302"));
  CHECK(says("SW-1303"));
  CHECK(says("SW-1102"));
}

TEST_CASE("a profile entered on one page is still there after a visit elsewhere, and undo leads back") {
  Visit visit;
  visit.platform.open("#/decide?v=1&money=true");
  visit.platform.open("#/labs/ring");
  visit.platform.open("#/decide");
  CHECK(visit.platform.href().find("money=true") != std::string::npos);
  visit.platform.send(action(visit.number("Writes"), "text", "5"));
  CHECK(visit.platform.href().find("writes_per_second=5") != std::string::npos);
  visit.platform.send("{\"type\":\"undo\"}");
  CHECK(visit.platform.href().find("writes_per_second") == std::string::npos);
}

TEST_CASE("what was done on one page is told there, until another page is opened") {
  Visit visit;
  visit.platform.open("#/calculate/tco");
  visit.platform.send(action(node_named(visit.platform.tree(), ui::Role::button, "Copy link"), "press", ""));
  const auto told = [&] { return visit.platform.tree().announcement.find("Link copied") != std::string::npos; };
  CHECK(told());
  visit.platform.open("#/calculate/tco?v=1&hours=12");
  CHECK(told());
  visit.platform.open("#/calculate/hidden");
  CHECK_FALSE(told());
}

TEST_CASE("the addresses of sources are fetched when asked for, and a failure is told and can be repeated") {
  Visit visit;  // without a folder of packs every fetch fails, as on a broken server
  visit.platform.open("#/decide?v=1&money=true");
  visit.platform.send(action(node_named(visit.platform.tree(), ui::Role::button, "Show addresses and dates"), "press", ""));
  CHECK(node_named(visit.platform.tree(), ui::Role::text, "SW-9008") != nullptr);
  CHECK(node_named(visit.platform.tree(), ui::Role::button, "Try again") != nullptr);
}

TEST_CASE("text stays as it was typed, on the page and through the address") {
  Visit visit;
  visit.platform.open("#/decide");
  visit.platform.send(action(node_named(visit.platform.tree(), ui::Role::button, "More about your workload"), "press", ""));
  const auto field = [&] { return node_named(visit.platform.tree(), ui::Role::textfield, "What are you building?"); };
  for (const char* text : {"Tickets, seats & more", "100 % = all", "a+b", "~", "ü"}) {
    visit.platform.send(action(field(), "text", text));
    CHECK(field()->value == text);
    const std::string href = visit.platform.href();
    visit.platform.open("#/");
    visit.platform.open(href);
    CHECK(field()->value == text);
  }
}

TEST_CASE("a number may be a range in words, and what cannot be read stays with its problem") {
  Visit visit;
  visit.platform.open("#/decide");
  visit.platform.send(action(visit.number("Writes"), "text", "1,000 to 9000"));
  CHECK(visit.platform.href().find("writes_per_second=1000~5000~9000") != std::string::npos);
  CHECK(visit.number("Writes")->value == "1000 to 9000");
  visit.platform.send(action(visit.number("Writes"), "text", "-5"));
  CHECK(visit.number("Writes")->value == "-5");
  CHECK(visit.number("Writes")->invalid);
  CHECK(visit.platform.href().find("writes_per_second=1000~5000~9000") != std::string::npos);
  visit.platform.send(action(visit.number("Writes"), "text", ""));
  CHECK_FALSE(visit.number("Writes")->invalid);
  CHECK(visit.platform.href().find("writes_per_second") == std::string::npos);
}

TEST_CASE("a text of a form of its own is refused the same way in a field and in a link") {
  Visit visit;
  visit.platform.open("#/decide?v=1&money=true&weights=1,2,3&read_write_ratio=lots");
  const auto says = [&](std::string_view code) {
    return std::any_of(visit.platform.tree().nodes.begin(), visit.platform.tree().nodes.end(), [&](const ui::Node& node) { return node.name == code; });
  };
  CHECK(says("SW-2001"));
  CHECK(says("SW-2002"));
  visit.platform.open("#/decide?v=1&money=true");
  visit.platform.send(action(node_named(visit.platform.tree(), ui::Role::button, "More about your workload"), "press", ""));
  const auto ratio = [&] { return node_named(visit.platform.tree(), ui::Role::textfield, "Reads to writes"); };
  visit.platform.send(action(ratio(), "text", "lots"));
  CHECK(ratio()->invalid);
  CHECK(ratio()->description.find("SW-2001") != std::string::npos);
  CHECK(visit.platform.href().find("lots") == std::string::npos);
}
