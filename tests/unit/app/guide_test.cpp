// The guide between its packs, its links and its live parts.
#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>

#include "core/guide/names.h"
#include "web/app/guide_widgets.h"
#include "web/platform/null_platform.h"

using namespace storewright;

namespace {

constexpr const char* list_pack =
    R"({\"format\":\"storewright/guide@1\",\"parts\":[{\"id\":\"factors\",\"title\":\"Factors\",\"summary\":\"s\",\"chapters\":[{\"id\":\"factors/consistency\",\"title\":\"Consistency\",\"purpose\":\"p\"}]}]})";
constexpr const char* chapter_pack =
    R"({\"format\":\"storewright/chapter@1\",\"id\":\"factors/consistency\",\"title\":\"Consistency\",\"purpose\":\"p\",\"reviewed\":\"2026-11-22\",\"blocks\":[[\"p\",\"Words.\"],[\"h2\",\"Live\",\"live\"],[\"widget\",\"consistency-needs\"],[\"h2\",\"End\",\"end\"],[\"li\",\"a\"]],\"sources\":[]})";

std::string pack_message(const std::string& name, const std::string& text) {
  return "{\"type\":\"pack\",\"name\":\"" + name + "\",\"text\":\"" + text + "\"}";
}

struct Visit {
  platform::NullPlatform platform{platform::NullOptions{}};

  // Without a folder of packs each fetch fails; here they arrive after all.
  explicit Visit(const std::string& href, bool with_packs = true) {
    platform.open(href);
    if (!with_packs) return;
    platform.send(pack_message("guide", list_pack));
    platform.send(pack_message("guide_factors_consistency", chapter_pack));
  }

  const ui::Node* node(ui::Role role, std::string_view name) {
    const auto& nodes = platform.tree().nodes;
    const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const ui::Node& one) { return one.role == role && one.name == name; });
    return found == nodes.end() ? nullptr : &*found;
  }
  std::string headline() {
    for (const ui::Node& one : platform.tree().nodes)
      if (one.role == ui::Role::status) return one.name;
    return "";
  }
  void act(const ui::Node* target, const std::string& kind, const std::string& value = "true") {
    REQUIRE(target != nullptr);
    platform.send("{\"type\":\"action\",\"id\":\"" + target->id + "\",\"kind\":\"" + kind + "\",\"value\":\"" + value + "\"}");
  }
};

}  // namespace

TEST_CASE("every widget that chapters may name is drawn somewhere, and no other") {
  CHECK(app::guide_widgets().size() == std::size(guide::widget_names));
  for (const app::GuideWidget& widget : app::guide_widgets()) {
    CAPTURE(widget.name);
    CHECK(std::find(std::begin(guide::widget_names), std::end(guide::widget_names), widget.name) != std::end(guide::widget_names));
    CHECK(app::widget_of_chapter(widget.chapter) == &widget);
  }
}

TEST_CASE("every page that chapters may link to is there") {
  for (const std::string_view route : guide::page_routes) {
    CAPTURE(route);
    CHECK(app::find_page(route) != nullptr);
  }
}

TEST_CASE("a chapter shows its pack, and a link restores its live part") {
  Visit visit("#/guide/factors/consistency?v=1&money=&consistency=causal");
  CHECK(visit.platform.tree().title == "Consistency · Guide · Storewright");
  CHECK(visit.headline().starts_with("Reads are causal: "));
  CHECK(visit.platform.href().find("consistency=causal") != std::string::npos);
  CHECK(visit.platform.href().find("money=") != std::string::npos);
}

TEST_CASE("an answer changes the result, the address and the way to Decide; the example brings all back") {
  Visit visit("#/guide/factors/consistency");
  CHECK(visit.headline().starts_with("Money is involved: "));
  visit.act(visit.node(ui::Role::radio, "Eventual"), "choose");
  CHECK(visit.headline().starts_with("Money is involved and reads are eventual: "));
  CHECK(visit.platform.href().find("consistency=eventual") != std::string::npos);
  const ui::Node* on = visit.node(ui::Role::link, "Go on with these values: all five factors");
  REQUIRE(on != nullptr);
  CHECK(on->href.find("#/decide?") == 0);
  CHECK(on->href.find("money=true") != std::string::npos);
  CHECK(on->href.find("consistency=eventual") != std::string::npos);
  visit.act(visit.node(ui::Role::button, "Back to the example"), "press");
  CHECK(visit.headline().starts_with("Money is involved: "));
  CHECK(visit.platform.href().find("consistency") == visit.platform.href().rfind("consistency"));  // only the route says it
}

TEST_CASE("a section's link is followed, leaves the address and keeps what was chosen") {
  Visit visit("#/guide/factors/consistency?v=1&consistency=causal");
  visit.platform.open("#/guide/factors/consistency?at=end");
  CHECK(visit.platform.href().find("at=") == std::string::npos);
  CHECK(visit.headline().find("causal") != std::string::npos);
}

TEST_CASE("without its packs the guide says so, and tries again") {
  Visit visit("#/guide/factors/consistency", false);
  CHECK(visit.node(ui::Role::text, "SW-9008") != nullptr);
  visit.act(visit.node(ui::Role::button, "Try again"), "press");
  CHECK(visit.node(ui::Role::text, "SW-9008") != nullptr);
  visit.platform.send(pack_message("guide", list_pack));
  CHECK(visit.node(ui::Role::heading, "Consistency") != nullptr);
  visit.platform.send(pack_message("guide_factors_consistency", "{}"));
  CHECK(visit.node(ui::Role::text, "SW-9008") != nullptr);
  visit.platform.send(pack_message("guide_factors_consistency", chapter_pack));
  CHECK(visit.node(ui::Role::heading, "End") != nullptr);
  visit.platform.send(pack_message("guide_of_nothing", chapter_pack));
  CHECK(visit.node(ui::Role::heading, "End") != nullptr);
}

TEST_CASE("a chapter that is not there is said, and leads to those that are") {
  Visit visit("#/guide/factors/nothing");
  CHECK(visit.node(ui::Role::heading, "No such chapter") != nullptr);
  CHECK(visit.node(ui::Role::link, "All chapters")->href == "#/guide");
}
