#include "core/sheet/work_out.h"

#include <algorithm>
#include <utility>

#include "core/base/sort.h"
#include "core/base/text.h"

namespace storewright::sheet {
namespace {

constexpr std::string_view unknown = "not known";

std::size_t option_of(const InputSpec& spec, const SheetInput& input, std::size_t place) {
  const int chosen = input.choices[place];
  return chosen < 0 || static_cast<std::size_t>(chosen) >= spec.options.size() ? 0 : static_cast<std::size_t>(chosen);
}

std::optional<Range> value_of_input(const InputSpec& spec, const SheetInput& input, std::size_t place) {
  if (!spec.options.empty()) return Range::exactly(spec.options[option_of(spec, input, place)].value);
  const std::optional<Range>& given = input.numbers[place];
  if (!given || spec.notation != Notation::percent) return given;
  return Range{given->low / 100, given->mid / 100, given->high / 100};
}

/// A sheet with its values, as far as they were worked out.
class Working {
 public:
  Working(const Sheet& sheet, const SheetInput& input) : sheet_(sheet), input_(input), problems_(sheet.lines.size()) {
    for (std::size_t i = 0; i < sheet.inputs.size(); ++i) {
      const InputSpec& spec = sheet.inputs[i];
      terms_.push_back({spec.name, spec.words, value_of_input(spec, input, i), spec.notation, spec.decimals});
    }
    for (const LineSpec& line : sheet.lines) terms_.push_back({line.id, line.words, {}, line.notation, line.decimals});
    for (const std::size_t index : sheet.order) work_out_line(index);
  }

  const std::vector<Term>& terms() const { return terms_; }
  const std::optional<Range>& value(std::size_t line) const { return terms_[sheet_.inputs.size() + line].value; }
  const std::string& problem(std::size_t line) const { return problems_[line]; }

  const Expression& formula(const LineSpec& line) const {
    if (line.by.empty()) return line.expressions.front();
    for (std::size_t i = 0; i < sheet_.inputs.size(); ++i)
      if (sheet_.inputs[i].name == line.by) return line.expressions[option_of(sheet_.inputs[i], input_, i)];
    return line.expressions.front();
  }

  /// The line is another number under its own name.
  bool is_copy(const LineSpec& line) const {
    const std::vector<std::string>& names = formula(line).names();
    return names.size() == 1 && words_of(formula(line), {}) == names.front();
  }

  std::size_t place_of(std::string_view id) const {
    std::size_t place = 0;
    while (place < sheet_.lines.size() && sheet_.lines[place].id != id) ++place;
    return place;
  }

  /// The inputs that are not known and needed for a line, in the order in which its formula asks for them.
  void missing_for(const LineSpec& line, std::vector<std::string>& names) const {
    for (const std::string& name : formula(line).names()) {
      if (const LineSpec* other = sheet_.line(name)) {
        if (!value(place_of(name))) missing_for(*other, names);
        continue;
      }
      for (std::size_t i = 0; i < sheet_.inputs.size(); ++i)
        if (sheet_.inputs[i].name == name && !terms_[i].value && std::find(names.begin(), names.end(), name) == names.end())
          names.push_back(name);
    }
  }

 private:
  void work_out_line(std::size_t index) {
    const Result<std::optional<Range>> value = value_of(formula(sheet_.lines[index]), terms_);
    if (value) terms_[sheet_.inputs.size() + index].value = *value;
    else problems_[index] = value.problems().front().message;
  }

