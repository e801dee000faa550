#include "core/report/record_table.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/report/record_words.h"

using namespace storewright;
using namespace storewright::report;

namespace {

using Texts = std::vector<std::string>;

knowledge::Engine engine(std::string id, std::string name, std::string category) {
  knowledge::Engine made;
  made.id = std::move(id);
  made.name = std::move(name);
  made.category = std::move(category);
  return made;
}

// Four records: one that can everything, one that can nothing, one of which nothing is known, one that builds on another.
knowledge::Knowledge four_records() {
  knowledge::Knowledge made;
  made.categories = {{"relational", "Relational", ""}, {"key_value", "Key-value", ""}};
  made.traits = knowledge::built_in().traits;
  knowledge::Engine able = engine("able", "able", "relational");
  able.traits = {{"joins", std::string("full")}, {"transactions", std::string("multi_row")}, {"operations_burden", std::string("high")},
                 {"consistency_levels", Texts{"eventual", "strong"}}, {"managed_on", Texts{"aws", "vendor"}}, {"licence", std::string("permissive")}};
  knowledge::Engine bare = engine("bare", "Bare", "key_value");
  bare.traits = {{"joins", std::string("none")}, {"transactions", std::string("none")}, {"operations_burden", std::string("none")},
                 {"consistency_levels", Texts{"eventual"}}, {"managed_on", Texts{}}, {"licence", std::string("proprietary")}};
  knowledge::Engine closed = engine("closed", "Closed", "relational");
  knowledge::Engine offer = engine("offer", "Able Cloud", "relational");
  offer.record = knowledge::RecordKind::service;
  offer.host = "able";
  offer.traits = {{"joins", std::string("limited")}, {"managed_on", Texts{"aws"}}};
  made.engines = {able, bare, closed, offer};
  return made;
}

Texts ids(const std::vector<RecordRow>& rows, const RecordQuery& query) {
  Texts out;
  for (const std::size_t index : select_records(rows, query)) out.push_back(rows[index].id);
  return out;
}

}  // namespace

TEST_CASE("columns sort by meaning, what is not known stays last, and ties stand by name in both directions") {
  const std::vector<RecordRow> rows = record_rows(four_records());
  struct Row { RecordColumn sort; bool descending; Texts expected; };
  const Row table[] = {
      {RecordColumn::name, false, {"able", "offer", "bare", "closed"}},       // case does not matter
      {RecordColumn::name, true, {"closed", "bare", "offer", "able"}},
      {RecordColumn::category, false, {"bare", "able", "closed", "offer"}},  // "Relational, service for able" comes after
      {RecordColumn::joins, false, {"bare", "offer", "able", "closed"}},
      {RecordColumn::joins, true, {"able", "offer", "bare", "closed"}},
      {RecordColumn::transactions, false, {"bare", "able", "offer", "closed"}},
      {RecordColumn::transactions, true, {"able", "bare", "offer", "closed"}},
      {RecordColumn::consistency, false, {"bare", "able", "offer", "closed"}},
      {RecordColumn::operations_burden, true, {"able", "bare", "offer", "closed"}},
      {RecordColumn::managed_on, false, {"bare", "offer", "able", "closed"}},  // none is known and fewer than one
      {RecordColumn::scale_out, true, {"able", "offer", "bare", "closed"}},    // nobody has it: by name
  };
  for (const Row& row : table) {
    CAPTURE(static_cast<int>(row.sort));
    CAPTURE(row.descending);
    CHECK(ids(rows, {.filter = "", .sort = row.sort, .descending = row.descending}) == row.expected);
  }
}

TEST_CASE("a filter keeps the rows that have all its words, in any case and order") {
  const std::vector<RecordRow> rows = record_rows(four_records());
  struct Row { std::string filter; Texts expected; };
  const Row table[] = {
      {"", {"able", "offer", "bare", "closed"}},
      {"   ", {"able", "offer", "bare", "closed"}},
      {"PERMISSIVE", {"able"}},
      {"aws", {"able", "offer"}},
      {"aws service", {"offer"}},
      {"service  aws", {"offer"}},
      {"not known", {"able", "offer", "bare", "closed"}},  // nobody's scaling is recorded
      {"several rows strong", {"able"}},
      {"zebra", {}},
      {"able zebra", {}},
      {"\n", {"able", "offer", "bare", "closed"}},
  };
  for (const Row& row : table) {
    CAPTURE(row.filter);
    CHECK(ids(rows, {.filter = row.filter}) == row.expected);
  }
  CHECK(ids(rows, {.filter = "", .category = RecordCategory::key_value}) == Texts{"bare"});
  CHECK(ids(rows, {.filter = "aws", .category = RecordCategory::key_value}).empty());
}

