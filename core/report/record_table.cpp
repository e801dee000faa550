#include "core/report/record_table.h"

#include <algorithm>

#include "core/base/sort.h"
#include "core/base/text.h"
#include "core/knowledge/review.h"
#include "core/report/record_words.h"

namespace storewright::report {
namespace {

constexpr RecordColumnText columns[] = {
    {"name", "Name"},
    {"category", "Category"},
    {"transactions", "Transactions over"},
    {"consistency", "Strongest consistency"},
    {"joins", "Joins"},
    {"scale_out", "Beyond one node"},
    {"licence", "Licence"},
    {"operations_burden", "Work to operate"},
    {"managed_on", "Managed on"},
};

// The same as choices of a field; built from the table above, so that neither can forget one of the other.
constexpr auto column_options = [] {
  std::array<Option, record_column_count> options;
  for (std::size_t i = 0; i < record_column_count; ++i) options[i] = {columns[i].id, columns[i].label};
  return options;
}();

constexpr Option category_options[] = {
    {"relational", "Relational"}, {"document", "Document"},
    {"key_value", "Key-value"},   {"wide_column", "Wide-column"},
    {"graph", "Graph"},           {"time_series", "Time-series and analytics"},
    {"search", "Search"},         {"newsql", "Distributed SQL"},
    {"vector", "Vector"},
};

constexpr Option record_options[] = {
    {"engine", "Engine"}, {"service", "Service"}, {"extension", "Extension"}, {"feed", "Feed"}};
constexpr Option licence_options[] = {{"permissive", "Permissive"},
                                      {"copyleft", "Copyleft"},
                                      {"source_available", "Source available"},
                                      {"proprietary", "Proprietary"}};
constexpr Option hosting_options[] = {{"managed", "Managed offer"}, {"self_hosted", "Your own machines"}};
constexpr Option state_options[] = {{"verified", "Every fact has a source"},
                                    {"unverified", "Some facts unverified"},
                                    {"overdue", "Due to be read again"}};

TextRefusal refuse_date(std::string_view text) {
  if (text.empty() || knowledge::is_day(text)) return {};
  return {2063, "Write the date as year-month-day, for example 2026-11-22; you entered \"" + shortened(text, 40) + "\"."};
}

constexpr Field query_rows[] = {
    field<&RecordQuery::filter>({.name = "filter",
                                 .label = "Filter",
                                 .help = "Words that must all stand in the row, such as \"aws permissive\".",
                                 .max_items = 2}),
    field<&RecordQuery::category>({.name = "category",
                                   .label = "Category",
                                   .help = "Only records of this category.",
                                   .options = category_options}),
    field<&RecordQuery::record>({.name = "record",
                                 .label = "Kind of record",
                                 .help = "An engine, a service that runs one, an extension, or a feed between stores.",
                                 .options = record_options}),
    field<&RecordQuery::licence>(
        {.name = "licence", .label = "Licence", .help = "Only records under it.", .options = licence_options}),
    field<&RecordQuery::hosting>({.name = "hosting",
                                  .label = "Who can run it",
                                  .help = "Somebody for you, or you yourselves.",
                                  .options = hosting_options}),
    field<&RecordQuery::state>({.name = "state",
                                .label = "How sure",
                                .help = "Whether somebody opened a source for every fact, and not too long ago.",
                                .options = state_options}),
    field<&RecordQuery::as_of>({.name = "as_of",
                                .label = "Today",
                                .help = "A date, 2026-11-22: by it facts are due to be read again.",
                                .max_items = 1,
                                .refuse = refuse_date}),
    field<&RecordQuery::sort>({.name = "sort",
                               .label = "Sort by",
                               .help = "The column that decides the order; by name when absent.",
                               .options = column_options}),
    field<&RecordQuery::descending>({.name = "descending",
                                     .label = "From most to least",
                                     .help = "Turns the order round; what is not known stays last."}),
};

constexpr std::size_t at(RecordColumn column) { return static_cast<std::size_t>(column); }

std::string small_letters(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

const knowledge::TraitKind* kind_of(const knowledge::Knowledge& knowledge, std::string_view id) {
  for (const knowledge::TraitKind& kind : knowledge.traits)
    if (kind.id == id) return &kind;
  return nullptr;
}

double place_of(const knowledge::TraitKind& kind, std::string_view word) {
  const auto found = std::find(kind.words.begin(), kind.words.end(), word);
  return static_cast<double>(found - kind.words.begin());
}

// The vocabulary names joins and consistency from most to least, the other words from least to most.
enum class Vocabulary { ascending, descending };

void set_word(RecordRow& row, RecordColumn column, const knowledge::Knowledge& knowledge,
              const knowledge::Engine& engine, std::string_view trait, Vocabulary order = Vocabulary::ascending) {
  const knowledge::TraitKind* kind = kind_of(knowledge, trait);
  const knowledge::TraitValue* value = engine.trait(trait);
  if (kind == nullptr) value = nullptr;
  row.cells[at(column)] = kind == nullptr ? "not known" : words_of(*kind, value);
  row.known[at(column)] = value != nullptr;
  if (value == nullptr) return;
  const std::string* word = std::get_if<std::string>(value);
  const double place = word == nullptr ? 0 : place_of(*kind, *word);
  row.rank[at(column)] = order == Vocabulary::ascending ? place : -place;
}

// Of the levels a client may ask for the table shows the strongest; the vocabulary begins with it.
void set_consistency(RecordRow& row, const knowledge::Knowledge& knowledge, const knowledge::Engine& engine) {
  constexpr std::size_t column = at(RecordColumn::consistency);
  const knowledge::TraitKind* kind = kind_of(knowledge, "consistency_levels");
  const knowledge::TraitValue* value = engine.trait("consistency_levels");
  const auto* levels = value == nullptr ? nullptr : std::get_if<std::vector<std::string>>(value);
  row.cells[column] = "not known";
  if (kind == nullptr || levels == nullptr || levels->empty()) return;
  const auto strongest = std::min_element(
      levels->begin(), levels->end(),
      [&](const std::string& a, const std::string& b) { return place_of(*kind, a) < place_of(*kind, b); });
  const knowledge::TraitValue one = *strongest;
  row.cells[column] = words_of(*kind, &one);
  row.rank[column] = -place_of(*kind, *strongest);
  row.known[column] = true;
}

void set_offers(RecordRow& row, const knowledge::Knowledge& knowledge, const knowledge::Engine& engine) {
  constexpr std::size_t column = at(RecordColumn::managed_on);
  const knowledge::TraitKind* kind = kind_of(knowledge, "managed_on");
  const knowledge::TraitValue* value = kind == nullptr ? nullptr : engine.trait("managed_on");
  const auto* offers = value == nullptr ? nullptr : std::get_if<std::vector<std::string>>(value);
  row.cells[column] = kind == nullptr ? "not known" : words_of(*kind, value);
  row.known[column] = offers != nullptr;
  if (offers != nullptr) row.rank[column] = static_cast<double>(offers->size());
}

void set_category(RecordRow& row, const knowledge::Knowledge& knowledge, const knowledge::Engine& engine) {
  const knowledge::Category* category = knowledge.category(engine.category);
  row.category = engine.category;
  std::string& cell = row.cells[at(RecordColumn::category)];
  cell = category == nullptr ? engine.category : category->name;
  if (engine.record != knowledge::RecordKind::engine) cell += ", " + record_words(knowledge, engine);
  row.known[at(RecordColumn::category)] = true;
}

RecordRow row_of(const knowledge::Knowledge& knowledge, const knowledge::Engine& engine) {
  RecordRow row;
  row.id = engine.id;
  row.cells[at(RecordColumn::name)] = engine.name;
  row.known[at(RecordColumn::name)] = true;
  set_category(row, knowledge, engine);
  set_word(row, RecordColumn::transactions, knowledge, engine, "transactions");
  set_consistency(row, knowledge, engine);
  set_word(row, RecordColumn::joins, knowledge, engine, "joins", Vocabulary::descending);
  set_word(row, RecordColumn::scale_out, knowledge, engine, "scale_out");
  set_word(row, RecordColumn::licence, knowledge, engine, "licence");
  set_word(row, RecordColumn::operations_burden, knowledge, engine, "operations_burden");
  set_offers(row, knowledge, engine);
  row.record = engine.record;
  if (const knowledge::TraitValue* licence = engine.trait("licence"))
    if (const std::string* word = std::get_if<std::string>(licence)) row.licence = *word;
  row.managed = row.rank[at(RecordColumn::managed_on)] > 0;
  if (const knowledge::TraitValue* own = engine.trait("self_hostable"))
    if (const bool* flag = std::get_if<bool>(own)) row.self_hosted = *flag;
  row.words = small_letters(engine.id);
  for (const std::string& cell : row.cells) row.words += "\n" + small_letters(cell);
  return row;
}

// Names and categories sort as texts; every other column has a rank.
void rank_texts(std::vector<RecordRow>& rows, RecordColumn column) {
  const std::size_t c = at(column);
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < rows.size(); ++i) order.push_back(i);
  sort_stably(order, [&](std::size_t a, std::size_t b) {
    return small_letters(rows[a].cells[c]) < small_letters(rows[b].cells[c]);
  });
  double rank = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i > 0 && rows[order[i]].cells[c] != rows[order[i - 1]].cells[c]) ++rank;
    rows[order[i]].rank[c] = rank;
  }
}

