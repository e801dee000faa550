// Facts whose source was read so long ago that somebody should read it again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/knowledge/knowledge.h"

namespace storewright::knowledge {

inline constexpr int review_after_years = 2;  // managed services and licences change faster than engines; the product's rule

/// A source, or what it says of one trait.
struct OverdueFact {
  std::string where;  // "engines/redis.json licence" or "sources.json redis-docs"
  std::string read;   // ISO date
};

/// Whether a text has the form of a day, "2026-11-22".
bool is_day(std::string_view text);

/// Whether what was read on that day should be read again. An empty day is none.
bool is_overdue(std::string_view read, std::string_view as_of);

/// What was read more than two years before `as_of` (ISO date): engines in id order, then sources. What nobody has read
/// has no date and is left out; its kind says so.
std::vector<OverdueFact> facts_to_review(const Knowledge& knowledge, std::string_view as_of);

}  // namespace storewright::knowledge
