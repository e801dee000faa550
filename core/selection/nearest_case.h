// The published case nearest to a profile: which answers of the two agree, which differ, and how far apart they are.
#pragma once

#include <string>
#include <vector>

#include "core/knowledge/published.h"
#include "core/selection/profile.h"

namespace storewright::selection {

/// One answer that the profile and the case both have.
struct SharedAnswer {
  const Field* field = nullptr;
  std::string name;          // "the shape of the data"
  bool agrees = false;       // they are at most half apart
  double difference = 0;     // 0 the same, 1 as different as can be
  std::string yours;         // in words
  std::string theirs;
};

struct NearCase {
  const knowledge::PublishedCase* published = nullptr;
  double distance = 0;                // 0 the same workload, 1 another one
  std::vector<SharedAnswer> answers;  // those that agree first, then by weight; never empty
  std::string says;                   // "The same: … . Different: …."
};

/// The cases that can be compared with the profile, nearest first; none when the two have no answer in common.
///
/// The distance is the weighted mean of the differences of all answers that both have, drawn towards one half where few
/// can be compared: one lucky agreement is no likeness. Numbers differ by their distance in powers of ten (a hundredfold
/// is as different as can be), lists by what they do not share, choices that stand in an order by the steps between them.
/// Where nobody answered, nothing is compared. The weights are the product's own.
std::vector<NearCase> nearest_cases(const Profile& profile, const std::vector<knowledge::PublishedCase>& cases);

}  // namespace storewright::selection
