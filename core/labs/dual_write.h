// Every change written to two stores: what happens when the second write fails, and when a backfill is overtaken.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/fields.h"

namespace storewright::labs {

enum class WriteFailure { refused, crash };            // the new store says no, or the program stops between both writes
enum class WriteRepair { none, queue, outbox };        // nothing; a queue of the program; a table of the old store
enum class Backfill { none, overwrite, timestamp, if_absent };

struct DualWriteInput {
  int writes = 6;                         // each changes a record of its own
  int fails_at = 3;                       // whose second half fails, 0 for none
  std::optional<WriteFailure> failure;    // absent: refused
  std::optional<WriteRepair> repair;      // absent: none
  int repair_after = 2;                   // writes until the repair comes to it
  std::optional<Backfill> backfill;       // of the first record, read before its change and written after it; absent: none

  bool operator==(const DualWriteInput&) const = default;
};

/// One thing that happened, in order.
struct DualWriteStep {
  int record = 0;                         // from 1
  std::string action;
};

struct DualWriteAnswer {
  int writes_sent = 0;                    // to both stores, repairs and backfill left out
  std::vector<int> differing;             // records that differ in the end
  int longest_window = 0;                 // writes during which a record differed
  bool repaired = true;                   // false: a record differs until somebody compares
  std::vector<DualWriteStep> steps;
  std::string because;
};

FieldTable dual_write_fields();

/// The old store is written first and is right. A queue of the program is gone when the program stops; an outbox is
/// written together with the record and survives. A backfill that overwrites covers the newer record; one that carries
/// the record's own time, or writes only where nothing is, does not.
/// Problems: 1103 a number outside its limits.
Result<DualWriteAnswer> write_twice(const DualWriteInput& input);

}  // namespace storewright::labs
