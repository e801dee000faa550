#include "web/app/rule_reasons.h"

#include <algorithm>

#include "web/app/decide_words.h"
#include "web/app/reference_parts.h"
#include "web/ui/widgets.h"

namespace storewright::app {

void rule_reasons(const State& state, std::string_view name, const std::vector<selection::Reason>& reasons) {
  const auto is_rule = [&](std::string_view id) {
    const std::vector<knowledge::Rule>& rules = state.knowledge->rules;
    return std::any_of(rules.begin(), rules.end(), [&](const knowledge::Rule& rule) { return rule.id == id; });
  };
  ui::Scope items(ui::Role::list, name, std::string(name) + ".list");
  for (const selection::Reason& reason : reasons) {
    ui::Scope item(ui::Role::listitem, "", reason.rule);
    ui::text(reason.because, {.size = ui::text_small});
    if (is_rule(reason.rule))
      ui::link("Rule of step " + std::to_string(static_cast<int>(reason.step) + 1) + ", " +
                   std::string(step_names[static_cast<std::size_t>(reason.step)]) + ": " + rule_title(reason.rule),
               "#/reference/rules/" + std::string(reason.rule), false, ui::text_small);
    ui::gap(6);
  }
}

}  // namespace storewright::app
