// One part of a case with everything that follows from it: numbers, routing, cost, and the live recommendation.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/fields.h"
#include "core/cases/agreement.h"
#include "core/cases/case_number.h"
#include "core/cases/cost_line.h"
#include "core/cases/shard_route.h"
#include "core/cases/timeline.h"

namespace storewright::cases {

struct ShowInput {
  std::string case_id;                 // JSON: case
  std::string phase;                   // id of a part; "" when the place on the axis says which
  std::optional<Range> users;
  std::optional<Range> month;

  bool operator==(const ShowInput&) const = default;
};

FieldTable show_fields();

struct ShowAnswer {
  const Case* study = nullptr;
  const Part* part = nullptr;
  double at = 0;                       // where on the axis: as given, or where the part begins
  std::optional<Progress> progress;
  std::string calendar;                // "June 2023"; "" for a case that counts no months
  std::vector<std::string> technologies;
  std::vector<CaseNumber> numbers;     // in the order of the part's
  std::optional<RouteAnswer> routing;
  std::optional<CostLine> cost;        // of the whole case
  selection::Profile profile;
  selection::Recommendation recommendation;
  std::vector<Agreement> agreements;
};

/// The part that is named, or the one that holds the number of users or the month; the first without either.
///
/// Problems: 2406 no such case; 2407 no such part; 2408 outside the case; 2409 users for a case by months or the other
/// way round, a range instead of one value, or a place that is not in the part named; those of `read_profile`.
Result<ShowAnswer> show_case(const ShowInput& input, const std::vector<Case>& all, const knowledge::Knowledge& knowledge);

/// The stages of a case as the cost line takes them.
std::vector<CostStage> cost_stages(const Case& study);

/// "3 technologies: PostgreSQL, Redis and Elasticsearch."
std::string technologies_sentence(const std::vector<std::string>& technologies);

}  // namespace storewright::cases
