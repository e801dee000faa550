// What a condition of a rule says of given values: yes, no, or "the input does not say".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/knowledge/knowledge.h"

namespace storewright::knowledge {

/// One leaf over one value; null is a value nobody gave and makes every comparison but `known` unknown.
///
/// Numbers: `=`, `!=`, `<`, `<=`, `>=`, `>`. Flags and words: `=`, `!=`, and for words `has_any` with a list.
/// Sets: `has` one, `has_any` of a list, `only` (nothing outside the list). A comparison that does not suit the value
/// is unknown; loading refuses such rules.
Truth leaf_truth(const Condition& leaf, const TraitValue* value);

/// The same over a set of words: `has`, `has_any` and `only`.
Truth words_truth(const Condition& leaf, const std::vector<std::string>& words);

/// Whether a list or a text of JSON names the word.
bool names(const Json& value, std::string_view word);

/// The whole tree. `truth_of_leaf(const Condition&)` answers each leaf.
template <class TruthOfLeaf>
Truth evaluate(const Condition& condition, TruthOfLeaf&& truth_of_leaf) {
  switch (condition.op) {
    case Condition::Op::leaf: return truth_of_leaf(condition);
    case Condition::Op::negation: return !evaluate(condition.parts.front(), truth_of_leaf);
    case Condition::Op::all: {
      Truth truth = Truth::yes;
      for (const Condition& part : condition.parts) truth = truth && evaluate(part, truth_of_leaf);
      return truth;
    }
    case Condition::Op::any: {
      Truth truth = Truth::no;
      for (const Condition& part : condition.parts) truth = truth || evaluate(part, truth_of_leaf);
      return truth;
    }
  }
  return Truth::unknown;
}

/// True when the tree has no leaf: a condition that always holds.
inline bool always(const Condition& condition) { return condition.op == Condition::Op::all && condition.parts.empty(); }

/// Reads `{"all":[…]}`, `{"any":[…]}`, `{"not":{…}}` or a leaf `{"field" or "trait", "op", "value"}`. A missing
/// condition (null `json`) always holds. Problems: 1401 at `where`.
Condition read_condition(const Json* json, const std::string& where, Problems& problems);

}  // namespace storewright::knowledge
