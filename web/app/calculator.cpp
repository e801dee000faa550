#include "web/app/calculator.h"

#include <algorithm>

#include "core/base/text.h"
#include "web/app/pages.h"
#include "web/ui/form.h"

namespace storewright::app {
namespace {

bool begins_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

void formula_line(const report::FormulaLine& line, const std::string& note) {
  ui::Scope item(ui::Role::listitem, "", line.id);
  ui::text(line.label, {.size = ui::text_small, .tone = ui::Tone::quiet});
  ui::text(line.value, {.size = 18, .bold = true});
  if (line.filled != line.formula) ui::text(line.filled, {.size = ui::text_small, .mono = true});
  ui::text(line.formula, {.size = ui::text_small, .tone = ui::Tone::quiet});
  if (!note.empty()) ui::text(note, {.size = ui::text_small});
  ui::gap(14);
}

bool moves_enough(const ResultMoves& result) { return result.moves.size() >= 2; }

// "$4,572 to $5,588" in a field of "USD a year", "3.06 to 3.74 %" in one of "% a month".
std::string moved_text(const sheet::Move& move) {
  const std::string_view unit = move.field->unit;
  if (begins_with(unit, "USD")) {
    const int decimals = move.to < 10 ? 4 : 2;
    return report::money_text(Range::exactly(move.from), decimals) + " to " + report::money_text(Range::exactly(move.to), decimals);
  }
  const std::string_view counted = unit.substr(0, unit.find(" a"));
  return display_number(move.from, 4) + " to " + display_number(move.to, 4) + (counted.empty() ? "" : " ") + std::string(counted);
}

void moves_table(const std::string& id, const ResultMoves& result) {
  constexpr std::size_t shown = 5;
  ui::gap(8);
  ui::text(result.result, {.size = ui::text_small, .bold = true});
  ui::gap(4);
  report::Table table{result.result, {{"Number"}, {"Moved", true}, {"Result", true}}, {}};
  for (const sheet::Move& move : result.moves) {
    if (table.rows.size() == shown) break;
    table.rows.push_back({std::string(move.field->label), moved_text(move), result.words(move.at_from) + " to " + result.words(move.at_to)});
  }
  ui::table(id, table);
}

}  // namespace

void calculator_answer(State& state, const std::string& headline, const std::string& because, Freshness freshness) {
  const bool stale = freshness == Freshness::stale;
  const ui::Tone tone = stale ? ui::Tone::quiet : ui::Tone::normal;
  ui::Card card("headline", stale ? ui::CardTone::plain : ui::CardTone::accent);
  state.announced = headline;
  if (stale) {
    ui::text("One entry cannot be read. This is the answer to the last numbers that could.", {.bold = true, .tone = ui::Tone::warning});
    ui::gap(6);
  }
  ui::status(headline, {.size = 20, .bold = true, .tone = tone});
  ui::gap(4);
  if (!because.empty()) ui::text(because, {.tone = tone});
}

Freshness freshness_of(FieldTable table) {
  for (const auto& [name, draft] : ui::frame().memory->drafts)
    if (find_field(table, name) != nullptr && !draft.problem.empty()) return Freshness::stale;
  return Freshness::fresh;
}

void calculator_problems(const Problems& problems) {
  ui::Card card("problem", ui::CardTone::bad, 16);
  for (const Problem& problem : problems) ui::text(problem.message, {.bold = true});
}

void formula_lines(std::string_view title, const std::vector<report::FormulaLine>& lines, const std::vector<std::string>& notes,
                   const std::string& origin) {
  ui::Scope section(ui::Role::section, title, "formulas");
  ui::heading(2, title);
  if (!origin.empty()) {
    ui::gap(4);
    ui::text(origin, {.size = ui::text_small, .tone = ui::Tone::quiet});
  }
  ui::gap(8);
  formula_list("lines", lines, notes);
}

void formula_list(std::string_view id, const std::vector<report::FormulaLine>& lines, const std::vector<std::string>& notes) {
  ui::Scope list(ui::Role::list, "", id);
  for (std::size_t i = 0; i < lines.size(); ++i) formula_line(lines[i], i < notes.size() ? notes[i] : std::string());
}

void calculator_moves(const std::vector<ResultMoves>& results) {
  if (std::none_of(results.begin(), results.end(), moves_enough)) return;
  ui::Scope section(ui::Role::section, "What moves the result most", "moves");
  ui::heading(2, "What moves the result most");
  ui::gap(4);
  ui::text("Each number moved alone: over the range you gave, or by 10 % to both sides. Find out the first one before the others.",
           {.size = ui::text_small, .tone = ui::Tone::quiet});
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (!moves_enough(results[i])) continue;
    if (i > 0) ui::gap(12);
    moves_table("moves-table-" + std::to_string(i + 1), results[i]);
  }
  ui::gap(24);
}

