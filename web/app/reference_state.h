// What the reference remembers: the question put to the table, and what its tables have measured.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/report/record_table.h"
#include "web/ui/sortable_table.h"

namespace storewright::app {

using LinkFields = std::vector<std::pair<std::string, std::string>>;

struct ReferenceState {
  report::RecordQuery query;
  LinkFields unknown;                      // of the link it was opened with, kept
  std::vector<report::RecordRow> rows;     // of every record, made when first shown
  ui::SortableTable table;                 // the same for the screen
  ui::TableMeasure table_measure;
  ui::SortableTable facts;                 // of the card shown last
  ui::TableMeasure facts_measure;
};

}  // namespace storewright::app
