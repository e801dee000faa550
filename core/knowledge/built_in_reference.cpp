#include "core/base/packs.h"
#include "core/knowledge/reference.h"

namespace storewright::knowledge {

// The build has checked the pack, so it has no problems here.
const Reference& built_in_reference() {
  static const Reference reference = [] {
    const Result<Json> pack = read_json(packs::reference(), pack_limits);
    Result<Reference> loaded = pack ? load_reference_pack(*pack) : Result<Reference>(pack.problems());
    return loaded ? loaded.take() : Reference();
  }();
  return reference;
}

}  // namespace storewright::knowledge
