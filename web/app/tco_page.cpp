// Total cost: the bill and the people, by yourselves against managed, and the hours where both cost the same.
#include <algorithm>

#include "core/base/text.h"
#include "core/cost/total_cost_scene.h"
#include "web/app/calculator.h"
#include "web/app/pages.h"
#include "web/ui/form.h"

namespace storewright::app {
namespace {

using cost::TotalCostInput;

constexpr std::string_view notes_prefix = "calculate/tco/";
const TotalCostInput default_input;

// Without any value, so that the form shows the defaults as values of their own.
const TotalCostInput& blank_input() {
  static const TotalCostInput blank = [] {
    TotalCostInput input;
    input.self_managed_usd_per_month.reset();
    input.managed_usd_per_month.reset();
    input.hourly_rate_usd.reset();
    input.months.reset();
    return input;
  }();
  return blank;
}

/// What the profile says about this page.
struct FromProfile {
  std::string database;              // name of the recommended engine where it can be had both ways
  std::optional<Range> budget;
  std::vector<std::string> remarks;  // said, but nothing is filled in from them
};

FromProfile read_profile_answer(const selection::Recommendation& answer, const State& state) {
  FromProfile from;
  from.budget = state.decide.profile.budget_usd_per_month;
  if (answer.hosting) from.remarks.push_back(answer.hosting->because);
  const knowledge::Engine* engine = answer.primary ? state.knowledge->engine(answer.primary->engine) : nullptr;
  if (engine == nullptr) return from;
  const knowledge::TraitValue* hosted = engine->trait("self_hostable");
  const knowledge::TraitValue* offered = engine->trait("managed_on");
  const bool by_yourselves = hosted != nullptr && std::get_if<bool>(hosted) != nullptr && *std::get_if<bool>(hosted);
  const bool managed = offered != nullptr && std::get_if<std::vector<std::string>>(offered) != nullptr &&
                       !std::get_if<std::vector<std::string>>(offered)->empty();
  if (by_yourselves && managed) from.database = engine->name;
  else if (!by_yourselves) from.remarks.push_back(engine->name + " is not run on machines of your own, so there is nothing to compare it with.");
  return from;
}

// Only what was computed already: pages are drawn before their links are written.
FromProfile profile_of(const State& state) {
  const DecideState& decide = state.decide;
  const bool answered = decide.recommendation.answer && *decide.recommendation.input == decide.profile;
  if (decide.profile == selection::Profile{} || !answered) return {};
  return read_profile_answer(*decide.recommendation.answer, state);
}

// The reader's input with the profile's values where the reader gave none.
TotalCostInput filled_input(const TcoState& tco, const FromProfile& from) {
  TotalCostInput input = tco.input;
  if (input.database.empty() && !tco.own.contains("database")) input.database = from.database;
  if (!input.budget_usd_per_month && !tco.own.contains("budget")) input.budget_usd_per_month = from.budget;
  return input;
}

void change(State& state, TotalCostInput now, const FromProfile& from) {
  TcoState& tco = state.tco;
  const TotalCostInput before = filled_input(tco, from);
  if (now == before) return;
  tco.remember();
  // A field that the reader changed is the reader's; one that the profile filled stays the profile's.
  if (now.database != before.database) tco.own.insert("database");
  else now.database = tco.input.database;
  if (now.budget_usd_per_month != before.budget_usd_per_month) tco.own.insert("budget");
  else now.budget_usd_per_month = tco.input.budget_usd_per_month;
  tco.input = std::move(now);
  state.toast.clear();
  ui::frame().again = true;
}

void leave_profile_out(State& state, const FromProfile& from) {
  TcoState& tco = state.tco;
  tco.remember();
  tco.own = {"database", "budget"};
  if (tco.input.database == from.database) tco.input.database.clear();
  if (tco.input.budget_usd_per_month == from.budget) tco.input.budget_usd_per_month.reset();
  state.named_step = true;
  ui::forget_drafts();
  ui::frame().again = true;
}

std::vector<std::string> profile_sentences(const TotalCostInput& input, const TcoState& tco, const FromProfile& from) {
  std::vector<std::string> sentences;
  if (!from.database.empty() && input.database == from.database)
    sentences.push_back("The database: " + from.database + ", the answer to your workload.");
  if (from.budget && input.budget_usd_per_month == from.budget)
    sentences.push_back("The budget: " + report::money_text(*from.budget) + " a month.");
  if (!tco.own.contains("database")) sentences.insert(sentences.end(), from.remarks.begin(), from.remarks.end());
  return sentences;
}

TotalCostInput with_preset(TotalCostInput input, const cost::TotalCostPreset& preset) {
  read_field_text(preset.hours, *find_field(cost::total_cost_fields(), "hours"), &input);
  read_field_text(preset.rate, *find_field(cost::total_cost_fields(), "rate"), &input);
  return input;
}

void presets(State& state, const TotalCostInput& input, const FromProfile& from) {
  std::vector<ui::Choice> options;
  int index = -1;
  for (const cost::TotalCostPreset& preset : cost::total_cost_presets()) {
    const TotalCostInput candidate = with_preset(input, preset);
    if (candidate == input) index = static_cast<int>(options.size());
    options.push_back({preset.name, preset.label, preset.help});
  }
  if (!ui::choice("Examples of the sources: hours a month by yourselves", index, options) || index < 0) return;
  change(state, with_preset(input, cost::total_cost_presets()[static_cast<std::size_t>(index)]), from);
  state.named_step = true;
  ui::forget_drafts();
}

void inputs(State& state, const TotalCostInput& input, const FromProfile& from) {
  ui::Scope section(ui::Role::section, "Your numbers", "inputs");
  presets(state, input, from);
  ui::gap(20);
  TotalCostInput edited = input;
  bool changed = false;
  const auto show = [&](std::string_view name) {
    changed |= calculator_field(cost::total_cost_fields(), name, &edited, &blank_input());
  };
  ui::group("Your people", [&] {
    for (const std::string_view name : {"hours", "managed_hours", "rate"}) show(name);
  });
  ui::gap(8);
  ui::group("The bills", [&] {
    for (const std::string_view name : {"self_managed", "managed"}) show(name);
    if (input.self_managed_usd_per_month == default_input.self_managed_usd_per_month &&
        input.managed_usd_per_month == default_input.managed_usd_per_month) {
      ui::text("These two prices are the chapter's example. Put in your own.", {.size = ui::text_small, .tone = ui::Tone::warning});
      ui::gap(8);
    }
  });
  if (ui::disclosure("Months, budget, name")) {
    ui::gap(12);
    for (const std::string_view name : {"months", "budget", "database"}) show(name);
  }
  if (changed) change(state, std::move(edited), from);
  ui::gap(12);
  calculator_actions(state, state.tco, default_input);
}

std::string message_of(const cost::TotalCostAnswer& answer) {
  std::string text = answer.headline + (answer.because.empty() ? "" : " " + answer.because);
  for (const report::FormulaLine& line : answer.lines) text += "\n" + line.label + ": " + line.value + " (" + line.filled + ")";
  return text;
}

void results(State& state, const TotalCostInput& input, const FromProfile& from, const Result<cost::TotalCostAnswer>& answer) {
  ui::Scope section(ui::Role::section, "What it costs", "result");
  if (!answer) return calculator_problems(answer.problems());
  calculator_answer(state, answer->headline, answer->because, freshness_of(cost::total_cost_fields()));
  const std::vector<std::string> sentences = profile_sentences(input, state.tco, from);
  if (!sentences.empty()) ui::gap(12);
  if (from_profile(sentences)) leave_profile_out(state, from);
  ui::gap(20);
  const double width = std::min(640.0f, ui::frame().area.width);
  const std::optional<report::Scene> picture = cost::break_even_scene(input, *answer, width);
  if (picture) ui::figure("break-even", *picture);
  ui::gap(12);
  calculator_exports(state, {message_of(*answer), "total-cost", report::formula_table("Total cost", answer->lines), picture ? &*picture : nullptr});
}

// What the two cost apart, once both are known; until then the hours that managed must save.
void moves(const TotalCostInput& input, const cost::TotalCostAnswer& answer) {
  const bool apart = answer.difference_usd_per_month.has_value();
  const auto result = [&](const TotalCostInput& moved) -> std::optional<double> {
    const auto at = cost::analyze_total_cost(moved);
    if (!at) return std::nullopt;
    const std::optional<Range>& value = apart ? at->difference_usd_per_month : at->break_even_extra_hours;
    return value ? std::optional<double>(value->mid) : std::nullopt;
  };
  calculator_moves({{apart ? "Result: what managed saves a month; below zero it costs more" : "Result: hours a month that managed must save to cost the same",
                     moves_of_result(cost::total_cost_fields(), input, result),
                     [apart](double value) { return apart ? report::money_text(Range::exactly(value), 0) : display_number(value, 2) + " hours"; }}});
}

void details(const TotalCostInput& input, const Result<cost::TotalCostAnswer>& answer) {
  if (!answer) return;
  ui::gap(28);
  moves(input, *answer);
  formula_lines("Every number and its formula", answer->lines, {}, "Where each comes from, and what the source has wrong, stands under “How it is worked out”.");
}

}  // namespace

LinkFields tco_link(const State& state) {
  const TotalCostInput input = filled_input(state.tco, profile_of(state));
  return calculator_link(cost::total_cost_fields(), &input, &default_input, state.tco.unknown);
}

void tco_from_link(State& state, const report::Link& link) {
  TotalCostInput input;
  report::LinkReading reading = report::read_link_fields(link, cost::total_cost_fields(), &input);
  state.link_problems = std::move(reading.problems);
  state.tco.unknown = std::move(reading.unknown);
  state.tco.input = std::move(input);
}

bool tco_undo(State& state) { return state.tco.go_back(); }

void tco_page(State& state) {
  page_head("Total cost", "A bill is not the cost: your people's hours belong to it, on both sides.");
  if (!(state.decide.profile == selection::Profile{})) decide_answer(state);
  const FromProfile from = profile_of(state);
  const TotalCostInput input = filled_input(state.tco, from);
  const Result<cost::TotalCostAnswer> answer = cost::analyze_total_cost(input);
  calculator_layout([&] { inputs(state, input, from); }, [&] { results(state, input, from, answer); }, [&] { details(input, answer); });
  ui::gap(16);
  ui::link("Compare services and machines by their unit prices", "#/calculate/compare");
  ui::gap(28);
  calculator_notes(state, notes_prefix);
  sources(state, calculator_sources(state, notes_prefix));
}

}  // namespace storewright::app
