#include "core/selection/evaluation.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/knowledge/condition.h"

namespace storewright::selection {
namespace {

using knowledge::Condition;
using knowledge::Engine;
using knowledge::RecordKind;
using knowledge::Rule;
using knowledge::TraitValue;

// What an extension can give its host: abilities to ask and to store. Where the host scales and what it takes a second
// stays the host's own.
constexpr std::string_view abilities[] = {"data_models", "full_text", "geospatial", "graph_traversal"};

bool lists(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

Truth profile_trait_truth(const Condition& leaf, bool flag) {
  const TraitValue value = flag;
  return knowledge::leaf_truth(leaf, &value);
}

Truth leaf_truth_of(const Evaluation& evaluation, const Condition& leaf, const Engine& engine, Reach reach) {
  if (leaf.field == "known_to_team") return profile_trait_truth(leaf, lists(evaluation.profile.experience, engine.id));
  if (leaf.field == "in_use") return profile_trait_truth(leaf, lists(evaluation.profile.stores_in_use, engine.id));

  const TraitValue* value = engine.trait(leaf.field);
  if (reach == Reach::plain) {
    // "extension" says that the engine alone does not have it.
    const std::string* word = value ? std::get_if<std::string>(value) : nullptr;
    if (word && *word == "extension") return Truth::no;
    return knowledge::leaf_truth(leaf, value);
  }
  Truth truth = knowledge::leaf_truth(leaf, value);
  if (std::find(std::begin(abilities), std::end(abilities), leaf.field) == std::end(abilities) ||
      leaf.comparison == "only")
    return truth;
  for (const Engine* extension : extensions_of(evaluation.knowledge, engine))
    truth = truth || knowledge::leaf_truth(leaf, extension->trait(leaf.field));
  return truth;
}

Truth fact_truth(const Facts& facts, const Condition& leaf) {
  const auto found = facts.find(leaf.field);
  return knowledge::leaf_truth(leaf, found == facts.end() ? nullptr : &found->second);
}

}  // namespace

Evaluation evaluate_rules(const Profile& profile, const knowledge::Knowledge& knowledge) {
  Evaluation evaluation{
      .profile = profile, .knowledge = knowledge, .derived = derive(profile), .plan = {}, .facts = {}, .active = {}};
  evaluation.plan = plan_of(profile, evaluation.derived);
  evaluation.facts = facts_of(profile, evaluation.derived);
  evaluation.active.reserve(knowledge.rules.size());
  for (const Rule& rule : knowledge.rules)
    evaluation.active.push_back(
        knowledge::evaluate(rule.when, [&](const Condition& leaf) { return fact_truth(evaluation.facts, leaf); }));
  return evaluation;
}

bool meets(const Evaluation& evaluation, const Rule& rule, const Engine& engine, Reach reach) {
  return knowledge::evaluate(rule.subject, [&](const Condition& leaf) {
           return leaf_truth_of(evaluation, leaf, engine, reach);
         }) == Truth::yes;
}

bool rejects(const Evaluation& evaluation, const Rule& rule, const Engine& engine) {
  return meets(evaluation, rule, engine) == (rule.effect == knowledge::Effect::reject);
}

std::string sentence(const Evaluation& evaluation, const Rule& rule, std::string_view engine_name) {
  return filled(rule.because, [&](std::string_view name) {
    return name == "engine" ? std::string(engine_name) : display_of(name, evaluation.facts);
  });
}

Reason reason_of(const Evaluation& evaluation, const Rule& rule, std::string_view engine_name) {
  return Reason{
      .rule = rule.id, .step = rule.step, .because = sentence(evaluation, rule, engine_name), .source = rule.source};
}

std::vector<std::string> undecided_fields(const Evaluation& evaluation, const Rule& rule) {
  std::vector<std::string> fields;
  const auto truth_of = [&](const Condition& leaf) { return fact_truth(evaluation.facts, leaf); };
  knowledge::visit_unknown_leaves(rule.when, truth_of, [&](const Condition& leaf) {
    for (std::string& field : fields_behind(leaf.field, evaluation.facts))
      if (!lists(fields, field)) fields.push_back(std::move(field));
  });
  return fields;
}

std::vector<const Engine*> extensions_of(const knowledge::Knowledge& knowledge, const Engine& engine) {
  std::vector<const Engine*> extensions;
  for (const Engine& record : knowledge.engines)
    if (record.record == RecordKind::extension && record.host == engine.id) extensions.push_back(&record);
  return extensions;
}

}  // namespace storewright::selection
