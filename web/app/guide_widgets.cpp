#include "web/app/guide_widgets.h"

namespace storewright::app {
namespace {

constexpr GuideWidget all_widgets[] = {
    {"consistency-needs", "factors/consistency", consistency_widget, consistency_link, consistency_from_link},
};

}  // namespace

std::span<const GuideWidget> guide_widgets() { return all_widgets; }

const GuideWidget* widget_of_chapter(std::string_view chapter) {
  for (const GuideWidget& widget : all_widgets)
    if (widget.chapter == chapter) return &widget;
  return nullptr;
}

}  // namespace storewright::app
