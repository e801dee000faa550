#include "core/base/packs.h"
#include "core/sheet/sheet.h"

namespace storewright::sheet {

// The build has checked the pack, so it has no problems here.
const Sheets& built_in_sheets() {
  static const Sheets sheets = [] {
    const Result<Json> pack = read_json(packs::calculators(), pack_limits);
    Result<Sheets> loaded = pack ? load_sheets(*pack) : Result<Sheets>(pack.problems());
    return loaded ? loaded.take() : Sheets();
  }();
  return sheets;
}

}  // namespace storewright::sheet
