// A small calculator as its file says it: answer first, inputs, lines with formulas, plot, claims beside recomputed figures.
#include <algorithm>

#include "core/base/text.h"
#include "core/sheet/answer_json.h"
#include "core/sheet/sheet_scene.h"
#include "web/app/calculate_state.h"
#include "web/app/calculator.h"
#include "web/app/pages.h"
#include "web/ui/form.h"

namespace storewright::app {
namespace {

using sheet::Sheet;
using sheet::SheetAnswer;
using sheet::SheetInput;

void change(State& state, const Sheet& sheet, SheetState& own, SheetInput now) {
  const SheetInput before = shown_input(state, sheet, own);
  if (now == before) return;
  own.own.remember();
  // A field that the reader changed is the reader's; one that the profile filled stays the profile's.
  for (std::size_t i = 0; i < sheet.inputs.size(); ++i) {
    if (sheet.inputs[i].profile_field.empty()) continue;
    if (now.numbers[i] != before.numbers[i]) own.own.own.insert(sheet.inputs[i].name);
    else now.numbers[i] = own.own.input.numbers[i];
  }
  own.own.input = std::move(now);
  state.toast.clear();
  ui::frame().again = true;
}

void named_change(State& state, const Sheet& sheet, SheetState& own, SheetInput now) {
  change(state, sheet, own, std::move(now));
  state.named_step = true;
  ui::forget_drafts();
}

std::vector<std::string> profile_sentences(const State& state, const Sheet& sheet, const SheetState& own) {
  std::vector<std::string> sentences;
  for (const sheet::InputSpec& input : sheet.inputs)
    if (const auto number = profile_number(state, input); number && !own.own.own.contains(input.name))
      sentences.push_back(input.label + ": " + report::amount_text(*number) + " " + input.unit + ".");
  return sentences;
}

void leave_profile_out(State& state, const Sheet& sheet, SheetState& own) {
  own.own.remember();
  for (const sheet::InputSpec& input : sheet.inputs)
    if (!input.profile_field.empty()) own.own.own.insert(input.name);
  state.named_step = true;
  ui::forget_drafts();
  ui::frame().again = true;
}

void presets(State& state, const Sheet& sheet, SheetState& own) {
  if (!ui::all_fields_shown()) return;
  std::vector<ui::Choice> options;
  std::vector<SheetInput> inputs;
  int index = -1;
  for (const sheet::SheetPreset& preset : sheet.presets) {
    inputs.push_back(sheet::preset_input(sheet, preset));
    if (inputs.back() == own.own.input) index = static_cast<int>(options.size());
    options.push_back({preset.id, preset.label, preset.help});
  }
  if (options.empty()) return;
  if (ui::choice("Whose figures", index, options) && index >= 0) named_change(state, sheet, own, inputs[static_cast<std::size_t>(index)]);
  if (own.own.input == sheet.defaults && !sheet.start.empty()) {
    ui::gap(8);
    ui::text("These numbers are an example. Put in your own; an empty field is not known, not zero.", {.size = ui::text_small, .tone = ui::Tone::warning});
  }
  ui::gap(16);
}

// One of several always holds, so there is no "not sure".
bool choice_field(const Field& field, SheetInput& input) {
  return ui::field(field.name, [&] {
    std::vector<ui::Choice> options;
    for (const Option& option : field.options) options.push_back({option.name, option.label, option.help});
    int index = std::max(0, field.get_choice(&input));
    if (!ui::choice(field.label, index, options, "", field.help)) return false;
    field.set_choice(&input, index);
    return true;
  });
}

bool one_field(const Sheet& sheet, const Field& field, SheetInput& input) {
  static const SheetInput blank;
  if (field.kind != FieldKind::choice) return calculator_field(sheet.table(), field.name, &input, &blank);
  const bool changed = choice_field(field, input);
  ui::gap(14);
  return changed;
}

void inputs(State& state, const Sheet& sheet, SheetState& own) {
  ui::Scope section(ui::Role::section, "Your numbers", "inputs");
  presets(state, sheet, own);
  SheetInput edited = shown_input(state, sheet, own);
  bool changed = false;
  for (std::size_t i = 0; i < sheet.inputs.size();) {
    const std::string& group = sheet.inputs[i].group;
    std::size_t end = i;
    bool any_shown = false;
    const auto shown = [&](std::size_t at) { return sheet::is_asked(sheet, sheet.inputs[at], edited) && ui::field_shown(sheet.inputs[at].name); };
    for (; end < sheet.inputs.size() && sheet.inputs[end].group == group; ++end) any_shown = any_shown || shown(end);
    const auto fields = [&] {
      for (std::size_t at = i; at < end; ++at)
        if (shown(at)) changed |= one_field(sheet, sheet.fields[at], edited);
    };
    if (any_shown && !group.empty()) ui::group(group, fields);
    else if (any_shown) fields();
    ui::gap(8);
    i = end;
  }
  if (changed) change(state, sheet, own, std::move(edited));
  ui::gap(4);
  calculator_actions(state, own.own, sheet.defaults);
}

/// The problems of this input; without any, its answer is the last one.
Problems work_out(const Sheet& sheet, const SheetInput& input, SheetState& own) {
  if (own.answered && *own.answered == input) return {};
  Result<SheetAnswer> answer = sheet::work_out(sheet, input);
  if (!answer) return answer.problems();
  own.answer = answer.take();
  own.answered = input;
  own.moves = sheet::sheet_moves(sheet, input);
  return {};
}

std::string message_of(const SheetAnswer& answer) {
  std::string text = answer.headline;
  for (const std::string& sentence : answer.because) text += " " + sentence;
  for (const report::FormulaLine& line : answer.lines) text += "\n" + line.label + ": " + line.value + " (" + line.filled + ")";
  return text;
}

std::string json_of(const Sheet& sheet, const SheetState& own) {
  JsonWriter writer;
  writer.begin_object().member("method", sheet.method).key("params");
  const SheetInput blank;
  write_fields(writer, sheet.table(), &*own.answered, &blank);
  writer.key("result");
  sheet::write_answer(writer, sheet, *own.answered, *own.answer);
  writer.end_object();
  return writer.take();
}

void ranking(const Sheet& sheet, const SheetAnswer& answer) {
  if (!sheet.rank || answer.ranking.size() < 2) return;
  ui::Scope section(ui::Role::section, sheet.rank->title, "ranking");
  ui::heading(2, sheet.rank->title);
  ui::gap(4);
  ui::text(sheet.rank->help, {.size = ui::text_small, .tone = ui::Tone::quiet});
  ui::gap(8);
  report::Table table{sheet.rank->title, {{"Rank", true}, {"What"}, {"Worth", true}}, {}};
  for (const sheet::LineSpec* line : answer.ranking)
    for (std::size_t i = 0; i < sheet.lines.size(); ++i)
      if (&sheet.lines[i] == line)
        table.rows.push_back({std::to_string(table.rows.size() + 1), line->label, sheet::value_text(*line, answer.values[i])});
  ui::table("ranking-table", table);
  ui::gap(20);
}

void results(State& state, const Sheet& sheet, SheetState& own, const Problems& problems) {
  ui::Scope section(ui::Role::section, "The answer", "result");
  if (!problems.empty()) {
    calculator_problems(problems);
    ui::gap(12);
  }
  if (!own.answer) return;
  const SheetAnswer& answer = *own.answer;
  calculator_answer(state, answer.headline, "", problems.empty() ? freshness_of(sheet.table()) : Freshness::stale);
  if (!answer.because.empty()) {
    ui::gap(12);
    ui::bullets("What follows", answer.because);
  }
  const std::vector<std::string> filled = profile_sentences(state, sheet, own);
  if (!filled.empty()) ui::gap(12);
  if (from_profile(filled)) leave_profile_out(state, sheet, own);
  ui::gap(20);
  ranking(sheet, answer);
  const double width = std::min(640.0f, ui::frame().area.width);
  const std::optional<report::Scene> picture = sheet::sheet_scene(sheet, *own.answered, width);
  if (picture) ui::figure("plot", *picture);
  ui::gap(12);
  calculator_exports(state, {.message = message_of(answer),
                             .file = sheet.id,
                             .table = report::formula_table(sheet.title, answer.lines),
                             .picture = picture ? &*picture : nullptr,
                             .json = json_of(sheet, own)});
}

// For a narrow column: what a dollar sign or "%" does not say.
std::string amount_of(const sheet::LineSpec& line, const Range& value, int decimals) {
  const std::string amount = sheet::term_text(value, line.notation, decimals);
  return line.notation == sheet::Notation::plain && !line.unit.empty() ? amount + " " + line.unit : amount;
}

void claims(const Sheet& sheet, const SheetAnswer& answer) {
  if (answer.claims.empty()) return;
  // The figures that the calculator opens with correct the source's, where they differ.
  const bool corrects = sheet.start != sheet.claimed_by;
  ui::Scope section(ui::Role::section, "Claimed and recomputed", "claims");
  ui::heading(2, "Claimed and recomputed");
  ui::gap(4);
  ui::text(corrects ? "What the source prints, what its own numbers make the way it combines them, and what they make when each thing is counted once."
                    : "What the source prints, and what its own numbers make.",
           {.size = ui::text_small, .tone = ui::Tone::quiet});
  ui::gap(8);
  report::Table table{"Claimed and recomputed", {{"Figure"}, {"Claimed", true}, {"Recomputed", true}}, {}};
  if (corrects) table.columns.push_back({"Counted once", true});
  std::vector<std::string> sentences;
  for (const sheet::CheckedClaim& claim : answer.claims) {
    const auto text = [&](const std::optional<Range>& value) {
      return value ? amount_of(*claim.line, *value, claim.line->decimals) : std::string("not known");
    };
    table.rows.push_back({claim.line->label, text(Range::exactly(claim.claimed)), text(claim.recomputed)});
    if (corrects) table.rows.back().push_back(text(claim.corrected));
    sentences.push_back(claim.line->label + ": " + claim.line->claim->says);
  }
  ui::table("claims-table", table);
  ui::gap(10);
  ui::bullets("What is to be said of them", sentences, {.size = ui::text_small});
  ui::gap(24);
}

void statements(const Sheet& sheet) {
  if (sheet.statements.empty()) return;
  ui::Scope section(ui::Role::section, "What else the source says", "statements");
  ui::heading(2, "What else the source says");
  ui::gap(8);
  for (const sheet::Statement& statement : sheet.statements) {
    ui::text(statement.text);
    if (!statement.correction.empty()) {
      ui::gap(2);
      ui::text(statement.correction, {.size = ui::text_small, .bold = true});
    }
    ui::gap(12);
  }
  ui::gap(12);
}

constexpr std::string_view product_rule = "product-rule";

std::string note_of(const sheet::LineSpec& line) {
  if (line.source != product_rule) return line.note;
  return line.note.empty() ? "A rule of this product." : line.note + " A rule of this product.";
}

// A line whose formula is ours says so by itself. Nothing is said while the title of the source is on its way.
std::string origin_of(const State& state, const Sheet& sheet) {
  for (const std::string& id : sheet.sources) {
    if (id == product_rule) continue;
    const knowledge::Source* source = state.knowledge->source(id);
    return source == nullptr ? "" : "After “" + source->title + "”, unless a line says that it is ours.";
  }
  return "Rules of this product.";
}

void lines(const State& state, const Sheet& sheet, const SheetAnswer& answer) {
  std::vector<report::FormulaLine> first, details;
  std::vector<std::string> notes, detail_notes;
  for (std::size_t i = 0; i < sheet.lines.size(); ++i) {
    (sheet.lines[i].detail ? details : first).push_back(answer.lines[i]);
    (sheet.lines[i].detail ? detail_notes : notes).push_back(note_of(sheet.lines[i]));
  }
  formula_lines("Every number and its formula", first, notes, origin_of(state, sheet));
  if (details.empty()) return;
  if (ui::disclosure("The steps in between", false, "steps")) {
    ui::gap(8);
    formula_list("steps-list", details, detail_notes);
  }
}

void details(const State& state, const Sheet& sheet, const SheetState& own) {
  if (!own.answer) return;
  ui::gap(28);
  const sheet::LineSpec& line = *sheet.line(sheet.answer);
  calculator_moves({{"Result: " + line.label, own.moves, [&](double value) {
                       const bool large = value >= 1000 || value <= -1000;
                       return amount_of(line, Range::exactly(value), large ? 0 : line.decimals);
                     }}});
  claims(sheet, *own.answer);
  lines(state, sheet, *own.answer);
  ui::gap(24);
  statements(sheet);
}

}  // namespace

std::optional<Range> profile_number(const State& state, const sheet::InputSpec& input) {
  if (input.profile_field.empty()) return std::nullopt;
  const Field* field = find_field(selection::profile_fields(), input.profile_field);
  if (field == nullptr || field->kind != FieldKind::number) return std::nullopt;
  // The table's access takes a mutable input; the profile is only read.
  const auto& number = *static_cast<const std::optional<Range>*>(field->member(const_cast<selection::Profile*>(&state.decide.profile)));
  if (!number) return std::nullopt;
  const double by = input.profile_divided_by;
  const Range value{number->low / by, number->mid / by, number->high / by};
  return value.low >= input.min && value.high <= input.max ? std::optional<Range>(value) : std::nullopt;
}

SheetInput shown_input(const State& state, const Sheet& sheet, const SheetState& own) {
  SheetInput input = own.own.input;
  for (std::size_t i = 0; i < sheet.inputs.size(); ++i)
    if (const auto number = profile_number(state, sheet.inputs[i]); number && !own.own.own.contains(sheet.inputs[i].name))
      input.numbers[i] = number;
  return input;
}

void sheet_page(State& state, const Sheet& sheet, SheetState& own) {
  page_head(sheet.title, sheet.purpose);
  const Problems problems = work_out(sheet, shown_input(state, sheet, own), own);
  calculator_layout([&] { inputs(state, sheet, own); }, [&] { results(state, sheet, own, problems); }, [&] { details(state, sheet, own); });
  ui::gap(12);
  ui::link("All calculators", "#/calculate");
  const std::vector<std::string> cited = sheet::sources_of(sheet);
  need_titles(state, cited);
  sources(state, cited);
}

}  // namespace storewright::app
