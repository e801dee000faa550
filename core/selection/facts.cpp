#include "core/selection/facts.h"

#include "core/base/quantities.h"
#include "core/base/text.h"

namespace storewright::selection {
namespace {

double gigabytes_a_day(double writes_per_second, double item_bytes) {
  return Bytes{item_bytes} * (writes_per_second * seconds_per_day) / gigabyte;
}

constexpr Option ratio_classes[] = {{"read_heavy", ""}, {"balanced", ""}, {"write_heavy", ""}};

/// Where a name stands; the compiler refuses one that is no rule field.
consteval std::size_t place(std::string_view name) {
  const std::size_t found = knowledge::place_of_rule_field(name);
  return knowledge::all_rule_fields[found].name.empty() ? 0 : found;  // past the end is no constant
}

void put(Fact& fact, const std::optional<Range>& value) {
  if (!value) return;
  fact.known = true;
  fact.number = *value;
}
void put(Fact& fact, const std::optional<int>& value) {
  if (value) put(fact, Range::exactly(*value));
}
void put_word(Fact& fact, int index) {
  if (index < 0) return;
  fact.known = true;
  fact.words = std::uint64_t{1} << index;
}

struct Asked {
  const Field* field;
  std::size_t place;
};

/// The fields of a profile that rules may read under their own name, as numbers, flags and choices.
const std::vector<Asked>& asked_fields() {
  static const std::vector<Asked> all = [] {
    std::vector<Asked> found;
    for (const Field& field : profile_fields())
      if (const std::size_t at = knowledge::place_of_rule_field(field.name); at < knowledge::rule_field_count)
        found.push_back({&field, at});
    return found;
  }();
  return all;
}

// What stands in the profile. Numbers, flags and choices need no list by name.
void put_profile(Facts& facts, const Profile& profile) {
  for (const Asked& asked : asked_fields()) {
    Fact& fact = facts[asked.place];
    // The accessor takes a mutable struct because reading needs one; here nothing is written through it.
    const void* member = asked.field->member(const_cast<Profile*>(&profile));
    switch (asked.field->kind) {
      case FieldKind::number: put(fact, *static_cast<const std::optional<Range>*>(member)); break;
      case FieldKind::flag:
        if (const auto& flag = *static_cast<const std::optional<bool>*>(member)) put_word(fact, *flag ? 1 : 0);
        break;
      case FieldKind::choice: put_word(fact, asked.field->get_choice(&profile)); break;
      default: break;
    }
  }
}

void put_sets(Facts& facts, const Profile& profile) {
  // A list with at least one pattern is complete: what is not ticked is not needed. An empty one was not answered.
  Fact& patterns = facts[place("access_patterns")];
  patterns.known = !profile.access_patterns.empty();
  patterns.words = profile.access_patterns.bits;
  // These lists name exceptions, so an empty one says that there are none.
  facts[place("experience")] = {.known = true, .texts = &profile.experience};
  facts[place("licences_excluded")] = {.known = true, .texts = &profile.licences_excluded};
  facts[place("stores_in_use")] = {.known = true, .texts = &profile.stores_in_use};
  put(facts[place("stores_in_use_count")], Range::exactly(static_cast<double>(profile.stores_in_use.size())));
  put_word(facts[place("store_named")], profile.stores_in_use.empty() && profile.existing_store.empty() ? 0 : 1);
}

void put_ratio(Facts& facts, const Profile& profile, const Derived& derived) {
  put(facts[place("read_share")], derived.read_share);
  if (derived.ratio_class) put_word(facts[place("ratio_class")], static_cast<int>(*derived.ratio_class));
  bool contradicts = false;
  if (!profile.read_write_ratio.empty() && profile.reads_per_second && profile.writes_per_second && derived.ratio_class)
    if (const std::optional<double> said = read_share_of_ratio(profile.read_write_ratio))
      contradicts = ratio_class_of(Range::exactly(*said)) != derived.ratio_class;
  put_word(facts[place("ratio_contradicts_rates")], contradicts ? 1 : 0);
}

void put_plan(Facts& facts, const Profile& profile, const Derived& derived, const Plan& plan) {
  put(facts[place("writes_per_second_12m")], derived.writes_per_second_12m);
  put(facts[place("reads_per_second_12m")], derived.reads_per_second_12m);
  put(facts[place("data_size_gb_12m")], derived.data_size_gb_12m);
  put(facts[place("planned_writes_per_second")], plan.writes_per_second);
  put(facts[place("planned_reads_per_second")], plan.reads_per_second);
  put(facts[place("planned_data_size_gb")], plan.data_gb);
  put(facts[place("tier")], derived.tier);
  put(facts[place("tier_12m")], derived.tier_12m);
  put(facts[place("planned_tier")], scale_tier(plan.writes_per_second, plan.reads_per_second, plan.data_gb));
  put(facts[place("months_until_tier_2")], derived.months_until_tier_2);
  if (plan.writes_per_second && profile.item_bytes) {
    const Range& writes = *plan.writes_per_second;
    const Range& bytes = *profile.item_bytes;
    put(facts[place("ingest_gb_per_day")],
        Range{gigabytes_a_day(writes.low, bytes.low), gigabytes_a_day(writes.mid, bytes.mid),
              gigabytes_a_day(writes.high, bytes.high)});
  }
}

struct Origin {
  std::string_view name;
  std::array<std::string_view, 3> from;  // "" where it needs fewer
};

constexpr Origin origins[] = {
    {"read_share", {"reads_per_second", "writes_per_second"}},
    {"ratio_class", {"reads_per_second", "writes_per_second"}},
    {"writes_per_second_12m", {"writes_per_second", "growth_percent_per_month"}},
    {"reads_per_second_12m", {"reads_per_second", "growth_percent_per_month"}},
    {"data_size_gb_12m", {"data_size_gb", "growth_gb_per_month"}},
    {"planned_writes_per_second", {"writes_per_second"}},
    {"planned_reads_per_second", {"reads_per_second"}},
    {"planned_data_size_gb", {"data_size_gb"}},
    {"ingest_gb_per_day", {"writes_per_second", "item_bytes"}},
    {"tier", {"writes_per_second", "data_size_gb"}},
    {"tier_12m", {"writes_per_second", "data_size_gb", "growth_percent_per_month"}},
    {"planned_tier", {"writes_per_second", "data_size_gb"}},
    {"months_until_tier_2", {"writes_per_second", "growth_percent_per_month"}},
};

// Small shares keep their first two digits: 0.99 % is not 1.0 %.
std::string display_share(double share) { return display_percent(share, share < 0.1 ? 2 : 1); }

std::string display_range(std::string_view name, const Range& range) {
  if (name == "read_share")
    return range.exact() ? display_share(range.mid) : display_share(range.low) + " to " + display_share(range.high);
  return range.exact() ? display_amount(range.mid) : display_amount(range.low) + " to " + display_amount(range.high);
}

std::string plain(std::string word) {
  for (char& letter : word)
    if (letter == '_') letter = ' ';
  return word;
}

}  // namespace

Facts facts_of(const Profile& profile, const Derived& derived, const Plan& plan) {
  Facts facts;
  put_profile(facts, profile);
  put_sets(facts, profile);
  put_ratio(facts, profile, derived);
  put_plan(facts, profile, derived, plan);
  return facts;
}

std::span<const Option> words_of_rule_field(std::size_t place_of_field) {
  if (place_of_field == place("ratio_class")) return ratio_classes;
  const Field* field = find_field(profile_fields(), knowledge::all_rule_fields[place_of_field].name);
  return field ? field->options : std::span<const Option>();
}

std::vector<std::string> fields_behind(std::string_view name, const Facts& facts) {
  for (const Origin& origin : origins) {
    if (origin.name != name) continue;
    std::vector<std::string> missing;
    for (const std::string_view field : origin.from)
      if (!field.empty() && !fact_named(facts, field).known) missing.emplace_back(field);
    // All given and still unknown: a range straddles the threshold, and narrowing the first field is what helps.
    if (missing.empty()) missing.emplace_back(origin.from.front());
    return missing;
  }
  return {std::string(name)};
}

std::string display_amount(double value) {
  if (value >= 1000) return display_number(value, 0);
  if (value >= 1) return display_number(value, 1);
  return display_number(value, 4);
}

std::string display_of(std::string_view name, const Facts& facts) {
  const std::size_t at = knowledge::place_of_rule_field(name);
  const Fact& fact = facts[at];
  if (!fact.known) return "that many";
  const std::string_view type = knowledge::all_rule_fields[at].type;
  if (type == "number") return display_range(name, fact.number);
  if (type == "flag") return fact.words == yes_bit ? "yes" : "no";
  std::vector<std::string> words;
  if (fact.texts)
    for (const std::string& text : *fact.texts) words.push_back(plain(text));
  const std::span<const Option> options = words_of_rule_field(at);
  for (std::size_t i = 0; i < options.size(); ++i)
    if (fact.words >> i & 1u) words.push_back(plain(std::string(options[i].name)));
  return sentence_list(words);
}

}  // namespace storewright::selection
