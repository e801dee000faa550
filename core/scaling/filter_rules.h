// The chart of four filters as it stands in the content.
#pragma once

#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/knowledge/knowledge.h"

namespace storewright::scaling {

/// An answer of a filter leads to a leaf or to a later filter.
struct FilterBranch {
  std::string when;
  std::string leaf;   // id, or ""
  std::string next;   // id, or ""
};

struct Filter {
  std::string id;
  std::string question;
  std::vector<FilterBranch> answers;
  std::string otherwise;  // said of an answer without a branch
};

struct FilterLeaf {
  std::string id;
  std::string takes;                  // in words
  std::vector<std::string> records;   // ids of the catalogue
};

struct FilterChart {
  std::string source;
  knowledge::FactKind kind = knowledge::FactKind::rule_of_thumb;
  std::vector<Filter> filters;        // the first is asked first
  std::vector<FilterLeaf> leaves;

  const Filter* filter(std::string_view id) const;
  const FilterLeaf* leaf(std::string_view id) const;
};

/// Reads the member `filters` of the scaling pack.
///
/// Problems: 2806 a branch that leads nowhere or back, or a leaf that nothing leads to; 1401 a member missing or of the
/// wrong type.
FilterChart read_filter_chart(const Json* json, Problems& problems);

}  // namespace storewright::scaling
