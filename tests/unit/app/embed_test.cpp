// A page as an embed: what is left out, what is locked, what is reported.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "core/base/json.h"
#include "core/base/packs.h"
#include "web/platform/null_platform.h"

using namespace storewright;

namespace {

struct Embed {
  platform::NullPlatform platform{platform::NullOptions{}};

  explicit Embed(const std::string& query) { platform.send("{\"type\":\"embed\",\"query\":\"" + query + "\"}"); }

  const ui::Node* find(ui::Role role, std::string_view name) const {
    const auto& nodes = platform.tree().nodes;
    const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const ui::Node& node) { return node.role == role && node.name == name; });
    return found == nodes.end() ? nullptr : &*found;
  }
  bool says(std::string_view part) const {
    const auto& nodes = platform.tree().nodes;
    return std::any_of(nodes.begin(), nodes.end(), [&](const ui::Node& node) { return node.name.find(part) != std::string::npos; });
  }
  void act(const ui::Node* node, const std::string& kind, const std::string& value) {
    REQUIRE(node != nullptr);
    platform.send("{\"type\":\"action\",\"id\":\"" + node->id + "\",\"kind\":\"" + kind + "\",\"value\":\"" + value + "\"}");
  }
};

}  // namespace

TEST_CASE("an embed has its page and a way to the whole site with the same values, no navigation") {
  Embed embed("view=labs/ring&shards=8");
  CHECK(embed.find(ui::Role::navigation, "Pages") == nullptr);
  CHECK(embed.find(ui::Role::heading, "Shard ring") != nullptr);
  const ui::Node* full = embed.find(ui::Role::link, "Storewright, open in full");
  REQUIRE(full != nullptr);
  CHECK(full->href.find("./#/labs/ring?v=1") == 0);
  CHECK(full->href.find("shards=8") != std::string::npos);
}

TEST_CASE("every link of an embed leads out of its frame") {
  Embed embed("view=");
  for (const ui::Node& node : embed.platform.tree().nodes)
    if (node.role == ui::Role::link) CHECK(node.href.find('#') != 0);
}

TEST_CASE("an embed is as high as its content, however high its frame is") {
  const auto height_in = [](float frame_height) {
    platform::NullOptions options;
    options.view.height = frame_height;
    platform::NullPlatform platform(options);
    platform.send("{\"type\":\"embed\",\"query\":\"view=tools\"}");
    return platform.tree().height;
  };
  CHECK(height_in(300) == height_in(5000));
  CHECK(height_in(300) < 5000);
}

TEST_CASE("a locked field shows its value and takes nothing") {
  Embed embed("view=labs/ring&shards=8&lock=shards");
  const ui::Node* slider = embed.find(ui::Role::slider, "Shards to start with");
  REQUIRE(slider != nullptr);
  CHECK(slider->disabled);
  CHECK(slider->value == "8");
  embed.act(slider, "set", "12");
  CHECK(embed.find(ui::Role::slider, "Shards to start with")->value == "8");
  CHECK(embed.says("Fixed by the page around this one."));
  CHECK_FALSE(embed.find(ui::Role::slider, "Company ids to place")->disabled);
}

TEST_CASE("a locked field of a form takes nothing either") {
  Embed embed("view=decide&writes_per_second=900&money=true&lock=writes_per_second,money");
  embed.act(embed.find(ui::Role::number, "Writes"), "text", "5");
  CHECK(embed.find(ui::Role::number, "Writes")->value == "900");
  CHECK(embed.platform.href().find("writes_per_second=900") != std::string::npos);
}

TEST_CASE("a preset or a reset leaves locked values as they are, and says so") {
  Embed embed("view=labs/ring&shards=8&companies=5000&lock=shards");
  embed.act(embed.find(ui::Role::button, "Reset"), "press", "");
  CHECK(embed.find(ui::Role::slider, "Shards to start with")->value == "8");
  CHECK(embed.find(ui::Role::slider, "Company ids to place")->value == "25000");
  CHECK(embed.says("fixes shards"));
}

