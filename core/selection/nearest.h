// The nearest profile with a wish come true: a named engine wins, or any store is left at all.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/selection/flips.h"
#include "core/selection/profile_search.h"

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

/// The same in slices, for a page: see `PathSearch`.
class TargetSearch {
 public:
  /// Keeps references to all three.
  TargetSearch(const Profile& profile, const Rulebook& rulebook, const knowledge::Engine& target);
  bool work(int decisions);
  TargetAnswer answer() const;  // when done

 private:
  const Profile& profile_;
  const Rulebook& rulebook_;
  const knowledge::Engine& engine_;  // of a service or an extension: the one behind it
  bool wins_;
  PathSearch path_;
};

/// Answers that contradict each other: with all of them no store is left, without any one of them some are.
struct Contradiction {
  std::vector<Change> answers;          // `from` is the answer, `to` stays empty
  std::vector<NearestProfile> nearest;  // of each input one way out, nearest first; at most `most_offers`
  std::string says;
};

inline constexpr std::size_t most_offers = 4;

/// Absent when a store survives.
std::optional<Contradiction> find_contradiction(const Profile& profile, const Rulebook& rulebook);

/// The same in slices, of a profile that leaves no store.
class ContradictionSearch {
 public:
  ContradictionSearch(const Profile& profile, const Rulebook& rulebook);
  bool work(int decisions) { return path_.work(decisions); }
  Contradiction answer() const;  // when done

 private:
  const Profile& profile_;
  const Rulebook& rulebook_;
  PathSearch path_;
};

}  // namespace storewright::selection
