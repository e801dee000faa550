#include "core/selection/advice.h"

#include <algorithm>

#include "core/base/math.h"
#include "core/base/text.h"

namespace storewright::selection {
namespace {

using knowledge::Effect;
using knowledge::Engine;
using knowledge::RecordKind;
using knowledge::Rule;

template <class Visit>
void each_active(const Evaluation& evaluation, Effect effect, Visit&& visit) {
  const std::vector<Rule>& rules = evaluation.knowledge.rules;
  for (std::size_t i = 0; i < rules.size(); ++i)
    if (rules[i].effect == effect && evaluation.decision.active[i] == Truth::yes) visit(rules[i], i);
}

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

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& letter : out)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return out;
}

const Engine* existing_engine(const Evaluation& evaluation) {
  return matched_store(evaluation.knowledge, evaluation.profile.existing_store);
}

bool is_in_use(const Evaluation& evaluation, const Engine& engine) {
  const std::vector<std::string>& in_use = evaluation.profile.stores_in_use;
  return std::find(in_use.begin(), in_use.end(), engine.id) != in_use.end() || existing_engine(evaluation) == &engine;
}

// A rule without a subject speaks once; one with a subject speaks of the primary and of each store in use that it
// meets.
std::vector<Reason> spoken(const Evaluation& evaluation, Effect effect, const std::optional<Primary>& primary) {
  std::vector<Reason> reasons;
  each_active(evaluation, effect, [&](const Rule& rule, std::size_t index) {
    const bool of_everything = rule.subject.op == knowledge::Condition::Op::all && rule.subject.parts.empty();
    if (of_everything) {
      const Engine* engine = primary ? evaluation.knowledge.engine(primary->engine) : nullptr;
      reasons.push_back(reason_of(evaluation, rule, engine ? engine->name : "your store"));
      return;
    }
    for (const Engine& engine : evaluation.knowledge.engines)
      if (((primary && primary->engine == engine.id) || is_in_use(evaluation, engine)) &&
          meets(evaluation, index, engine))
        reasons.push_back(reason_of(evaluation, rule, engine.name));
  });
  return reasons;
}

}  // namespace

std::optional<HostingAdvice> hosting_of(const Evaluation& evaluation) {
  std::optional<HostingAdvice> advice;
  each_active(evaluation, Effect::host, [&](const Rule& rule, std::size_t) {
    if (!advice)
      advice = HostingAdvice{.answer = rule.host, .because = sentence(evaluation, rule, "the store"), .rule = rule.id};
  });
  return advice;
}

std::vector<Addon> addons_of(const Evaluation& evaluation, const std::vector<EngineVerdict>& verdicts,
                             const Primary& primary) {
  std::vector<Addon> addons;
  each_active(evaluation, Effect::add, [&](const Rule& rule, std::size_t index) {
    const Engine* main = evaluation.knowledge.engine(primary.engine);
    if (main && meets(evaluation, index, *main, Reach::plain)) return;
    const Engine* engine = lightest(evaluation, index, verdicts);
    if (!engine) return;
    for (const Addon& addon : addons)
      if (addon.engine == engine->id || addon.role == rule.role) return;
    addons.push_back(
        {engine->id, rule.role, rule.feed, rule.window, rule.id, sentence(evaluation, rule, engine->name)});
  });
  return addons;
}

std::vector<Reason> warnings_of(const Evaluation& evaluation, const std::optional<Primary>& primary) {
  std::vector<Reason> warnings = spoken(evaluation, Effect::warn, primary);
  const std::string& store = evaluation.profile.existing_store;
  if (!store.empty() && !existing_engine(evaluation))
    warnings.push_back({"existing-store-unmatched", Step::operations,
                        "No store in the catalogue is called \"" + store + "\", so nothing is said about leaving it.",
                        "product-rule"});
  return warnings;
}

std::vector<Reason> triggers_of(const Evaluation& evaluation, const std::optional<Primary>& primary) {
  return spoken(evaluation, Effect::trigger, primary);
}

std::optional<Migration> migration_of(const Evaluation& evaluation, const std::optional<Primary>& primary) {
  const Engine* from = existing_engine(evaluation);
  if (!from || !primary) return std::nullopt;
  const std::string& base = from->record == RecordKind::engine ? from->id : from->host;
  if (base == primary->engine)
    return Migration{from->id, primary->engine, false,
                     "You run " + from->name + " already: keep it and tune it before you change anything."};
  return Migration{
      from->id, primary->engine, true,
      "Leaving " + from->name +
          " costs work and risk that this answer does not count; move only when a limit you have measured forces it."};
}

std::string holds_sentence(const std::optional<Holding>& holding, const Derived& derived) {
  if (!holding) return {};
  const std::string limit = display_number(holding->limit, 0) + (holding->resource == "disk" ? " GB" : " a second");
  const std::string what = std::string(holding->resource) + " at " + limit;
  const double months = round_half_up(holding->months.mid);
  if (months >= a_century) return "A hundred years or more; the first to give is " + what + ".";
  if (months < 1) return "Within a month; the first to give is " + what + ".";
  return "About " + display_number(months, 0) + (months < 2 ? " month" : " months") + " in tier " +
         display_number(derived.tier.value_or(1), 0) + "; the first to give is " + what + ".";
}

const Engine* matched_store(const knowledge::Knowledge& knowledge, std::string_view text) {
  const std::string wanted = lower(trimmed(text));
  if (wanted.empty()) return nullptr;
  const Engine* inside = nullptr;  // the longest name that the text contains: "rds postgresql" before "postgresql"
  std::vector<std::string> names;
  for (const Engine& engine : knowledge.engines) {
    const std::string name = lower(engine.name);
    if (wanted == engine.id || wanted == name) return &engine;
    const bool contained = wanted.find(engine.id) != wanted.npos || wanted.find(name) != wanted.npos;
    if (contained && (!inside || engine.id.size() > inside->id.size())) inside = &engine;
    names.push_back(engine.id);
  }
  if (inside) return inside;
  for (const Engine& engine : knowledge.engines)  // "postgres", "mongo", "dynamo": how people say it
    if (wanted.size() >= 4 && engine.record == RecordKind::engine &&
        std::string_view(engine.id).substr(0, wanted.size()) == wanted)
      return &engine;
  for (const std::string& word : split(wanted, ' '))
    for (const Engine& engine : knowledge.engines)
      if (word.size() >= 5 && engine.record == RecordKind::engine &&
          std::string_view(engine.id).substr(0, word.size()) == word)
        return &engine;
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  return knowledge.engine(nearest_word(wanted, candidates));
}

}  // namespace storewright::selection
