// Published cases: how a company decided, with the text that tells it. Data for "how others decided".
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"

namespace storewright::knowledge {

/// A text that was opened.
struct Citation {
  std::string title;
  std::string publisher;
  std::string address;
};

struct PublishedCase {
  std::string id;
  std::string company;
  int year = 0;
  Citation told;                      // where the case is told first
  std::string read;                   // ISO date
  std::vector<Citation> also;         // further texts
  std::string before;                 // what they had
  Json profile;                       // what the text states of the workload; checked by `selection::read_profile` in validation
  std::vector<std::pair<std::string, std::string>> stated;  // by profile field: what the text says, in our words
  std::string chose;
  std::string why;
  std::string gave_up;
  std::string lesson;
  std::vector<std::string> engines_before;  // ids of records
  std::vector<std::string> engines_after;

  /// What the text says of a field; "" where it is silent.
  std::string_view statement(std::string_view field) const;
};

/// Reads `{"format": "storewright/reference_published@1", "version", "items": [case…]}`, newest case first; of one year by company.
///
/// Problems: 1400 not a pack of published cases, or of a newer format; 1401 a member missing or of the wrong type; 1403 an
/// id that stands twice.
Result<std::vector<PublishedCase>> load_published_pack(const Json& pack);

/// The cases that are built into the command and the module for tools, read once; the page fetches them when first shown.
const std::vector<PublishedCase>& built_in_published();

}  // namespace storewright::knowledge
