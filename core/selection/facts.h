// What a profile says, under the names that rules read; and which question would answer a name that it does not say.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/knowledge/knowledge.h"
#include "core/selection/profile.h"

namespace storewright::selection {

/// Known values by name (`knowledge::rule_fields`); what nobody said is absent.
using Facts = std::map<std::string, knowledge::TraitValue, std::less<>>;

Facts facts_of(const Profile& profile, const Derived& derived);

/// The profile fields that a person would answer to make `name` known: itself, or what it is derived from and is
/// missing.
std::vector<std::string> fields_behind(std::string_view name, const Facts& facts);

/// A fact for a sentence: "1,000", "100 to 900", "99.0 %", "read your writes". Unknown: "that many", for the sentence
/// of a rule that is still open: "Out if so: that many GB are more than …".
std::string display_of(std::string_view name, const Facts& facts);

}  // namespace storewright::selection
