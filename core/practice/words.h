// What a question asks in words: its fields, its criteria, and the patterns by which a criterion is recognised.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/practice/vocabulary.h"

namespace storewright::practice {

/// Points in thousandths, so that sums are exact.
using Millipoints = int;

struct WordField {
  std::string id;
  std::string label;
  std::vector<std::string> about;             // slots that the field speaks of without naming them
};

/// One statement that an answer should make.
struct Criterion {
  std::string id;
  Millipoints points = 0;
  std::string skill;
  std::string asks;                           // the statement, for the learner after an attempt
  std::string why;                            // said when it is met
  std::string question;                       // what would complete it: first a question back,
  std::string complete;                       // then the concept
  std::string guide;                          // "part/chapter", "" for none
};

/// How a concept must be meant: said, said not to be (negated, rejected or postponed), postponed, said or postponed, anything.
enum class Stance { stated, denied, later, wanted, any };
/// How far apart the parts of a condition may stand.
enum class Scope { clause, sentence, statement, paragraph, answer };
enum class Unit { none, seconds, percent, bytes };

/// A condition over mentions and numbers of an answer.
struct TextCondition {
  enum class Op { all, any, none, at_least, order, near, distinct, concepts, number } op = Op::all;
  std::vector<TextCondition> parts;
  Scope within = Scope::answer;
  int count = 0;                              // at_least, distinct: how many; near: tokens between
  std::vector<int> concepts;                  // concepts, distinct: indices with everything narrower, sorted
  std::vector<int> about;                     // slots that the mention must be bound to; empty: any
  Stance is = Stance::stated;
  Unit unit = Unit::none;                     // number; none: of any unit
  double at_least = -1e300, at_most = 1e300;
  bool above = false, below = false;          // the bounds are strict
};

struct AgainstPattern {
  TextCondition when;
  TextCondition unless;
  bool has_unless = false;
  std::string why;
  std::string misconception;
};

struct CriterionPattern {
  std::string criterion;
  TextCondition met;
  TextCondition partly;
  bool has_partly = false;
  std::vector<AgainstPattern> half;           // why what is partly there is only half, where that is known
  std::vector<AgainstPattern> against;
};

/// A slot that takes one value: several stated for it without a choice between them contradict each other.
struct ExclusivePattern {
  std::string criterion;
  std::vector<int> about;
  std::vector<int> concepts;
  std::string why;
};

struct Patterns {
  std::string question;
  std::vector<int> expects;                   // concepts of which an answer to this question names one; empty: none in particular
  std::vector<CriterionPattern> criteria;
  std::vector<ExclusivePattern> exclusive;

  const CriterionPattern* of(std::string_view criterion) const;
};

/// The condition that stands at `key`; concepts that nobody knows are problems. Problems: 1401, 2310.
TextCondition read_text_condition(const Json& json, const std::string& where, const Vocabulary& vocabulary, int owner, Problems& problems);

/// Reads one pattern file. Problems: 1401, 2310 a concept that no lexicon has.
Patterns read_patterns(const Json& json, const std::string& where, const Vocabulary& vocabulary, int owner, Problems& problems);

}  // namespace storewright::practice