bool in_state(const RecordQuery& query, const RecordRow& row) {
  if (!row.backing) return false;
  switch (*query.state) {
    case RecordState::verified: return row.backing->unverified == 0;
    case RecordState::unverified: return row.backing->unverified > 0;
    case RecordState::overdue: return !query.as_of.empty() && knowledge::is_overdue(row.backing->oldest, query.as_of);
  }
  return false;
}

bool keeps(const RecordQuery& query, std::span<const std::string> wanted, const RecordRow& row) {
  if (query.record && static_cast<int>(*query.record) != static_cast<int>(row.record)) return false;
  if (query.licence && row.licence != licence_options[static_cast<std::size_t>(*query.licence)].name) return false;
  if (query.hosting && !(*query.hosting == RecordHosting::managed ? row.managed : row.self_hosted)) return false;
  if (query.state && !in_state(query, row)) return false;
  if (query.category && row.category != category_options[static_cast<std::size_t>(*query.category)].name) return false;
  return std::all_of(wanted.begin(), wanted.end(),
                     [&](const std::string& word) { return row.words.find(word) != row.words.npos; });
}

}  // namespace

FieldTable record_query_fields() { return query_rows; }

std::span<const RecordColumnText, record_column_count> record_columns() { return columns; }

std::vector<RecordRow> record_rows(const knowledge::Knowledge& knowledge, const knowledge::Reference* reference) {
  std::vector<RecordRow> rows;
  rows.reserve(knowledge.engines.size());
  for (const knowledge::Engine& engine : knowledge.engines) {
    rows.push_back(row_of(knowledge, engine));
    if (reference) rows.back().backing = reference->backing_of(engine.id);
  }
  rank_texts(rows, RecordColumn::name);
  rank_texts(rows, RecordColumn::category);
  sort_stably(rows, [](const RecordRow& a, const RecordRow& b) { return a.rank[0] < b.rank[0]; });
  return rows;
}

