#include "core/selection/facts.h"

#include "core/base/quantities.h"
#include "core/base/text.h"
#include "core/selection/derive.h"

namespace storewright::selection {
namespace {

double gigabytes_a_day(double writes_per_second, double item_bytes) {
  return Bytes{item_bytes} * (writes_per_second * seconds_per_day) / gigabyte;
}

void put(Facts& facts, std::string_view name, const std::optional<Range>& value) {
  if (value) facts.emplace(name, *value);
}
void put(Facts& facts, std::string_view name, const std::optional<int>& value) {
  if (value) facts.emplace(name, Range::exactly(*value));
}

// Every field of the table that a rule may read and that has a value. Numbers, flags and choices need no list by name.
void put_profile(Facts& facts, const Profile& profile) {
  Profile copy = profile;
  for (const Field& field : profile_fields()) {
    void* member = field.member(&copy);
    switch (field.kind) {
      case FieldKind::number: put(facts, field.name, *static_cast<std::optional<Range>*>(member)); break;
      case FieldKind::flag:
        if (const auto& flag = *static_cast<std::optional<bool>*>(member)) facts.emplace(field.name, *flag);
        break;
      case FieldKind::choice:
        if (const int index = field.get_choice(&copy); index >= 0)
          facts.emplace(field.name, std::string(field.options[static_cast<std::size_t>(index)].name));
        break;
      default: break;
    }
  }
}

void put_sets(Facts& facts, const Profile& profile) {
  // A list with at least one pattern is complete: what is not ticked is not needed. An empty one was not answered.
  if (!profile.access_patterns.empty()) {
    std::vector<std::string> words;
    const std::span<const Option> options = find_field(profile_fields(), "access_patterns")->options;
    for (std::size_t i = 0; i < options.size(); ++i)
      if (profile.access_patterns.has(static_cast<AccessPattern>(i))) words.emplace_back(options[i].name);
    facts.emplace("access_patterns", std::move(words));
  }
  // These two lists name exceptions, so an empty one says that there are none.
  facts.emplace("licences_excluded", profile.licences_excluded);
  facts.emplace("stores_in_use", profile.stores_in_use);
}

void put_ratio(Facts& facts, const Profile& profile, const Derived& derived) {
  put(facts, "read_share", derived.read_share);
  if (derived.ratio_class) facts.emplace("ratio_class", std::string(ratio_class_name(*derived.ratio_class)));
  const std::optional<double> said = read_share_of_ratio(profile.read_write_ratio);
  const bool both = said && profile.reads_per_second && profile.writes_per_second && derived.ratio_class;
  facts.emplace("ratio_contradicts_rates", both && ratio_class_of(Range::exactly(*said)) != derived.ratio_class);
}

void put_plan(Facts& facts, const Profile& profile, const Derived& derived) {
  const Plan plan = plan_of(profile, derived);
  put(facts, "writes_per_second_12m", derived.writes_per_second_12m);
  put(facts, "reads_per_second_12m", derived.reads_per_second_12m);
  put(facts, "data_size_gb_12m", derived.data_size_gb_12m);
  put(facts, "planned_writes_per_second", plan.writes_per_second);
  put(facts, "planned_reads_per_second", plan.reads_per_second);
  put(facts, "planned_data_size_gb", plan.data_gb);
  put(facts, "tier", derived.tier);
  put(facts, "tier_12m", derived.tier_12m);
  put(facts, "planned_tier", scale_tier(plan.writes_per_second, plan.reads_per_second, plan.data_gb));
  put(facts, "months_until_tier_2", derived.months_until_tier_2);
  if (plan.writes_per_second && profile.item_bytes) {
    const Range& writes = *plan.writes_per_second;
    const Range& bytes = *profile.item_bytes;
    facts.emplace("ingest_gb_per_day",
                  Range{gigabytes_a_day(writes.low, bytes.low), gigabytes_a_day(writes.mid, bytes.mid),
                        gigabytes_a_day(writes.high, bytes.high)});
  }
}

struct Origin {
  std::string_view name;
  std::vector<std::string_view> from;
};

const std::vector<Origin>& origins() {
  static const std::vector<Origin> all = {
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
  return all;
}

std::string display_amount(double value) {
  if (value >= 1000) return display_number(value, 0);
  if (value >= 1) return display_number(value, 1);
  return display_number(value, 4);
}

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

Facts facts_of(const Profile& profile, const Derived& derived) {
  Facts facts;
  put_profile(facts, profile);
  put_sets(facts, profile);
  put_ratio(facts, profile, derived);
  put_plan(facts, profile, derived);
  return facts;
}

std::vector<std::string> fields_behind(std::string_view name, const Facts& facts) {
  for (const Origin& origin : origins()) {
    if (origin.name != name) continue;
    std::vector<std::string> missing;
    for (const std::string_view field : origin.from)
      if (facts.find(field) == facts.end()) missing.emplace_back(field);
    // All given and still unknown: a range straddles the threshold, and narrowing the first field is what helps.
    if (missing.empty()) missing.emplace_back(origin.from.front());
    return missing;
  }
  return {std::string(name)};
}

std::string display_of(std::string_view name, const Facts& facts) {
  const auto found = facts.find(name);
  if (found == facts.end()) return "that many";
  const knowledge::TraitValue& value = found->second;
  if (const Range* range = std::get_if<Range>(&value)) return display_range(name, *range);
  if (const bool* flag = std::get_if<bool>(&value)) return *flag ? "yes" : "no";
  if (const std::string* word = std::get_if<std::string>(&value)) return plain(*word);
  std::vector<std::string> words = std::get<std::vector<std::string>>(value);
  for (std::string& word : words) word = plain(word);
  return sentence_list(words);
}

}  // namespace storewright::selection
