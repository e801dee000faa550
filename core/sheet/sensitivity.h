// What moves a result most: each number of an input is moved alone, and the result is looked at.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/fields.h"
#include "core/report/scene.h"

namespace storewright::sheet {

/// One number moved while the others stay in the middle of what is known of them.
struct Move {
  const Field* field = nullptr;
  double from = 0, to = 0;                // where it was moved
  bool own_range = false;                 // the ends of the range that was given; else 10 % to both sides
  double at_from = 0, at_to = 0;          // the result there

  double width() const { return at_from < at_to ? at_to - at_from : at_from - at_to; }
};

/// The result for an input struct of the table's; empty where there is none.
struct MovedResult {
  const void* context;
  std::optional<double> (*of)(const void* context, const void* input);
};

/// The numbers of `input` that move the result, the widest first. `input` is used to try values in and comes back changed:
/// hand in a copy. Numbers that are not known or move nothing are left out; limits of fields are kept.
std::vector<Move> moves_of(FieldTable table, void* input, MovedResult result);

}  // namespace storewright::sheet
