#include "web/ui/overflow.h"

#include "core/base/text.h"

namespace storewright::ui {

std::vector<std::string> overflowing_words(const Tree& tree) {
  constexpr float slack = 1;
  std::vector<std::string> found;
  for (const Node& node : tree.nodes)
    for (const Line& line : node.lines) {
      const float over = line.x + line.width - (node.rect.x + node.rect.width);
      const float under = line.y + node.line_height - (node.rect.y + node.rect.height);
      if (over <= slack && under <= slack && line.x >= node.rect.x - slack) continue;
      found.push_back("\"" + line.text + "\" of " + node.id + " leaves its place by " +
                      display_number(static_cast<double>(over > under ? over : under), 0) + " pixels.");
    }
  return found;
}

}  // namespace storewright::ui
