#include "core/selection/decide.h"

#include "core/selection/derive.h"

namespace storewright::selection {
namespace {

using knowledge::Effect;
using knowledge::Rule;

using StepSums = std::array<double, knowledge::step_count>;

// Records whose verdict the rule decides, or would decide, against them.
void strike(const Rulebook& rulebook, std::size_t index, const NamedRecords& named, RecordSet& out) {
  const CompiledRule& rule = rulebook.rules[index];
  if (!rule.subject.reads_profile) {
    out |= rule.struck;
    return;
  }
  const bool spares = rulebook.knowledge.rules[index].effect == Effect::require;
  for (std::size_t record = 0; record < rulebook.knowledge.engines.size(); ++record)
    if (meets(rule, record, named) != spares) out.add(record);
}

// Calls `visit(record)` for each record that meets the rule.
template <class Visit>
void each_met(const Rulebook& rulebook, const CompiledRule& rule, const NamedRecords& named, Visit&& visit) {
  if (!rule.subject.reads_profile) return rule.subject.met[0].each(visit);
  for (std::size_t record = 0; record < rulebook.knowledge.engines.size(); ++record)
    if (meets(rule, record, named)) visit(record);
}

template <class ScoreOf>
int first_of(const Rulebook& rulebook, const Decision& decision, ScoreOf&& score_of) {
  int first = -1;
  double best = 0;
  for (std::size_t record = 0; record < rulebook.knowledge.engines.size(); ++record) {
    if (!ranked(rulebook, decision, record)) continue;
    const double score = score_of(record);
    if (first < 0 || comes_first(rulebook, decision, record, score, static_cast<std::size_t>(first), best)) {
      first = static_cast<int>(record);
      best = score;
    }
  }
  return first;
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

bool comes_first(const Rulebook& rulebook, const Decision& decision, std::size_t a, double score_a, std::size_t b,
                 double score_b) {
  if (score_a != score_b) return score_a > score_b;
  const Place& place_a = rulebook.places[a];
  const Place& place_b = rulebook.places[b];
  const bool stated_a = (place_a.model & decision.stated_model) != 0;
  const bool stated_b = (place_b.model & decision.stated_model) != 0;
  if (stated_a != stated_b) return stated_a;
  if (decision.open.has(a) != decision.open.has(b)) return decision.open.has(b);
  return place_a.order < place_b.order;
}

bool ranked(const Rulebook& rulebook, const Decision& decision, std::size_t record) {
  return rulebook.knowledge.engines[record].record == knowledge::RecordKind::engine && !decision.rejected.has(record);
}

Decision decide(const Rulebook& rulebook, const Facts& facts, const NamedRecords& named, const Weights& weights,
                Scope scope) {
  const std::size_t records = rulebook.knowledge.engines.size();
  Decision decision{.leaves = leaf_truths(rulebook, facts),
                    .active = std::vector<Truth>(rulebook.rules.size()),
                    .rejected = RecordSet(records),
                    .open = RecordSet(records),
                    .scores = {}};
  const Fact& model = fact_named(facts, "data_model");
  if (model.known) decision.stated_model = model.words;
  for (std::size_t i = 0; i < rulebook.rules.size(); ++i) {
    const Rule& rule = rulebook.knowledge.rules[i];
    if (scope == Scope::deciding_rules && !is_hard(rule) && rule.effect != Effect::prefer) continue;
    const Truth active = truth_of(rulebook.rules[i], decision.leaves);
    decision.active[i] = active;
    if (active != Truth::no && is_hard(rule))
      strike(rulebook, i, named, active == Truth::yes ? decision.rejected : decision.open);
  }
  score(rulebook, named, weights, decision);
  decision.winner = first_of(rulebook, decision, [&](std::size_t record) { return decision.scores[record].total; });
  return decision;
}

int winner_with(const Rulebook& rulebook, const Decision& decision, const Weights& weights) {
  return first_of(rulebook, decision, [&](std::size_t record) {
    return weighted(decision.scores[record].by_step, decision.counts, weights);
  });
}

Facts all_facts(const Profile& profile) {
  const Derived derived = derive(profile);
  return facts_of(profile, derived, plan_of(profile, derived));
}

Decision decide(const Rulebook& rulebook, const Profile& profile) {
  return decide(rulebook, all_facts(profile), named_records(profile, rulebook.knowledge),
                weights_of_text(profile.weights).value_or(Weights{}), Scope::deciding_rules);
}

}  // namespace storewright::selection