void calculator_layout(const std::function<void()>& inputs, const std::function<void()>& results, const std::function<void()>& details) {
  if (ui::narrow()) {
    results();
    ui::gap(28);
    inputs();
    if (details) details();
    return;
  }
  constexpr float between = 40;
  const float whole = ui::frame().area.width;
  const float left = std::min(340.0f, whole * 0.38f);
  ui::Columns columns({left, whole - left - between}, between);
  inputs();
  columns.next();
  results();
  if (details) details();
}

CalculatorStep calculator_steps(bool can_undo, bool can_reset) {
  ui::Flow flow;
  CalculatorStep step = CalculatorStep::none;
  if (ui::button("Undo", {.disabled = !can_undo, .description = "Also Ctrl+Z"})) step = CalculatorStep::undo;
  if (ui::button("Reset", {.disabled = !can_reset})) step = CalculatorStep::reset;
  return step;
}

bool calculator_field(FieldTable table, std::string_view name, void* input, const void* blank) {
  const Field* field = find_field(table, name);
  if (field == nullptr) return false;
  const bool changed = ui::form_field(*field, input, blank);
  ui::gap(14);
  return changed;
}

bool from_profile(const std::vector<std::string>& sentences) {
  if (sentences.empty()) return false;
  ui::Card card("from-profile", ui::CardTone::plain, 14);
  ui::text("From your profile", {.size = ui::text_small, .bold = true});
  for (const std::string& sentence : sentences) ui::text(sentence, {.size = ui::text_small});
  ui::gap(8);
  ui::Flow flow;
  const bool pressed = ui::button("Leave my profile out");
  ui::link("Change the profile", "#/decide", false, ui::text_small);
  return pressed;
}

void calculator_exports(State& state, const CalculatorExport& out) {
  ui::Flow flow;
  copy_link_button(state);
  copy_button(state, "Copy as message", out.message + "\nInputs: " + link_of(state) + "\n", "Message copied.");
  download_button(state, "Export CSV", out.file + ".csv", "text/csv", report::table_csv(out.table));
  if (!out.json.empty()) download_button(state, "Export JSON", out.file + ".json", "application/json", out.json);
  if (out.picture != nullptr)
    download_button(state, "Export picture", out.file + ".svg", "image/svg+xml", report::scene_svg(*out.picture));
}

void calculator_notes(State& state, std::string_view prefix) {
  ui::Scope section(ui::Role::section, "How it is worked out", "how");
  ui::heading(2, "How it is worked out");
  ui::gap(4);
  for (const knowledge::Note& entry : state.knowledge->notes) {
    if (!begins_with(entry.id, prefix)) continue;
    if (ui::disclosure(entry.title, false, entry.id)) {
      ui::gap(4);
      note(state, entry.id, false);
    }
  }
}

std::vector<std::string> calculator_sources(const State& state, std::string_view prefix) {
  std::vector<std::string> used;
  for (const knowledge::Note& entry : state.knowledge->notes)
    if (begins_with(entry.id, prefix) && !entry.source.empty() && std::find(used.begin(), used.end(), entry.source) == used.end())
      used.push_back(entry.source);
  return used;
}

LinkFields calculator_link(FieldTable table, const void* input, const void* defaults, const LinkFields& unknown) {
  LinkFields fields;
  for (const Field& field : table) {
    const LinkFields one = report::link_fields({&field, 1}, input, defaults);
    fields.insert(fields.end(), one.begin(), one.end());
    if (!one.empty() || field.kind != FieldKind::number) continue;
    const auto value_of = [&](const void* of) { return *static_cast<const std::optional<Range>*>(field.member(const_cast<void*>(of))); };
    if (value_of(defaults) && !value_of(input)) fields.emplace_back(field.name, "");
  }
  fields.insert(fields.end(), unknown.begin(), unknown.end());
  return fields;
}

}  // namespace storewright::app
