#include <cassert>

#include "core/base/packs.h"
#include "core/knowledge/knowledge.h"

namespace storewright::knowledge {

Knowledge read_built_in() {
  Result<Json> pack = read_json(packs::base(), pack_limits);
  assert(pack);
  // Its references were checked by the build, which leaves that code out of the page.
  Result<Knowledge> knowledge = pack ? read_base_pack(*pack) : Result<Knowledge>(pack.problems());
  // The build refuses a pack with problems, so this is only ever empty in a broken build.
  assert(knowledge);
  return knowledge ? knowledge.take() : Knowledge{};
}

const Knowledge& built_in() {
  static const Knowledge knowledge = read_built_in();
  return knowledge;
}

}  // namespace storewright::knowledge
