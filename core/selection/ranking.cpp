#include "core/selection/ranking.h"

#include <algorithm>

#include "core/base/sort.h"

namespace storewright::selection {
namespace {

using knowledge::Effect;
using knowledge::Engine;
using knowledge::RecordKind;
using knowledge::Rule;

const EngineVerdict* verdict_for(const std::vector<EngineVerdict>& verdicts, std::string_view id) {
  for (const EngineVerdict& verdict : verdicts)
    if (verdict.engine == id) return &verdict;
  return nullptr;
}

bool out(const std::vector<EngineVerdict>& verdicts, std::string_view id) {
  const EngineVerdict* verdict = verdict_for(verdicts, id);
  return verdict && verdict->verdict == Verdict::rejected;
}

// The first extension without which the engine would not meet an active rule that it meets.
const Engine* needed_extension(const Evaluation& evaluation, const Engine& engine,
                               const std::vector<EngineVerdict>& verdicts) {
  const std::vector<Rule>& rules = evaluation.knowledge.rules;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const Rule& rule = rules[i];
    if (evaluation.decision.active[i] != Truth::yes || (rule.effect != Effect::require && rule.effect != Effect::prefer))
      continue;
    if (!meets(evaluation, i, engine) || meets(evaluation, i, engine, Reach::plain)) continue;
    for (const Engine* extension : extensions_of(evaluation.knowledge, engine))
      if (!out(verdicts, extension->id) && meets(evaluation, i, *extension)) return extension;
  }
  return nullptr;
}

bool runs_on(const Engine& record, std::string_view platform) {
  const knowledge::TraitValue* value = record.trait("managed_on");
  const auto* places = value ? std::get_if<std::vector<std::string>>(value) : nullptr;
  return places && std::find(places->begin(), places->end(), platform) != places->end();
}

std::size_t places_of(const Engine& record) {
  const knowledge::TraitValue* value = record.trait("managed_on");
  const auto* places = value ? std::get_if<std::vector<std::string>>(value) : nullptr;
  return places ? places->size() : 0;
}

// The service to rent: one on the chosen platform; where none is chosen, the one offered in most places.
const Engine* suitable_service(const Evaluation& evaluation, const Engine& engine,
                               const std::vector<EngineVerdict>& verdicts) {
  const std::optional<Platform>& chosen = evaluation.profile.platform;
  const bool open = !chosen || *chosen == Platform::any;
  const std::string_view name =
      open ? std::string_view() : find_field(profile_fields(), "platform")->options[static_cast<std::size_t>(*chosen)].name;
  const Engine* best = nullptr;
  for (const Engine& record : evaluation.knowledge.engines) {
    if (record.record != RecordKind::service || record.host != engine.id || out(verdicts, record.id)) continue;
    if (open ? !best || places_of(record) > places_of(*best) : !best && runs_on(record, name)) best = &record;
  }
  return best;
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
                                  const std::optional<HostingAdvice>& hosting) {
  if (ranking.empty()) return std::nullopt;
  const RankedEngine& best = ranking.front();
  const Engine& engine = *evaluation.knowledge.engine(best.engine);
  Primary primary{
      .engine = best.engine, .category = best.category, .run_as = "plain", .run_as_record = {}, .alternatives = {}};

  const Engine* extension = needed_extension(evaluation, engine, verdicts);
  const bool managed = hosting && hosting->answer == "managed";
  const Engine* service = managed ? suitable_service(evaluation, engine, verdicts) : nullptr;
  if (extension) {
    primary.run_as = "with_extension";
    primary.run_as_record = extension->id;
  } else if (service) {
    primary.run_as = "service";
    primary.run_as_record = service->id;
  }

  for (const RankedEngine& entry : ranking)
    if (entry.engine != best.engine && entry.category == best.category &&
        entry.score >= best.score * (1 - clear_margin))
      primary.alternatives.push_back({entry.engine, entry.score});
  return primary;
}

}  // namespace storewright::selection
