#include "core/selection/advice.h"

#include <algorithm>

#include "core/base/math.h"
#include "core/base/text.h"
#include "core/knowledge/condition.h"
#include "core/selection/migration.h"

namespace storewright::selection {
namespace {

using knowledge::Effect;
using knowledge::Engine;
using knowledge::RecordKind;
using knowledge::Rule;

bool is_in_use(const Evaluation& evaluation, const Engine& engine) {
  const std::vector<std::string>& in_use = evaluation.profile.stores_in_use;
  return std::find(in_use.begin(), in_use.end(), engine.id) != in_use.end() || existing_engine(evaluation) == &engine;
}

// Calls `visit(rule, name)`: once for a rule without a subject, else for the primary and each store in use that it
// meets.
template <class Visit>
void each_spoken(const Evaluation& evaluation, Effect effect, const std::optional<Primary>& primary, Visit&& visit) {
  each_active(evaluation, effect, [&](const Rule& rule, std::size_t index) {
    const bool of_everything = rule.subject.op == knowledge::Condition::Op::all && rule.subject.parts.empty();
    if (of_everything) {
      const Engine* engine = primary ? evaluation.knowledge.engine(primary->engine) : nullptr;
      visit(rule, engine ? std::string_view(engine->name) : std::string_view("your store"));
      return;
    }
    for (const Engine& engine : evaluation.knowledge.engines)
      if (((primary && primary->engine == engine.id) || is_in_use(evaluation, engine)) &&
          meets(evaluation, index, engine))
        visit(rule, engine.name);
  });
}

// The first active rule whose subject the primary meets by itself.
const Rule* first_for(const Evaluation& evaluation, Effect effect, const Engine& engine) {
  const Rule* first = nullptr;
  each_active(evaluation, effect, [&](const Rule& rule, std::size_t index) {
    if (!first && meets(evaluation, index, engine, Reach::plain)) first = &rule;
  });
  return first;
}

// An id that no record has says nothing to the rules, and whoever typed it should know.
void warn_of_name(const Evaluation& evaluation, const std::string& id, std::vector<Reason>& warnings) {
  if (evaluation.knowledge.engine(id)) return;
  if (const knowledge::Note* retired = retired_store(evaluation.knowledge, id)) {
    warnings.push_back({"store-retired", Step::operations, retired->title, "product-rule"});
    return;
  }
  const Engine* near = matched_store(evaluation.knowledge, id);
  warnings.push_back({"store-unknown", Step::operations,
                      "No record of the catalogue has the id \"" + id + "\", so it counted for nothing" +
                          (near ? "; did you mean \"" + near->id + "\"?" : "."),
                      "product-rule"});
}

bool is_word(const Engine& engine, std::string_view trait, std::string_view word) {
  const knowledge::TraitValue* value = engine.trait(trait);
  const std::string* text = value ? std::get_if<std::string>(value) : nullptr;
  return text && *text == word;
}

// Stores that spread rows by a key from the first day on: Cassandra, Bigtable, DynamoDB and their kind.
bool is_partitioned(const Engine& engine) {
  const knowledge::TraitValue* primary = engine.trait("primary_store");
  const bool* holds_the_truth = primary ? std::get_if<bool>(primary) : nullptr;
  return is_word(engine, "scale_out", "sharded_native") && is_word(engine, "joins", "none") && holds_the_truth &&
         *holds_the_truth && !is_word(engine, "storage_engine", "in_memory");
}

}  // namespace

std::optional<HostingAdvice> hosting_of(const Evaluation& evaluation) {
  std::optional<HostingAdvice> advice;
  each_active(evaluation, Effect::host, [&](const Rule& rule, std::size_t) {
    if (!advice && knowledge::always(rule.subject))
      advice = HostingAdvice{.answer = rule.host, .because = sentence(evaluation, rule, "the store"), .rule = rule.id};
  });
  return advice;
}

std::vector<Reason> warnings_of(const Evaluation& evaluation, const std::optional<Primary>& primary) {
  std::vector<Reason> warnings;
  each_spoken(evaluation, Effect::warn, primary, [&](const Rule& rule, std::string_view engine) {
    warnings.push_back(reason_of(evaluation, rule, engine));
  });
  const std::string& store = evaluation.profile.existing_store;
  if (const knowledge::Note* retired = retired_store(evaluation.knowledge, store))
    warnings.push_back({"store-retired", Step::operations, retired->title, "product-rule"});
  else if (!store.empty() && !existing_engine(evaluation))
    warnings.push_back({"existing-store-unmatched", Step::operations,
                        "No store in the catalogue is called \"" + store + "\", so nothing is said about leaving it.",
                        "product-rule"});
  for (const std::vector<std::string>* named : {&evaluation.profile.stores_in_use, &evaluation.profile.experience})
    for (const std::string& id : *named) warn_of_name(evaluation, id, warnings);
  return warnings;
}

std::vector<Trigger> triggers_of(const Evaluation& evaluation, const std::optional<Primary>& primary) {
  std::vector<Trigger> triggers;
  each_spoken(evaluation, Effect::trigger, primary, [&](const Rule& rule, std::string_view engine) {
    triggers.push_back({.rule = rule.id,
                        .step = rule.step,
                        .because = sentence(evaluation, rule, engine),
                        .source = rule.source,
                        .figure = rule.figure,
                        .threshold = rule.threshold,
                        .unit = rule.unit,
                        .read_at = rule.read_at,
                        .now = number_said(evaluation, rule.field)});
  });
  return triggers;
}

std::vector<Mistake> mistakes_of(const Evaluation& evaluation, const std::optional<Primary>& primary) {
  std::vector<const Rule*> rules;
  std::vector<std::vector<std::string>> engines;  // of each: a mistake made with several stores is told once
  each_spoken(evaluation, Effect::mistake, primary, [&](const Rule& rule, std::string_view engine) {
    if (rules.empty() || rules.back() != &rule) {
      rules.push_back(&rule);
      engines.emplace_back();
    }
    engines.back().emplace_back(engine);
  });
  std::vector<Mistake> mistakes;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const std::string names = sentence_list(engines[i]);
    mistakes.push_back({.rule = rules[i]->id,
                        .title = rules[i]->title,
                        .because = sentence(evaluation, *rules[i], names),
                        .impact = rules[i]->impact,
                        .fix = filled_in(evaluation, rules[i]->fix, names),
                        .source = rules[i]->source});
  }
  return mistakes;
}

std::optional<KeyAdvice> key_advice_of(const Evaluation& evaluation, const Primary& primary) {
  const Engine* engine = evaluation.knowledge.engine(primary.engine);
  const std::optional<Range> tier = number_said(evaluation, "planned_tier");
  const bool spread = tier && tier->low >= 3;
  if (!engine || (!spread && !is_partitioned(*engine))) return std::nullopt;
  const Rule* rule = first_for(evaluation, Effect::key, *engine);
  if (!rule) return std::nullopt;
  return KeyAdvice{rule->key, sentence(evaluation, *rule, engine->name), rule->avoid, rule->id, rule->source};
}

std::optional<WayBack> way_back_of(const Evaluation& evaluation, const Primary& primary) {
  const Engine* engine = evaluation.knowledge.engine(primary.engine);
  const Rule* rule = engine ? first_for(evaluation, Effect::undo, *engine) : nullptr;
  if (!rule) return std::nullopt;
  return WayBack{sentence(evaluation, *rule, engine->name), rule->id, rule->source};
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

}  // namespace storewright::selection
