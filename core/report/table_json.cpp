#include "core/base/json.h"
#include "core/report/scene.h"

namespace storewright::report {

std::string table_json(const Table& table) {
  JsonWriter writer;
  writer.begin_array();
  for (const std::vector<std::string>& row : table.rows) {
    writer.begin_object();
    for (std::size_t i = 0; i < row.size() && i < table.columns.size(); ++i) writer.member(table.columns[i].name, row[i]);
    writer.end_object();
  }
  writer.end_array();
  return writer.take() + "\n";
}

}  // namespace storewright::report
