// What there is to see after an attempt: a full answer, its figures, how each number comes about, what else counts.
#include <algorithm>

#include "core/base/text.h"
#include "core/report/question_figure.h"
#include "web/app/audit_state.h"
#include "web/app/practice_parts.h"
#include "web/app/practice_progress.h"

namespace storewright::app {
namespace {

using practice::Question;
using practice::Step;

void paragraphs(std::string_view id, const std::vector<std::string>& texts) {
  std::vector<ui::Block> blocks;
  for (const std::string& text : texts) blocks.push_back({"p", text});
  ui::prose(id, std::move(blocks));
}

void numbers_table(const Sheet& sheet, const practice::Values& numbers) {
  if (sheet.question.steps.empty()) return;
  ui::gap(12);
  report::Table table{.caption = "Each number and how it comes about", .columns = {{"Step", false}, {"Formula", false}, {"Number", true}}};
  for (const Step& step : sheet.question.steps)
    if (!step.assumption())
      table.rows.push_back({sheet.text(step.prompt), practice::formula_with_numbers(step.formula, numbers),
                            practice::shown_number(numbers.find(step.id)->second) + " " + step.units.name});
  ui::table("solution-table", table);
}

std::string labels_of(const std::vector<practice::Option>& options, std::string_view ids, std::string_view between) {
  std::vector<std::string> labels;
  for (const std::string& id : split(ids, ','))
    for (const practice::Option& option : options)
      if (option.id == id) labels.push_back(option.label);
  return joined(labels, between);
}

std::string model_choice(const Question& question, const std::string& cell, const std::vector<practice::Option>& options, std::string_view between) {
  for (const auto& [id, ids] : question.model.structured)
    if (id == cell) return labels_of(options, ids, between);
  return "";
}

void decisions_table(const Question& question) {
  report::Table table{.caption = "A full answer by taps", .columns = {{"Decision", false}, {"Answer", false}}};
  for (const practice::Decision& decision : question.decisions) {
    const std::string_view between = decision.type == practice::DecisionType::order ? " → " : "; ";
    if (const std::string answer = model_choice(question, decision.id, decision.options, between); !answer.empty()) table.rows.push_back({decision.prompt, answer});
    for (const practice::Row& row : decision.rows)
      for (const practice::Column& column : decision.columns)
        if (const std::string answer = model_choice(question, decision.id + "." + row.id + "." + column.id, column.options, "; "); !answer.empty())
          table.rows.push_back({row.label + ", " + column.label, answer});
  }
  if (table.rows.empty()) return;
  ui::gap(12);
  ui::table("solution-taps", table);
}

/// Its sentences are marked as they stand, so they keep the numbers of the first variant.
void model_words(const Question& question, int seed) {
  if (question.model.words.empty()) return;
  ui::gap(12);
  if (!ui::disclosure(seed == 0 ? "A full answer in words" : "A full answer in words, with the numbers of the first variant", false, "model-words")) return;
  ui::gap(4);
  std::vector<std::string> texts;
  for (const auto& [field, text] : question.model.words) texts.push_back(text);
  paragraphs("model-text", texts);
}

void moment_buttons(State& state, const practice::Figure& figure, int& moment, int all) {
  if (all < 2) return;
  ui::text("Moment " + std::to_string(moment + 1) + " of " + std::to_string(all), {.size = ui::text_small, .tone = ui::Tone::quiet});
  ui::gap(4);
  ui::Flow flow;
  const int before = moment;
  if (ui::button("Back", {.description = figure.title, .id = "back"}) && moment > 0) --moment;
  if (ui::button("Next", {.description = figure.title, .id = "next"}) && moment + 1 < all) ++moment;
  if (moment == before) return;
  state.toast = "Moment " + std::to_string(moment + 1) + " of " + std::to_string(all) + ".";
  ui::frame().again = true;
}

void figures(State& state, const Question& question, const practice::Values& numbers) {
  for (const practice::Figure& drawn : question.figures) {
    const practice::Figure figure = practice::with_numbers(drawn, numbers);
    ui::gap(16);
    ui::Scope scope(ui::Role::group, figure.title, figure.id);
    ui::heading(3, figure.title);
    ui::gap(6);
    const int all = static_cast<int>(report::moments_of(figure));
    int& moment = state.practice.content->moments[question.id + "/" + figure.id];
    moment_buttons(state, figure, moment, all);
    ui::gap(8);
    const double width = std::min(760.0f, ui::frame().area.width);
    ui::figure(figure.id, report::question_figure(figure, static_cast<std::size_t>(moment), width));
  }
}

void alternatives(const Question& question) {
  std::vector<std::string> sentences;
  for (const practice::GivenAnswer& other : question.alternatives) sentences.push_back(other.why);
  if (sentences.empty()) return;
  ui::gap(16);
  ui::heading(3, "What counts just as much");
  ui::gap(6);
  ui::bullets("What counts just as much", sentences);
}

void corrections(const Question& question, const practice::Values& numbers) {
  if (question.corrections.empty()) return;
  ui::gap(16);
  ui::heading(3, "What printed answers have wrong");
  ui::gap(6);
  ui::bullets("What printed answers have wrong", practice::with_numbers(question.corrections, numbers));
}

}  // namespace

void practice_solution(State& state, Sheet& sheet) {
  ui::Scope section(ui::Role::section, "Solution", "solution");
  ui::gap(24);
  ui::heading(2, "The solution");
  ui::gap(8);
  if (!sheet.attempt.attempted) {
    ui::text(sheet.numbers_only() ? "It opens once you have checked a number of your own." : "It opens once you have checked an answer of your own.", {.tone = ui::Tone::quiet});
    return;
  }
  // Opened for these numbers alone: another question, or the same with other numbers, keeps its own to itself.
  if (!ui::disclosure("Show the solution", false, "of-" + sheet.question.id + "-" + std::to_string(sheet.variant.seed))) return;
  record_solution_seen(state, sheet);
  const Result<practice::Values> numbers = practice::right_numbers(sheet.question, sheet.variant);
  if (!numbers) return;
  ui::gap(8);
  paragraphs("solution-text", practice::with_numbers(sheet.question.solution, *numbers));
  figures(state, sheet.question, *numbers);
  numbers_table(sheet, *numbers);
  decisions_table(sheet.question);
  model_words(sheet.question, sheet.variant.seed);
  alternatives(sheet.question);
  corrections(sheet.question, *numbers);
  claims_of_question(state, sheet.question.id);
}

}  // namespace storewright::app