std::vector<std::size_t> select_records(std::span<const RecordRow> rows, const RecordQuery& query) {
  std::vector<std::string> wanted;
  for (const std::string& word : split(small_letters(query.filter), ' '))
    if (!word.empty()) wanted.push_back(word);
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (keeps(query, wanted, rows[i])) chosen.push_back(i);

  const std::size_t column = at(query.sort.value_or(RecordColumn::name));
  const bool down = query.descending.value_or(false);
  sort_stably(chosen, [&](std::size_t a, std::size_t b) {
    if (rows[a].known[column] != rows[b].known[column]) return rows[a].known[column];
    if (!rows[a].known[column] || rows[a].rank[column] == rows[b].rank[column]) return false;
    return down ? rows[a].rank[column] > rows[b].rank[column] : rows[a].rank[column] < rows[b].rank[column];
  });
  return chosen;
}

std::string record_count_sentence(std::size_t shown, std::size_t all) {
  const std::string total = std::to_string(all);
  if (shown == all) return "All " + total + " records.";
  if (shown == 0) return "None of the " + total + " records is like that. Ask for less, or clear the filter.";
  return std::to_string(shown) + " of " + total + (shown == 1 ? " records matches." : " records match.");
}

Table record_table(std::span<const RecordRow> rows, std::span<const std::size_t> chosen) {
  Table table{.caption = "Engines, services and extensions", .columns = {{"Id"}}, .rows = {}};
  for (const RecordColumnText& column : columns) table.columns.push_back({std::string(column.label)});
  for (const std::size_t index : chosen) {
    std::vector<std::string> cells = {rows[index].id};
    cells.insert(cells.end(), rows[index].cells.begin(), rows[index].cells.end());
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace storewright::report
