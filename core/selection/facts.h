// What a profile says, under the names that rules read; and which question would answer a name that it does not say.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/knowledge/rule_fields.h"
#include "core/selection/derive.h"
#include "core/selection/profile.h"

namespace storewright::selection {

/// One thing that rules may read. Only the member of its type (`knowledge::RuleField::type`) is used.
struct Fact {
  bool known = false;                               // false: nobody said it
  Range number = {};                                // "number"
  std::uint64_t words = 0;                          // "flag", and "word" and "words" with a fixed list: a bit for each
  const std::vector<std::string>* texts = nullptr;  // "words" that people write: a list of the profile
};

/// Bits of a flag.
inline constexpr std::uint64_t no_bit = 1;
inline constexpr std::uint64_t yes_bit = 2;

/// By place in `knowledge::rule_fields`; the last one stands for every other name and is never known. Lists of texts
/// stay those of the profile, which has to live as long.
using Facts = std::array<Fact, knowledge::rule_field_count + 1>;

Facts facts_of(const Profile& profile, const Derived& derived, const Plan& plan);

/// The fact of that name; an unknown one for any other name.
inline const Fact& fact_named(const Facts& facts, std::string_view name) {
  return facts[knowledge::place_of_rule_field(name)];
}

/// The words that a fact may take, in the order of their bits; empty for flags, numbers and texts.
std::span<const Option> words_of_rule_field(std::size_t place);

/// The profile fields that a person would answer to make `name` known: itself, or what it is derived from and is
/// missing.
std::vector<std::string> fields_behind(std::string_view name, const Facts& facts);

/// A fact for a sentence: "1,000", "100 to 900", "99.0 %", "read your writes". Unknown: "that many", for the sentence
/// of a rule that is still open: "Out if so: that many GB are more than …".
std::string display_of(std::string_view name, const Facts& facts);

/// A number for a sentence: "1,000", "2.5", "0.0116".
std::string display_amount(double value);

}  // namespace storewright::selection
