// A practice question: its texts and variables, what it asks by numbers, taps and words, and how each is marked. Data, read from a pack.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/fields.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/practice/decisions.h"
#include "core/practice/figure.h"
#include "core/practice/typed_number.h"
#include "core/practice/words.h"

namespace storewright::practice {

/// A number of the scenario. Seed 0 gives `classic`; any other seed draws from `values`.
struct Variable {
  std::string name;
  std::string label;
  std::string unit;
  double classic = 0;
  std::vector<double> values;       // in a file also as a range: from, to, step
};

/// What drawn numbers must satisfy, so that no variant is dull, ambiguous or laborious. Bounds are inclusive.
struct Demand {
  std::string expression;
  double at_least = -1e15;
  double at_most = 1e15;
  double multiple_of = 0;           // 0: any number
};

/// A number that is not the right one but tells what went wrong.
struct Slip {
  std::string formula;
  std::string why;
};

/// Another number that also counts while the expression `when` is not zero.
struct AlsoRight {
  std::string formula;
  std::string when;
  std::string why;
};

/// One number to find. An assumption (`points` 0) may be left empty and is then zero; it must be from 0 to `most`.
struct Step {
  std::string id;
  std::string prompt;
  std::string formula;              // "" for an assumption
  std::string skill;
  double points = 1;
  double tolerance = 0;             // accepted difference, as a share of the right number; 0 is exact
  double rounding = 0;              // accepted difference where the right number has more than two decimals
  double most = 0;                  // assumption: upper limit
  Units units;
  std::string right;                // why it is right, said when it is
  std::string complete;             // what would complete it, without giving it away
  std::vector<std::string> hints;
  std::vector<Slip> slips;
  std::vector<AlsoRight> also;

  bool assumption() const { return formula.empty(); }
};

/// A mistake that people make, recognised by name.
struct Misconception {
  std::string id;
  std::string title;
  std::string why;
};

/// A whole answer that comes with the question: the model, one as good, or one with a mistake and the mark it must get.
struct GivenAnswer {
  std::string id;
  std::string why;
  std::string misconception;
  NamedTexts words;                 // by field; "text" is the box for a whole answer
  NamedTexts structured;
  Millipoints points = -1;          // that it must get; -1: all
  NamedTexts states;                // by criterion the name of the state it must have
};

/// Texts may hold `{name}` of a variable; those of a solution and of `right` also of steps.
struct Question {
  std::string id;
  int version = 1;
  std::string title;
  std::string purpose;
  std::string level;                // "beginner", "intermediate", "advanced"
  int minutes = 0;
  std::string source;               // id of a source
  std::string kind;                 // "rule_of_thumb" and the like
  std::string read;                 // ISO date
  std::vector<std::string> modes;   // "numeric", "structured", "text"
  std::vector<std::string> sources; // further ids
  std::vector<std::string> skills;
  std::vector<Variable> variables;
  std::vector<Demand> demands;
  std::vector<std::string> scenario;
  std::vector<Figure> figures;      // shown with the solution
  std::vector<Step> steps;
  std::vector<Decision> decisions;
  std::vector<Check> checks;
  std::vector<WordField> fields;
  std::vector<Criterion> criteria;
  std::vector<Misconception> misconceptions;
  std::vector<std::string> hints;   // for the whole question
  std::vector<std::string> solution;
  std::vector<std::string> corrections;  // what a printed answer has wrong
  GivenAnswer model;
  std::vector<GivenAnswer> alternatives;
  std::vector<GivenAnswer> examples;

  bool has_mode(std::string_view mode) const;
  const Step* step(std::string_view id) const;
  std::string_view topic() const;   // the area of its first skill: "cost" of "cost.people"
};

/// What a group of questions is about; the list shows them in the order of their file.
struct Topic {
  std::string id;                   // an area of skills
  std::string title;
};

/// Reads a practice pack. Problems: 1400 no practice pack; 1401 a member missing or of the wrong type, or a unit that is not
/// in the pack; 2304 a formula that cannot be worked out or a name that no variable or earlier step has; 2310 a decision,
/// cell or id that does not exist.
Result<std::vector<Question>> read_questions(const Json& pack);

/// The topics of a practice pack, none for one without. Problems: 1401.
std::vector<Topic> read_topics(const Json& pack, Problems& problems);

/// Every formula of a question can be worked out with the numbers of the first 40 seeds; the build asks it of each question.
Problems check_formulas(const Question& question);

const Question* find_question(const std::vector<Question>& questions, std::string_view id);

}  // namespace storewright::practice
