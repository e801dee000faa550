#include "core/audit/claims.h"
#include "core/base/packs.h"

namespace storewright::audit {
namespace {

// The build has checked the packs, so they have no problems here.
Audit loaded(std::string_view text) {
  const Result<Json> pack = read_json(text, pack_limits);
  Result<Audit> audit = pack ? load_audit_pack(*pack) : Result<Audit>(pack.problems());
  return audit ? audit.take() : Audit();
}

}  // namespace

const Audit& built_in_audit() {
  static const Audit all = merged(loaded(packs::reference_audit()), loaded(packs::practice_audit()));
  return all;
}

}  // namespace storewright::audit
