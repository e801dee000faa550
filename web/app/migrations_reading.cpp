#include "web/app/migrations_reading.h"

#include "core/report/record_words.h"
#include "web/app/calculator.h"
#include "web/app/migrations_state.h"
#include "web/app/pages.h"
#include "web/ui/widgets.h"

namespace storewright::app {

using migration::Tables;

void migration_patterns(const State& state, const Tables& tables) {
  ui::gap(28);
  ui::Scope section(ui::Role::section, "Patterns", "patterns");
  ui::heading(2, "Four patterns, in the order in which they are considered");
  ui::gap(8);
  report::Table table{.caption = "Patterns", .columns = {{"Pattern"}, {"Best for"}, {"Risk"}, {"Downtime"}}, .rows = {}};
  for (const migration::Pattern& pattern : tables.patterns) table.rows.push_back({pattern.label, pattern.best_for, pattern.risk, report::capitalised(pattern.downtime) + "."});
  ui::table("patterns", table);
  for (const migration::Pattern& pattern : tables.patterns) {
    if (!ui::disclosure(pattern.label + ": steps", false, "steps-" + pattern.id)) continue;
    ui::gap(4);
    numbered(pattern.label, pattern.steps);
    if (!pattern.correction.empty()) ui::text(pattern.correction, {.size = ui::text_small, .tone = ui::Tone::warning});
    ui::text(backing_text(state, pattern.backing), {.size = ui::text_small, .tone = ui::Tone::quiet});
    ui::gap(8);
  }
}

void wrong_reasons(const State& state, const Tables& tables) {
  ui::gap(28);
  ui::Scope section(ui::Role::section, "Reasons that are not enough", "wrong-reasons");
  ui::heading(2, "Reasons that are not enough");
  ui::text("If one of them is your only reason, stop and find out first which resource ends.", {.tone = ui::Tone::quiet});
  for (const migration::Reason& reason : tables.reasons) {
    if (!reason.wrong) continue;
    ui::gap(12);
    ui::heading(3, "“" + reason.label + "”");
    ui::text(reason.says);
    ui::text("First: " + reason.first);
    if (!reason.correction.empty()) ui::text(reason.correction, {.size = ui::text_small, .tone = ui::Tone::warning});
    ui::text(backing_text(state, reason.backing), {.size = ui::text_small, .tone = ui::Tone::quiet});
  }
}

}  // namespace storewright::app
