#include "core/selection/evaluation.h"

#include <algorithm>

#include "core/base/day.h"
#include "core/base/text.h"

namespace storewright::selection {

using knowledge::Engine;
using knowledge::Rule;

namespace {

/// How many months a choice may stand unseen.
constexpr int review_months = 6;

}  // namespace

std::optional<Review> review_of(const Profile& profile, const knowledge::Knowledge& knowledge) {
  std::optional<std::string> due = months_later(profile.existing_since, review_months);
  if (!due) return std::nullopt;
  // "2026.11.22" and "2026-05-22": the same places, so the marks between them are made equal before they are compared.
  std::string today = knowledge.version;
  for (char& mark : today)
    if (mark == '.') mark = '-';
  const bool overdue = *due < today;
  return Review{profile.existing_since, *std::move(due), overdue};
}

Evaluation evaluate_rules(const Profile& profile, const Rulebook& rulebook) {
  Evaluation evaluation{.profile = profile,
                        .rulebook = rulebook,
                        .knowledge = rulebook.knowledge,
                        .derived = derive(profile),
                        .plan = {},
                        .facts = {},
                        .named = named_records(profile, rulebook.knowledge),
                        .review = review_of(profile, rulebook.knowledge),
                        .decision = {}};
  evaluation.plan = plan_of(profile, evaluation.derived);
  evaluation.facts = facts_of(profile, evaluation.derived, evaluation.plan);
  if (evaluation.review)
    evaluation.facts[knowledge::place_of_rule_field("review_overdue")] = {
        .known = true, .words = evaluation.review->overdue ? yes_bit : no_bit};
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
  return filled_in(evaluation, rule.because, engine_name);
}

std::optional<Range> number_said(const Evaluation& evaluation, std::string_view field) {
  if (field.empty()) return std::nullopt;
  const Fact& fact = fact_named(evaluation.facts, field);
  return fact.known ? std::optional<Range>(fact.number) : std::nullopt;
}

std::string filled_in(const Evaluation& evaluation, std::string_view pattern, std::string_view engine_name) {
  return filled(pattern, [&](std::string_view name) {
    if (name == "engine") return std::string(engine_name);
    if (evaluation.review && name == "since") return evaluation.review->chosen;
    if (evaluation.review && name == "review_due") return evaluation.review->due;
    return display_of(name, evaluation.facts);
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
