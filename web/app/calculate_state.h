// What the pages of the small calculators hold: the pack once it is fetched, and of each calculator what was entered.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/sheet/work_out.h"
#include "web/app/state.h"

namespace storewright::app {

struct SheetState {
  CalculatorState<sheet::SheetInput> own;
  std::optional<report::Link> waiting;                 // it was opened by this link before its inputs were known
  bool opened = false;                                 // `own` holds the defaults or what a link said
  std::optional<sheet::SheetInput> answered;           // the last input that had an answer, and that answer
  std::optional<sheet::SheetAnswer> answer;
  std::vector<sheet::Move> moves;
};

struct CalculateState {
  Fetched<sheet::Sheets> pack;
  std::map<std::string, SheetState, std::less<>> sheets;  // by id
};

/// Made when it is first needed: the first pages know nothing of it.
CalculateState& calculate_of(State& state);

/// What the reader entered, with the profile's numbers where they entered none.
sheet::SheetInput shown_input(const State& state, const sheet::Sheet& sheet, const SheetState& own);
/// The number of the reader's profile that fills an input, if any.
std::optional<Range> profile_number(const State& state, const sheet::InputSpec& input);

/// Inputs, answer, lines, plot, claims of one calculator.
void sheet_page(State& state, const sheet::Sheet& sheet, SheetState& own);

}  // namespace storewright::app