  const Sheet& sheet_;
  const SheetInput& input_;
  std::vector<Term> terms_;            // inputs, then lines
  std::vector<std::string> problems_;  // of each line, "" for none
};

// In a sentence cents of thousands say nothing.
std::string sentence_value(const Term& term) {
  if (!term.value) return std::string(unknown);
  const bool large = term.value->high >= 1000 || term.value->low <= -1000;
  const int most = term.notation == Notation::percent ? 1 : large ? 0 : term.decimals;
  return term_text(*term.value, term.notation, std::min(most, term.decimals));
}

std::string in_sentence(const std::string& text, const Working& work) {
  return filled(text, [&](std::string_view name) -> std::string {
    for (const Term& term : work.terms())
      if (term.name == name) return sentence_value(term);
    return std::string(unknown);
  });
}

report::FormulaLine formula_line(const LineSpec& line, const Working& work, std::size_t index) {
  const Expression& formula = work.formula(line);
  report::FormulaLine shown{line.id, line.label, value_text(line, work.value(index)), words_of(formula, work.terms()),
                            filled_of(formula, work.terms())};
  // A number that stands for itself needs no sum.
  if (work.is_copy(line)) shown.filled = shown.formula;
  else if (work.value(index)) shown.filled += " = " + term_text(*work.value(index), line.notation == Notation::percent ? Notation::percent : Notation::plain, line.decimals);
  if (!work.problem(index).empty()) shown.value = "No number: " + work.problem(index);
  return shown;
}

std::string headline_of(const Sheet& sheet, const Working& work) {
  const std::size_t answer = work.place_of(sheet.answer);
  if (work.value(answer)) return in_sentence(sheet.headline, work);
  if (!work.problem(answer).empty()) return "These numbers have no answer. " + work.problem(answer);
  std::vector<std::string> names;
  work.missing_for(sheet.lines[answer], names);
  std::vector<std::string> words;
  for (const std::string& name : names)
    for (const InputSpec& input : sheet.inputs)
      if (input.name == name) words.push_back("“" + input.label + "”");
  if (words.empty()) return "A number that this rests on does not exist with these values; see the lines below.";
  return "Fill in " + sentence_list(words) + " for an answer.";
}

void add_remarks(const Sheet& sheet, const Working& work, SheetAnswer& answer) {
  for (const Remark& remark : sheet.remarks) {
    const Result<std::optional<Range>> value = value_of(remark.above_zero, work.terms());
    if (!value || !*value || (*value)->high <= 0) continue;
    const bool certain = (*value)->low > 0;
    if (certain && !remark.headline.empty()) answer.headline = in_sentence(remark.headline, work);
    const std::string& text = certain ? remark.text : remark.maybe;
    if (!text.empty()) answer.because.push_back(in_sentence(text, work));
  }
}

std::vector<const LineSpec*> ranking_of(const Sheet& sheet, const Working& work) {
  struct Ranked {
    const LineSpec* line;
    double value;
  };
  std::vector<Ranked> ranked;
  if (sheet.rank)
    for (const std::string& id : sheet.rank->lines)
      if (const auto& value = work.value(work.place_of(id))) ranked.push_back({sheet.line(id), value->mid});
  sort_stably(ranked, [](const Ranked& a, const Ranked& b) { return a.value > b.value; });
  std::vector<const LineSpec*> lines;
  for (const Ranked& one : ranked) lines.push_back(one.line);
  return lines;
}

std::vector<CheckedClaim> claims_of(const Sheet& sheet) {
  std::vector<CheckedClaim> claims;
  const SheetPreset* claimed = sheet.preset(sheet.claimed_by);
  if (claimed == nullptr) return claims;
  const SheetInput input = preset_input(sheet, *claimed);
  const Working work(sheet, input);
  const Working corrected(sheet, sheet.defaults);
  for (std::size_t i = 0; i < sheet.lines.size(); ++i)
    if (const std::optional<Claim>& claim = sheet.lines[i].claim)
      claims.push_back({&sheet.lines[i], claim->value, work.value(i), corrected.value(i)});
  return claims;
}

// The readers of JSON and links check the same limits; this is for those who call the function itself.
Problems check_limits(const Sheet& sheet, const SheetInput& input) {
  Problems problems;
  for (std::size_t i = 0; i < sheet.inputs.size(); ++i) {
    const InputSpec& spec = sheet.inputs[i];
    const std::optional<Range>& value = input.numbers[i];
    if (!value || !spec.options.empty()) continue;
    if (!(value->low >= spec.min && value->high <= spec.max))
      problems.push_back({1103, "/" + spec.name,
                          spec.label + " must be between " + display_number(spec.min) + " and " + display_number(spec.max) + "."});
    else if (!(value->low <= value->mid && value->mid <= value->high))
      problems.push_back({1106, "/" + spec.name, spec.label + " must rise from low to mid to high."});
  }
  return problems;
}

}  // namespace

std::string value_text(const LineSpec& line, const std::optional<Range>& value) {
  if (!value) return std::string(unknown);
  const std::string amount = term_text(*value, line.notation, line.decimals);
  return line.unit.empty() ? amount : amount + " " + line.unit;
}

std::vector<std::optional<Range>> values_of(const Sheet& sheet, const SheetInput& input) {
  const Working work(sheet, input);
  std::vector<std::optional<Range>> values;
  for (std::size_t i = 0; i < sheet.lines.size(); ++i) values.push_back(work.value(i));
  return values;
}

std::vector<Move> sheet_moves(const Sheet& sheet, SheetInput input) {
  const MovedResult result{&sheet, [](const void* context, const void* tried) -> std::optional<double> {
                             const Sheet& of = *static_cast<const Sheet*>(context);
                             const Working work(of, *static_cast<const SheetInput*>(tried));
                             const std::optional<Range>& value = work.value(work.place_of(of.answer));
                             return value ? std::optional<double>(value->mid) : std::nullopt;
                           }};
  return moves_of(sheet.table(), &input, result);
}

Result<SheetAnswer> work_out(const Sheet& sheet, const SheetInput& input) {
  const Problems problems = check_limits(sheet, input);
  if (!problems.empty()) return problems;

  const Working work(sheet, input);
  SheetAnswer answer;
  answer.headline = headline_of(sheet, work);
  add_remarks(sheet, work, answer);
  answer.answer = work.value(work.place_of(sheet.answer));
  for (std::size_t i = 0; i < sheet.lines.size(); ++i) {
    answer.values.push_back(work.value(i));
    answer.lines.push_back(formula_line(sheet.lines[i], work, i));
    work.missing_for(sheet.lines[i], answer.missing);
  }
  answer.ranking = ranking_of(sheet, work);
  answer.claims = claims_of(sheet);
  return answer;
}

}  // namespace storewright::sheet
