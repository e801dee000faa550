// What the reference remembers: its packs, the question put to each of its tables, and the answers of its forms.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/knowledge/published.h"
#include "core/knowledge/reference.h"
#include "core/report/glance.h"
#include "core/report/record_compare.h"
#include "core/report/record_table.h"
#include "core/report/rule_words.h"
#include "core/selection/checklist.h"
#include "web/app/guide_state.h"
#include "web/ui/sortable_table.h"

namespace storewright::app {

/// The categories at a glance: the load that is asked for, and the table in its order.
struct GlanceState {
  report::GlanceInput input;
  LinkFields unknown;                      // of the link it was opened with, kept
  ui::SortableTable table;
  ui::SortedBy sorted;
  ui::TableMeasure measure;
};

struct ReferenceState {
  Fetched<knowledge::Reference> content;   // categories, forms, branches, words
  Fetched<std::vector<knowledge::PublishedCase>> published;
  report::RecordQuery query;
  LinkFields unknown;                      // of the link it was opened with, kept
  std::vector<report::RecordRow> rows;     // of every record, made when first shown
  bool rows_backed = false;                // they say how well each record is backed
  ui::SortableTable table;                 // the same for the screen
  ui::TableMeasure table_measure;
  ui::SortableTable facts;                 // of the card shown last
  ui::TableMeasure facts_measure;
  GlanceState glance;
  report::RuleQuery rules;
  LinkFields rules_unknown;
  report::CompareInput compare;
  LinkFields compare_unknown;
  int compare_category = 0;                // whose stores are offered
  ui::SortableTable compare_table;
  ui::TableMeasure compare_measure;
  // Answers to the cheat sheet that no profile can hold, and those of the checklist.
  std::vector<std::string> yes, no;
  std::optional<selection::ExtensionTried> extension_tried;
  std::string way_back;
};

}  // namespace storewright::app
