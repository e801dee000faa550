#include "core/knowledge/fact_share.h"

#include "core/base/text.h"

namespace storewright::knowledge {
namespace {

const Evidence* evidence_of(const Engine& engine, const std::string& trait) {
  const auto found = engine.evidence.find(trait);
  return found == engine.evidence.end() ? nullptr : &found->second;
}

bool is_whole(const Evidence* evidence) {
  return evidence && !evidence->read.empty() && (evidence->kind == FactKind::unverified || !evidence->source.empty());
}

}  // namespace

FactShare fact_share(const Knowledge& knowledge) {
  FactShare share;
  for (const Engine& engine : knowledge.engines)
    for (const auto& [trait, value] : engine.traits) {
      const Evidence* evidence = evidence_of(engine, trait);
      ++share.facts;
      if (!is_whole(evidence)) continue;
      ++share.whole;
      if (evidence->kind != FactKind::unverified) ++share.verified;
    }
  return share;
}

Problems check_facts(const Knowledge& knowledge) {
  Problems problems;
  for (const Engine& engine : knowledge.engines)
    for (const auto& [trait, value] : engine.traits)
      if (!is_whole(evidence_of(engine, trait)))
        problems.push_back({1444, "/engines/" + engine.id + "/traits/" + trait,
                            "This fact has no date, or no source though it is not called unverified."});
  const double share = fact_share(knowledge).verified_share();
  if (share < least_verified)
    problems.push_back({1445, "/engines",
                        "Only " + display_percent(share, 1) + " of the facts are verified; " +
                            display_percent(least_verified, 0) + " are promised."});
  return problems;
}

}  // namespace storewright::knowledge
