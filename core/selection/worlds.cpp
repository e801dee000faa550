#include "core/selection/worlds.h"

#include <algorithm>

#include "core/base/math.h"
#include "core/selection/derive.h"
#include "core/selection/usual_span.h"

namespace storewright::selection {
namespace {

constexpr int parts_of_a_span = 6;
constexpr std::uint64_t most_patterns = 3;

// The point at this share of a span on a log scale.
double at_share(const Range& span, double share) {
  return span.low * exponential(natural_log(span.high / span.low) * share);
}

void* member_of(const OpenInput& input, Profile& profile) { return input.field->member(&profile); }

bool is_open_range(const std::optional<Range>& number) { return number && !number->exact(); }

/// The input that this field is for the worlds; without classes when there is nothing to draw.
OpenInput open_input(const Field& field, Profile& profile, Open open) {
  OpenInput input{.field = &field};
  const bool unknowns = open == Open::ranges_and_unknowns;
  switch (field.kind) {
    case FieldKind::number: {
      const auto& number = *static_cast<const std::optional<Range>*>(field.member(&profile));
      if (is_open_range(number)) return {&field, true, *number, 2};
      if (!number && unknowns) return {&field, false, usual_span(field), parts_of_a_span};
      return input;
    }
    case FieldKind::flag:
      if (unknowns && !*static_cast<const std::optional<bool>*>(field.member(&profile))) input.classes = 2;
      return input;
    case FieldKind::choice:
      if (unknowns && field.get_choice(&profile) < 0) input.classes = static_cast<int>(field.options.size());
      return input;
    case FieldKind::choices:
      if (unknowns && *static_cast<const std::uint32_t*>(field.member(&profile)) == 0)
        input.classes = static_cast<int>(field.options.size());
      return input;
    default: return input;
  }
}

}  // namespace

Range span_of_class(const OpenInput& input, int index) {
  const double low = at_share(input.span, static_cast<double>(index) / input.classes);
  return {low, low, at_share(input.span, static_cast<double>(index + 1) / input.classes)};
}

Worlds::Worlds(const Rulebook& rulebook, const Profile& profile, Open open, std::uint64_t seed)
    : rulebook_(rulebook),
      profile_(profile),
      weights_(weights_of_text(profile.weights).value_or(Weights{})),
      named_(named_records(profile, rulebook.knowledge)),
      generator_(seed) {
  for (const Field& field : profile_fields()) {
    // Only what a rule may read can decide anything.
    if (knowledge::place_of_rule_field(field.name) == knowledge::rule_field_count) continue;
    const OpenInput input = open_input(field, profile_, open);
    if (input.classes == 0) continue;
    inputs_.push_back(input);
    draws_reads_ = draws_reads_ || (field.name == "reads_per_second" && !input.in_range);
    draws_writes_ = draws_writes_ || (field.name == "writes_per_second" && !input.in_range);
  }
  if (draws_reads_ || draws_writes_) read_share_ = read_share_of_ratio(profile.read_write_ratio);
}

void Worlds::draw(int count) {
  for (int i = 0; i < count; ++i) {
    for (const OpenInput& input : inputs_) classes_.push_back(static_cast<std::uint8_t>(draw_input(input)));
    tie_rates();
    const Decision decision = decide(rulebook_, all_facts(profile_), named_, weights_, Scope::deciding_rules);
    winners_.push_back(static_cast<std::int16_t>(decision.winner));
  }
}

int Worlds::draw_input(const OpenInput& input) {
  if (input.field->kind == FieldKind::number)
    return draw_number(input, *static_cast<std::optional<Range>*>(member_of(input, profile_)));
  const auto drawn = static_cast<int>(generator_.below(static_cast<std::uint64_t>(input.classes)));
  if (input.field->kind == FieldKind::flag) *static_cast<std::optional<bool>*>(member_of(input, profile_)) = drawn == 1;
  if (input.field->kind == FieldKind::choice) input.field->set_choice(&profile_, drawn);
  if (input.field->kind == FieldKind::choices) {
    std::uint32_t bits = std::uint32_t{1} << drawn;
    for (std::uint64_t more = generator_.below(most_patterns); more > 0; --more) {
      const std::uint64_t other = generator_.below(static_cast<std::uint64_t>(input.classes));
      bits |= std::uint32_t{1} << other;
    }
    *static_cast<std::uint32_t*>(member_of(input, profile_)) = bits;
  }
  return drawn;
}

int Worlds::draw_number(const OpenInput& input, std::optional<Range>& member) {
  const double share = generator_.uniform();
  if (input.in_range) {
    const bool upper = share >= 0.5;
    const Range& span = input.span;
    member = Range::exactly(upper ? span.mid + (span.high - span.mid) * (2 * share - 1)
                                  : span.low + (span.mid - span.low) * (2 * share));
    return upper ? 1 : 0;
  }
  const double value = at_share(input.span, share);
  member = Range::exactly(input.field->whole ? round_half_up(value) : value);
  return static_cast<int>(share * input.classes);
}

void Worlds::tie_rates() {
  if (!read_share_ || *read_share_ <= 0 || *read_share_ >= 1) return;
  const double reads_a_write = *read_share_ / (1 - *read_share_);
  if (draws_writes_)
    profile_.writes_per_second = Range::exactly(profile_.reads_per_second->mid / reads_a_write);
  else
    profile_.reads_per_second = Range::exactly(profile_.writes_per_second->mid * reads_a_write);
}

}  // namespace storewright::selection
