#include "core/base/packs.h"
#include "core/scaling/rules.h"

namespace storewright::scaling {

// The build has checked the pack, so it has no problems here.
const Rules& built_in_rules() {
  static const Rules rules = [] {
    const Result<Json> pack = read_json(packs::scaling(), pack_limits);
    Result<Rules> loaded = pack ? load_scaling_pack(*pack) : Result<Rules>(pack.problems());
    return loaded ? loaded.take() : Rules();
  }();
  return rules;
}

}  // namespace storewright::scaling
