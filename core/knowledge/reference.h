// What the reference pages say beside the catalogue: categories at a glance, the short questions, the checklist, the
// branches of the subject, the words in which rules are told, and how well each record is backed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/knowledge/knowledge.h"

namespace storewright::knowledge {

/// How much there is to learn and to run, from least to most.
enum class Complexity { low_managed, low, low_medium, medium, medium_high, high };

/// One category in one row.
struct Glance {
  std::string category;                // id
  std::vector<std::string> engines;    // ids of the usual examples
  std::string consistency;
  std::optional<double> writes_low;    // a second on one node; absent: it varies
  std::optional<double> writes_high;   // absent beside a low one: "and more"
  std::string unit;                    // "writes a second", "rows a second in bulk"
  std::string varies;                  // why there is no range, "" where there is one
  std::string queries;
  Complexity complexity = Complexity::medium;
  std::string best_for;
  std::string correction;              // "often quoted as …; it is …", "" when there is nothing to correct
  std::string source;
  FactKind kind = FactKind::rule_of_thumb;
};

/// What follows from one answer to a short question.
struct ShortAnswer {
  std::string says;
  std::vector<std::string> categories;  // that it speaks for
  Json set;                             // profile members that it stands for; of lists, the items ("no" takes them out); null
                                        // takes an answer back, but only one that still says the opposite
};

/// A question with yes or no. What the profile says answers it where it can.
struct ShortQuestion {
  std::string id;
  std::string question;
  std::string term;                     // the name the field has for it
  std::optional<Condition> yes_when;    // over profile fields
  std::optional<Condition> no_when;
  ShortAnswer yes, no;
  std::string field;                    // of the profile, that asks the same more exactly; "" for none
  std::string correction;
  std::string source;
  FactKind kind = FactKind::rule_of_thumb;
};

/// One question to have answered before choosing.
struct ChecklistItem {
  std::string id;
  std::string question;
  std::string why;
  std::vector<std::string> fields;          // of the checklist's field table
  std::optional<Condition> answered_when;   // absent: when any of its fields has a value
};

struct BranchLink {
  std::string label, href;
};

/// One branch of the subject, and where it is found.
struct Branch {
  std::string id, title, says;
  std::vector<BranchLink> links;
};

/// How the conditions of rules over one profile field or one trait are told.
struct RuleWords {
  std::string name;                                          // of the field or the trait
  std::string said;                                          // fields: "what you do with the data"
  std::string is, is_not, only, not_only;                    // what stands before a value
  std::string yes, no;                                       // of flags
  std::string unit;                                          // of numbers, and of words what follows them
  std::string below;                                         // of numbers: "fewer than", "" for "below"
  std::vector<std::pair<std::string, std::string>> values;   // of words

  std::string_view value(std::string_view word) const;       // "" for an unknown word
};

/// How well a record is backed, counted when the pack is made.
struct Backing {
  std::string record;                  // id
  int facts = 0;
  int unverified = 0;
  std::string oldest;                  // ISO date of the fact that was read first, "" when none was
};

struct Reference {
  std::vector<Glance> glance;
  std::vector<ShortQuestion> cheat_sheet;
  std::vector<ChecklistItem> checklist;
  std::vector<Branch> branches;
  std::vector<RuleWords> field_words;
  std::vector<RuleWords> trait_words;
  std::vector<Backing> backing;        // in id order

  const Backing* backing_of(std::string_view record) const;
};

/// Reads `{"format": "storewright/reference@1", …}`. Problems: 1400 not a reference pack, or of a newer format; 1401 a
/// member missing or of the wrong type; 1403 an id that stands twice.
Result<Reference> load_reference_pack(const Json& pack);

/// What of it does not fit the catalogue. Problems: 1402 a category, engine, source or trait that does not exist; 1404
/// a condition or words for a field that no profile has.
Problems check_reference(const Reference& reference, const Knowledge& knowledge);

/// The one that is built into the command and the module for tools, read once; the page fetches it when first shown.
const Reference& built_in_reference();

}  // namespace storewright::knowledge
