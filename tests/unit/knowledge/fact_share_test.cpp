#include "core/knowledge/fact_share.h"

#include <doctest/doctest.h>

using namespace storewright;
using namespace storewright::knowledge;

namespace {

/// A record with `verified` facts from a source, and `unverified` ones.
Knowledge with_facts(int verified, int unverified) {
  Knowledge knowledge;
  Engine engine;
  engine.id = "tables";
  for (int i = 0; i < verified + unverified; ++i) {
    const std::string trait = "trait_" + std::to_string(i);
    engine.traits[trait] = true;
    engine.evidence[trait] = i < verified ? Evidence{"docs", FactKind::vendor_documented, "2026-11-22", ""}
                                          : Evidence{"", FactKind::unverified, "2026-11-22", ""};
  }
  knowledge.engines.push_back(engine);
  return knowledge;
}

}  // namespace

TEST_CASE("85 of 100 verified facts keep the promise, 84 break it") {
  CHECK(check_facts(with_facts(85, 15)).empty());
  const Problems problems = check_facts(with_facts(84, 16));
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].code == 1445);
  const FactShare share = fact_share(with_facts(84, 16));
  CHECK(share.facts == 100);
  CHECK(share.whole == 100);
  CHECK(share.verified == 84);
}

TEST_CASE("a fact without a date, without evidence, or called verified without a source is named") {
  Knowledge knowledge = with_facts(9, 0);
  SUBCASE("no date") { knowledge.engines[0].evidence["trait_3"].read.clear(); }
  SUBCASE("no evidence") { knowledge.engines[0].evidence.erase("trait_3"); }
  SUBCASE("no source") { knowledge.engines[0].evidence["trait_3"].source.clear(); }
  const Problems problems = check_facts(knowledge);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].code == 1444);
  CHECK(problems[0].where == "/engines/tables/traits/trait_3");
  CHECK(fact_share(knowledge).whole == 8);
}

TEST_CASE("no facts are no broken promise") { CHECK(check_facts(Knowledge{}).empty()); }
