#include "core/selection/evaluation.h"

#include <algorithm>

#include "core/base/text.h"

namespace storewright::selection {

using knowledge::Engine;
using knowledge::Rule;

Evaluation evaluate_rules(const Profile& profile, const Rulebook& rulebook) {
  Evaluation evaluation{.profile = profile,
                        .rulebook = rulebook,
                        .knowledge = rulebook.knowledge,
                        .derived = derive(profile),
                        .plan = {},
                        .facts = {},
                        .named = named_records(profile, rulebook.knowledge),
                        .decision = {}};
  evaluation.plan = plan_of(profile, evaluation.derived);
  evaluation.facts = facts_of(profile, evaluation.derived, evaluation.plan);
  evaluation.decision =
      decide(rulebook, evaluation.facts, evaluation.named, weights_of_text(profile.weights).value_or(Weights{}));
  return evaluation;
}

bool meets(const Evaluation& evaluation, std::size_t rule, const Engine& engine, Reach reach) {
  const auto record = static_cast<std::size_t>(&engine - evaluation.knowledge.engines.data());
  if (reach == Reach::with_extensions) return meets(evaluation.rulebook.rules[rule], record, evaluation.named);
  return meets(evaluation.knowledge, evaluation.knowledge.rules[rule], record, reach,
               evaluation.named.known_to_team.has(record), evaluation.named.in_use.has(record));
}

bool rejects(const Evaluation& evaluation, std::size_t rule, const Engine& engine) {
  return meets(evaluation, rule, engine) == (evaluation.knowledge.rules[rule].effect == knowledge::Effect::reject);
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

std::vector<std::string> undecided_fields(const Evaluation& evaluation, std::size_t rule) {
  std::vector<std::string> fields;
  for (const std::size_t leaf : undecided_leaves(evaluation.rulebook.rules[rule], evaluation.decision.leaves))
    for (std::string& field : fields_behind(evaluation.rulebook.leaves[leaf].written->field, evaluation.facts))
      if (std::find(fields.begin(), fields.end(), field) == fields.end()) fields.push_back(std::move(field));
  return fields;
}

}  // namespace storewright::selection
