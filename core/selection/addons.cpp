#include "core/selection/addons.h"

#include <algorithm>

namespace storewright::selection {
namespace {

using knowledge::Effect;
using knowledge::Engine;
using knowledge::RecordKind;
using knowledge::Rule;

// A second store need not hold the only copy or answer every query, but it must be allowed where the profile runs.
bool may_run(const EngineVerdict& verdict) {
  return std::none_of(verdict.rejections.begin(), verdict.rejections.end(),
                      [](const Reason& reason) { return reason.step == Step::operations; });
}

const Engine* lightest(const Evaluation& evaluation, std::size_t rule, const std::vector<EngineVerdict>& verdicts) {
  const Engine* best = nullptr;
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    const Engine& engine = evaluation.knowledge.engines[i];
    if (engine.record != RecordKind::engine || !may_run(verdicts[i]) || !meets(evaluation, rule, engine, Reach::plain))
      continue;
    if (!best || operations_burden(engine) < operations_burden(*best)) best = &engine;
  }
  return best;
}

// Does the primary do this work itself?
bool covers(const Evaluation& evaluation, const Rule& rule, std::size_t index, const Engine& primary) {
  const bool by_subject = rule.covered.op == knowledge::Condition::Op::all && rule.covered.parts.empty();
  if (by_subject) return meets(evaluation, index, primary, Reach::plain);
  const auto record = static_cast<std::size_t>(&primary - evaluation.knowledge.engines.data());
  return describes_alone(evaluation.knowledge, rule.covered, record);
}

/// An add-on and the rule that asks for it.
struct Wanted {
  Addon addon;
  const Rule* rule = nullptr;
};

std::vector<Wanted> wanted_stores(const Evaluation& evaluation, const std::vector<EngineVerdict>& verdicts,
                                  const Primary& primary) {
  std::vector<Wanted> wanted;
  each_active(evaluation, Effect::add, [&](const Rule& rule, std::size_t index) {
    const Engine* main = evaluation.knowledge.engine(primary.engine);
    if (main && covers(evaluation, rule, index, *main)) return;
    const Engine* engine = lightest(evaluation, index, verdicts);
    if (!engine || engine->id == primary.engine) return;
    for (const Wanted& other : wanted)
      if (other.addon.engine == engine->id || other.addon.role == rule.role) return;
    wanted.push_back({{engine->id, rule.role, rule.feed, rule.window, rule.id, sentence(evaluation, rule, engine->name),
                       rule.reason},
                      &rule});
  });
  return wanted;
}

// The place in the team's attention: the cache, then what the primary cannot do at all, then the rest.
int rank(const Wanted& wanted) {
  if (wanted.addon.role == "cache") return 0;
  return wanted.addon.reason == "missing_capability" ? 1 : 2;
}

LeftOut left_out(const Evaluation& evaluation, const Wanted& wanted) {
  const bool said = evaluation.profile.dedicated_dba.has_value();
  return {wanted.addon.engine, wanted.addon.role, wanted.rule->id,
          std::string("It would be one technology more than three, the most that a team looks after ") +
              (said ? "without somebody for databases." : "beside its work; say so if somebody does it full time."),
          wanted.rule->instead};
}

// The record of the changes that stands between a store and several that follow it.
const Engine* lightest_feed(const Evaluation& evaluation, const std::vector<EngineVerdict>& verdicts) {
  const Engine* best = nullptr;
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    const Engine& record = evaluation.knowledge.engines[i];
    if (record.record != RecordKind::feed || !may_run(verdicts[i])) continue;
    if (!best || operations_burden(record) < operations_burden(*best)) best = &record;
  }
  return best;
}

// Where several stores follow the same changes, they read them from one log instead of each from the primary.
void share_a_log(const Evaluation& evaluation, const std::vector<EngineVerdict>& verdicts, std::vector<Addon>& addons) {
  const Engine* log = lightest_feed(evaluation, verdicts);
  if (!log) return;
  std::vector<Addon*> sharing;
  for (Addon& addon : addons)
    for (const Addon& other : addons)
      if (&addon != &other && addon.feed == other.feed) {
        sharing.push_back(&addon);
        break;
      }
  for (Addon* addon : sharing) addon->feed += ", once, into " + log->name + ", from which each store reads";
}

}  // namespace

SecondStores second_stores(const Evaluation& evaluation, const std::vector<EngineVerdict>& verdicts,
                           const Primary& primary) {
  const std::vector<Wanted> wanted = wanted_stores(evaluation, verdicts, primary);
  const bool operators = evaluation.profile.dedicated_dba.value_or(false);
  SecondStores stores;
  for (const Wanted& one : wanted) {
    int before = 0;
    for (const Wanted& other : wanted)
      before += &other != &one && (rank(other) < rank(one) || (rank(other) == rank(one) && &other < &one));
    if (operators || before < most_technologies - 1)
      stores.addons.push_back(one.addon);
    else
      stores.left_out.push_back(left_out(evaluation, one));
  }
  share_a_log(evaluation, verdicts, stores.addons);
  return stores;
}

}  // namespace storewright::selection
