// The first factor, live: say what your data needs and see which stores stay, and by which rule the others go.
#include "web/app/guide_widgets.h"
#include "web/app/pages.h"
#include "web/ui/form.h"

namespace storewright::app {
namespace {

const selection::Profile nothing_said;

bool form(selection::Profile& profile) {
  bool changed = false;
  for (const Field& field : guide::consistency_fields()) {
    if (!ui::field_shown(field.name)) continue;
    changed |= ui::form_field(field, &profile, &nothing_said);
    ui::gap(14);
  }
  return changed;
}

void actions(State& state) {
  ConsistencyNeeds& needs = state.guide.needs;
  ui::Flow flow;
  if (ui::button("Back to the example", {.disabled = needs.profile == guide::consistency_example()})) {
    needs.profile = guide::consistency_example();
    state.named_step = true;
    ui::frame().again = true;
  }
  copy_link_button(state);
}

void answer(State& state) {
  ConsistencyNeeds& needs = state.guide.needs;
  if (!needs.asked || !(*needs.asked == needs.profile)) {
    needs.filter = guide::consistency_filter(needs.profile, *state.knowledge);
    needs.asked = needs.profile;
  }
  ui::status(needs.filter.headline, {.size = ui::text_sub, .bold = true});
  state.announced = needs.filter.headline;
  ui::gap(4);
  ui::text(needs.filter.meaning, {.size = ui::text_small, .tone = ui::Tone::quiet});
  ui::gap(12);
  ui::table("categories", needs.filter.categories);
  ui::gap(4);
  if (!needs.filter.reasons.rows.empty() && ui::disclosure("The rules that decide", false, "reasons")) {
    ui::gap(8);
    ui::table("reasons-table", needs.filter.reasons);
  }
  ui::gap(8);
  const report::Link link{.route = "decide", .data = state.knowledge->version, .fields = decide_fields(needs.profile)};
  ui::link("Go on with these values: all five factors", report::format_link(link));
}

}  // namespace

void consistency_widget(State& state) {
  ui::Scope section(ui::Role::section, "What your needs rule out", "consistency-needs");
  ui::Card card("consistency-needs", ui::CardTone::plain, 20);
  selection::Profile profile = state.guide.needs.profile;
  if (form(profile)) {
    state.guide.needs.profile = std::move(profile);
    state.toast.clear();
    ui::frame().again = true;
  }
  answer(state);
  ui::gap(12);
  actions(state);
}

// What differs from the example; an answer that was taken back as well: "money=".
LinkFields consistency_values(const selection::Profile& profile) {
  LinkFields values = report::link_fields(guide::consistency_fields(), &profile, &guide::consistency_example());
  if (!profile.money) values.emplace_back("money", "");
  return values;
}

LinkFields consistency_link(const State& state) {
  LinkFields values = consistency_values(state.guide.needs.profile);
  const LinkFields& unknown = state.guide.needs.unknown;
  values.insert(values.end(), unknown.begin(), unknown.end());
  return values;
}

void consistency_from_link(State& state, const report::Link& link) {
  selection::Profile profile = guide::consistency_example();
  report::LinkReading reading = report::read_link_fields(link, guide::consistency_fields(), &profile);
  state.link_problems = std::move(reading.problems);
  state.guide.needs.unknown = std::move(reading.unknown);
  state.guide.needs.profile = std::move(profile);
}

}  // namespace storewright::app
