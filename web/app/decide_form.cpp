// The profile form: the questions of the five steps, most telling first, everything else folded.
#include <algorithm>

#include "web/app/guide_widgets.h"
#include "web/app/pages.h"
#include "web/ui/form.h"

namespace storewright::app {
namespace {

struct FormGroup {
  std::string_view legend;
  std::string_view note;                     // id of the note that explains the step
  std::vector<std::string_view> fields;
  std::string_view chapter = "";             // of the guide, that explains the step
};

// In the order in which the steps decide.
const std::vector<FormGroup>& asked_first() {
  static const std::vector<FormGroup> groups = {
      {"1. Consistency", "factors/consistency/levels", {"money", "multi_row_transactions", "consistency"}, "factors/consistency"},
      {"2. Reads and writes", "factors/ratio/classes", {"reads_per_second", "writes_per_second"}},
      {"3. Data and queries", "factors/data-model/fits", {"access_patterns", "data_model", "schema_change"}},
      {"4. Scale", "factors/scale/tiers", {"data_size_gb", "growth_percent_per_month", "regions", "latency_p99_ms"}},
      {"5. Operations", "factors/operations/team", {"team_engineers", "hosting", "platform"}},
  };
  return groups;
}

bool is_asked_first(std::string_view name) {
  for (const FormGroup& group : asked_first())
    for (const std::string_view field : group.fields)
      if (field == name) return true;
  return false;
}

bool show_field(const Field& field, selection::Profile& profile) {
  if (!ui::field_shown(field.name)) return false;
  static const selection::Profile defaults;
  const bool changed = ui::form_field(field, &profile, &defaults);
  ui::gap(18);
  return changed;
}

// Takes along what was answered.
void chapter_link(const State& state, const FormGroup& group) {
  report::Link link{.route = "guide/" + std::string(group.chapter)};
  if (!(state.decide.profile == selection::Profile{})) link.fields = consistency_values(state.decide.profile);
  ui::link("What these words mean, in the guide", report::format_link(link), false, ui::text_small);
}

bool any_shown(const FormGroup& group) { return std::any_of(group.fields.begin(), group.fields.end(), ui::field_shown); }

bool any_shown_below() {
  for (const Field& field : selection::profile_fields())
    if (!is_asked_first(field.name) && ui::field_shown(field.name)) return true;
  return false;
}

}  // namespace

void decide_form(State& state) {
  selection::Profile profile = state.decide.profile;
  bool changed = false;
  for (const FormGroup& group : asked_first()) {
    if (!any_shown(group)) continue;
    ui::group(group.legend, [&] {
      for (const std::string_view name : group.fields)
        if (const Field* field = find_field(selection::profile_fields(), name)) changed |= show_field(*field, profile);
      if (!group.chapter.empty() && ui::all_fields_shown()) chapter_link(state, group);
    });
    ui::gap(12);
  }
  if (any_shown_below() && ui::disclosure("More about your workload", !ui::all_fields_shown())) {
    ui::gap(12);
    for (const Field& field : selection::profile_fields())
      if (!is_asked_first(field.name)) changed |= show_field(field, profile);
  }
  if (changed) change_profile(state, std::move(profile));
}

}  // namespace storewright::app
