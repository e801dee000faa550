#include "core/base/packs.h"
#include "core/scaling/plan_rules.h"

namespace storewright::scaling {

// The build has checked the pack, so it has no problems here.
const PlanRules& built_in_plan_rules() {
  static const PlanRules rules = [] {
    Problems problems;
    const Result<Json> pack = read_json(packs::scaling(), pack_limits);
    return pack ? read_plan_rules(*pack, problems) : PlanRules();
  }();
  return rules;
}

}  // namespace storewright::scaling
