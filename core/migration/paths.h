// From one store to another: the row that fits, and how well its reason is yours.
#pragma once

#include <string>
#include <vector>

#include "core/base/fields.h"
#include "core/migration/situation.h"
#include "core/migration/tables.h"

namespace storewright::migration {

struct PathInput {
  std::string from;                         // a store, or "self-hosted"
  std::string to;                           // a store, "managed", or "" for any
  std::vector<std::string> why;             // ids of reasons or symptoms, or the user's own words

  bool operator==(const PathInput&) const = default;
};
FieldTable path_fields();

struct PathMatch {
  const Path* path = nullptr;
  Truth why_fits = Truth::unknown;          // unknown: no reason was given that the tables know
};

struct PathAnswer {
  std::vector<PathMatch> matches;           // the best first
  std::vector<std::string> not_known;       // reasons in words that nobody knows
  bool decided = false;                     // the first one is meant: it is the only one, or the only one whose reason is yours
  std::string headline;
};

/// The rows between two stores. With a reason, rows for that reason come first; a row for another reason is shown as such
/// and never passed off as the answer to yours.
///
/// Problems: 2501 `from` or `to` names no store and no row.
Result<PathAnswer> find_paths(const PathInput& input, const Tables& tables, const knowledge::Knowledge& knowledge);

/// The same with the built-in tables and catalogue.
Result<PathAnswer> find_built_in_paths(const PathInput& input);

/// Whether one of the ids is a reason of the row. Unknown without ids.
Truth why_fits(const Path& path, const std::vector<std::string>& ids);

}  // namespace storewright::migration
