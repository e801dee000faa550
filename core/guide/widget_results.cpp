#include "core/guide/widget_results.h"

#include "core/guide/consistency_needs.h"

namespace storewright::guide {

std::optional<WidgetResult> widget_result(std::string_view name, const knowledge::Knowledge& knowledge) {
  if (name != "consistency-needs") return std::nullopt;
  const ConsistencyFilter filter = consistency_filter(consistency_example(), knowledge);
  return WidgetResult{"What your needs rule out: an example",
                      filter.headline + " " + filter.meaning,
                      {filter.categories, filter.reasons}};
}

}  // namespace storewright::guide
