// The names that the condition of a rule may read: fields of the profile and what is derived from them.
#pragma once

#include <span>
#include <string_view>

namespace storewright::knowledge {

struct RuleField {
  std::string_view name;
  std::string_view type;  // "flag", "number", "word", "words", as in `TraitKind`
};

/// Every such name, profile fields first. `selection::facts_of` answers each of them where the profile does.
std::span<const RuleField> rule_fields();

/// Names that a rule's subject may read besides the traits: what the profile says of one engine.
/// `known_to_team` (flag): the team has run it in production. `in_use` (flag): it is one of the stores in use.
std::span<const RuleField> profile_traits();

}  // namespace storewright::knowledge
