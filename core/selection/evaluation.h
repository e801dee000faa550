// One profile before one catalogue: what the rules decide, and the words in which a rule speaks about a record.
#pragma once

#include <string>
#include <vector>

#include "core/selection/decide.h"
#include "core/selection/recommend.h"

namespace storewright::selection {

/// Everything a recommendation is made from. Rules are decided once, in their order.
struct Evaluation {
  const Profile& profile;
  const Rulebook& rulebook;
  const knowledge::Knowledge& knowledge;  // of the rulebook
  Derived derived;
  Plan plan;
  Facts facts;
  NamedRecords named;
  Decision decision;
};

Evaluation evaluate_rules(const Profile& profile, const Rulebook& rulebook);

/// Does the record have what the subject of the rule with this index describes, alone or with its extensions?
bool meets(const Evaluation& evaluation, std::size_t rule, const knowledge::Engine& engine,
           Reach reach = Reach::with_extensions);

/// Would this hard rule (reject or require) put the record out, were its condition true?
bool rejects(const Evaluation& evaluation, std::size_t rule, const knowledge::Engine& engine);

/// The rule's sentence with the profile's figures and the record's name.
std::string sentence(const Evaluation& evaluation, const knowledge::Rule& rule, std::string_view engine_name);
Reason reason_of(const Evaluation& evaluation, const knowledge::Rule& rule, std::string_view engine_name);

/// The fields whose answers would decide the rule's condition, in the order of the condition, without repeats.
std::vector<std::string> undecided_fields(const Evaluation& evaluation, std::size_t rule);

}  // namespace storewright::selection
