#include "core/selection/ranking.h"

#include <algorithm>

#include "core/base/sort.h"

namespace storewright::selection {
namespace {

using knowledge::Effect;
using knowledge::Engine;
using knowledge::RecordKind;
using knowledge::Rule;

using StepSums = std::array<double, knowledge::step_count>;

std::size_t index_of(Step step) { return static_cast<std::size_t>(step); }

// The strengths of active preferences by step: all of them, or those that `engine` meets.
StepSums strengths(const Evaluation& evaluation, const Engine* engine) {
  StepSums sums = {};
  const std::vector<Rule>& rules = evaluation.knowledge.rules;
  for (std::size_t i = 0; i < rules.size(); ++i)
    if (rules[i].effect == Effect::prefer && evaluation.active[i] == Truth::yes &&
        (!engine || meets(evaluation, rules[i], *engine)))
      sums[index_of(rules[i].step)] += rules[i].strength;
  return sums;
}

RankedEngine ranked(const Evaluation& evaluation, const Engine& engine, const StepSums& possible,
                    const Weights& weights) {
  RankedEngine entry{.engine = engine.id, .category = engine.category};
  const StepSums met = strengths(evaluation, &engine);
  double earned = 0;
  double available = 0;
  for (std::size_t step = 0; step < possible.size(); ++step) {
    if (possible[step] <= 0) continue;
    entry.by_step[step] = met[step] / possible[step];
    earned += weights.by_step[step] * entry.by_step[step];
    available += weights.by_step[step];
  }
  entry.score = available > 0 ? earned / available : 0;
  return entry;
}

const EngineVerdict* verdict_for(const std::vector<EngineVerdict>& verdicts, std::string_view id) {
  for (const EngineVerdict& verdict : verdicts)
    if (verdict.engine == id) return &verdict;
  return nullptr;
}

bool out(const std::vector<EngineVerdict>& verdicts, std::string_view id) {
  const EngineVerdict* verdict = verdict_for(verdicts, id);
  return verdict && verdict->verdict == Verdict::rejected;
}

bool gives(const Evaluation& evaluation, const Rule& rule, const Engine& extension) {
  return meets(evaluation, rule, extension, Reach::with_extensions);
}

// The first extension without which the engine would not meet an active rule that it meets.
const Engine* needed_extension(const Evaluation& evaluation, const Engine& engine,
                               const std::vector<EngineVerdict>& verdicts) {
  const std::vector<Rule>& rules = evaluation.knowledge.rules;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const Rule& rule = rules[i];
    if (evaluation.active[i] != Truth::yes || (rule.effect != Effect::require && rule.effect != Effect::prefer))
      continue;
    if (!meets(evaluation, rule, engine) || meets(evaluation, rule, engine, Reach::plain)) continue;
    for (const Engine* extension : extensions_of(evaluation.knowledge, engine))
      if (!out(verdicts, extension->id) && gives(evaluation, rule, *extension)) return extension;
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
  const auto platform = evaluation.facts.find("platform");
  const std::string* chosen =
      platform == evaluation.facts.end() ? nullptr : std::get_if<std::string>(&platform->second);
  const bool open = !chosen || *chosen == "any";
  const Engine* best = nullptr;
  for (const Engine& record : evaluation.knowledge.engines) {
    if (record.record != RecordKind::service || record.host != engine.id || out(verdicts, record.id)) continue;
    if (open ? !best || places_of(record) > places_of(*best) : !best && runs_on(record, *chosen)) best = &record;
  }
  return best;
}

}  // namespace

std::vector<RankedEngine> ranking_of(const Evaluation& evaluation, const std::vector<EngineVerdict>& verdicts,
                                     const Weights& weights) {
  const StepSums possible = strengths(evaluation, nullptr);
  std::vector<RankedEngine> ranking;
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    const Engine& engine = evaluation.knowledge.engines[i];
    if (engine.record == RecordKind::engine && verdicts[i].verdict != Verdict::rejected)
      ranking.push_back(ranked(evaluation, engine, possible, weights));
  }
  // Engines come in id order, so a stable sort breaks ties by id.
  sort_stably(ranking,
                   [](const RankedEngine& a, const RankedEngine& b) { return a.score > b.score; });
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
