#include "core/base/packs.h"
#include "core/cost/price_options.h"

namespace storewright::cost {

// The build has checked the pack, so it has no problems here.
const PriceRules& built_in_prices() {
  static const PriceRules rules = [] {
    const Result<Json> pack = read_json(packs::prices(), pack_limits);
    Result<PriceRules> loaded = pack ? load_prices_pack(*pack) : Result<PriceRules>(pack.problems());
    return loaded ? loaded.take() : PriceRules();
  }();
  return rules;
}

}  // namespace storewright::cost
