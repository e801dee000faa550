#include <cassert>

#include "core/base/packs.h"
#include "core/practice/practice.h"

namespace storewright::practice {

const Practice& built_in_practice() {
  static const Practice practice = [] {
    const Result<Json> pack = read_json(packs::practice(), pack_limits);
    assert(pack);
    Result<Practice> read = pack ? read_practice(*pack) : Result<Practice>(pack.problems());
    assert(read);   // the build refuses a pack with problems
    return read ? read.take() : Practice{};
  }();
  return practice;
}

}  // namespace storewright::practice
