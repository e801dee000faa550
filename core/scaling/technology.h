// Which of the four stores of the technology matrix a need and a volume lead to, by the matrix alone.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/fields.h"
#include "core/scaling/technology_rules.h"

namespace storewright::scaling {

/// What a store is needed for.
enum class Need { joins, transactions, events, time_series, search, cache, sub_millisecond };

struct TechnologyInput {
  Set<Need> needs;
  std::optional<Range> data_size_gb;

  bool operator==(const TechnologyInput&) const = default;
};

FieldTable technology_fields();

/// One store of the matrix, and whether need and volume fit it.
struct TechnologyMatch {
  const Technology* technology = nullptr;
  Truth fits = Truth::unknown;
};

struct TechnologyAnswer {
  std::vector<TechnologyMatch> matches;     // in the order of the matrix
  std::vector<const Technology*> fitting;
  std::string headline;
};

/// A store fits when it is for one of the needs and the volume lies within its bounds, both included.
TechnologyAnswer match_technologies(const TechnologyInput& input, const std::vector<Technology>& matrix);

}  // namespace storewright::scaling
