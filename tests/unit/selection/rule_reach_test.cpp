#include "core/selection/rule_reach.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/selection/recommend.h"

using namespace storewright;
using namespace storewright::selection;

namespace {

const knowledge::Rule& rule(std::string_view id) {
  for (const knowledge::Rule& one : knowledge::built_in().rules)
    if (one.id == id) return one;
  FAIL("no such rule");
  return knowledge::built_in().rules.front();
}

bool meets(std::string_view id, const std::string& record) {
  const auto met = records_met(rule(id), built_in_rulebook());
  return std::find(met.begin(), met.end(), record) != met.end();
}

}  // namespace

TEST_CASE("a hard rule meets whom it puts out, a preference whom it speaks for") {
  CHECK(meets("money-needs-transactions", "redis"));
  CHECK_FALSE(meets("money-needs-transactions", "postgresql"));
  CHECK(meets("prefer-transactions", "postgresql"));
  CHECK_FALSE(meets("prefer-transactions", "redis"));
  CHECK(records_met(rule("half-year-review"), built_in_rulebook()).empty());
  CHECK(depends_on_named_stores(rule("team-knows-it"), built_in_rulebook()));
  CHECK_FALSE(depends_on_named_stores(rule("strong-reads"), built_in_rulebook()));
}

TEST_CASE("whom a hard rule meets are those whom a profile that it applies to loses by it") {
  const Recommendation answer = recommend(read_profile(read_json(R"({"money":true})").take()).take(), built_in_rulebook());
  for (const EngineVerdict& verdict : answer.verdicts) {
    CAPTURE(verdict.engine);
    const bool lost = std::any_of(verdict.rejections.begin(), verdict.rejections.end(),
                                  [](const Reason& reason) { return reason.rule == "money-needs-transactions"; });
    CHECK(lost == meets("money-needs-transactions", verdict.engine));
  }
}
