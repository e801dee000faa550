// The live parts that chapters show in the middle of their text. A new one is a row in guide_widgets.cpp, a name in
// core/guide/names.h and a still form in core/guide/widget_results.cpp.
#pragma once

#include <string_view>

#include "web/app/state.h"

namespace storewright::app {

struct GuideWidget {
  std::string_view name;
  std::string_view chapter;    // the one that shows it; its fields stand in that chapter's links
  void (*draw)(State& state);
  LinkFields (*to_link)(const State& state);
  void (*from_link)(State& state, const report::Link& link);
};

std::span<const GuideWidget> guide_widgets();

/// The live part of a chapter; null where it has none.
const GuideWidget* widget_of_chapter(std::string_view chapter);

// The chapter on consistency.
void consistency_widget(State& state);
/// The answers of a profile as fields of that chapter's link.
LinkFields consistency_values(const selection::Profile& profile);
LinkFields consistency_link(const State& state);
void consistency_from_link(State& state, const report::Link& link);

}  // namespace storewright::app
