// The names that the condition of a rule may read: fields of the profile and what is derived from them.
#pragma once

#include <cstddef>
#include <iterator>
#include <span>
#include <string_view>

namespace storewright::knowledge {

struct RuleField {
  std::string_view name;
  std::string_view type;  // "flag", "number", "word", "words", as in `TraitKind`
};

inline constexpr RuleField all_rule_fields[] = {
    {"access_patterns", "words"},
    {"data_model", "word"},
    {"consistency", "word"},
    {"money", "flag"},
    {"multi_row_transactions", "flag"},
    {"reads_per_second", "number"},
    {"writes_per_second", "number"},
    {"peak_factor", "number"},
    {"data_size_gb", "number"},
    {"item_bytes", "number"},
    {"growth_gb_per_month", "number"},
    {"growth_percent_per_month", "number"},
    {"schema_change", "word"},
    {"regions", "word"},
    {"latency_p99_ms", "number"},
    {"availability_percent", "number"},
    {"rpo_seconds", "number"},
    {"rto_seconds", "number"},
    {"team_engineers", "number"},
    {"dedicated_dba", "flag"},
    {"hosting", "word"},
    {"platform", "word"},
    {"licences_excluded", "words"},
    {"budget_usd_per_month", "number"},
    {"vector_count", "number"},
    {"vector_dimensions", "number"},
    {"documents_indexed", "number"},
    {"graph_hops", "number"},
    {"experience", "words"},
    {"stores_in_use", "words"},
    {"services", "number"},
    {"read_share", "number"},             // reads / (reads + writes)
    {"ratio_class", "word"},              // read_heavy, balanced, write_heavy
    {"ratio_contradicts_rates", "flag"},  // the ratio given and the rates given fall into different classes
    {"writes_per_second_12m", "number"},  // at peak, after twelve months of growth
    {"reads_per_second_12m", "number"},
    {"data_size_gb_12m", "number"},
    {"planned_writes_per_second", "number"},  // after twelve months where growth is known, else at today's peak
    {"planned_reads_per_second", "number"},
    {"planned_data_size_gb", "number"},
    {"ingest_gb_per_day", "number"},  // planned writes times the size of an item
    {"tier", "number"},
    {"tier_12m", "number"},
    {"planned_tier", "number"},
    {"months_until_tier_2", "number"},
    {"store_named", "flag"},          // a store is in use, or one is to be replaced
    {"stores_in_use_count", "number"},
    {"review_overdue", "flag"},       // the store was chosen so long ago that a review was due before the catalogue's date
};
inline constexpr std::size_t rule_field_count = std::size(all_rule_fields);

/// Every such name, profile fields first. `selection::facts_of` answers each of them where the profile does.
constexpr std::span<const RuleField> rule_fields() { return all_rule_fields; }

/// The place of a name among `rule_fields`; their number when it is none of them.
constexpr std::size_t place_of_rule_field(std::string_view name) {
  std::size_t place = 0;
  while (place < rule_field_count && all_rule_fields[place].name != name) ++place;
  return place;
}

/// Names that a rule's subject may read besides the traits: what the profile says of one engine.
/// `known_to_team` (flag): the team has run it in production. `in_use` (flag): it is one of the stores in use.
std::span<const RuleField> profile_traits();

}  // namespace storewright::knowledge
