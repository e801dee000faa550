// Two or three records side by side: every trait in words, and where they differ.
#pragma once

#include <string>
#include <vector>

#include "core/report/record_card.h"

namespace storewright::report {

struct CompareInput {
  std::vector<std::string> engines;   // ids, two or three

  bool operator==(const CompareInput&) const = default;
};

FieldTable compare_fields();

/// One trait of all records.
struct ComparedTrait {
  std::string trait;                  // id
  std::string label;
  std::vector<std::string> values;    // in the order of the records
  bool differs = false;               // a value that is not known differs from none
};

struct Comparison {
  std::vector<RecordCard> cards;
  std::vector<ComparedTrait> traits;  // those that differ first, each group in the order of the catalogue
  int differing = 0;
  std::string says;                   // "PostgreSQL and MySQL differ in 5 of 25 facts."
};

/// Problems: 1104 a record that does not exist (names the nearest); 2062 not two or three different records.
Result<Comparison> compare_records(const knowledge::Knowledge& knowledge, const CompareInput& input);

/// The comparison as a table, for CSV.
Table comparison_table(const Comparison& comparison);

}  // namespace storewright::report
