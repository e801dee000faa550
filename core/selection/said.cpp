#include "core/selection/said.h"

#include "core/knowledge/condition.h"
#include "core/selection/decide.h"
#include "core/selection/facts.h"

namespace storewright::selection {
namespace {

using knowledge::TraitValue;

std::vector<std::string> words_of(std::size_t place, const Fact& fact) {
  if (fact.texts) return *fact.texts;
  std::vector<std::string> words;
  const std::span<const Option> options = words_of_rule_field(place);
  for (std::size_t i = 0; i < options.size(); ++i)
    if (fact.words >> i & 1u) words.emplace_back(options[i].name);
  return words;
}

TraitValue value_of(std::size_t place, const Fact& fact) {
  const std::string_view type = knowledge::all_rule_fields[place].type;
  if (type == "number") return fact.number;
  if (type == "flag") return fact.words == yes_bit;
  std::vector<std::string> words = words_of(place, fact);
  if (type == "word") return words.empty() ? std::string() : words.front();
  return words;
}

}  // namespace

Truth says(const Profile& profile, const knowledge::Condition& condition) {
  const Facts facts = all_facts(profile);
  return knowledge::evaluate(condition, [&](const knowledge::Condition& leaf) {
    const std::size_t place = knowledge::place_of_rule_field(leaf.field);
    const Fact& fact = facts[place];
    if (place == knowledge::rule_field_count || !fact.known) return knowledge::leaf_truth(leaf, nullptr);
    const TraitValue value = value_of(place, fact);
    return knowledge::leaf_truth(leaf, &value);
  });
}

bool is_answered(const Field& field, const void* input) {
  // The accessor takes a mutable struct because reading needs one; here nothing is written through it.
  const void* member = field.member(const_cast<void*>(input));
  switch (field.kind) {
    case FieldKind::number: return static_cast<const std::optional<Range>*>(member)->has_value();
    case FieldKind::flag: return static_cast<const std::optional<bool>*>(member)->has_value();
    case FieldKind::choice: return field.get_choice(input) >= 0;
    case FieldKind::choices: return *static_cast<const std::uint32_t*>(member) != 0;
    case FieldKind::text: return !static_cast<const std::string*>(member)->empty();
    case FieldKind::texts: return !static_cast<const std::vector<std::string>*>(member)->empty();
    case FieldKind::integer:
    case FieldKind::pairs: break;
  }
  return false;
}

}  // namespace storewright::selection
