// What the ranges of a profile leave open: how often each engine wins, and which range it hangs on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/selection/next_question.h"

namespace storewright::selection {

/// How often one engine wins, or nobody.
struct WinnerShare {
  std::string engine;    // "" where the answers of the world contradict each other
  std::string category;  // "" likewise
  double share = 0;      // of the worlds
};

/// What a range decides: the winners of the worlds below its mid, and of those above.
struct RangeSplit {
  const Field* field = nullptr;
  double split = 0;  // total variation distance of the two: 0 both halves win alike, 1 no winner in common
  std::vector<WinnerShare> below;
  std::vector<WinnerShare> above;
};

struct RangesAnswer {
  int worlds = 0;
  std::vector<WinnerShare> winners;       // most first, ties by id
  std::vector<CategoryShare> categories;  // likewise
  std::vector<RangeSplit> splits;         // one for each range, widest split first
  std::string says;                       // the distribution and what it hangs on, in words
};

/// A split below this share is noise of the sample.
inline constexpr double least_split = 0.05;

/// Draws worlds in which every range has one value, the unknown stays unknown, and counts the winners. Without a range
/// all worlds are the same, and the one winner has them all.
RangesAnswer analyze_ranges(const QuestionInput& input, const Rulebook& rulebook);

/// The same from worlds that a page has drawn over several frames.
RangesAnswer analyze_ranges(const Worlds& worlds, const Rulebook& rulebook);

}  // namespace storewright::selection
