#include "web/ui/column_widths.h"

#include <algorithm>

namespace storewright::ui {

void ColumnNeed::add(std::string_view text, float size, Face face, float extra) {
  natural = std::max(natural, text_width(text, size, face) + extra);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    least = std::max(least, text_width(text.substr(at, end - at), size, face) + extra);
    at = end + 1;
  }
}

std::vector<float> shared_widths(std::span<const ColumnNeed> needs, float available) {
  float natural = 0;
  float least = 0;
  for (const ColumnNeed& need : needs) {
    natural += need.natural;
    least += std::min(need.least, need.natural);
  }
  if (least > available) return {};
  const float share = natural <= available ? 1 : (available - least) / std::max(natural - least, 1.0f);
  std::vector<float> widths;
  for (const ColumnNeed& need : needs) {
    const float narrowest = std::min(need.least, need.natural);
    widths.push_back(narrowest + (need.natural - narrowest) * share);
  }
  constexpr float most_lines = 2.5f;
  constexpr float phone = 400;
  if (available < phone && !widths.empty() && needs.front().natural > widths.front() * most_lines) return {};
  return widths;
}

}  // namespace storewright::ui
