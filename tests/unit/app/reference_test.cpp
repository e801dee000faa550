// The parts of the reference: every link of them leads somewhere, and the forms fill the one profile.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "core/base/packs.h"
#include "core/knowledge/reference.h"
#include "core/report/link.h"
#include "tests/unit/app/visit.h"
#include "web/app/state.h"

using namespace storewright;

namespace {

struct Visit : PageVisit {
  explicit Visit(std::string_view href) : PageVisit(href) {
    take("reference", packs::reference());
    take("reference_published", packs::reference_published());
  }
  void open(const std::string& href) { platform.open(href); }
  void choose(std::string_view id) { act_on(id, "choose", "true"); }
  void type(std::string_view id, std::string_view text) { act_on(id, "text", text); }
  bool links_to(std::string_view label, std::string_view part_of_address) {
    const auto& nodes = platform.tree().nodes;
    return std::any_of(nodes.begin(), nodes.end(), [&](const ui::Node& node) {
      return node.role == ui::Role::link && node.name == label && node.href.find(part_of_address) != std::string::npos;
    });
  }
};

}  // namespace

TEST_CASE("every branch of the subject leads to pages that exist") {
  CHECK(knowledge::built_in_reference().branches.size() == 5);
  for (const knowledge::Branch& branch : knowledge::built_in_reference().branches)
    for (const knowledge::BranchLink& link : branch.links) {
      CAPTURE(link.href);
      const auto parsed = report::parse_link(link.href);
      REQUIRE(parsed);
      const app::Page* page = app::find_page(parsed->route);
      REQUIRE(page != nullptr);
      Visit visit(link.href);
      CHECK_FALSE(visit.says("SW-13"));  // every field of its link is known
    }
}

TEST_CASE("a branch has a heading and its topics are all there") {
  Visit visit("#/reference/topics");
  for (const char* title : {"Decision factors", "Cost model", "Several stores (polyglot persistence)", "Migration strategy", "Trends of 2025",
                            "Kinds of stores (taxonomy)", "Consistency models", "Replication", "Sharding", "Instagram: PostgreSQL divided early",
                            "Discord: messages by channel and time", "Uber: a layer over MySQL"}) {
    CAPTURE(std::string(title));
    CHECK(visit.says(title));
  }
}

TEST_CASE("an answer to the cheat sheet goes into the profile, into the link, and to Decide") {
  Visit visit("#/reference/cheat-sheet");
  visit.choose("main/questions/transactions/1.-must-several-records-change-together-/yes");
  visit.choose("main/questions/joins/2.-do-you-combine-several-kinds-of-recor/no");
  CHECK(visit.link_has("multi_row_transactions=true"));
  CHECK(visit.link_has("no=joins"));
  CHECK(visit.says("2 of 9 answered"));
  CHECK(visit.links_to("Open the whole recommendation", "#/decide?v=1&d="));
  CHECK(visit.links_to("Open the whole recommendation", "multi_row_transactions=true"));
  visit.open("#/decide");
  CHECK(visit.link_has("multi_row_transactions=true"));
  visit.open("#/reference/cheat-sheet");
  CHECK(visit.says("2 of 9 answered"));
  visit.choose("main/questions/transactions/1.-must-several-records-change-together-/not-sure");
  CHECK(visit.says("1 of 9 answered"));
  CHECK_FALSE(visit.link_has("multi_row_transactions"));
}

TEST_CASE("a reload opens the forms with every answer") {
  std::string address;
  {
    Visit first("#/reference/checklist?v=1&access_patterns=joins&extension_tried=enough&way_back=Restore%20it.");
    CHECK(first.says("3 of 8 answered. Next: How fresh must a read be?"));
    first.choose("main/questions/consistency/how-fresh-must-a-read-be/strong");
    CHECK(first.says("4 of 8 answered"));
    address = first.platform.href();
  }
  Visit again(address);
  CHECK(again.says("4 of 8 answered"));
  CHECK(again.link_has("way_back=Restore"));
}

TEST_CASE("the link of one part does not carry the fields of another") {
  Visit visit("#/reference?v=1&filter=aws");
  visit.open("#/reference/categories?v=1&writes_per_second=60000");
  CHECK(visit.link_has("writes_per_second=60000"));
  CHECK_FALSE(visit.link_has("filter"));
  visit.open("#/reference/rules/money-needs-transactions");
  CHECK_FALSE(visit.link_has("?"));
  CHECK(visit.says("only a store with transactions over several rows"));
  visit.open("#/reference/rules/no-such-rule");
  CHECK(visit.says("No such rule"));
}

TEST_CASE("the comparison takes three stores and no more") {
  Visit visit("#/reference/compare?v=1&engines=postgresql,mysql,redis");
  CHECK(visit.says("PostgreSQL, MySQL and Redis differ in"));
  visit.platform.send(R"({"type":"action","id":"main/stores-to-compare/sqlite","kind":"set","value":"true"})");
  CHECK(visit.says("Three are the most"));
  CHECK_FALSE(visit.link_has("sqlite"));
  visit.platform.send(R"({"type":"action","id":"main/remove-redis","kind":"press","value":""})");
  CHECK(visit.says("PostgreSQL and MySQL differ in"));
}

TEST_CASE("a fact is due to be read again by the day that the host says") {
  Visit visit("#/reference?v=1&state=overdue");
  CHECK(visit.says("None of the"));
  visit.platform.send(R"({"type":"day","value":"2056-01-01"})");
  CHECK_FALSE(visit.says("None of the"));
  visit.platform.send(R"({"type":"day","value":"soon"})");
  CHECK(visit.says("None of the"));
}

TEST_CASE("the published cases nearest to the profile come first") {
  Visit visit("#/decide?v=1&access_patterns=full_text&data_model=search");
  visit.open("#/reference/published");
  const auto& nodes = visit.platform.tree().nodes;
  const auto first = std::find_if(nodes.begin(), nodes.end(), [](const ui::Node& node) { return node.role == ui::Role::heading && node.level == 2; });
  REQUIRE(first != nodes.end());
  CHECK(first->name == "Bloomberg, 2014");
  CHECK(visit.says("Like yours: what is done with the data and the shape of the data."));
}
