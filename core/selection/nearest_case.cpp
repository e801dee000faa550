#include "core/selection/nearest_case.h"

#include <algorithm>

#include "core/base/math.h"
#include "core/base/sort.h"
#include "core/base/text.h"
#include "core/selection/moves.h"
#include "core/selection/said.h"

namespace storewright::selection {
namespace {

// What is compared, and how much it says about a workload.
struct Aspect {
  std::string_view field;
  std::string_view name;
  double weight;
  bool ordered = false;  // options that stand side by side are nearer than others
};

constexpr Aspect aspects[] = {
    {"access_patterns", "what is done with the data", 4},
    {"data_model", "the shape of the data", 4},
    {"money", "money at stake", 3},
    {"multi_row_transactions", "records that change together", 3},
    {"consistency", "how fresh a read must be", 3, true},
    {"writes_per_second", "writes", 3},
    {"reads_per_second", "reads", 2},
    {"data_size_gb", "data today", 2},
    {"regions", "where it is used", 2, true},
    {"schema_change", "how often fields change", 1, true},
    {"team_engineers", "the size of the team", 1},
    {"hosting", "who runs it", 1},
    {"platform", "the platform", 1},
    {"experience", "stores the team knows", 1},
};

constexpr double weight_of_doubt = 4;      // as much as one strong answer, at a difference of one half
constexpr double decades_apart = 2;        // from here on two numbers are as different as can be
constexpr double least_number = 0.001;     // smaller ones count as this, so that zero has a logarithm
constexpr double most_that_agrees = 0.5;

template <class T>
const T& member(const Field& field, const Profile& profile) {
  // The accessor takes a mutable struct because reading needs one; here nothing is written through it.
  return *static_cast<const T*>(field.member(const_cast<Profile*>(&profile)));
}

// Ranges that overlap may be the same number.
double difference_of_numbers(const Range& a, const Range& b) {
  if (a.low <= b.high && b.low <= a.high) return 0;
  const double below = std::max(a.high < b.low ? a.high : b.high, least_number);
  const double above = std::max(a.high < b.low ? b.low : a.low, least_number);
  return std::min(log10(above / below) / decades_apart, 1.0);
}

double difference_of_sets(std::uint32_t a, std::uint32_t b) {
  double shared = 0;
  double all = 0;
  for (int bit = 0; bit < 32; ++bit) {
    shared += (a & b) >> bit & 1u;
    all += (a | b) >> bit & 1u;
  }
  return 1 - shared / all;
}

// The wider experience is no difference: what counts is whether they share a store at all.
double difference_of_texts(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  for (const std::string& text : a)
    if (std::find(b.begin(), b.end(), text) != b.end()) return 0;
  return 1;
}

double difference_of_choices(const Field& field, bool ordered, int a, int b) {
  if (a == b) return 0;
  // "Any" and "either" are no wish that another answer could go against.
  const auto is_any = [&](int choice) { return field.options[static_cast<std::size_t>(choice)].name == "any"; };
  if (is_any(a) || is_any(b)) return 0;
  if (!ordered) return 1;
  return static_cast<double>(a < b ? b - a : a - b) / static_cast<double>(field.options.size() - 1);
}

double difference(const Field& field, bool ordered, const Profile& a, const Profile& b) {
  switch (field.kind) {
    case FieldKind::number:
      return difference_of_numbers(*member<std::optional<Range>>(field, a), *member<std::optional<Range>>(field, b));
    case FieldKind::flag:
      return *member<std::optional<bool>>(field, a) == *member<std::optional<bool>>(field, b) ? 0 : 1;
    case FieldKind::choice: return difference_of_choices(field, ordered, field.get_choice(&a), field.get_choice(&b));
    case FieldKind::choices: return difference_of_sets(member<std::uint32_t>(field, a), member<std::uint32_t>(field, b));
    case FieldKind::texts:
      return difference_of_texts(member<std::vector<std::string>>(field, a), member<std::vector<std::string>>(field, b));
    default: return 0;
  }
}

std::string words(const Field& field, const Profile& profile) {
  std::string value = value_words(field, profile);
  if (field.kind == FieldKind::number) value.append(" ").append(field.unit);
  return value;
}

std::string names_of(const std::vector<SharedAnswer>& answers, bool agreeing) {
  std::vector<std::string> names;
  for (const SharedAnswer& answer : answers)
    if (answer.agrees == agreeing)
      names.push_back(agreeing ? answer.name : answer.name + " (theirs " + answer.theirs + ", yours " + answer.yours + ")");
  return sentence_list(names);
}

std::string sentence(const std::vector<SharedAnswer>& answers) {
  const std::string same = names_of(answers, true);
  const std::string other = names_of(answers, false);
  if (other.empty()) return "Like yours: " + same + ". Nothing else of it can be compared.";
  if (same.empty()) return "Unlike yours: " + other + ". Nothing that can be compared is alike.";
  return "Like yours: " + same + ". Unlike yours: " + other + ".";
}

NearCase compared(const Profile& profile, const Profile& theirs, const knowledge::PublishedCase& published) {
  NearCase near{.published = &published, .distance = 0, .answers = {}, .says = {}};
  double weights = weight_of_doubt;
  double sum = weight_of_doubt / 2;
  for (const Aspect& aspect : aspects) {
    const Field& field = *find_field(profile_fields(), aspect.field);
    if (!is_answered(field, &profile) || !is_answered(field, &theirs)) continue;
    const double apart = difference(field, aspect.ordered, profile, theirs);
    weights += aspect.weight;
    sum += aspect.weight * apart;
    near.answers.push_back({.field = &field,
                            .name = std::string(aspect.name),
                            .agrees = apart <= most_that_agrees,
                            .difference = apart,
                            .yours = words(field, profile),
                            .theirs = words(field, theirs)});
  }
  near.distance = sum / weights;
  sort_stably(near.answers, [](const SharedAnswer& a, const SharedAnswer& b) { return a.agrees && !b.agrees; });
  near.says = sentence(near.answers);
  return near;
}

}  // namespace

std::vector<NearCase> nearest_cases(const Profile& profile, const std::vector<knowledge::PublishedCase>& cases) {
  std::vector<NearCase> all;
  for (const knowledge::PublishedCase& published : cases) {
    const Result<Profile> theirs = read_profile(published.profile);
    if (!theirs) continue;  // a case with a profile that cannot be read fails validation
    NearCase near = compared(profile, *theirs, published);
    if (!near.answers.empty()) all.push_back(std::move(near));
  }
  sort_stably(all, [](const NearCase& a, const NearCase& b) { return a.distance < b.distance; });
  return all;
}

}  // namespace storewright::selection
