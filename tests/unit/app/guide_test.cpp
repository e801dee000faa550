// The guide between its packs, its links and its live parts.
#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>

#include "core/guide/names.h"
#include "tests/unit/app/visit.h"
#include "web/app/guide_widgets.h"

using namespace storewright;

namespace {

constexpr const char* list_pack =
    R"({"format":"storewright/guide@1","parts":[{"id":"factors","title":"Factors","summary":"s","chapters":[{"id":"factors/consistency","title":"Consistency","purpose":"p"}]}]})";
constexpr const char* chapter_pack =
    R"({"format":"storewright/chapter@1","id":"factors/consistency","title":"Consistency","purpose":"p","reviewed":"2026-11-22","blocks":[["p","Words."],["h2","Live","live"],["widget","consistency-needs"],["h2","End","end"],["li","a"]],"sources":[]})";

struct Visit : PageVisit {
  // Without its packs each fetch fails; here they arrive after all.
  explicit Visit(std::string_view href, bool with_packs = true) : PageVisit(href) {
    if (!with_packs) return;
    take("guide", list_pack);
    take("guide_factors_consistency", chapter_pack);
  }

  std::string headline() {
    for (const ui::Node& one : platform.tree().nodes)
      if (one.role == ui::Role::status) return one.name;
    return "";
  }
  void act(const ui::Node* target, std::string_view kind, std::string_view value = "true") {
    REQUIRE(target != nullptr);
    act_on(target->id, kind, value);
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
  visit.act(visit.find(ui::Role::radio, "Eventual"), "choose");
  CHECK(visit.headline().starts_with("Money is involved and reads are eventual: "));
  CHECK(visit.platform.href().find("consistency=eventual") != std::string::npos);
  const ui::Node* on = visit.find(ui::Role::link, "Go on with these values: all five factors");
  REQUIRE(on != nullptr);
  CHECK(on->href.find("#/decide?") == 0);
  CHECK(on->href.find("money=true") != std::string::npos);
  CHECK(on->href.find("consistency=eventual") != std::string::npos);
  visit.act(visit.find(ui::Role::button, "Back to the example"), "press");
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
  CHECK(visit.find(ui::Role::text, "SW-9008") != nullptr);
  visit.act(visit.find(ui::Role::button, "Try again"), "press");
  CHECK(visit.find(ui::Role::text, "SW-9008") != nullptr);
  visit.take("guide", list_pack);
  CHECK(visit.find(ui::Role::heading, "Consistency") != nullptr);
  visit.take("guide_factors_consistency", "{}");
  CHECK(visit.find(ui::Role::text, "SW-9008") != nullptr);
  visit.take("guide_factors_consistency", chapter_pack);
  CHECK(visit.find(ui::Role::heading, "End") != nullptr);
  visit.take("guide_of_nothing", chapter_pack);
  CHECK(visit.find(ui::Role::heading, "End") != nullptr);
}

TEST_CASE("a chapter that is not there is said, and leads to those that are") {
  Visit visit("#/guide/factors/nothing");
  CHECK(visit.find(ui::Role::heading, "No such chapter") != nullptr);
  CHECK(visit.find(ui::Role::link, "All chapters")->href == "#/guide");
}
