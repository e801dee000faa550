#include "core/migration/situation.h"

#include <array>
#include <optional>

#include "core/base/text.h"
#include "core/knowledge/condition.h"
#include "core/selection/derive.h"
#include "core/selection/matched_store.h"

namespace storewright::migration {
namespace {

using knowledge::Condition;
using knowledge::TraitValue;
using selection::Profile;

/// A name that is worked out, and the fields that a person answers for it.
struct Derivation {
  std::string_view name;
  std::array<std::string_view, 2> from;  // "" where it needs one
};
constexpr Derivation derivations[] = {
    {"read_share", {"reads_per_second", "writes_per_second"}},
    {"ratio_class", {"reads_per_second", "writes_per_second"}},
    {"tier", {"writes_per_second", "data_size_gb"}},
    {"peak_writes_per_second", {"writes_per_second", ""}},
    {"peak_reads_per_second", {"reads_per_second", ""}},
};

void put_field(Situation& situation, const Field& field, const Profile& profile) {
  // The accessor takes a mutable struct because reading needs one; here nothing is written through it.
  const void* member = field.member(const_cast<Profile*>(&profile));
  const auto put = [&](TraitValue value) { situation.values.emplace(field.name, std::move(value)); };
  switch (field.kind) {
    case FieldKind::number:
      if (const auto& number = *static_cast<const std::optional<Range>*>(member)) put(*number);
      break;
    case FieldKind::flag:
      if (const auto& flag = *static_cast<const std::optional<bool>*>(member)) put(*flag);
      break;
    case FieldKind::choice:
      if (const int index = field.get_choice(&profile); index >= 0)
        put(std::string(field.options[static_cast<std::size_t>(index)].name));
      break;
    case FieldKind::choices: {
      std::vector<std::string> words;
      const auto bits = *static_cast<const std::uint32_t*>(member);
      for (std::size_t i = 0; i < field.options.size(); ++i)
        if (bits >> i & 1u) words.emplace_back(field.options[i].name);
      if (!words.empty()) put(std::move(words));
      break;
    }
    case FieldKind::text:
      if (const auto& text = *static_cast<const std::string*>(member); !text.empty()) put(text);
      break;
    case FieldKind::texts:
      if (const auto& texts = *static_cast<const std::vector<std::string>*>(member); !texts.empty()) put(texts);
      break;
    default: break;
  }
}

std::optional<Range> at_peak(const std::optional<Range>& rate, const std::optional<Range>& factor) {
  if (!rate || !factor) return rate;
  return Range{rate->low * factor->low, rate->mid * factor->mid, rate->high * factor->high};
}

void put_derived(Situation& situation, const Profile& profile) {
  const selection::Derived derived = selection::derive(profile);
  const auto put = [&](std::string_view name, const std::optional<Range>& value) {
    if (value) situation.values.emplace(name, *value);
  };
  put("read_share", derived.read_share);
  put("peak_writes_per_second", at_peak(profile.writes_per_second, profile.peak_factor));
  put("peak_reads_per_second", at_peak(profile.reads_per_second, profile.peak_factor));
  if (derived.tier) put("tier", Range::exactly(*derived.tier));
  if (derived.ratio_class)
    situation.values.emplace("ratio_class", std::string(selection::ratio_class_name(*derived.ratio_class)));
}

// A part that is decided already needs no answer.
void collect_missing(const Condition& condition, const Situation& situation, std::vector<std::string>& names) {
  if (truth_of(condition, situation) != Truth::unknown) return;
  if (condition.op != Condition::Op::leaf) {
    for (const Condition& part : condition.parts) collect_missing(part, situation, names);
    return;
  }
  for (const Derivation& derived : derivations) {
    if (derived.name != condition.field) continue;
    for (const std::string_view field : derived.from)
      if (!field.empty() && !situation.value(field) && !contains(names, field)) names.emplace_back(field);
    if (names.empty()) names.emplace_back(derived.from.front());  // given, but its range straddles the threshold
    return;
  }
  if (!contains(names, condition.field)) names.push_back(condition.field);
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool holds_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || !is_letter(text[at - 1]);
    const bool ends = end == text.size() || !is_letter(text[end]);
    if (begins && ends) return true;
  }
  return false;
}

}  // namespace

const TraitValue* Situation::value(std::string_view name) const {
  const auto found = values.find(name);
  return found == values.end() ? nullptr : &found->second;
}

Situation situation_of(const Profile& profile, const knowledge::Knowledge& knowledge) {
  Situation situation;
  for (const Field& field : selection::profile_fields()) put_field(situation, field, profile);
  put_derived(situation, profile);
  situation.store = selection::matched_store(knowledge, profile.existing_store);
  situation.engine = engine_behind(knowledge, situation.store);
  situation.symptoms = profile.existing_symptoms;
  situation.reasons = profile.reasons;
  situation.tried = profile.existing_tried;
  return situation;
}

bool is_situation_field(std::string_view name) {
  for (const Derivation& derived : derivations)
    if (derived.name == name) return true;
  return find_field(selection::profile_fields(), name) != nullptr;
}

const knowledge::Engine* engine_behind(const knowledge::Knowledge& knowledge, const knowledge::Engine* record) {
  if (!record || record->host.empty()) return record;
  return knowledge.engine(record->host);
}

Truth truth_of(const Condition& condition, const Situation& situation) {
  if (knowledge::always(condition)) return Truth::unknown;
  return knowledge::evaluate(
      condition, [&](const Condition& leaf) { return knowledge::leaf_truth(leaf, situation.value(leaf.field)); });
}

Truth truth_of_store(const Condition& condition, const knowledge::Engine* engine) {
  if (knowledge::always(condition)) return Truth::yes;
  if (!engine) return Truth::unknown;
  return knowledge::evaluate(
      condition, [&](const Condition& leaf) { return knowledge::leaf_truth(leaf, engine->trait(leaf.field)); });
}

std::vector<std::string> missing_in(const Condition& condition, const Situation& situation) {
  std::vector<std::string> names;
  collect_missing(condition, situation, names);
  return names;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& letter : out)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return out;
}

bool means(std::string_view text, std::string_view id, std::string_view label, const std::vector<std::string>& words) {
  const std::string said = lower(trimmed(text));
  if (said.empty()) return false;
  if (said == id || said == lower(label)) return true;
  for (const std::string& word : words)
    if (holds_word(said, lower(word))) return true;
  return false;
}

bool contains(const std::vector<std::string>& list, std::string_view item) {
  for (const std::string& one : list)
    if (one == item) return true;
  return false;
}

}  // namespace storewright::migration
