// Which stage a load is in by the one list that the product follows, what the others say, and what comes next.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/scaling/input.h"
#include "core/scaling/rules.h"

namespace storewright::scaling {

/// Where a measure is, and where its next stage begins.
struct Placed {
  Measure measure = Measure::data_size_gb;
  Range value;
  std::size_t stage = 0;               // of the middle of the range
  const Threshold* next = nullptr;     // null when no later stage begins by this measure
  std::size_t next_stage = 0;
};

/// What another list says of the same load.
struct OtherSource {
  const SourceList* list = nullptr;
  const Band* band = nullptr;          // of the middle of the range; null outside of the list or without a load
  bool in_gap = false;                 // the list leaves it out, `says` is the product's answer
  std::string says;
};

/// Points into the rules, which have to live as long as the answer.
struct StageAnswer {
  const Stage* stage = nullptr;        // of the middle of the ranges; null when nothing is known
  const Stage* lowest = nullptr;       // at the low ends, and at the high ends
  const Stage* highest = nullptr;
  std::size_t number = 0;              // of the stage, from 1
  const StageGroup* group = nullptr;
  const Threshold* decided_by = nullptr;
  std::vector<Placed> measures;        // those that are known
  std::optional<int> tier;             // as Decide uses it
  std::vector<OtherSource> others;
  std::vector<std::string> missing;    // fields that could bring a later stage
  std::string headline;
  std::string because;
  std::string next;                    // where the next stage begins, "" in the last one
};

/// The latest stage that any measure has reached; lower bounds are inclusive.
StageAnswer find_stage(const ScalingInput& input, const Rules& rules);

/// The place of the stage of a load when every range is taken at one end.
enum class Corner { low, mid, high };
std::size_t stage_at(const Load& load, Corner corner, const Rules& rules);
double value_at(const Range& range, Corner corner);

}  // namespace storewright::scaling
