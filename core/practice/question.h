// A practice question with numeric steps: its texts, its variables, and how each step is marked. Data, read from a pack.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/practice/typed_number.h"

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
  std::vector<std::string> modes;   // "numeric"
  std::vector<std::string> skills;
  std::vector<Variable> variables;
  std::vector<Demand> demands;
  std::vector<std::string> scenario;
  std::vector<Step> steps;
  std::vector<std::string> solution;

  const Step* step(std::string_view id) const;
  std::string_view topic() const;   // the area of its first skill: "cost" of "cost.people"
};

/// What a group of questions is about; the list shows them in the order of their file.
struct Topic {
  std::string id;                   // an area of skills
  std::string title;
};

/// Reads a practice pack. Problems: 1400 no practice pack; 1401 a member missing or of the wrong type, or a unit that is not
/// in the pack; 2304 a formula that cannot be worked out or a name that no variable or earlier step has.
Result<std::vector<Question>> read_questions(const Json& pack);

/// The topics of a practice pack, none for one without. Problems: 1401.
std::vector<Topic> read_topics(const Json& pack, Problems& problems);

/// Every formula of a question can be worked out with the numbers of the first 40 seeds; the build asks it of each question.
Problems check_formulas(const Question& question);

const Question* find_question(const std::vector<Question>& questions, std::string_view id);

/// The questions that are built into the command and core.wasm, read once; the page fetches them when first shown.
const std::vector<Question>& built_in_questions();

}  // namespace storewright::practice
