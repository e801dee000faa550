#include "core/base/packs.h"
#include "core/knowledge/published.h"

namespace storewright::knowledge {

// The build has checked the pack, so it has no problems here.
const std::vector<PublishedCase>& built_in_published() {
  static const std::vector<PublishedCase> all = [] {
    const Result<Json> pack = read_json(packs::reference_published(), pack_limits);
    Result<std::vector<PublishedCase>> loaded =
        pack ? load_published_pack(*pack) : Result<std::vector<PublishedCase>>(pack.problems());
    return loaded ? loaded.take() : std::vector<PublishedCase>();
  }();
  return all;
}

}  // namespace storewright::knowledge
