// What the scaling page holds: the rules once they are fetched, its inputs, and the last answer that they gave.
#pragma once

#include <optional>
#include <string>

#include "core/scaling/answer.h"
#include "web/app/calculator_state.h"

namespace storewright::app {

struct ScalingState {
  enum class Status { absent, asked, loaded, failed } status = Status::absent;
  std::string problem;
  scaling::Rules rules;                         // answers point into them
  CalculatorState<scaling::ScalingInput> own;
  std::optional<scaling::ScalingInput> input;   // of the last answer
  std::optional<scaling::ScalingAnswer> answer;
};

}  // namespace storewright::app
