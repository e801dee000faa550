#include "core/migration/matrix.h"

#include "core/base/sort.h"

namespace storewright::migration {
namespace {

constexpr Option columns[] = {{"from", "From"}, {"to", "To"}, {"reason", "Why"}, {"pattern", "By"}};

constexpr Field fields[] = {
    field<&MatrixQuery::sort>({.name = "sort", .label = "Sorted by", .options = columns}),
    field<&MatrixQuery::descending>({.name = "descending", .label = "The other way round"}),
};

}  // namespace

const std::array<std::string_view, 4> matrix_labels = {"From", "To", "Why", "By"};

FieldTable matrix_fields() { return fields; }

std::vector<MatrixRow> matrix_rows(const Tables& tables) {
  std::vector<MatrixRow> rows;
  for (const Path& path : tables.paths) {
    const Pattern* pattern = tables.pattern(path.pattern);
    rows.push_back({path.id, {path.from.label, path.to.label, path.reason, pattern ? pattern->label : path.pattern}});
  }
  return rows;
}

std::vector<std::size_t> matrix_order(const std::vector<MatrixRow>& rows, const MatrixQuery& query) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < rows.size(); ++i) order.push_back(i);
  const auto column = static_cast<std::size_t>(query.sort.value_or(MatrixColumn::from));
  const bool down = query.descending.value_or(false);
  sort_stably(order, [&](std::size_t a, std::size_t b) {
    const std::string& first = rows[a].cells[column];
    const std::string& second = rows[b].cells[column];
    return down ? second < first : first < second;
  });
  return order;
}

report::Table matrix_table(const std::vector<MatrixRow>& rows, const std::vector<std::size_t>& order) {
  report::Table table{.caption = "From one store to another", .columns = {}, .rows = {}};
  for (const std::string_view label : matrix_labels) table.columns.push_back({std::string(label)});
  for (const std::size_t index : order) table.rows.emplace_back(rows[index].cells.begin(), rows[index].cells.end());
  return table;
}

}  // namespace storewright::migration
