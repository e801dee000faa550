// One profile before one catalogue: what the rules decide, and the words in which a rule speaks about a record.
#pragma once

#include <string>
#include <vector>

#include "core/selection/decide.h"
#include "core/selection/recommend.h"

namespace storewright::selection {

/// When the store in use was chosen and is due again; absent when `existing.since` is no date. Overdue is what was due
/// before the catalogue's own date: the answer knows no other today.
std::optional<Review> review_of(const Profile& profile, const knowledge::Knowledge& knowledge);

/// Everything a recommendation is made from. Rules are decided once, in their order.
struct Evaluation {
  const Profile& profile;
  const Rulebook& rulebook;
  const knowledge::Knowledge& knowledge;  // of the rulebook
  Derived derived;
  Plan plan;
  Facts facts;
  NamedRecords named;
  std::optional<Review> review;
  Decision decision;
};

Evaluation evaluate_rules(const Profile& profile, const Rulebook& rulebook);

/// Calls `visit(rule, index)` for each rule of that effect whose condition holds, in the order of the rules.
template <class Visit>
void each_active(const Evaluation& evaluation, knowledge::Effect effect, Visit&& visit) {
  const std::vector<knowledge::Rule>& rules = evaluation.knowledge.rules;
  for (std::size_t i = 0; i < rules.size(); ++i)
    if (rules[i].effect == effect && evaluation.decision.active[i] == Truth::yes) visit(rules[i], i);
}

/// Does the record have what the subject of the rule with this index describes, alone or with its extensions?
bool meets(const Evaluation& evaluation, std::size_t rule, const knowledge::Engine& engine,
           Reach reach = Reach::with_extensions);

/// Would this hard rule (reject or require) put the record out, were its condition true?
bool rejects(const Evaluation& evaluation, std::size_t rule, const knowledge::Engine& engine);

/// The rule's sentence with the profile's figures and the record's name.
std::string sentence(const Evaluation& evaluation, const knowledge::Rule& rule, std::string_view engine_name);

/// What the profile says of a rule field that is a number; absent for "" and for what nobody said.
std::optional<Range> number_said(const Evaluation& evaluation, std::string_view field);

/// Any other sentence of a rule, filled in the same way; {since} and {review_due} are dates of the store in use.
std::string filled_in(const Evaluation& evaluation, std::string_view pattern, std::string_view engine_name);
Reason reason_of(const Evaluation& evaluation, const knowledge::Rule& rule, std::string_view engine_name);

/// The fields whose answers would decide the rule's condition, in the order of the condition, without repeats.
std::vector<std::string> undecided_fields(const Evaluation& evaluation, std::size_t rule);

}  // namespace storewright::selection
