#include "core/api/groups.h"
#include "core/api/method.h"
#include "core/knowledge/knowledge.h"
#include "core/report/record_card.h"
#include "core/report/record_table.h"
#include "core/report/record_words.h"

namespace storewright::api {
namespace {

using knowledge::built_in;

struct RecordList {
  std::vector<report::RecordRow> rows;
  std::vector<std::size_t> chosen;
};

Result<RecordList> list_records(const report::RecordQuery& query) {
  RecordList list{report::record_rows(built_in(), &knowledge::built_in_reference()), {}};
  list.chosen = report::select_records(list.rows, query);
  return list;
}

// `cells` are in words and in the order of `columns`.
void write_row(JsonWriter& out, const report::RecordRow& row) {
  const knowledge::Engine* engine = built_in().engine(row.id);
  out.begin_object().member("id", row.id).member("category", row.category);
  if (engine != nullptr) out.member("record", report::name_of(engine->record)).member("host", engine->host);
  out.key("cells").begin_array();
  for (const std::string& cell : row.cells) out.text(cell);
  out.end_array().end_object();
}

void write_records(JsonWriter& out, const report::RecordQuery&, const RecordList& list) {
  out.begin_object()
      .member("count", static_cast<std::int64_t>(list.chosen.size()))
      .member("of", static_cast<std::int64_t>(list.rows.size()))
      .member("says", report::record_count_sentence(list.chosen.size(), list.rows.size()));
  out.key("columns").begin_array();
  for (const report::RecordColumnText& column : report::record_columns())
    out.begin_object().member("id", column.id).member("label", column.label).end_object();
  out.end_array().key("rows").begin_array();
  for (const std::size_t index : list.chosen) write_row(out, list.rows[index]);
  out.end_array().end_object();
}

Result<report::RecordCard> one_record(const report::RecordCardInput& input) {
  return report::record_card(built_in(), input);
}

// Without sources, which are in the evidence pack and not in the program.
void write_record(JsonWriter& out, const report::RecordCardInput&, const report::RecordCard& card) {
  out.begin_object()
      .member("id", card.id)
      .member("name", card.name)
      .member("category", card.category)
      .member("category_name", card.category_name)
      .member("record", card.record);
  out.key("facts").begin_array();
  for (const report::RecordFact& fact : card.facts)
    out.begin_object()
        .member("trait", fact.trait)
        .member("label", fact.label)
        .member("value", fact.value)
        .member("known", fact.known)
        .end_object();
  out.end_array().end_object();
}

}  // namespace

std::vector<Method> reference_methods() {
  return {
      method<"reference.records", report::record_query_fields, list_records, write_records>(
          "Every engine, service and extension as a row: filtered and sorted."),
      method<"reference.record", report::record_card_fields, one_record, write_record>(
          "One engine, service or extension with every trait in words."),
  };
}

}  // namespace storewright::api
