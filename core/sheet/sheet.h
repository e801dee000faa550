// A small calculator as data: inputs, lines with their formulas, what a source claims beside them, what follows.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/fields.h"
#include "core/base/json.h"
#include "core/sheet/expression.h"

namespace storewright::sheet {

inline constexpr std::size_t most_inputs = 32;
inline constexpr std::size_t most_sheets = 64;

/// What a calculator was given, by the place of each input in its list.
struct SheetInput {
  std::array<std::optional<Range>, most_inputs> numbers;
  std::array<int, most_inputs> choices;  // index of the option, -1 for none

  SheetInput() { choices.fill(-1); }
  bool operator==(const SheetInput&) const = default;
};

/// One of several readings; its value is what the input's name means in an expression.
struct SheetOption {
  std::string name;
  std::string label;
  std::string help;
  double value = 0;
};

struct InputSpec {
  std::string name;   // in links, in parameters and in expressions
  std::string group;  // the heading it stands under, "" for none
  std::string label;
  std::string words;  // in a formula; the label in lower case where it is left out
  std::string unit;
  std::string help;
  double min = 0;
  double max = 1e12;
  bool whole = false;
  Notation notation = Notation::plain;  // percent: entered as 3.4, worked with as 0.034
  int decimals = 6;
  std::vector<SheetOption> options;  // empty: a number
  std::string profile_field;         // the number of the reader's profile that it is, "" for none
  double profile_divided_by = 1;     // where the profile has it in a smaller unit
  std::string only_for;              // a choice; the form shows this input for some of its options only
  std::vector<std::string> only_for_options;
};

/// Example inputs with whose figures they are; values as a link holds them.
struct SheetPreset {
  std::string id;
  std::string label;
  std::string help;
  std::vector<std::pair<std::string, std::string>> values;
};

/// A figure that a source gives for a line, and what is to be said of it.
struct Claim {
  double value = 0;
  std::string says;
};

struct LineSpec {
  std::string id;     // in expressions, sentences and answers
  std::string label;
  std::string words;  // in a formula; the label in lower case where it is left out
  std::string unit;   // "a month", "hours", "" for none
  Notation notation = Notation::plain;
  int decimals = 2;
  std::string by;                       // the choice that picks the formula, "" where there is one
  std::vector<Expression> expressions;  // one, or one for each option of `by`
  std::optional<Claim> claim;           // of the source, for its own example
  std::string source;
  std::string note;
  bool detail = false;                  // a step on the way that few want to see: folded on the page
};

/// A sentence that is said when an expression is above zero for certain; `maybe` when it is for some values of the ranges.
struct Remark {
  Expression above_zero;
  std::string text;
  std::string maybe;
  std::string headline;  // takes the place of the calculator's own when the remark is certain, "" leaves it
};

/// Lines over one input that is moved from zero to an end while the others stay.
struct PlotSpec {
  std::string title;
  std::string input;
  std::string x_label;
  double to = 1;
  std::vector<std::string> lines;
  std::string height_of;  // the line that must fit; steeper ones are cut at the top. "": all must fit
  std::string takeaway;
};

/// Lines in the order of their values, the largest first.
struct RankSpec {
  std::string title;
  std::string help;
  std::vector<std::string> lines;
};

/// What a source says without a number that could be worked out.
struct Statement {
  std::string text;
  std::string correction;
  std::string source;
};

struct Sheet {
  std::string id;
  std::string method;      // "cost.hidden"
  std::string title;
  std::string question;    // what a reader would ask, for the list of calculators
  std::string purpose;     // one sentence under the title
  std::string start;       // preset that it opens with, "" for nothing known
  std::string claimed_by;  // preset with the numbers behind the claims of the lines
  std::string answer;      // line that the headline is about, by which inputs are weighed
  std::string headline;
  std::vector<InputSpec> inputs;
  std::vector<SheetPreset> presets;
  std::vector<LineSpec> lines;
  std::vector<std::size_t> order;  // of working out: every line after those it reads
  std::vector<Remark> remarks;
  std::optional<PlotSpec> plot;
  std::optional<RankSpec> rank;
  std::vector<Statement> statements;
  std::vector<std::string> sources;

  // Made of the inputs above, into which they point: so a sheet is never copied or moved.
  std::vector<std::vector<Option>> options;
  std::vector<Field> fields;
  SheetInput defaults;

  Sheet() = default;
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;

  FieldTable table() const { return fields; }
  const LineSpec* line(std::string_view id) const;
  const SheetPreset* preset(std::string_view id) const;
};

using Sheets = std::vector<std::shared_ptr<const Sheet>>;

/// Reads `{"format": "storewright/calculators@1", "version", "items": [sheet…]}`. Every problem is reported with its place.
///
/// Problems: 2901 a formula that cannot be read; 2902 a name that no input or line has; 2904 lines that need each other;
/// 2905 a member that is missing, of the wrong type or at odds with another; 2906 a name that stands twice.
Result<Sheets> load_sheets(const Json& pack);

/// Null when there is none of that id.
const Sheet* find_sheet(const Sheets& sheets, std::string_view id);

/// Whether the reading that is chosen asks for an input; the form leaves the others out.
bool is_asked(const Sheet& sheet, const InputSpec& of, const SheetInput& input);

/// The ids of all sources that it names, once each.
std::vector<std::string> sources_of(const Sheet& sheet);

/// Inputs with the values of a preset; the others are not known.
SheetInput preset_input(const Sheet& sheet, const SheetPreset& preset);

/// The calculators that are built into the command and the module for tools; the page fetches them when first shown.
const Sheets& built_in_sheets();

}  // namespace storewright::sheet
