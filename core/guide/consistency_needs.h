// The first factor alone: what a workload's consistency rules out, by which rule, and what is left.
#pragma once

#include <string>
#include <vector>

#include "core/knowledge/knowledge.h"
#include "core/report/scene.h"
#include "core/selection/profile.h"
#include "core/selection/recommend.h"

namespace storewright::guide {

/// The fields of the profile that this chapter asks about: consistency, money, multi_row_transactions, regions.
FieldTable consistency_fields();

/// The stated example: money is involved, everything else is open.
const selection::Profile& consistency_example();

struct ConsistencyFilter {
  std::string headline;      // "Money is involved: 9 of 24 records stay, in 2 of 9 categories."
  std::string meaning;       // what "stays" says and what it leaves open
  report::Table categories;  // what stays and what is out, by category
  report::Table reasons;     // each rule that decided, and who is out by it
};

/// Asks `recommend` with these fields alone.
ConsistencyFilter consistency_filter(const selection::Profile& profile, const knowledge::Knowledge& knowledge);

}  // namespace storewright::guide
