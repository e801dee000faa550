// The categories at a glance: one row each, and which of them take a given load of writes on one node.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/fields.h"
#include "core/knowledge/reference.h"
#include "core/report/scene.h"

namespace storewright::report {

struct GlanceInput {
  std::optional<Range> writes_per_second;  // needed on one node; absent: no filter

  bool operator==(const GlanceInput&) const = default;
};

FieldTable glance_fields();

/// Whether a category reaches the writes: `varies` is neither yes nor no.
enum class Reach { listed, not_listed, varies };

struct GlanceRow {
  const knowledge::Glance* glance = nullptr;
  std::string name;                    // of the category
  std::vector<std::string> engines;    // names
  std::string writes;                  // "10,000 to 100,000 writes a second"
  Reach reach = Reach::listed;         // listed when nothing was asked
};

struct GlanceAnswer {
  std::vector<GlanceRow> rows;         // in the order of the content, all of them
  std::string says;                    // which reach the load
};

/// A category reaches a load when the upper end of its range does; the bound itself counts. Of a range of writes the
/// high end is needed.
GlanceAnswer categories_at_a_glance(const GlanceInput& input, const knowledge::Reference& reference,
                                    const knowledge::Knowledge& knowledge);

/// "listed", "not_listed", "varies".
std::string_view name_of(Reach reach);
/// "Low", "Low where it is managed", "Medium to high".
std::string_view words_of(knowledge::Complexity complexity);

/// The rows as a table, for CSV.
Table glance_table(const GlanceAnswer& answer);

}  // namespace storewright::report