TEST_CASE("only the fields named by show are shown") {
  {
    Embed ring("view=labs/ring&show=vnodes");
    CHECK(ring.find(ui::Role::slider, "Shards to start with") == nullptr);
    CHECK(ring.find(ui::Role::button, "Add a shard") == nullptr);
    CHECK(ring.find(ui::Role::radiogroup, "Points of each shard (virtual nodes)") != nullptr);
  }
  Embed decide("view=decide&show=money");
  CHECK(decide.find(ui::Role::number, "Writes") == nullptr);
  CHECK(decide.find(ui::Role::group, "5. Operations") == nullptr);
  CHECK(decide.find(ui::Role::group, "1. Consistency") != nullptr);
  CHECK(decide.find(ui::Role::radiogroup, "Start from an example, or fill in your own") == nullptr);
}

TEST_CASE("names that the page does not have are reported, and the page works without them") {
  struct Row { const char* query; const char* code; const char* words; };
  const Row rows[] = {
      {"view=labs/ring&shardz=8", "SW-2601", "Did you mean \"shards\"?"},
      {"view=labs/ring&lock=vnode", "SW-2601", "Did you mean \"vnodes\"?"},
      {"view=labs/ring&show=shards,colour", "SW-2601", "\"colour\""},
      {"view=labs/ring&them=dark", "SW-2601", "Did you mean \"theme\"?"},
      {"view=tools&hours=1", "SW-2601", "\"hours\""},
      {"view=labs/ring&theme=blue", "SW-2602", "light, dark or auto"},
      {"view=labs/rings", "SW-2603", "labs/rings"},
      {"view=labs/ring&v=none", "SW-2604", "cannot be read"},
      {"view=labs/ring&shards=many", "SW-1102", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.query));
    Embed embed(row.query);
    CHECK(embed.says(row.code));
    CHECK(embed.says(row.words));
    CHECK(embed.find(ui::Role::link, "Storewright, open in full") != nullptr);
  }
}

TEST_CASE("asking a page for its names does not change what it shows") {
  Embed embed("view=decide&money=true&lock=consistency,no_such&show=money");
  CHECK(embed.platform.href().find("money=true") != std::string::npos);
  CHECK(embed.platform.href().find("no_such") == std::string::npos);
}

TEST_CASE("an embedded question keeps the numbers that its author chose, and its solution opens after an attempt there") {
  Embed embed("view=practice/hit-rate&seed=5&lock=seed");
  JsonWriter message;
  message.begin_object().member("type", "pack").member("name", "practice").member("text", packs::practice()).end_object();
  embed.platform.send(message.written());
  CHECK(embed.says("Numbers drawn for practice, set 5; no price list."));
  CHECK(embed.find(ui::Role::button, "New numbers") == nullptr);
  CHECK(embed.find(ui::Role::button, "Copy link to this variant") != nullptr);
  CHECK(embed.find(ui::Role::button, "Show the solution") == nullptr);
  const ui::Node* full = embed.find(ui::Role::link, "Storewright, open in full");
  REQUIRE(full != nullptr);
  CHECK(full->href.find("./#/practice/hit-rate?v=1") == 0);
  CHECK(full->href.find("seed=5") != std::string::npos);
  embed.platform.send(R"({"type":"action","id":"main/steps/misses/number","kind":"text","value":"1"})");
  embed.act(embed.find(ui::Role::button, "Check all"), "press", "");
  CHECK(embed.find(ui::Role::button, "Show the solution") != nullptr);
}

TEST_CASE("an embedded exam keeps its questions: no other ones are offered") {
  Embed embed("view=practice/exam&seed=5&n=2&minutes=6&lock=seed,n,minutes");
  JsonWriter message;
  message.begin_object().member("type", "pack").member("name", "practice").member("text", packs::practice()).end_object();
  embed.platform.send(message.written());
  CHECK_FALSE(embed.says("SW-2601"));
  CHECK(embed.find(ui::Role::button, "Other questions") == nullptr);
  embed.act(embed.find(ui::Role::button, "Start"), "press", "");
  CHECK(embed.says("Question 1 of 2"));
  embed.act(embed.find(ui::Role::button, "Next question"), "press", "");
  CHECK(embed.says("Question 2 of 2"));
}
