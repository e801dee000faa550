#include "core/base/packs.h"
#include "core/cases/case_file.h"

namespace storewright::cases {

// The build has checked the pack, so it has no problems here.
const std::vector<Case>& built_in_cases() {
  static const std::vector<Case> all = [] {
    const Result<Json> pack = read_json(packs::cases(), pack_limits);
    Result<std::vector<Case>> loaded = pack ? load_case_pack(*pack) : Result<std::vector<Case>>(pack.problems());
    return loaded ? loaded.take() : std::vector<Case>();
  }();
  return all;
}

}  // namespace storewright::cases
