#include "core/selection/ranking.h"

#include <algorithm>

#include "core/base/sort.h"
#include "core/selection/extension_uses.h"

namespace storewright::selection {

namespace {

using knowledge::Engine;

bool is_out(const std::vector<EngineVerdict>& verdicts, std::string_view id) {
  return std::any_of(verdicts.begin(), verdicts.end(), [&](const EngineVerdict& verdict) {
    return verdict.engine == id && verdict.verdict == Verdict::rejected;
  });
}

}  // namespace

std::vector<RankedEngine> ranking_of(const Evaluation& evaluation) {
  const Decision& decision = evaluation.decision;
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < evaluation.knowledge.engines.size(); ++i)
    if (ranked(evaluation.rulebook, decision, i)) order.push_back(i);
  sort_stably(order, [&](std::size_t a, std::size_t b) {
    return comes_first(evaluation.rulebook, decision, a, decision.scores[a].total, b, decision.scores[b].total);
  });
  std::vector<RankedEngine> ranking;
  for (const std::size_t i : order) {
    const Engine& engine = evaluation.knowledge.engines[i];
    ranking.push_back({engine.id, engine.category, decision.scores[i].total, decision.scores[i].by_step});
  }
  return ranking;
}

double margin_of(const std::vector<RankedEngine>& ranking) {
  if (ranking.empty()) return 0;
  const RankedEngine& best = ranking.front();
  for (const RankedEngine& entry : ranking)
    if (entry.category != best.category) return best.score > 0 ? (best.score - entry.score) / best.score : 0;
  return 1;
}

std::optional<Primary> primary_of(const Evaluation& evaluation, const std::vector<RankedEngine>& ranking,
                                  const std::vector<EngineVerdict>& verdicts,
                                  const std::vector<ExtensionUse>& extensions,
                                  const std::optional<HostingAdvice>& hosting) {
  if (ranking.empty()) return std::nullopt;
  const RankedEngine& best = ranking.front();
  const Engine& engine = *evaluation.knowledge.engine(best.engine);
  Primary primary{
      .engine = best.engine, .category = best.category, .run_as = "plain", .run_as_record = {}, .run_as_because = {}, .alternatives = {}};

  // An extension that cannot be had there is told of, but nothing is built on it.
  const auto usable = std::find_if(extensions.begin(), extensions.end(), [&](const ExtensionUse& use) {
    return !is_out(verdicts, use.id);
  });
  const bool managed = hosting && hosting->answer == "managed";
  const Engine* service = managed ? suitable_service(evaluation, engine, verdicts, nullptr) : nullptr;
  if (usable != extensions.end()) {
    primary.run_as = "with_extension";
    primary.run_as_record = usable->id;
  } else if (service) {
    primary.run_as = "service";
    primary.run_as_record = service->id;
    primary.run_as_because = reason_for_service(evaluation, *service);
  }

  for (const RankedEngine& entry : ranking)
    if (entry.engine != best.engine && entry.category == best.category &&
        entry.score >= best.score * (1 - clear_margin))
      primary.alternatives.push_back({entry.engine, entry.score});
  return primary;
}

}  // namespace storewright::selection
