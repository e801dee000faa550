// How the columns of a table share the width there is.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "web/ui/draw.h"

namespace storewright::ui {

/// What the texts of a column ask for.
struct ColumnNeed {
  float natural = 0;   // every text on one line
  float least = 0;     // the longest word

  /// Takes another text into account; `extra` is what stands beside it in its cell.
  void add(std::string_view text, float size, Face face, float extra);
};

/// The widths side by side; empty when the rows have to stack: the longest words do not fit, or, on a phone, the first column,
/// which names the rows, would be a thread of words.
std::vector<float> shared_widths(std::span<const ColumnNeed> needs, float available);

}  // namespace storewright::ui
