// Four stores in strengths, weaknesses and the volumes they are said to be best at, as they stand in the content.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/knowledge/knowledge.h"

namespace storewright::scaling {

/// What one store is for, by its source.
struct Technology {
  std::string id;
  std::string record;                // id of the catalogue
  std::string line;                  // the whole in one line
  std::vector<std::string> needs;    // ids of needs, see `TechnologyInput`
  std::optional<double> from_gb;     // inclusive, both ends
  std::optional<double> until_gb;
  std::vector<std::string> strong;
  std::vector<std::string> weak;
  std::string cost;
  std::string correction;            // "" when there is nothing to correct
  std::string source;
  knowledge::FactKind kind = knowledge::FactKind::rule_of_thumb;
};

/// Reads the member `technologies` of the scaling pack. Problems: 1401 a member missing or of the wrong type.
std::vector<Technology> read_technologies(const Json& pack, Problems& problems);

}  // namespace storewright::scaling
