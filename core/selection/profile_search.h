// Looks for few changes of a profile after which a wish is true.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/selection/moves.h"

namespace storewright::selection {

/// How far a decision is from what is wished: hard rules in the way, then how much score is missing. Nothing in the
/// way: the wish is true.
struct Distance {
  int rules = 0;
  double score = 0;  // below zero: what is left over, so that of two ways there the better one is seen

  bool none() const { return rules == 0 && score <= 0; }
  bool operator<(const Distance& other) const {
    return rules != other.rules ? rules < other.rules : score < other.score;
  }
};

/// A wish: that the record with this index comes first, or, with -1, that any engine survives.
struct Wish {
  int record = -1;
};

Distance distance_of(const Rulebook& rulebook, const Decision& decision, Wish wish);

/// A few moves together.
struct Path {
  std::vector<Move> moves;
  double size = 0;
  Distance left;
};

Profile profile_after(const Profile& profile, const std::vector<Move>& moves);

/// Looks for the fewest moves, and of those the smallest, up to `most_moves`. All pairs are tried; of longer paths the
/// most promising few are followed, and then every move is dropped or made smaller where the wish stays true without it.
/// A page works some decisions a frame; the answer is the same however they are spread over calls.
class PathSearch {
 public:
  /// Keeps references to both.
  PathSearch(const Profile& profile, const Rulebook& rulebook, Wish wish, int most_moves);
  ~PathSearch();

  /// Makes about this many decisions more; true when the search is done.
  bool work(int decisions);

  /// All single moves after which the wish is true, smallest first. Valid when done, like the next one.
  const std::vector<Path>& single_moves() const;
  const std::optional<Path>& shortest() const;

 private:
  struct Progress;
  std::unique_ptr<Progress> progress_;
};

/// Enough decisions for any search: for those who wait.
inline constexpr int all_decisions = 1 << 30;

/// What a finished `PathSearch` says.
std::vector<Path> single_moves_to(const Profile& profile, const Rulebook& rulebook, Wish wish);
std::optional<Path> shortest_path_to(const Profile& profile, const Rulebook& rulebook, Wish wish, int most_moves);

}  // namespace storewright::selection