TEST_CASE("kind, licence, hosting and state each keep the records that have them, and together") {
  knowledge::Reference reference;
  reference.backing = {{"able", 6, 0, "2026-01-02"}, {"bare", 6, 2, "2024-11-21"}, {"offer", 2, 0, "2024-11-22"}};
  const knowledge::Knowledge four = four_records();
  const std::vector<RecordRow> rows = record_rows(four, &reference);
  CHECK(ids(rows, {.record = RecordSort::service}) == Texts{"offer"});
  CHECK(ids(rows, {.record = RecordSort::engine}) == Texts{"able", "bare", "closed"});
  CHECK(ids(rows, {.record = RecordSort::feed}).empty());
  CHECK(ids(rows, {.licence = RecordLicence::proprietary}) == Texts{"bare"});
  CHECK(ids(rows, {.hosting = RecordHosting::managed}) == Texts{"able", "offer"});
  CHECK(ids(rows, {.hosting = RecordHosting::self_hosted}).empty());
  CHECK(ids(rows, {.state = RecordState::verified}) == Texts{"able", "offer"});
  CHECK(ids(rows, {.state = RecordState::unverified}) == Texts{"bare"});
  // Two years to the day are not overdue yet; nothing is without a day to look from.
  CHECK(ids(rows, {.state = RecordState::overdue, .as_of = "2026-11-22"}) == Texts{"bare"});
  CHECK(ids(rows, {.state = RecordState::overdue, .as_of = "2026-11-23"}) == Texts{"offer", "bare"});
  CHECK(ids(rows, {.state = RecordState::overdue}).empty());
  CHECK(ids(record_rows(four), {.state = RecordState::verified}).empty());
  CHECK(ids(rows, {.filter = "aws", .record = RecordSort::service, .hosting = RecordHosting::managed}) == Texts{"offer"});
}

TEST_CASE("the choices of licences and kinds are those of the content") {
  const auto options = [](std::string_view name) { return find_field(record_query_fields(), name)->options; };
  for (const knowledge::TraitKind& kind : knowledge::built_in().traits) {
    if (kind.id != "licence") continue;
    REQUIRE(options("licence").size() == kind.words.size());
    for (std::size_t i = 0; i < kind.words.size(); ++i) CHECK(options("licence")[i].name == kind.words[i]);
  }
  for (const knowledge::RecordKind kind : {knowledge::RecordKind::engine, knowledge::RecordKind::service,
                                           knowledge::RecordKind::extension, knowledge::RecordKind::feed})
    CHECK(options("record")[static_cast<std::size_t>(kind)].name == name_of(kind));
}

TEST_CASE("unknown is said as such and never as none or no") {
  const std::vector<RecordRow> rows = record_rows(four_records());
  const auto closed = std::find_if(rows.begin(), rows.end(), [](const RecordRow& row) { return row.id == "closed"; });
  for (std::size_t column = 2; column < record_column_count; ++column) CHECK(closed->cells[column] == "not known");
  const auto bare = std::find_if(rows.begin(), rows.end(), [](const RecordRow& row) { return row.id == "bare"; });
  CHECK(bare->cells[static_cast<std::size_t>(RecordColumn::managed_on)] == "none");
}

TEST_CASE("the choice of categories is that of the content, in its order") {
  const Field* field = find_field(record_query_fields(), "category");
  REQUIRE(field != nullptr);
  const std::vector<knowledge::Category>& categories = knowledge::built_in().categories;
  REQUIRE(field->options.size() == categories.size());
  for (std::size_t i = 0; i < categories.size(); ++i) {
    CHECK(field->options[i].name == categories[i].id);
    CHECK(field->options[i].label == categories[i].name);
  }
}

TEST_CASE("the built-in records are all there, and every column of them is known") {
  const std::vector<RecordRow> rows = record_rows(knowledge::built_in());
  CHECK(rows.size() == knowledge::built_in().engines.size());
  for (const RecordRow& row : rows) {
    CAPTURE(row.id);
    for (std::size_t column = 0; column < record_column_count; ++column) CHECK(row.known[column]);
  }
}

TEST_CASE("the sentence counts, and says what to do when nothing is left") {
  CHECK(record_count_sentence(24, 24) == "All 24 records.");
  CHECK(record_count_sentence(1, 24) == "1 of 24 records matches.");
  CHECK(record_count_sentence(5, 24) == "5 of 24 records match.");
  CHECK(record_count_sentence(0, 24).find("clear the filter") != std::string::npos);
}

TEST_CASE("the table for CSV has the chosen rows in their order, and their ids") {
  const std::vector<RecordRow> rows = record_rows(four_records());
  const std::vector<std::size_t> chosen = select_records(rows, {.filter = "aws", .sort = RecordColumn::joins, .descending = false});
  const Table table = record_table(rows, chosen);
  CHECK(table.columns.size() == record_column_count + 1);
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0][0] == "offer");
  CHECK(table.rows[1][0] == "able");
}
