// The from-to rows as a table that sorts.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/base/fields.h"
#include "core/migration/tables.h"
#include "core/report/scene.h"

namespace storewright::migration {

enum class MatrixColumn { from, to, reason, pattern };

struct MatrixQuery {
  std::optional<MatrixColumn> sort;     // absent: by where they start
  std::optional<bool> descending;

  bool operator==(const MatrixQuery&) const = default;
};
FieldTable matrix_fields();

struct MatrixRow {
  std::string path;                     // id
  std::array<std::string, 4> cells;     // in the order of the columns
};

/// One row for each path, as written.
std::vector<MatrixRow> matrix_rows(const Tables& tables);

/// The rows by index, in the order asked for; equal ones as written.
std::vector<std::size_t> matrix_order(const std::vector<MatrixRow>& rows, const MatrixQuery& query);

/// The labels of the columns.
extern const std::array<std::string_view, 4> matrix_labels;

report::Table matrix_table(const std::vector<MatrixRow>& rows, const std::vector<std::size_t>& order);

}  // namespace storewright::migration
