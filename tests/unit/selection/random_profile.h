// Random workloads for the laws that hold for every profile.
#pragma once

#include <algorithm>

#include "core/base/generator.h"
#include "core/selection/profile.h"
#include "tests/unit/slow_build.h"

namespace storewright::selection {

/// How many random profiles a law is tried on. The same seed begins with the same profiles in every build, so a build
/// that runs many times slower tries the first of those that the plain native build tries.
constexpr int profiles_tried = slow_build ? 1000 : 10000;

/// A value for every kind of field, each present in half of the profiles; ranges, extremes and small counts included.
inline void answer_at_random(Generator& random, const Field& field, Profile& profile) {
  void* member = field.member(&profile);
  switch (field.kind) {
    case FieldKind::number: {
      // Evenly over the powers of ten, so that every threshold is met from both sides.
      double low = field.min;
      for (std::uint64_t tens = random.below(11); tens > 0; --tens) low = (low + 0.01) * 10;
      low *= random.uniform();
      if (random.below(20) == 0) low = field.min;
      const double width = random.below(3) == 0 ? low * random.between(0, 50) : 0;
      low = std::min(std::max(low, field.min), field.max);
      const double high = std::min(low + width, field.max);
      *static_cast<std::optional<Range>*>(member) = Range{low, low, high};
      return;
    }
    case FieldKind::flag: *static_cast<std::optional<bool>*>(member) = random.below(2) == 1; return;
    case FieldKind::choice: field.set_choice(&profile, static_cast<int>(random.below(field.options.size()))); return;
    case FieldKind::choices: {
      auto& patterns = *static_cast<Set<AccessPattern>*>(member);
      for (std::uint64_t count = 1 + random.below(4); count > 0; --count)
        patterns.add(static_cast<AccessPattern>(random.below(field.options.size())));
      return;
    }
    default: return;
  }
}

inline Profile random_profile(Generator& random) {
  Profile profile;
  for (const Field& field : profile_fields())
    if (random.below(2) == 0) answer_at_random(random, field, profile);
  for (const char* licence : {"permissive", "copyleft", "source_available", "proprietary"})
    if (random.below(8) == 0) profile.licences_excluded.push_back(licence);
  for (const char* engine : {"redis", "mongodb", "cassandra", "no-such-store"})
    if (random.below(8) == 0) profile.stores_in_use.push_back(engine);
  for (const char* engine : {"mysql", "neo4j"})
    if (random.below(8) == 0) profile.experience.push_back(engine);
  return profile;
}

}  // namespace storewright::selection
