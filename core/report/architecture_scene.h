// A picture of who feeds whom: boxes in columns, arrows with their labels; on narrow screens one box under the other.
#pragma once

#include <string>
#include <vector>

#include "core/report/scene.h"

namespace storewright::report {

struct ArchitectureBox {
  std::string name;
  std::string holds;      // a second, quiet line
  Ink ink = Ink::line;    // of the border
  bool strong = false;    // what must not be lost: filled
  int column = 0;
  int row = 0;
};

struct ArchitectureArrow {
  std::size_t from = 0, to = 0;  // indices of boxes; `to` stands in a later column
  std::string label;
};

struct Architecture {
  std::string title;
  std::string takeaway;
  std::vector<ArchitectureBox> boxes;
  std::vector<ArchitectureArrow> arrows;
};

/// From this width on boxes stand in columns.
inline constexpr double architecture_columns_from = 600;

/// The picture for a given width, with a table of every box and what feeds it.
Scene architecture_scene(const Architecture& architecture, double width);

}  // namespace storewright::report
