// What the text of a chapter may refer to by name. Each name has its drawing in core/guide/figures.cpp or its page part
// in web/app/guide_widgets.cpp; a test compares.
#pragma once

#include <string_view>

namespace storewright::guide {

/// Figures, written `![](figure:NAME)`.
inline constexpr std::string_view figure_names[] = {"lost-update", "replica-lag"};

/// Live parts, written `![](widget:NAME)`.
inline constexpr std::string_view widget_names[] = {"consistency-needs"};

/// Pages that chapters may link to, besides chapters, reference cards and small calculators.
inline constexpr std::string_view page_routes[] = {"",          "decide",    "calculate", "calculate/tco", "calculate/scaling",
                                                   "labs/ring", "reference", "tools",     "guide"};

}  // namespace storewright::guide
