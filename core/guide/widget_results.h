// What a live part of a chapter shows for its stated example: the part's place in pages that cannot compute.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/knowledge/knowledge.h"
#include "core/report/scene.h"

namespace storewright::guide {

struct WidgetResult {
  std::string title;
  std::string sentence;
  std::vector<report::Table> tables;
};

/// Of a name in `widget_names`; nothing for any other.
std::optional<WidgetResult> widget_result(std::string_view name, const knowledge::Knowledge& knowledge);

}  // namespace storewright::guide
