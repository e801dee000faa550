// What is said about a migration, on its own page and on the Decide page.
#include <algorithm>

#include "core/report/record_words.h"
#include "web/app/fetched.h"
#include "web/app/migrations_state.h"
#include "web/app/pages.h"
#include "web/ui/form.h"

namespace storewright::app {
namespace {

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

bool migrations_are_here(State& state) { return have(state, migrations_of(state).pack, "migrations"); }

void migrations_take_pack(State& state, std::string_view, const Result<Json>& json) {
  take(migrations_of(state).pack, json, migration::read_tables);
}

FieldTable store_history_fields() {
  static constexpr Field fields[] = {field<&StoreHistory::tried>({.name = "tried", .label = "What have you tried on it?"})};
  return fields;
}

bool offer_words(std::string_view name, std::string_view label, const std::vector<ui::Choice>& offered, std::vector<std::string>& words) {
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < offered.size(); ++i)
    if (migration::contains(words, offered[i].name)) bits |= 1u << i;
  if (!ui::field(name, [&] { return ui::choices(label, bits, offered); })) return false;
  std::erase_if(words, [&](const std::string& word) {
    return std::any_of(offered.begin(), offered.end(), [&](const ui::Choice& one) { return one.name == word; });
  });
  for (std::size_t i = 0; i < offered.size(); ++i)
    if (bits >> i & 1u) words.emplace_back(offered[i].name);
  return true;
}

std::vector<ui::Choice> offered_symptoms(const migration::Tables& tables) {
  std::vector<ui::Choice> out;
  for (const migration::Symptom& symptom : tables.symptoms) out.push_back({symptom.id, symptom.label});
  return out;
}

std::vector<ui::Choice> offered_reasons(const migration::Tables& tables) {
  std::vector<ui::Choice> out;
  for (const migration::Reason& reason : tables.reasons)
    if (tables.symptom(reason.id) == nullptr) out.push_back({reason.id, reason.label});
  return out;
}

std::vector<ui::Choice> offered_steps(const migration::Tables& tables, const knowledge::Engine* engine) {
  std::vector<ui::Choice> out;
  if (engine == nullptr) return out;
  for (const migration::NextStep* step : migration::ladder_of(tables, *engine)) out.push_back({step->id, step->title});
  return out;
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
    ui::heading(3, "Tools");
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

}  // namespace storewright::app
