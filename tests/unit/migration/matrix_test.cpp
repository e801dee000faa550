#include "core/migration/matrix.h"

#include <doctest/doctest.h>

#include <string>

using namespace storewright;
using namespace storewright::migration;

namespace {

std::string first(const MatrixQuery& query) {
  const std::vector<MatrixRow> rows = matrix_rows(built_in_tables());
  return rows[matrix_order(rows, query).front()].path;
}

}  // namespace

TEST_CASE("the matrix holds every path sorted by a column") {
  const std::vector<MatrixRow> rows = matrix_rows(built_in_tables());
  CHECK(rows.size() == built_in_tables().paths.size());
  CHECK(rows[0].cells[3] == "Change data capture");
  CHECK(first({}) == "cassandra-to-scylladb");
  CHECK(first({.sort = MatrixColumn::from}) == "cassandra-to-scylladb");
  CHECK(first({.sort = MatrixColumn::from, .descending = true}) == "self-run-to-managed");
  CHECK(first({.sort = MatrixColumn::pattern}) == "self-run-to-managed");
  CHECK(matrix_table(rows, matrix_order(rows, {})).rows.size() == rows.size());
}

TEST_CASE("rows that are equal in a column stay as written, both ways") {
  const std::vector<MatrixRow> rows = matrix_rows(built_in_tables());
  for (const bool down : {false, true}) {
    std::vector<std::string> dual;
    for (const std::size_t index : matrix_order(rows, {.sort = MatrixColumn::pattern, .descending = down}))
      if (rows[index].cells[3] == "Dual write and backfill") dual.push_back(rows[index].path);
    CHECK(dual == std::vector<std::string>{"mongodb-to-cassandra", "postgresql-to-sharded", "cassandra-to-scylladb"});
  }
}
