// Decide: describe a workload, get a recommendation that explains itself.
#include <algorithm>

#include "core/base/json.h"
#include "core/selection/rulebook.h"
#include "web/app/pages.h"
#include "web/ui/form.h"

namespace storewright::app {
namespace {

constexpr std::size_t undo_steps = 100;

const selection::Profile empty_profile;

// The preset whose profile this is, or -1.
int matching_preset(const knowledge::Knowledge& knowledge, const selection::Profile& profile) {
  for (std::size_t i = 0; i < knowledge.presets.size(); ++i) {
    const Result<selection::Profile> candidate = selection::read_profile(knowledge.presets[i].profile);
    if (candidate && *candidate == profile) return static_cast<int>(i);
  }
  return -1;
}

void preset_picker(State& state) {
  if (!ui::all_fields_shown()) return;
  std::vector<ui::Choice> options;
  for (const knowledge::Preset& preset : state.knowledge->presets) options.push_back({preset.id, preset.name, preset.sentence});
  const int before = matching_preset(*state.knowledge, state.decide.profile);
  int index = before;
  if (!ui::choice("Start from an example, or fill in your own", index, options)) return;
  const Result<selection::Profile> profile = selection::read_profile(state.knowledge->presets[static_cast<std::size_t>(index)].profile);
  if (!profile) return;
  change_profile(state, *profile);
  state.named_step = true;
  ui::forget_drafts();
}

void profile_actions(State& state) {
  ui::Flow flow;
  if (ui::button("Undo", {.disabled = state.decide.undo.empty(), .description = "Also Ctrl+Z"})) {
    decide_undo(state);
    ui::forget_drafts();
  }
  if (ui::button("Clear all", {.disabled = state.decide.profile == empty_profile})) {
    change_profile(state, {});
    state.named_step = true;
    ui::forget_drafts();
  }
}

// The sources of the rules, and once they are known those of the recommended store's traits.
std::vector<std::string> used_sources(State& state) {
  std::vector<std::string> used;
  const auto use = [&](const std::string& id) {
    if (!id.empty() && std::find(used.begin(), used.end(), id) == used.end()) used.push_back(id);
  };
  for (const knowledge::Rule& rule : state.knowledge->rules) use(rule.source);
  const selection::Recommendation& answer = decide_answer(state);
  const knowledge::Engine* engine = answer.primary ? state.knowledge->engine(answer.primary->engine) : nullptr;
  if (engine != nullptr)
    for (const auto& [trait, evidence] : engine->evidence) use(evidence.source);
  return used;
}

// Says when a link was made with other data or gave another answer then.
void changed_since(State& state) {
  DecideState& decide = state.decide;
  if (decide.opened_digest.empty() || !decide.digest.answer || *decide.digest.answer == decide.opened_digest) return;
  const bool untouched = decide.undo.empty();
  if (!untouched) return;
  ui::Card card("changed", ui::CardTone::warning, 14);
  ui::text("The answer has changed since this link was made" +
               (decide.opened_data.empty() ? std::string(".") : " (facts of " + decide.opened_data + " then, " + state.knowledge->version + " now)."),
           {.size = ui::text_small, .bold = true});
  ui::text("Your inputs are the same; the rules or facts behind the answer are newer.", {.size = ui::text_small});
}

}  // namespace

void change_profile(State& state, selection::Profile profile) {
  DecideState& decide = state.decide;
  decide.undo.push_back(decide.profile);
  if (decide.undo.size() > undo_steps) decide.undo.erase(decide.undo.begin());
  decide.profile = std::move(profile);
  state.toast.clear();
  ui::frame().again = true;
}

bool decide_undo(State& state) {
  DecideState& decide = state.decide;
  if (decide.undo.empty()) return false;
  decide.profile = decide.undo.back();
  decide.undo.pop_back();
  return true;
}

const selection::Recommendation& decide_answer(State& state) {
  DecideState& decide = state.decide;
  const selection::Recommendation& answer = decide.recommendation.get(
      decide.profile, [&](const selection::Profile& profile) { return selection::recommend(profile, selection::built_in_rulebook()); });
  decide.digest.get(decide.profile, [&](const selection::Profile&) {
    JsonWriter writer;
    selection::write_recommendation(writer, answer, *state.knowledge);
    return report::digest_of(writer.written());
  });
  return answer;
}

LinkFields decide_fields(const selection::Profile& profile) {
  return report::link_fields(selection::profile_fields(), &profile, &empty_profile);
}

LinkFields decide_link(const State& state) {
  return report::link_fields(selection::profile_fields(), &state.decide.profile, &empty_profile, state.decide.unknown);
}

void decide_from_link(State& state, const report::Link& link) {
  selection::Profile profile;
  report::LinkReading reading = report::read_link_fields(link, selection::profile_fields(), &profile);
  state.link_problems = std::move(reading.problems);
  // An address without fields is the way back from elsewhere: the profile stays.
  if (link.fields.empty()) return;
  DecideState& decide = state.decide;
  decide.unknown = std::move(reading.unknown);
  if (!(decide.profile == profile)) {
    decide.profile = std::move(profile);
    decide.undo.clear();
  }
  decide.opened_digest = link.digest;
  decide.opened_data = link.data;
}

void decide_page(State& state) {
  page_head("Choose a database", "Describe your workload. Every engine gets a verdict, and every verdict its reason.");
  preset_picker(state);
  ui::gap(24);
  decide_answer(state);
  changed_since(state);
  if (ui::narrow()) {
    decide_result(state);
    ui::gap(32);
    decide_form(state);
    ui::gap(16);
    profile_actions(state);
  } else {
    const float whole = ui::frame().area.width;
    const float form = std::min(380.0f, whole * 0.4f);
    ui::Columns columns({form, whole - form - 40}, 40);
    {
      ui::Scope section(ui::Role::section, "Your workload", "workload");
      profile_actions(state);
      ui::gap(20);
      decide_form(state);
    }
    columns.next();
    decide_result(state);
  }
  sources(state, used_sources(state));
}

}  // namespace storewright::app
