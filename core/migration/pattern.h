// By which pattern data moves, how long the copy takes, how long writes wait, and whether the switch may happen now.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/fields.h"
#include "core/migration/tables.h"
#include "core/report/formula.h"

namespace storewright::migration {

struct MoveInput {
  std::optional<Range> size_tb;
  std::optional<Range> rate_mb_per_second;  // of the copy or restore, measured
  std::optional<bool> live;                 // the store is written to while it moves
  std::optional<bool> capture;              // its changes can be read as a stream
  std::optional<Range> lag_seconds;         // of the copy behind the original
  std::optional<Range> switch_seconds;      // until the application writes to the new store
  std::optional<Range> differing_percent = Range::exactly(0.1);  // share of differing records that samples must find
  std::string pattern;                      // id, to see one that is not the answer

  bool operator==(const MoveInput&) const = default;
};
FieldTable move_fields();

/// A pattern, and whether the answers choose it.
struct PatternFit {
  const Pattern* pattern = nullptr;
  Truth fits = Truth::unknown;
};

struct MoveAnswer {
  const Pattern* pattern = nullptr;         // null while the answers do not decide
  std::vector<PatternFit> fits;             // all, in the order in which they are considered
  std::vector<std::string> missing;         // fields that would decide the pattern
  std::optional<Range> copy_hours;
  std::optional<Range> downtime_seconds;    // how long writes wait; absent while something is not known
  Truth may_switch = Truth::unknown;        // the lag is under the limit of the pattern
  std::optional<double> samples;            // records to compare
  std::string headline;
  std::string because;
  std::vector<report::FormulaLine> lines;
};

/// Copy time = size / rate. The switch may happen while the lag is under the limit: 0.9 s yes, 1.0 s and 1.1 s no.
/// Downtime by pattern: the restore; the lag that is left and the switch; none; or the whole copy where changes are not
/// captured. Samples: so many that with 95 % certainty a share of `differing_percent` would have shown up.
///
/// Problems: 2502 no such pattern; 1103 a number outside its limits.
Result<MoveAnswer> plan_move(const MoveInput& input, const Tables& tables);

Result<MoveAnswer> plan_built_in_move(const MoveInput& input);

/// "27.8 hours", "40 minutes", "12 days".
std::string duration_text(const Range& seconds);

}  // namespace storewright::migration
