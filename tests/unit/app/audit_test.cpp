// The checked figures on their page and with a solution: every link leads somewhere, and no answer is given away before
// its time.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/audit/claims.h"
#include "core/base/packs.h"
#include "core/knowledge/knowledge.h"
#include "core/practice/practice.h"
#include "core/practice/variant.h"
#include "core/report/link.h"
#include "tests/unit/app/visit.h"
#include "web/app/reference_parts.h"
#include "web/app/state.h"

using namespace storewright;

TEST_CASE("every checked figure that leads to a page leads to one that exists") {
  for (const audit::Claim& claim : audit::built_in_audit().claims) {
    if (claim.page.empty()) continue;
    CAPTURE(claim.id);
    CAPTURE(claim.page);
    const auto parsed = report::parse_link(claim.page);
    REQUIRE(parsed);
    REQUIRE(app::find_page(parsed->route) != nullptr);
    // What content makes is called by its own title, whatever the route says.
    const bool from_content = parsed->route.starts_with("calculate/") && app::find_page(parsed->route)->route == "calculate";
    CHECK((claim.page_title != "") == (from_content || parsed->route.starts_with("cases/")));
    constexpr std::string_view reference = "reference/";
    if (parsed->route.substr(0, reference.size()) != reference) continue;
    const std::string part = parsed->route.substr(reference.size());
    CHECK((app::find_reference_part(part) != nullptr || knowledge::built_in().engine(part) != nullptr));
  }
}

TEST_CASE("the page opens with what changes a decision, and a filter narrows it and goes into the link") {
  PageVisit visit("#/reference/audit");
  visit.take("reference_audit", packs::reference_audit());
  CHECK(visit.says("225 figures checked: 33 are wrong"));
  CHECK(visit.says("$301,041.67"));
  CHECK_FALSE(visit.says("$377,133"));  // does not change a decision: folded
  visit.act_on("main/topics/hidden-cost", "press");
  CHECK(visit.says("$377,133"));
  visit.act_on("main/find/open", "press");
  visit.act_on("main/find/verdict/outdated", "choose", "true");
  CHECK(visit.link_has("verdict=outdated"));
  CHECK(visit.says("Showing 10 of 209 figures."));
  CHECK_FALSE(visit.says("$301,041.67"));
  visit.act_on("main/find/clear", "press");
  CHECK_FALSE(visit.link_has("verdict"));
}

TEST_CASE("figures of a question come with its solution, and are not even fetched before") {
  const auto asked = [](const PageVisit& visit) {
    const std::vector<std::string>& packs = visit.platform.fetched();
    return std::find(packs.begin(), packs.end(), "practice_audit") != packs.end();
  };
  PageVisit visit("#/practice/cassandra-tco");
  visit.take("practice", packs::practice());
  CHECK_FALSE(visit.says("Figures of the answer, checked"));
  CHECK_FALSE(visit.says("$3,800"));
  visit.act_on("main/steps/people_cost/number", "text", "2400");
  visit.act_on("main/steps/people_cost/check", "press");
  CHECK_FALSE(visit.says("Figures of the answer, checked"));
  CHECK_FALSE(asked(visit));
  visit.act_on("main/solution/of-cassandra-tco-0", "press");
  CHECK(asked(visit));
  visit.take("practice_audit", packs::practice_audit());
  CHECK(visit.says("Figures of the answer, checked"));
  CHECK(visit.says("$2,200 to $3,800"));
}

TEST_CASE("before an attempt the page of no question says anything of its solution, rubric or checked figures") {
  for (const practice::Question& question : practice::built_in_practice().questions) {
    CAPTURE(question.id);
    const auto numbers = practice::right_numbers(question, practice::variant_of(question, 0));
    REQUIRE(numbers);
    std::vector<std::string> secrets = practice::with_numbers(question.solution, *numbers);
    secrets.insert(secrets.end(), question.corrections.begin(), question.corrections.end());
    for (const practice::Step& step : question.steps) {
      secrets.push_back(practice::with_numbers(step.right, *numbers));
      for (const practice::Slip& slip : step.slips) secrets.push_back(practice::with_numbers(slip.why, *numbers));
    }
    for (const practice::Decision& decision : question.decisions)
      for (const practice::Option& option : decision.options) secrets.push_back(option.why);
    for (const practice::Check& check : question.checks) secrets.insert(secrets.end(), {check.asks, check.why, check.complete});
    for (const practice::Criterion& one : question.criteria) secrets.insert(secrets.end(), {one.asks, one.why, one.complete});
    for (const practice::Misconception& one : question.misconceptions) secrets.push_back(one.why);
    for (const practice::GivenAnswer& other : question.alternatives) secrets.push_back(other.why);
    for (const auto& [field, text] : question.model.words) secrets.push_back(text);
    for (const audit::Claim& claim : audit::built_in_audit().claims)
      if (claim.question == question.id) secrets.insert(secrets.end(), {claim.quoted, claim.recomputed, claim.what_to_do});

    PageVisit visit("#/practice/" + question.id);
    visit.take("practice", packs::practice());
    CHECK(visit.says(question.title));
    CHECK(visit.platform.fetched() == std::vector<std::string>{"practice"});
    for (const std::string& secret : secrets) {
      CAPTURE(secret);
      CHECK((secret.empty() || !visit.says(secret)));
    }
  }
}

TEST_CASE("the pack of the list holds no figure of a question") {
  const auto pack = read_json(packs::reference_audit(), pack_limits);
  REQUIRE(pack);
  const auto listed = audit::load_audit_pack(*pack);
  REQUIRE(listed);
  CHECK(listed->claims.size() == 209);
  for (const audit::Claim& claim : listed->claims) CHECK_MESSAGE(claim.question.empty(), claim.id);
}
