// What a profile says about a store that runs, under the names that the migration tables read.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/knowledge/knowledge.h"
#include "core/selection/profile.h"

namespace storewright::migration {

/// Values by name: every field of the profile that is answered, and `read_share`, `ratio_class`, `tier`,
/// `peak_writes_per_second` and `peak_reads_per_second`. What nobody said is absent.
struct Situation {
  std::map<std::string, knowledge::TraitValue, std::less<>> values;
  const knowledge::Engine* store = nullptr;   // the record that the profile names: an engine, a service or an extension
  const knowledge::Engine* engine = nullptr;  // the engine behind it
  std::vector<std::string> symptoms;          // in the words of the profile
  std::vector<std::string> reasons;
  std::vector<std::string> tried;

  const knowledge::TraitValue* value(std::string_view name) const;
};

Situation situation_of(const selection::Profile& profile, const knowledge::Knowledge& knowledge);

/// Whether a condition of the tables may read this name.
bool is_situation_field(std::string_view name);

/// The engine that a record is, or is built on.
const knowledge::Engine* engine_behind(const knowledge::Knowledge& knowledge, const knowledge::Engine* record);

/// What the condition says of the situation; a condition that is always true says nothing and is unknown.
Truth truth_of(const knowledge::Condition& condition, const Situation& situation);

/// The same over the traits of an engine. Yes for a condition that is always true; unknown without an engine.
Truth truth_of_store(const knowledge::Condition& condition, const knowledge::Engine* engine);

/// The fields of the profile whose answers would decide the condition, without repeats; none when it is decided.
std::vector<std::string> missing_in(const knowledge::Condition& condition, const Situation& situation);

/// Lower case, for comparing words that people wrote.
std::string lower(std::string_view text);

/// Whether the text is one of the ids or labels, or contains one of the words as whole words.
bool means(std::string_view text, std::string_view id, std::string_view label, const std::vector<std::string>& words);

bool contains(const std::vector<std::string>& list, std::string_view item);

}  // namespace storewright::migration
