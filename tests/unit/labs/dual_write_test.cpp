#include "core/labs/dual_write.h"

#include <doctest/doctest.h>

#include <string>

using namespace storewright;
using namespace storewright::labs;

namespace {

DualWriteAnswer run(const DualWriteInput& input) {
  const Result<DualWriteAnswer> answer = write_twice(input);
  REQUIRE(answer);
  return *answer;
}

using Records = std::vector<int>;

}  // namespace

TEST_CASE("a second write that fails leaves the stores apart unless something repairs it") {
  struct Row {
    std::optional<WriteFailure> failure;
    std::optional<WriteRepair> repair;
    Records differing;
    int window;
  };
  const Row rows[] = {
      {{}, {}, {3}, 3},                                                // refused, nothing repairs it: until the end
      {WriteFailure::refused, WriteRepair::queue, {}, 2},
      {WriteFailure::refused, WriteRepair::outbox, {}, 2},
      {WriteFailure::crash, WriteRepair::none, {3}, 3},
      {WriteFailure::crash, WriteRepair::queue, {3}, 3},               // the queue dies with the program
      {WriteFailure::crash, WriteRepair::outbox, {}, 2},
  };
  for (const Row& row : rows) {
    const DualWriteAnswer answer = run({.failure = row.failure, .repair = row.repair});
    CHECK(answer.differing == row.differing);
    CHECK(answer.longest_window == row.window);
    CHECK(answer.repaired == row.differing.empty());
  }
}

TEST_CASE("every change is written twice") {
  CHECK(run({.writes = 6, .fails_at = 0}).writes_sent == 12);
  CHECK(run({.writes = 6, .fails_at = 3}).writes_sent == 12);
  CHECK(run({.writes = 6, .fails_at = 3, .failure = WriteFailure::crash}).writes_sent == 11);
  CHECK(run({.writes = 6, .fails_at = 0}).because == "Both stores agree all the time.");
}

TEST_CASE("a backfill that overwrites covers the newer record; the record's own time or an empty place protect it") {
  CHECK(run({.fails_at = 0, .backfill = Backfill::overwrite}).differing == Records{1});
  CHECK(run({.fails_at = 0, .backfill = Backfill::timestamp}).differing.empty());
  CHECK(run({.fails_at = 0, .backfill = Backfill::if_absent}).differing.empty());
}

TEST_CASE("a backfill after a failed write brings the old record, until the repair comes") {
  CHECK(run({.fails_at = 1, .backfill = Backfill::timestamp}).differing == Records{1});
  CHECK(run({.fails_at = 1, .repair = WriteRepair::outbox, .backfill = Backfill::timestamp}).differing.empty());
}

TEST_CASE("a repair that comes after the last write still comes") {
  const DualWriteAnswer answer = run({.writes = 3, .fails_at = 3, .repair = WriteRepair::queue, .repair_after = 5});
  CHECK(answer.differing.empty());
  CHECK(answer.longest_window == 5);
}

TEST_CASE("a write that does not exist cannot fail, and limits are limits") {
  CHECK(run({.writes = 2, .fails_at = 9}).differing.empty());
  CHECK(write_twice({.writes = 0}).problems()[0].where == "/writes");
  CHECK(write_twice({.writes = 51}).problems()[0].code == 1103);
  CHECK(write_twice({.fails_at = -1}).problems()[0].where == "/fails_at");
  CHECK(write_twice({.repair_after = 51}).problems()[0].where == "/repair_after");
}
