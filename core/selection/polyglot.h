// Several stores at once: can the team look after them, and which of four takes a workload.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/fields.h"
#include "core/knowledge/knowledge.h"

namespace storewright::selection {

struct PolyglotInput {
  std::vector<std::string> stores;          // usual names; they are matched
  std::optional<Range> engineers;
  std::optional<Range> services;            // that store data
  std::optional<bool> dedicated_dba;        // somebody looks after databases full time
};

/// How much of the team each technology takes.
enum class TeamLoad { green, amber, red };

struct Technology {
  std::string id;                           // of the engine; the name as given where the catalogue does not know it
  std::string work;                         // "transactions", "cache", "search", "analytics", …; "" when unknown
};

struct PolyglotAnswer {
  bool pass = false;
  std::vector<Technology> technologies;     // each counts one: services count as their engine, unknown names too
  std::vector<std::string> extensions;      // count none: they run inside their host
  std::vector<std::string> feeds;           // carry changes and store nothing; somebody runs them all the same
  std::vector<std::string> unknown;         // names that the catalogue does not have
  std::optional<Range> engineers_per_technology;
  std::optional<TeamLoad> load;             // absent without engineers or technologies
  std::string why;
  std::vector<std::string> remarks;
};

FieldTable polyglot_fields();
std::string_view name_of(TeamLoad load);

/// At most three technologies without somebody for databases; at least two engineers for each beyond three.
/// Source: coverage SF-48 and SF-49; the border of amber is the product's own. Problems: those of fields.
Result<PolyglotAnswer> check_polyglot(const PolyglotInput& input, const knowledge::Knowledge& knowledge);

/// What one of the four stores of the DataFlow design is asked for.
enum class DesignWorkload { time_series, event_stream, activity, transactions, complex_analytics, ad_hoc, full_text,
                            logs, dashboards, sessions, cache, leaderboard, live_metrics };

struct DesignInput {
  std::optional<DesignWorkload> workload;
  std::optional<Range> data_tb;
  std::optional<Range> per_second;          // in the unit of the store's target
};

struct DesignAnswer {
  const knowledge::DesignStore* store = nullptr;  // null without a workload
  double reported_over_target = 0;
  std::optional<bool> over_capacity;        // absent without data, or when the range does not decide
  std::optional<bool> over_target;
  double capacity_of_all_tb = 0;
  std::vector<std::string> warnings;
};

FieldTable design_fields();

/// Source: coverage DF-81 to DF-85. Problems: those of fields.
Result<DesignAnswer> choose_of_design(const DesignInput& input, const knowledge::Knowledge& knowledge);

}  // namespace storewright::selection
