// The records of the catalogue as one table: which rows a filter keeps, and in which order they stand.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/fields.h"
#include "core/knowledge/knowledge.h"
#include "core/knowledge/reference.h"
#include "core/report/scene.h"

namespace storewright::report {

/// The columns, in their order on the screen.
enum class RecordColumn { name, category, transactions, consistency, joins, scale_out, licence, operations_burden, managed_on };
inline constexpr std::size_t record_column_count = 9;

/// The nine categories, in the order of `content/categories.json`; a test compares.
enum class RecordCategory { relational, document, key_value, wide_column, graph, time_series, search, newsql, vector };

/// What a record is.
enum class RecordSort { engine, service, extension, feed };
/// The licences, in the order of the trait's words; a test compares.
enum class RecordLicence { permissive, copyleft, source_available, proprietary };
/// Who can run it: a managed offer exists, or it can be run on machines of one's own.
enum class RecordHosting { managed, self_hosted };
/// How well its facts are backed.
enum class RecordState { verified, unverified, overdue };

/// What of the catalogue to show. Everything, by name, unless it says otherwise.
struct RecordQuery {
  std::string filter;                       // words that must all stand in a row, in any case
  std::optional<RecordCategory> category;
  std::optional<RecordSort> record;
  std::optional<RecordLicence> licence;
  std::optional<RecordHosting> hosting;
  std::optional<RecordState> state;
  std::string as_of;                        // ISO date by which a fact is overdue; "" finds none
  std::optional<RecordColumn> sort;         // absent: by name
  std::optional<bool> descending;           // absent: ascending

  bool operator==(const RecordQuery&) const = default;
};

FieldTable record_query_fields();

/// The id and the heading of a column: "scale_out", "Beyond one node".
struct RecordColumnText {
  std::string_view id, label;
};
std::span<const RecordColumnText, record_column_count> record_columns();

/// One record as a row.
struct RecordRow {
  std::string id;
  std::string category;                                       // id
  std::array<std::string, record_column_count> cells;         // in words
  std::array<double, record_column_count> rank = {};          // what a column sorts by; the same for all names
  std::array<bool, record_column_count> known = {};           // an unknown value stands last, whichever way one sorts
  std::string words;                                          // what a filter looks at, in small letters
  knowledge::RecordKind record = knowledge::RecordKind::engine;
  std::string licence;                                        // word of the trait, "" when not known
  bool managed = false;
  bool self_hosted = false;
  const knowledge::Backing* backing = nullptr;                // of the reference given; null without one
};

/// Every record as a row, by name. Columns with words sort by what the words mean, from least to most: joins from none
/// to full, consistency from eventual to strong, licences from permissive to proprietary, offers by how many there are.
/// `reference`, which has to live as long, tells how well each is backed; without it no row has any state.
std::vector<RecordRow> record_rows(const knowledge::Knowledge& knowledge, const knowledge::Reference* reference = nullptr);

/// The rows that the query keeps, in its order, as indices into `rows`. Ties stand by name, in both directions.
std::vector<std::size_t> select_records(std::span<const RecordRow> rows, const RecordQuery& query);

/// "5 of 24 records match." in the words of the page.
std::string record_count_sentence(std::size_t shown, std::size_t all);

/// The chosen rows with an id column, for CSV.
Table record_table(std::span<const RecordRow> rows, std::span<const std::size_t> chosen);

}  // namespace storewright::report
