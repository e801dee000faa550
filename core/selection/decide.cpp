#include "core/selection/decide.h"

#include "core/selection/derive.h"

namespace storewright::selection {
namespace {

using knowledge::Effect;
using knowledge::Rule;

using StepSums = std::array<double, knowledge::step_count>;

// Calls `visit(record)` for each record that meets the rule.
template <class Visit>
void each_met(const Rulebook& rulebook, const CompiledRule& rule, const NamedRecords& named, Visit&& visit) {
  for (std::size_t record = 0; record < rulebook.knowledge.engines.size(); ++record)
    if (meets(rule, record, named)) visit(record);
}

void strike(const Rulebook& rulebook, std::size_t index, const NamedRecords& named, RecordSet& out) {
  const bool spares = rulebook.knowledge.rules[index].effect == Effect::require;
  for (std::size_t record = 0; record < rulebook.knowledge.engines.size(); ++record)
    if (meets(rulebook.rules[index], record, named) != spares) out.add(record);
}

void score(const Rulebook& rulebook, const NamedRecords& named, const Weights& weights, Decision& decision) {
  StepSums possible = {};
  decision.scores.resize(rulebook.knowledge.engines.size());
  for (std::size_t i = 0; i < rulebook.rules.size(); ++i) {
    const Rule& rule = rulebook.knowledge.rules[i];
    if (rule.effect != Effect::prefer || decision.active[i] != Truth::yes) continue;
    const auto step = static_cast<std::size_t>(rule.step);
    possible[step] += rule.strength;
    each_met(rulebook, rulebook.rules[i], named,
             [&](std::size_t record) { decision.scores[record].by_step[step] += rule.strength; });
  }
  for (std::size_t step = 0; step < possible.size(); ++step) decision.counts[step] = possible[step] > 0;
  for (Score& of_record : decision.scores) {
    for (std::size_t step = 0; step < possible.size(); ++step)
      if (decision.counts[step]) of_record.by_step[step] /= possible[step];
    of_record.total = weighted(of_record.by_step, decision.counts, weights);
  }
}

}  // namespace

double weighted(const std::array<double, knowledge::step_count>& by_step,
                const std::array<bool, knowledge::step_count>& counts, const Weights& weights) {
  double earned = 0;
  double available = 0;
  for (std::size_t step = 0; step < by_step.size(); ++step) {
    if (!counts[step]) continue;
    earned += weights.by_step[step] * by_step[step];
    available += weights.by_step[step];
  }
  return available > 0 ? earned / available : 0;
}

bool ranked(const Rulebook& rulebook, const Decision& decision, std::size_t record) {
  return rulebook.knowledge.engines[record].record == knowledge::RecordKind::engine && !decision.rejected.has(record);
}

Decision decide(const Rulebook& rulebook, const Facts& facts, const NamedRecords& named, const Weights& weights) {
  const std::size_t records = rulebook.knowledge.engines.size();
  Decision decision{.leaves = leaf_truths(rulebook, facts),
                    .active = std::vector<Truth>(rulebook.rules.size()),
                    .rejected = RecordSet(records),
                    .open = RecordSet(records),
                    .scores = {}};
  for (std::size_t i = 0; i < rulebook.rules.size(); ++i) {
    const Truth active = truth_of(rulebook.rules[i], decision.leaves);
    decision.active[i] = active;
    if (active != Truth::no && is_hard(rulebook.knowledge.rules[i]))
      strike(rulebook, i, named, active == Truth::yes ? decision.rejected : decision.open);
  }
  score(rulebook, named, weights, decision);
  for (std::size_t record = 0; record < records; ++record)
    if (ranked(rulebook, decision, record) &&
        (decision.winner < 0 ||
         decision.scores[record].total > decision.scores[static_cast<std::size_t>(decision.winner)].total))
      decision.winner = static_cast<int>(record);
  return decision;
}

Decision decide(const Rulebook& rulebook, const Profile& profile) {
  const Derived derived = derive(profile);
  const Facts facts = facts_of(profile, derived, plan_of(profile, derived));
  return decide(rulebook, facts, named_records(profile, rulebook.knowledge),
                weights_of_text(profile.weights).value_or(Weights{}));
}

}  // namespace storewright::selection
