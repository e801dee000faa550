#include <cassert>

#include "core/base/packs.h"
#include "core/migration/tables.h"

namespace storewright::migration {

const Tables& built_in_tables() {
  static const Tables tables = [] {
    const Result<Json> pack = read_json(packs::migrations(), pack_limits);
    assert(pack);
    Result<Tables> read = pack ? read_tables(*pack) : Result<Tables>(pack.problems());
    assert(read);  // the build refuses a pack with problems
    return read ? read.take() : Tables{};
  }();
  return tables;
}

}  // namespace storewright::migration
