#include "core/cost/request_units.h"

#include <doctest/doctest.h>

using namespace storewright::cost;

// The examples of AWS, read 2026-11-22. Reads of 8 KB take two units, one eventually consistent, four in a transaction; writes of
// 1 KB one, of 3 KB three, six in a transaction: https://aws.amazon.com/dynamodb/pricing/provisioned/ and
// https://aws.amazon.com/dynamodb/pricing/on-demand/. 3,500 bytes are read like 4 KB:
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html
TEST_CASE("sizes are rounded up to 4 KB for reads and 1 KB for writes") {
  struct Row { double bytes, write, transactional_write, strong, eventual, transactional; };
  const Row rows[] = {
      {0, 1, 2, 1, 0.5, 2},           {1, 1, 2, 1, 0.5, 2},          {1024, 1, 2, 1, 0.5, 2},  {1025, 2, 4, 1, 0.5, 2},
      {3072, 3, 6, 1, 0.5, 2},        {3500, 4, 8, 1, 0.5, 2},       {4096, 4, 8, 1, 0.5, 2},  {4097, 5, 10, 2, 1, 4},
      {8192, 8, 16, 2, 1, 4},         {409600, 400, 800, 100, 50, 200},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    CHECK(write_units_of(row.bytes, false) == row.write);
    CHECK(write_units_of(row.bytes, true) == row.transactional_write);
    CHECK(read_units_of(row.bytes, ReadKind::strong) == row.strong);
    CHECK(read_units_of(row.bytes, ReadKind::eventual) == row.eventual);
    CHECK(read_units_of(row.bytes, ReadKind::transactional) == row.transactional);
  }
}
