// One record of the catalogue as a card: what it is for, and every fact with how well it is backed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/fields.h"
#include "core/base/result.h"
#include "core/knowledge/knowledge.h"
#include "core/report/scene.h"

namespace storewright::report {

/// One trait of a record in words.
struct RecordFact {
  std::string trait;             // id
  std::string label;             // "Joins"
  std::string value;             // "full", "not known"
  bool known = false;            // the record has this trait
  // What backs it; empty until the evidence pack is there.
  std::string kind;              // "Documented by the vendor"
  bool verified = false;         // somebody has opened a source for it
  std::string source;            // id
  std::string source_title;
  std::string source_address;    // "" where there is none to open
  std::string read;              // ISO date, "" when nothing was read
  std::string note;              // what exactly holds
};

struct RecordCard {
  std::string id;
  std::string name;
  std::string category;          // id
  std::string category_name;
  std::string record;            // "engine", "service for PostgreSQL"
  // From the evidence pack, empty until then.
  std::string summary;
  std::vector<std::string> best_for;
  std::vector<std::string> not_for;
  bool backed = false;           // whether evidence is known
  std::vector<RecordFact> facts; // one for each trait of the catalogue, in its order
};

struct RecordCardInput {
  std::string id;
};

FieldTable record_card_fields();

/// Problems: 1104 there is no such record (names the nearest).
Result<RecordCard> record_card(const knowledge::Knowledge& knowledge, const RecordCardInput& input);

/// The facts as a table for CSV: fact, value, note, kind, source, address, date.
Table record_facts_table(const RecordCard& card);

}  // namespace storewright::report
