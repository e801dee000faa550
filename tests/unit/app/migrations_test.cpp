// The migrations page, and what Decide says of the store that runs: choices, links, undo.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "core/base/packs.h"
#include "tests/unit/app/visit.h"

using namespace storewright;

namespace {

struct Visit : PageVisit {
  explicit Visit(std::string_view href) : PageVisit(href) { take("migrations", packs::migrations()); }
};

}  // namespace

TEST_CASE("a store and a reason are chosen, stand in the link, and are taken back one by one") {
  Visit visit("#/reference/migrations");
  CHECK(visit.says("Say which store you run, or what hurts."));
  visit.act(ui::Role::radio, "MySQL", "choose", "true");
  CHECK(visit.says("Next on MySQL: Index the slow queries."));
  CHECK(visit.link_has("from=mysql"));
  visit.act(ui::Role::checkbox, "Everyone uses Cassandra", "set", "true");
  CHECK(visit.says("Stop: this reason is not enough for a change."));
  CHECK(visit.link_has("why=everyone-uses-cassandra"));
  visit.platform.send(R"({"type":"undo"})");
  CHECK_FALSE(visit.link_has("why="));
  CHECK(visit.link_has("from=mysql"));
  visit.platform.send(R"({"type":"undo"})");
  CHECK(visit.says("Say which store you run, or what hurts."));
}

TEST_CASE("a link brings back everything that was asked, and keeps words nobody knows") {
  Visit visit("#/reference/migrations?v=1&from=mongo&why=the%20moon,joins&size_tb=10&rate_mb_per_second=100&lag_seconds=1.1&failure=crash&repair=queue&sort=to");
  CHECK(visit.says("MongoDB to PostgreSQL"));
  CHECK(visit.says("27.8 hours"));
  CHECK(visit.says("Do not switch yet"));
  CHECK(visit.says("The queue was in the memory") == false);  // folded
  CHECK(visit.says("“the moon”"));
  for (const char* part : {"from=mongo", "why=the%20moon", "size_tb=10", "lag_seconds=1.1", "failure=crash", "repair=queue", "sort=to"}) {
    CAPTURE(part);
    CHECK(visit.link_has(part));
  }
}

TEST_CASE("a header sorts the matrix, and pressed again the other way round") {
  Visit visit("#/reference/migrations");
  const auto press = [&](std::string_view column) {
    const ui::Node* header = visit.find(ui::Role::columnheader, column);
    REQUIRE(header != nullptr);
    visit.platform.send("{\"type\":\"action\",\"id\":\"" + header->id + "\",\"kind\":\"press\"}");
  };
  press("To");
  CHECK(visit.link_has("sort=to"));
  press("To");
  CHECK(visit.link_has("descending=true"));
  press("From");
  CHECK_FALSE(visit.link_has("sort="));
  press("From");
  CHECK(visit.link_has("descending=true"));
}

TEST_CASE("the store of the profile is the store of the page until the reader says another") {
  Visit visit("#/decide?v=1&data_model=relational&existing.store=mysql&existing.metrics.cpu_percent=92");
  CHECK(visit.says("Next on MySQL (The processor is busy): Index the slow queries."));
  visit.platform.open("#/reference/migrations");
  CHECK(visit.says("Next on MySQL: Index the slow queries."));
  CHECK(visit.says("Helps: The processor is busy."));
  visit.act(ui::Role::radio, "MongoDB", "choose", "true");
  CHECK(visit.says("Next on MongoDB: Index the slow queries."));
  CHECK_FALSE(visit.says("Helps: The processor is busy."));
}

TEST_CASE("what was tried is passed over, on the page and on Decide") {
  {
    Visit page("#/reference/migrations?v=1&from=mysql&why=cpu-high");
    page.act(ui::Role::checkbox, "Index the slow queries", "set", "true");
    CHECK(page.says("Next on MySQL: Take a larger machine."));
    CHECK(page.link_has("tried=slow-queries"));
  }
  Visit decide("#/decide?v=1&data_model=relational&existing.store=mysql&existing.metrics.cpu_percent=92");
  decide.act(ui::Role::button, "Say what hurts, what you have tried, and why you want to change", "press");
  decide.act(ui::Role::checkbox, "Index the slow queries", "set", "true");
  CHECK(decide.says("Next on MySQL (The processor is busy): Take a larger machine."));
  CHECK(decide.link_has("existing.tried=slow-queries"));
}

TEST_CASE("Decide says nothing of a store that nobody runs, and names the words it does not know") {
  CHECK_FALSE(Visit("#/decide?v=1&data_model=relational").says("The store you run"));
  Visit visit("#/decide?v=1&data_model=relational&existing.store=mysql&reasons=the%20moon&existing.symptoms=it%20smells");
  CHECK(visit.says("The store you run"));
  CHECK(visit.says("“the moon”"));
  CHECK(visit.says("“it smells”"));
}
