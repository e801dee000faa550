#include "core/labs/replica_lag.h"

#include <doctest/doctest.h>

using namespace storewright;
using namespace storewright::labs;

TEST_CASE("authors miss their own write until the replica has it, unless they read from the primary") {
  struct Row {
    int lag, read, sticky;
    bool stale, primary;
    int stale_ms;
  };
  const Row rows[] = {
      {800, 150, 0, true, false, 800},   {800, 799, 0, true, false, 800}, {800, 800, 0, false, false, 800},
      {800, 150, 151, false, true, 649}, {800, 150, 150, true, false, 650}, {800, 0, 1000, false, true, 0},
      {0, 0, 0, false, false, 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.read);
    CAPTURE(row.sticky);
    const auto answer = follow_replicas({.lag_ms = row.lag, .read_after_ms = row.read, .sticky_ms = row.sticky});
    REQUIRE(answer);
    CHECK(answer->own_read_stale == row.stale);
    CHECK(answer->own_read_from_primary == row.primary);
    CHECK(answer->own_stale_ms == row.stale_ms);
  }
}

TEST_CASE("a reply shows alone exactly while its replica is ahead of the comment's") {
  struct Row {
    int lag, after, reply_lag, orphan, converged;
  };
  const Row rows[] = {{800, 300, 200, 300, 800}, {500, 300, 200, 0, 500}, {501, 300, 200, 1, 501}, {100, 300, 200, 0, 500}, {0, 0, 0, 0, 0}};
  for (const Row& row : rows) {
    CAPTURE(row.lag);
    const auto answer = follow_replicas({.lag_ms = row.lag, .reply_after_ms = row.after, .reply_lag_ms = row.reply_lag});
    REQUIRE(answer);
    CHECK(answer->orphan_ms == row.orphan);
    CHECK(answer->converged_ms == row.converged);
  }
}

TEST_CASE("every time outside its limits is a problem of its own") {
  const auto answer = follow_replicas({.lag_ms = -1, .sticky_ms = 600001});
  REQUIRE_FALSE(answer);
  REQUIRE(answer.problems().size() == 2);
  CHECK(answer.problems()[0].where == "/lag_ms");
  CHECK(answer.problems()[1].where == "/sticky_ms");
}
