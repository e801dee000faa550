// The values of the catalogue in plain words: what a trait says, how well it is backed, what a record is.
#pragma once

#include <string>
#include <string_view>

#include "core/knowledge/knowledge.h"

namespace storewright::report {

/// "several rows", "AWS, Azure and the vendor", "10,000 to 100,000 writes/s, usually 50,000", "yes". Unknown (null):
/// "not known", never zero or no.
std::string words_of(const knowledge::TraitKind& kind, const knowledge::TraitValue* value);

/// "Documented by the vendor", "Unverified: nobody has opened a source for this".
std::string_view words_of(knowledge::FactKind kind);

/// "engine", "service for PostgreSQL", "extension of PostgreSQL".
std::string record_words(const knowledge::Knowledge& knowledge, const knowledge::Engine& engine);

/// The name of a record kind in JSON: "engine", "service", "extension", "feed".
std::string_view name_of(knowledge::RecordKind kind);

/// The text with its first letter as a capital.
std::string capitalised(std::string text);

}  // namespace storewright::report
