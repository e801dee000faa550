// Pages whose code comes later: what the reader sees meanwhile, and that nothing of such a page is asked before it is there.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "tests/unit/app/visit.h"
#include "web/app/state.h"

using namespace storewright;

namespace {

constexpr std::string_view absent = R"({"type":"code","status":"absent"})";
constexpr std::string_view failed = R"({"type":"code","status":"failed","error":"The file did not come."})";
constexpr std::string_view loaded = R"({"type":"code","status":"loaded"})";

struct Visit : PageVisit {
  Visit() { platform.send(absent); }
};

}  // namespace

TEST_CASE("the first pages are those that a reader meets first, and no others") {
  for (const app::Page& page : app::pages()) {
    CAPTURE(std::string(page.route));
    CHECK(app::is_first_page(page) == (page.route.empty() || page.route == "decide"));
  }
}

TEST_CASE("the first pages wait for nothing") {
  Visit visit;
  visit.platform.open("#/");
  CHECK(visit.find(ui::Role::heading, "What are you building?") != nullptr);
  visit.platform.open("#/decide?v=1&money=true");
  CHECK(visit.find(ui::Role::status, "Loading the page.") == nullptr);
  CHECK(visit.platform.href().find("money=true") != std::string::npos);
}

TEST_CASE("a later page says that it is on its way, keeps its address, and opens as its link says") {
  const std::string href = "#/labs/ring?v=1&shards=8&brand_new=1";
  Visit visit;
  visit.platform.open(href);
  CHECK(visit.find(ui::Role::heading, "Lab: shard ring") != nullptr);
  CHECK(visit.find(ui::Role::status, "Loading the page.") != nullptr);
  CHECK(visit.platform.tree().title == "Lab: shard ring · Storewright");
  visit.platform.send(R"({"type":"undo"})");
  CHECK(visit.platform.href() == href);
  visit.platform.send(loaded);
  CHECK(visit.find(ui::Role::heading, "Shard ring") != nullptr);
  CHECK(visit.find(ui::Role::text, "SW-1303") != nullptr);
  CHECK(visit.platform.href().find("shards=8") != std::string::npos);
}

TEST_CASE("code that does not come is told with its cure, and can be asked for again") {
  Visit visit;
  visit.platform.open("#/calculate/tco?v=1&hours=12");
  visit.platform.send(failed);
  CHECK(visit.find(ui::Role::text, "The file did not come.") != nullptr);
  CHECK(visit.find(ui::Role::text, "SW-9010") != nullptr);
  visit.press("Try again");
  CHECK(visit.find(ui::Role::text, "SW-9010") == nullptr);
  CHECK(visit.find(ui::Role::status, "Loading the page.") != nullptr);
  visit.platform.send(loaded);
  CHECK(visit.find(ui::Role::heading, "Total cost") != nullptr);
  CHECK(visit.platform.href().find("hours=12") != std::string::npos);
}

TEST_CASE("who goes on to another page meanwhile stays there when the code comes") {
  Visit visit;
  visit.platform.open("#/labs/ring");
  visit.platform.open("#/decide?v=1&money=true");
  visit.platform.send(loaded);
  CHECK(visit.platform.tree().route == "decide");
  CHECK(visit.platform.href().find("money=true") != std::string::npos);
}

TEST_CASE("the way of reading that is chosen meanwhile stays chosen") {
  Visit visit;
  visit.platform.open("#/labs/ring?v=1&shards=8");
  visit.press("View");
  visit.press("Read as plain text");
  visit.platform.send(loaded);
  CHECK(visit.find(ui::Role::button, "Back to the drawn page") != nullptr);
  CHECK(visit.platform.href().find("mode=text") != std::string::npos);
}

TEST_CASE("an embed of a later page waits in its frame and opens with what it locks") {
  Visit visit;
  visit.platform.send(R"({"type":"embed","query":"view=labs/ring&shards=8&lock=shards&colour=red"})");
  CHECK(visit.find(ui::Role::navigation, "Pages") == nullptr);
  CHECK(visit.find(ui::Role::status, "Loading the page.") != nullptr);
  CHECK(visit.find(ui::Role::text, "SW-2601") == nullptr);
  const ui::Node* full = visit.find(ui::Role::link, "Storewright, open in full");
  REQUIRE(full != nullptr);
  CHECK(full->href.find("shards=8") != std::string::npos);
  visit.platform.send(loaded);
  const ui::Node* shards = visit.find(ui::Role::slider, "Shards to start with");
  REQUIRE(shards != nullptr);
  CHECK(shards->disabled);
  CHECK(visit.find(ui::Role::text, "SW-2601") != nullptr);
}
