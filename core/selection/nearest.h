// The nearest profile with a wish come true: a named engine wins, or any store is left at all.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/selection/flips.h"

namespace storewright::selection {

/// One answer of a profile that is other than before, as links write it and in words.
struct Change {
  const Field* field = nullptr;
  std::string from;
  std::string to;
  std::string from_words;
  std::string to_words;
};

/// A profile in which the wish is true, and what was changed for it.
struct NearestProfile {
  std::vector<Change> changes;
  Profile profile;
  Winner winner;
  std::string says;
};

/// No more changes than this are tried: what is further away is another workload.
inline constexpr int most_changes = 5;

/// What keeps a named engine from the first place.
struct TargetAnswer {
  std::string engine;                     // of a service or an extension: the engine behind it
  bool wins = false;                      // already
  std::vector<Reason> lacks;              // hard rules that it does not meet now
  std::optional<NearestProfile> nearest;  // absent when it wins already, or when nothing near was found
  std::string says;
};

/// The fewest changes after which the engine comes first, and of those the smallest: one and two changes are all tried;
/// beyond that the most promising ones are followed, and of what is found no change can be left out.
TargetAnswer find_target(const Profile& profile, const Rulebook& rulebook, const knowledge::Engine& target);

/// Answers that contradict each other: with all of them no store is left, without any one of them some are.
struct Contradiction {
  std::vector<Change> answers;          // `from` is the answer, `to` stays empty
  std::vector<NearestProfile> nearest;  // of each input one way out, nearest first; at most `most_offers`
  std::string says;
};

inline constexpr std::size_t most_offers = 4;

/// Absent when a store survives.
std::optional<Contradiction> find_contradiction(const Profile& profile, const Rulebook& rulebook);

}  // namespace storewright::selection
