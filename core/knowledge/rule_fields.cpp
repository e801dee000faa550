#include "core/knowledge/rule_fields.h"

namespace storewright::knowledge {
namespace {

constexpr RuleField of_engine[] = {
    {"known_to_team", "flag"},
    {"in_use", "flag"},
};

}  // namespace

std::span<const RuleField> profile_traits() { return of_engine; }

}  // namespace storewright::knowledge
