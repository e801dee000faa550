// Case studies as data: who runs what at which size or month, why, and at what cost. Nothing about a case is written in C++.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/knowledge/knowledge.h"

namespace storewright::cases {

/// What the parts of a case follow one another by: registered users, months of a plan.
struct Axis {
  std::string id;             // "users", "month"
  std::string label;
  std::string unit;
  bool logarithmic = false;   // how a slider walks it
  double first = 0;           // where a slider begins; a logarithmic axis needs more than 0
};

enum class NodeKind { client, main, store, service };  // `main` holds what must not be lost

/// One box of the picture.
struct Node {
  std::string id;
  std::string name;
  std::string technology;     // "" for what is not counted: the application, a router
  std::string engine;         // id of a record of the catalogue, "" for none
  std::string holds;
  NodeKind kind = NodeKind::store;
  int column = 0;
  int row = 0;
  std::string rule;           // the rule that speaks about it where the recommendation differs, "" for none
  std::string rule_says;      // what that rule says of this case, to follow "because"
};

struct Arrow {
  std::string from, to;       // node ids
  std::string label;
};

enum class Operation { times, divide, plus };

struct Term {
  double value = 0;
  std::string words;          // "hours a month"
};

/// A number with its formula: the data gives the terms, the core computes.
struct NumberSpec {
  std::string label;
  Operation operation = Operation::times;
  std::vector<Term> terms;
  std::string unit;
  int decimals = 2;           // of the display
  std::string source;
  knowledge::FactKind kind = knowledge::FactKind::rule_of_thumb;
  std::string note;
};

/// Rows placed by the remainder of a number: shard = key mod shards.
struct Routing {
  std::string key;            // "event_id"
  int shards = 1;
  int example = 0;            // a key to follow
  int first = 0, last = 0;    // its neighbours, both included
  double writes_per_second = 0;
};

/// What a source says, and what is to be said of it.
struct Claim {
  std::string text;
  std::string source;
  knowledge::FactKind kind = knowledge::FactKind::rule_of_thumb;
  std::string correction;     // "" when there is nothing to correct
};

struct CostPart {
  std::string id;
  std::string label;
};

/// One phase or stage: from a lower bound, inclusive, to below an upper one.
struct Part {
  std::string id;
  std::string name;
  double from = 0;
  double until = 0;
  std::string sentence;
  std::string takeaway;       // of the picture
  std::vector<Node> nodes;
  std::vector<Arrow> arrows;
  Json profile;               // checked by `selection::read_profile` in validation
  std::vector<std::string> estimated;  // profile fields that the source does not give
  std::vector<NumberSpec> numbers;
  std::optional<Routing> routing;
  std::vector<double> cost;   // US dollars a month, one for each of the case's cost parts; empty: unknown
  double bonus = 0;           // extra revenue a month that the source names, never part of a total
  std::string bonus_label;
  std::vector<Claim> claims;
};

struct Case {
  std::string id;
  std::string title;
  std::string short_title;
  std::string sentence;
  std::string part_word;      // "Phase", "Stage"
  Axis axis;
  std::string source;
  int start_year = 0;         // of the axis' first month; 0 when it counts no months
  int start_month = 0;
  std::string start_note;
  std::vector<CostPart> cost_parts;
  std::vector<Claim> claims;
  std::vector<Part> parts;

  const Part* part(std::string_view id) const;
};

/// Reads `{"format": "storewright/cases@1", "version", "items": [case…]}`. Every problem is reported, with its place.
///
/// Problems: 2401 not a pack of cases, or of a newer format; 2402 parts that leave a gap or overlap; 2403 an arrow to no
/// node; 2404 costs that do not fit the cost parts; 2405 an id that stands twice; 1401 a member missing or of the wrong
/// type.
Result<std::vector<Case>> load_case_pack(const Json& pack);

const Case* find_case(const std::vector<Case>& cases, std::string_view id);

/// The cases that are built into the command and the module for tools, read once; the page fetches them when first shown.
const std::vector<Case>& built_in_cases();

}  // namespace storewright::cases
