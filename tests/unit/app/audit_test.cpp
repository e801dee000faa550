// The checked figures on their page and with a solution: every link leads somewhere, and no answer is given away before
// its time.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "core/audit/claims.h"
#include "core/base/packs.h"
#include "core/knowledge/knowledge.h"
#include "core/report/link.h"
#include "web/app/reference_parts.h"
#include "web/app/state.h"
#include "web/platform/null_platform.h"

using namespace storewright;

namespace {

std::string pack_message(std::string_view name, std::string_view text) {
  JsonWriter writer;
  writer.begin_object().member("type", "pack").member("name", name).member("text", text).end_object();
  return writer.take();
}

struct Visit {
  platform::NullPlatform platform{platform::NullOptions{}};

  explicit Visit(const std::string& href) { platform.open(href); }
  void take(std::string_view name, std::string_view text) { platform.send(pack_message(name, text)); }
  void act(const std::string& id, const std::string& kind, const std::string& value = "") {
    platform.send(R"({"type":"action","id":")" + id + R"(","kind":")" + kind + R"(","value":")" + value + "\"}");
  }
  bool shows(std::string_view text) {
    const auto& nodes = platform.tree().nodes;
    return std::any_of(nodes.begin(), nodes.end(),
                       [&](const ui::Node& node) { return node.name.find(text) != std::string::npos; });
  }
  bool address_has(std::string_view part) { return platform.href().find(part) != std::string::npos; }
};

}  // namespace

TEST_CASE("every checked figure that leads to a page leads to one that exists") {
  for (const audit::Claim& claim : audit::built_in_audit().claims) {
    if (claim.page.empty()) continue;
    CAPTURE(claim.id);
    CAPTURE(claim.page);
    const auto parsed = report::parse_link(claim.page);
    REQUIRE(parsed);
    REQUIRE(app::find_page(parsed->route) != nullptr);
    constexpr std::string_view reference = "reference/";
    if (parsed->route.substr(0, reference.size()) != reference) continue;
    const std::string part = parsed->route.substr(reference.size());
    CHECK((app::find_reference_part(part) != nullptr || knowledge::built_in().engine(part) != nullptr));
  }
}

TEST_CASE("the page opens with what changes a decision, and a filter narrows it and goes into the link") {
  Visit visit("#/reference/audit");
  visit.take("reference_audit", packs::reference_audit());
  CHECK(visit.shows("225 figures checked: 33 are wrong"));
  CHECK(visit.shows("$301,041.67"));
  CHECK_FALSE(visit.shows("$377,133"));  // does not change a decision: folded
  visit.act("main/topics/hidden-cost", "press");
  CHECK(visit.shows("$377,133"));
  visit.act("main/find/open", "press");
  visit.act("main/find/verdict/outdated", "choose", "true");
  CHECK(visit.address_has("verdict=outdated"));
  CHECK(visit.shows("Showing 10 of 209 figures."));
  CHECK_FALSE(visit.shows("$301,041.67"));
  visit.act("main/find/clear", "press");
  CHECK_FALSE(visit.address_has("verdict"));
}

TEST_CASE("figures of a question come with its solution, and are not even fetched before") {
  Visit visit("#/practice/cassandra-tco");
  visit.take("practice", packs::practice());
  visit.take("practice_audit", packs::practice_audit());
  CHECK_FALSE(visit.shows("Figures of the answer, checked"));
  CHECK_FALSE(visit.shows("$3,800"));
  visit.act("main/steps/people_cost/number", "text", "2400");
  visit.act("main/steps/people_cost/check", "press");
  CHECK_FALSE(visit.shows("Figures of the answer, checked"));
  visit.act("main/solution/open", "press");
  CHECK(visit.shows("Figures of the answer, checked"));
  CHECK(visit.shows("$2,200 to $3,800"));
}

TEST_CASE("the pack of the list holds no figure of a question") {
  const auto pack = read_json(packs::reference_audit(), pack_limits);
  REQUIRE(pack);
  const auto listed = audit::load_audit_pack(*pack);
  REQUIRE(listed);
  CHECK(listed->claims.size() == 209);
  for (const audit::Claim& claim : listed->claims) CHECK_MESSAGE(claim.question.empty(), claim.id);
}
