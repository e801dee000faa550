// The parts every calculator page is made of: the answer, numbers with their formulas, inputs with examples, what came from
// the profile, links and exports, how it works, sources.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/fields.h"
#include "core/report/formula.h"
#include "core/sheet/sensitivity.h"
#include "web/app/state.h"
#include "web/ui/form.h"
#include "web/ui/widgets.h"

namespace storewright::app {

/// The answer, announced when it changes, and what follows from it. A stale one is that of the last readable numbers: it is
/// shown quietly and says so.
enum class Freshness { fresh, stale };
void calculator_answer(State& state, const std::string& headline, const std::string& because, Freshness freshness = Freshness::fresh);
/// Stale while a field of the table holds text that cannot be read.
Freshness freshness_of(FieldTable table);
/// What is wrong with the input, in place of an answer.
void calculator_problems(const Problems& problems);

/// Each number with its formula in words and with the values put in; `notes` are sentences below each line, "" for none;
/// `origin` says where the formulas come from.
void formula_lines(std::string_view title, const std::vector<report::FormulaLine>& lines, const std::vector<std::string>& notes = {},
                   const std::string& origin = {});
/// The list alone, for lines that stand under another heading.
void formula_list(std::string_view id, const std::vector<report::FormulaLine>& lines, const std::vector<std::string>& notes = {});

/// One result of a page and the numbers that move it, the widest first.
struct ResultMoves {
  std::string result;                              // what moves, in a sentence
  std::vector<sheet::Move> moves;
  std::function<std::string(double)> words;        // of a value of it
};
/// The same for any input struct: `of` says the result for an input, nothing where there is none.
template <class Input, class Of>
std::vector<sheet::Move> moves_of_result(FieldTable table, Input input, const Of& of) {
  return sheet::moves_of(table, &input, {&of, [](const void* context, const void* moved) -> std::optional<double> {
                                           return (*static_cast<const Of*>(context))(*static_cast<const Input*>(moved));
                                         }});
}
/// What moves the result most: each number moved alone. A result that fewer than two numbers move is left out.
void calculator_moves(const std::vector<ResultMoves>& results);

/// Inputs on the left and results on the right; on a narrow page the answer comes first. `details` explain the results below.
void calculator_layout(const std::function<void()>& inputs, const std::function<void()>& results, const std::function<void()>& details = {});

/// Undo and reset below the inputs.
enum class CalculatorStep { none, undo, reset };
CalculatorStep calculator_steps(bool can_undo, bool can_reset);
/// The same, done: one step back, or to `start` with what the profile fills in.
template <class Input>
void calculator_actions(State& state, CalculatorState<Input>& own, const Input& start) {
  const CalculatorStep step = calculator_steps(!own.undo.empty(), !(own.input == start && own.own.empty()));
  if (step == CalculatorStep::none) return;
  if (step == CalculatorStep::undo) {
    own.go_back();
  } else {
    own.remember();
    own.input = start;
    own.own.clear();
    state.named_step = true;
  }
  ui::forget_drafts();
  ui::frame().again = true;
}

/// One field of the table by its name. `blank` is an input without values, so that defaults show as values.
bool calculator_field(FieldTable table, std::string_view name, void* input, const void* blank);

/// What the profile filled in, as sentences, with a button that takes it out again. True when it was pressed.
bool from_profile(const std::vector<std::string>& sentences);

/// What a calculator hands out beside its link.
struct CalculatorExport {
  std::string message;                             // for a chat or a ticket; the link is added
  std::string file;                                // name of the table's file without its ending
  report::Table table;
  const report::Scene* picture = nullptr;
  std::string json = {};                           // the input with its answer, "" for none
};
void calculator_exports(State& state, const CalculatorExport& out);

/// The notes whose ids begin with `prefix`, folded; and the ids of their sources.
void calculator_notes(State& state, std::string_view prefix);
std::vector<std::string> calculator_sources(const State& state, std::string_view prefix);

/// The fields of a link: those that differ from the defaults, and as "name=" those that were emptied.
LinkFields calculator_link(FieldTable table, const void* input, const void* defaults, const LinkFields& unknown);

}  // namespace storewright::app
