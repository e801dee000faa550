// Decide: describe a workload, get a recommendation that explains itself.
#include <algorithm>

#include "core/base/json.h"
#include "core/selection/rulebook.h"
#include "web/app/decide_details.h"
#include "web/app/pages.h"
#include "web/ui/form.h"

namespace storewright::app {
namespace {

constexpr std::size_t undo_steps = 100;

const selection::Profile empty_profile;
const DecideView empty_view;

bool nothing_said(const State& state) { return state.decide.profile == empty_profile; }

bool code_failed(const State& state) { return state.code.status == FetchState::Status::failed; }

void profile_actions(State& state) {
  ui::Flow flow;
  if (ui::button("Undo", {.disabled = state.decide.undo.empty(), .description = "Also Ctrl+Z"})) {
    decide_undo(state);
    ui::forget_drafts();
  }
  if (ui::button("Clear all", {.disabled = nothing_said(state) && state.decide.view == empty_view})) {
    change_profile(state, {});
    state.decide.view = {};
    state.decide.skipped.clear();
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

// With nothing said, the first question waits for a press, so that who only looks loads no more.
void ask(State& state) {
  // Another answer cannot help where those given contradict each other.
  if (!ui::all_fields_shown() || !decide_answer(state).primary) return;
  DecideState& decide = state.decide;
  if (decide.asking || !nothing_said(state)) {
    // What went wrong is told once, where the explanation would stand; with nothing said there is none.
    if (code_failed(state) && !nothing_said(state)) ui::text("The interview did not load. You can answer everything at once, below.", {.size = ui::text_small});
    else draw_part(state, "decide/interview", "Loading the questions.");
    return;
  }
  ui::Card card("ask", ui::CardTone::plain, 16);
  ui::heading(2, "Or let us ask you");
  ui::gap(4);
  ui::text("One question at a time, each time the one whose answer tells most.", {.size = ui::text_small});
  ui::gap(10);
  if (ui::button("Ask me", {.kind = ui::ButtonKind::primary})) {
    decide.asking = true;
    ui::frame().again = true;
  }
}

void whole_form(State& state) {
  ui::Scope section(ui::Role::section, "Your workload", "workload");
  const bool only_form = !ui::all_fields_shown();
  if (!only_form) {
    ui::gap(16);
    if (!ui::disclosure("All questions at once", !ui::narrow(), "form")) return;
    ui::gap(8);
  }
  profile_actions(state);
  ui::gap(20);
  decide_form(state);
}

void explanation(State& state) {
  if (!nothing_said(state)) draw_part(state, "decide/details", "Loading the explanation.");
}

void picture(State& state) {
  if (!nothing_said(state) && state.code.status == FetchState::Status::loaded) draw_part(state, "decide/picture", "");
}

// The store that runs is told its own next step before the answer speaks of another one.
void present_store(State& state) {
  if (decide_answer(state).migration && !code_failed(state)) draw_part(state, "decide/migration", "Loading what is known about the store you run.");
}

// Only where answers contradict each other: how, and the ways out.
void contradiction(State& state) {
  if (!decide_answer(state).primary && !code_failed(state)) draw_part(state, "decide/contradiction", "Loading what contradicts what.");
}

}  // namespace

void remember_step(State& state) {
  DecideState& decide = state.decide;
  decide.undo.push_back({decide.profile, decide.view, decide.skipped});
  if (decide.undo.size() > undo_steps) decide.undo.erase(decide.undo.begin());
  decide.typed.clear();
  decide.ticked = 0;
  state.toast.clear();
  ui::frame().again = true;
}

void change_profile(State& state, selection::Profile profile) {
  remember_step(state);
  state.decide.profile = std::move(profile);
}

bool decide_undo(State& state) {
  DecideState& decide = state.decide;
  if (decide.undo.empty()) return false;
  DecideStep step = std::move(decide.undo.back());
  decide.undo.pop_back();
  decide.profile = std::move(step.profile);
  decide.view = std::move(step.view);
  decide.skipped = std::move(step.skipped);
  decide.typed.clear();
  decide.ticked = 0;
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
  LinkFields fields = decide_fields(state.decide.profile);
  const LinkFields view = report::link_fields(decide_view_fields(), &state.decide.view, &empty_view, state.decide.unknown);
  fields.insert(fields.end(), view.begin(), view.end());
  return fields;
}

void decide_from_link(State& state, const report::Link& link) {
  selection::Profile profile;
  DecideView view;
  report::Link of_profile{.route = link.route, .version = link.version};
  report::Link of_view = of_profile;
  for (const auto& field : link.fields) (find_field(decide_view_fields(), field.first) != nullptr ? of_view : of_profile).fields.push_back(field);
  report::LinkReading reading = report::read_link_fields(of_profile, selection::profile_fields(), &profile);
  of_view.version = report::link_version;  // told once
  const report::LinkReading of_the_view = report::read_link_fields(of_view, decide_view_fields(), &view);
  state.link_problems = std::move(reading.problems);
  state.link_problems.insert(state.link_problems.end(), of_the_view.problems.begin(), of_the_view.problems.end());
  // An address without fields is the way back from elsewhere: the profile stays.
  if (link.fields.empty()) return;
  DecideState& decide = state.decide;
  if (nothing_said(state) && decide.undo.empty()) decide.came_with_profile = !(profile == empty_profile);
  decide.unknown = std::move(reading.unknown);
  if (!(decide.profile == profile)) {
    decide.profile = std::move(profile);
    decide.undo.clear();
    decide.skipped.clear();
  }
  decide.view = std::move(view);
  decide.opened_digest = link.digest;
  decide.opened_data = link.data;
}

void decide_page(State& state) {
  page_head("Choose a database", "Say what you are building. You get one answer, the reasons for it, and what would change it.");
  if (state.decide.details) state.decide.details->worked = false;
  if (ui::all_fields_shown()) {
    decide_sentence(state);
    decide_examples(state);
  }
  ui::gap(24);
  decide_answer(state);
  changed_since(state);
  if (ui::narrow()) {
    present_store(state);
    decide_answer_card(state);
    contradiction(state);
    ui::gap(20);
    ask(state);
    picture(state);
    whole_form(state);
    explanation(state);
  } else {
    const float whole = ui::frame().area.width;
    const float form = std::min(360.0f, whole * 0.36f);  // the longest choice of the form fits, and the picture beside it has its columns
    ui::Columns columns({form, whole - form - 32}, 32);
    ask(state);
    whole_form(state);
    columns.next();
    present_store(state);
    decide_answer_card(state);
    contradiction(state);
    picture(state);
    explanation(state);
  }
  decide_background(state);
  sources(state, used_sources(state));
}

}  // namespace storewright::app
