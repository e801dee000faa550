// What is said about a migration, on its own page and on the Decide page.
#include <algorithm>

#include "core/report/record_words.h"
#include "web/app/migrations_state.h"
#include "web/app/pages.h"

namespace storewright::app {
namespace {

void ask_for_tables(State& state, FetchState& pack) {
  pack.status = FetchState::Status::asked;
  state.wish({.kind = "fetch", .value = "migrations"});
}

std::string helps_text(const migration::LadderStep& step) {
  if (step.helps.empty()) return "";
  std::string text = "Helps: ";
  for (std::size_t i = 0; i < step.helps.size(); ++i) text += (i > 0 ? "; " : "") + step.helps[i]->label;
  return text + ".";
}

void step_item(const State& state, const migration::LadderStep& step, std::size_t number) {
  ui::Scope item(ui::Role::listitem, "", step.step->id);
  ui::text(std::to_string(number) + ". " + step.step->title, {.bold = true});
  ui::text(step.step->does);
  const std::string helps = helps_text(step);
  if (!helps.empty()) ui::text(helps, {.size = ui::text_small});
  ui::text("Used up when " + step.step->used_up + ".", {.size = ui::text_small});
  ui::text(backing_text(state, step.step->backing), {.size = ui::text_small, .tone = ui::Tone::quiet});
  ui::gap(12);
}

void tool_item(const State& state, const migration::Tool& tool, const migration::Path& path) {
  ui::Scope item(ui::Role::listitem, "", tool.name);
  const bool fits = tool.struck.empty();
  ui::text((fits ? tool.name + ": " + tool.says : "Not " + tool.name + ": " + tool.struck) + (fits ? "." : ""),
           {.tone = fits ? ui::Tone::normal : ui::Tone::bad});
  ui::text(backing_text(state, tool.backing.source.empty() ? path.backing : tool.backing), {.size = ui::text_small, .tone = ui::Tone::quiet});
  ui::gap(6);
}

}  // namespace

MigrationsState& migrations_of(State& state) {
  if (!state.migrations) state.migrations = std::make_shared<MigrationsState>();
  return *state.migrations;
}

bool migrations_are_here(State& state) {
  FetchState& pack = migrations_of(state).pack;
  if (pack.status == FetchState::Status::absent) ask_for_tables(state, pack);
  if (pack.status == FetchState::Status::asked) ui::status("Fetching what is known about migrations.", {.size = ui::text_small});
  if (pack.status == FetchState::Status::failed) {
    problem_card(state, 9008, pack.problem, "migrations-problem");
    ui::gap(8);
    if (ui::button("Try again", {.id = "migrations-again"})) ask_for_tables(state, pack);
  }
  return pack.status == FetchState::Status::loaded;
}

void migrations_take_pack(State& state, std::string_view, const Result<Json>& json) {
  MigrationsState& own = migrations_of(state);
  if (own.pack.status == FetchState::Status::loaded) return;
  Result<migration::Tables> tables = json ? migration::read_tables(*json) : Result<migration::Tables>(json.problems());
  if (!tables) {
    own.pack = {FetchState::Status::failed, tables.problems().front().message};
    return;
  }
  own.tables = tables.take();
  own.pack = {FetchState::Status::loaded, ""};
}

void numbered(std::string_view name, const std::vector<std::string>& sentences) {
  ui::Scope list(ui::Role::list, name, "numbered");
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    ui::Scope item(ui::Role::listitem, "", std::to_string(i + 1));
    ui::text(std::to_string(i + 1) + ". " + sentences[i]);
    ui::gap(4);
  }
}

void ladder_list(const State& state, const migration::Ladder& ladder, std::size_t most) {
  ui::Scope list(ui::Role::list, "Steps on this store", "ladder");
  const std::size_t shown = std::min(most, ladder.steps.size());
  for (std::size_t i = 0; i < shown; ++i) step_item(state, ladder.steps[i], i + 1);
}

void path_steps(const State& state, const migration::Path& path) {
  std::vector<std::string> steps;
  for (const migration::PathStep& step : path.steps) steps.push_back(step.text);
  numbered("Steps of the move", steps);
  if (!path.tools.empty()) {
    ui::gap(8);
    ui::heading(4, "Tools");
    ui::gap(4);
    ui::Scope list(ui::Role::list, "Tools", "tools");
    for (const migration::Tool& tool : path.tools) tool_item(state, tool, path);
  }
  if (!path.correction.empty()) {
    ui::gap(4);
    ui::text(path.correction, {.size = ui::text_small, .tone = ui::Tone::warning});
  }
  ui::text(backing_text(state, path.backing), {.size = ui::text_small, .tone = ui::Tone::quiet});
}

std::string backing_text(const State& state, const migration::Backing& backing) {
  const knowledge::Source* source = state.knowledge->source(backing.source);
  const std::string kind = report::capitalised(std::string(report::words_of(backing.kind)));
  return source == nullptr ? kind + "." : kind + "; " + source->title + ".";
}

void migration_on_decide(State& state, const selection::Recommendation& answer) {
  if (!answer.migration || !migrations_are_here(state)) return;
  MigrationsState& own = migrations_of(state);
  const migration::MigrationAdvice& advice = own.advice.get(state.decide.profile, [&](const selection::Profile& profile) {
    return migration::advise(profile, answer, knowledge::built_in(), own.tables);
  });
  constexpr std::size_t most = 3;
  ui::text(advice.first, {.size = ui::text_sub, .bold = true});
  if (!advice.why_not_yet.empty()) ui::text(advice.why_not_yet);
  for (const migration::GivenReason& given : advice.reasons.wrong)
    ui::text("“" + given.reason->label + "”: " + given.reason->says + " " + given.reason->first, {.size = ui::text_small});
  if (!advice.must_leave && !advice.ladder.steps.empty() && ui::disclosure("Steps on the store you run", false, "ladder-of-store")) {
    ui::gap(8);
    ladder_list(state, advice.ladder, most);
    if (advice.ladder.steps.size() > most)
      ui::text(std::to_string(advice.ladder.steps.size() - most) + " more stand on the migrations page.", {.size = ui::text_small, .tone = ui::Tone::quiet});
  }
  if (advice.path != nullptr) {
    const std::string title = (advice.must_leave ? "The way: " : "Then: ") + advice.path->from.label + " to " + advice.path->to.label;
    if (ui::disclosure(title, false, "way")) {
      ui::gap(8);
      path_steps(state, *advice.path);
    }
  } else if (advice.move.pattern != nullptr && ui::disclosure((advice.must_leave ? "The way: " : "Then: ") + advice.move.pattern->label, false, "way")) {
    ui::gap(8);
    numbered("Steps of the move", advice.steps);
  }
  ui::gap(4);
  ui::link("Plan the move: patterns, copy time, downtime", "#/reference/migrations", false, ui::text_small);
}

}  // namespace storewright::app
