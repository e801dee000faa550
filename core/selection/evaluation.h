// One profile before one catalogue: which rules are active, and which records each of them meets.
#pragma once

#include <string>
#include <vector>

#include "core/knowledge/knowledge.h"
#include "core/selection/derive.h"
#include "core/selection/facts.h"
#include "core/selection/recommend.h"

namespace storewright::selection {

/// Whether an engine is judged alone or together with the extensions that it can take.
enum class Reach { plain, with_extensions };

/// Everything a recommendation is made from. Conditions of rules are evaluated once, in the order of the rules.
struct Evaluation {
  const Profile& profile;
  const knowledge::Knowledge& knowledge;
  Derived derived;
  Plan plan;
  Facts facts;
  std::vector<Truth> active;  // of each rule of the knowledge: does its condition hold?
};

Evaluation evaluate_rules(const Profile& profile, const knowledge::Knowledge& knowledge);

/// Does the record have what the rule's subject describes? A trait that is not recorded makes a leaf unknown, and an
/// unknown subject is not met: nobody is rejected for, nor let through by, a fact that we do not have.
bool meets(const Evaluation& evaluation, const knowledge::Rule& rule, const knowledge::Engine& engine,
           Reach reach = Reach::with_extensions);

/// Would this hard rule (reject or require) put the record out, were its condition true?
bool rejects(const Evaluation& evaluation, const knowledge::Rule& rule, const knowledge::Engine& engine);

inline bool is_hard(const knowledge::Rule& rule) {
  return rule.effect == knowledge::Effect::reject || rule.effect == knowledge::Effect::require;
}

/// The rule's sentence with the profile's figures and the record's name.
std::string sentence(const Evaluation& evaluation, const knowledge::Rule& rule, std::string_view engine_name);
Reason reason_of(const Evaluation& evaluation, const knowledge::Rule& rule, std::string_view engine_name);

/// The fields whose answers would decide the rule's condition, in the order of the condition, without repeats.
std::vector<std::string> undecided_fields(const Evaluation& evaluation, const knowledge::Rule& rule);

/// Extensions whose host is this engine.
std::vector<const knowledge::Engine*> extensions_of(const knowledge::Knowledge& knowledge,
                                                    const knowledge::Engine& engine);

}  // namespace storewright::selection
