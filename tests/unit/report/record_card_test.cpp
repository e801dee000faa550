#include "core/report/record_card.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "core/report/record_words.h"

using namespace storewright;
using namespace storewright::report;

namespace {

// One engine with a documented, an unverified and a missing trait.
knowledge::Knowledge one_record() {
  knowledge::Knowledge made;
  made.categories = {{"relational", "Relational", ""}};
  made.traits = {{"joins", "Joins", "word", "", {"full", "none"}},
                 {"range_scan", "Range scans", "flag", "", {}},
                 {"node_writes_per_second", "Writes one node takes", "number", "writes/s", {}}};
  made.sources = {{.id = "manual", .title = "The manual", .publisher = "Us", .address = "https://example.org/manual", .read = "2026-11-22"}};
  knowledge::Engine engine;
  engine.id = "one";
  engine.name = "One";
  engine.category = "relational";
  engine.traits = {{"joins", std::string("full")}, {"range_scan", false}};
  engine.evidence = {{"joins", {"manual", knowledge::FactKind::vendor_documented, "2026-11-20", "All of them."}},
                     {"range_scan", {"", knowledge::FactKind::unverified, "2026-11-20", ""}}};
  made.engines = {engine};
  return made;
}

}  // namespace

TEST_CASE("a card has every trait: with its source, as unverified, or as not known") {
  const Result<RecordCard> card = record_card(one_record(), {.id = "one"});
  REQUIRE(card);
  CHECK(card->backed);
  REQUIRE(card->facts.size() == 3);
  const RecordFact& joins = card->facts[0];
  CHECK(joins.value == "full");
  CHECK(joins.verified);
  CHECK(joins.source_title == "The manual");
  CHECK(joins.source_address == "https://example.org/manual");
  CHECK(joins.read == "2026-11-20");
  CHECK(joins.note == "All of them.");
  const RecordFact& scan = card->facts[1];
  CHECK(scan.value == "no");
  CHECK_FALSE(scan.verified);
  CHECK(scan.kind.find("Unverified") == 0);
  CHECK(scan.read.empty());  // nothing was read, so there is no date of reading
  const RecordFact& writes = card->facts[2];
  CHECK_FALSE(writes.known);
  CHECK(writes.value == "not known");
}

TEST_CASE("before the evidence is there a card shows what is known") {
  knowledge::Knowledge bare = one_record();
  bare.engines[0].evidence.clear();
  const Result<RecordCard> card = record_card(bare, {.id = "one"});
  REQUIRE(card);
  CHECK_FALSE(card->backed);
  CHECK(card->facts[0].value == "full");
  CHECK(card->facts[0].kind.empty());
}

TEST_CASE("a record that does not exist is a problem that names the nearest") {
  for (const char* id : {"", "oen", "ONE", "one/two", "\xff"}) {
    const Result<RecordCard> card = record_card(one_record(), {.id = id});
    REQUIRE_FALSE(card);
    CHECK(card.problems()[0].code == 1104);
    CHECK(card.problems()[0].where == "/id");
  }
  CHECK(record_card(one_record(), {.id = "onne"}).problems()[0].message.find("Did you mean \"one\"?") != std::string::npos);
}

TEST_CASE("values are said in words, with unit, and unknown is not zero") {
  const knowledge::TraitKind number{"n", "N", "number", "GB", {}};
  const knowledge::TraitKind words{"w", "W", "words", "", {}};
  struct Row { const knowledge::TraitKind& kind; knowledge::TraitValue value; std::string expected; };
  const Row rows[] = {
      {number, Range{1000, 4000, 10000}, "1,000 to 10,000 GB, usually 4,000"},
      {number, Range::exactly(0), "0 GB"},
      {words, std::vector<std::string>{"aws", "gcp"}, "AWS and Google Cloud"},
      {words, std::vector<std::string>{}, "none"},
      {words, std::string("sharded_native"), "shards by itself"},
      {words, std::string("read_your_writes"), "read your writes"},
      {words, true, "yes"},
  };
  for (const Row& row : rows) CHECK(words_of(row.kind, &row.value) == row.expected);
  CHECK(words_of(number, nullptr) == "not known");
}

TEST_CASE("the facts export with note, kind, source and date") {
  const Table table = record_facts_table(*record_card(one_record(), {.id = "one"}));
  REQUIRE(table.rows.size() == 3);
  for (const auto& row : table.rows) CHECK(row.size() == table.columns.size());
  CHECK(table.rows[0][5] == "https://example.org/manual");
}
