// What a calculator page keeps: its inputs, what they were, and which of them no longer follow the profile.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/cost/total_cost.h"

namespace storewright::app {

template <class Input>
struct CalculatorState {
  Input input;
  std::vector<std::pair<std::string, std::string>> unknown;  // of the link it was opened with, kept
  std::set<std::string, std::less<>> own;                    // fields the profile may not fill (any more)
  std::vector<std::pair<Input, std::set<std::string, std::less<>>>> undo;

  void remember() {
    constexpr std::size_t undo_steps = 100;
    undo.emplace_back(input, own);
    if (undo.size() > undo_steps) undo.erase(undo.begin());
  }

  bool go_back() {
    if (undo.empty()) return false;
    input = std::move(undo.back().first);
    own = std::move(undo.back().second);
    undo.pop_back();
    return true;
  }
};

using TcoState = CalculatorState<cost::TotalCostInput>;

}  // namespace storewright::app
