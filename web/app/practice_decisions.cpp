// What a practice question asks by taps: one of several, any of several, an order, a board of rows and columns.
#include <algorithm>

#include "core/base/text.h"
#include "web/app/practice_parts.h"

namespace storewright::app {
namespace {

using practice::Column;
using practice::Decision;
using practice::DecisionType;
using practice::Option;
using practice::Row;

constexpr float row_label_width = 150, widest_row_label = 320, narrowest_cell = 150, widest_cell = 320, between_cells = 12;

std::vector<ui::Choice> choices_of(const std::vector<Option>& options) {
  std::vector<ui::Choice> list;
  for (const Option& option : options) list.push_back({option.id, option.label});
  return list;
}

std::vector<std::string> ids_of(const Texts& chosen, const std::string& cell) {
  const auto found = chosen.find(cell);
  return found == chosen.end() || found->second.empty() ? std::vector<std::string>{} : split(found->second, ',');
}

int index_of(const std::vector<Option>& options, std::string_view id) {
  for (std::size_t i = 0; i < options.size(); ++i)
    if (options[i].id == id) return static_cast<int>(i);
  return -1;
}

int chosen_index(const Texts& chosen, const std::string& cell, const std::vector<Option>& options) {
  const std::vector<std::string> ids = ids_of(chosen, cell);
  return ids.empty() ? -1 : index_of(options, ids[0]);
}

bool several_field(std::string_view label, Texts& chosen, const std::string& cell, const std::vector<Option>& options) {
  std::uint32_t bits = 0;
  for (const std::string& id : ids_of(chosen, cell))
    if (const int index = index_of(options, id); index >= 0) bits |= 1u << index;
  if (!ui::choices(label, bits, choices_of(options))) return false;
  std::string ids;
  for (std::size_t i = 0; i < options.size(); ++i)
    if (bits >> i & 1u) ids += (ids.empty() ? "" : ",") + options[i].id;
  chosen[cell] = ids;
  return true;
}

bool one_field(std::string_view label, Texts& chosen, const std::string& cell, const std::vector<Option>& options) {
  int index = chosen_index(chosen, cell, options);
  if (!ui::choice(label, index, choices_of(options))) return false;
  chosen[cell] = options[static_cast<std::size_t>(index)].id;
  return true;
}

// ---- Order ---------------------------------------------------------------------------------------------------------

// The options in the order they have now; those that nobody placed stand where the question shows them.
std::vector<std::size_t> order_of(const Texts& chosen, const Decision& decision) {
  std::vector<std::size_t> order;
  const auto add = [&](std::size_t index) {
    if (std::find(order.begin(), order.end(), index) == order.end()) order.push_back(index);
  };
  for (const std::string& id : ids_of(chosen, decision.id))
    if (const int index = index_of(decision.options, id); index >= 0) add(static_cast<std::size_t>(index));
  for (std::size_t i = 0; i < decision.options.size(); ++i) add(i);
  return order;
}

void move(State& state, Sheet& sheet, const Decision& decision, std::vector<std::size_t> order, std::size_t from, std::size_t to) {
  std::swap(order[from], order[to]);
  std::string ids;
  for (const std::size_t index : order) ids += (ids.empty() ? "" : ",") + decision.options[index].id;
  sheet.attempt.chosen[decision.id] = ids;
  keep_attempt(state, sheet);
  state.toast = decision.options[order[to]].label + ": now " + std::to_string(to + 1) + " of " + std::to_string(order.size()) + ".";
}

// A button that has nothing to do stays where it is, so that the focus does not fall out of the list.
void order_row(State& state, Sheet& sheet, const Decision& decision, const std::vector<std::size_t>& order, std::size_t at) {
  const Option& option = decision.options[order[at]];
  ui::Scope item(ui::Role::group, option.label, option.id);
  constexpr float buttons = 176;
  const float room = ui::frame().area.width;
  ui::Columns columns({room - buttons - between_cells, buttons}, ui::narrow() ? 4 : between_cells);
  ui::gap(ui::narrow() ? 0 : 8);
  ui::text(std::to_string(at + 1) + ". " + option.label);
  columns.next();
  ui::Flow flow;
  if (ui::button("Up", {.description = option.label, .id = "up"}) && at > 0) move(state, sheet, decision, order, at, at - 1);
  if (ui::button("Down", {.description = option.label, .id = "down"}) && at + 1 < order.size()) move(state, sheet, decision, order, at, at + 1);
}

void order_field(State& state, Sheet& sheet, const Decision& decision) {
  ui::text(decision.prompt, {.size = ui::text_small, .bold = true});
  ui::gap(8);
  const std::vector<std::size_t> order = order_of(sheet.attempt.chosen, decision);
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i > 0) {
      ui::gap(6);
      ui::divider();
      ui::gap(ui::narrow() ? 10 : 6);
    }
    order_row(state, sheet, decision, order, i);
  }
  if (!ids_of(sheet.attempt.chosen, decision.id).empty()) return;
  ui::gap(12);
  ui::text("This is the order in which the question lists them; it counts once you have moved one.", {.size = ui::text_small, .tone = ui::Tone::quiet});
}

// ---- Board ---------------------------------------------------------------------------------------------------------

std::string cell_of(const Decision& board, const Row& row, const Column& column) { return board.id + "." + row.id + "." + column.id; }

void cell_field(State& state, Sheet& sheet, const std::string& cell, const Column& column, const ui::SelectStyle& style) {
  Texts& chosen = sheet.attempt.chosen;
  if (column.several) {
    if (several_field(column.label, chosen, cell, column.options)) keep_attempt(state, sheet);
    return;
  }
  int index = chosen_index(chosen, cell, column.options);
  if (!ui::select(column.label, index, choices_of(column.options), style)) return;
  chosen[cell] = column.options[static_cast<std::size_t>(index)].id;
  keep_attempt(state, sheet);
}

void board_as_cards(State& state, Sheet& sheet, const Decision& board) {
  for (const Row& row : board.rows) {
    if (&row != board.rows.data()) {
      ui::divider();
      ui::gap(12);
    }
    ui::Scope scope(ui::Role::group, row.label, row.id);
    ui::text(row.label, {.bold = true});
    ui::gap(6);
    for (const Column& column : board.columns) {
      if (!column.has_row(row.id)) continue;
      cell_field(state, sheet, cell_of(board, row, column), column, {.id = column.id});
      ui::gap(10);
    }
  }
}

void board_as_grid(State& state, Sheet& sheet, const Decision& board, float cell_width) {
  const float left = ui::frame().area.width - static_cast<float>(board.columns.size()) * (cell_width + between_cells);
  std::vector<float> widths = {std::clamp(left, row_label_width, widest_row_label)};
  widths.insert(widths.end(), board.columns.size(), cell_width);
  {
    ui::Columns head(widths, between_cells);
    for (const Column& column : board.columns) {
      head.next();
      ui::text(column.label, {.size = ui::text_small, .bold = true, .tone = ui::Tone::quiet});
    }
  }
  for (const Row& row : board.rows) {
    ui::gap(8);
    ui::divider();
    ui::gap(8);
    ui::Scope scope(ui::Role::group, row.label, row.id);
    ui::Columns cells(widths, between_cells);
    ui::gap(8);   // the words stand at the height of those in the controls
    ui::text(row.label, {.bold = true});
    for (const Column& column : board.columns) {
      cells.next();
      if (column.has_row(row.id))
        cell_field(state, sheet, cell_of(board, row, column), column, {.standing = ui::Standing::in_sentence, .id = column.id, .width = cell_width});
    }
  }
}

void board_field(State& state, Sheet& sheet, const Decision& board) {
  ui::text(board.prompt, {.size = ui::text_small, .bold = true});
  ui::gap(12);
  const auto columns = static_cast<float>(board.columns.size());
  const float cell_width = std::min(widest_cell, (ui::frame().area.width - row_label_width - columns * between_cells) / columns);
  const bool several = std::any_of(board.columns.begin(), board.columns.end(), [](const Column& one) { return one.several; });
  if (ui::narrow() || several || cell_width < narrowest_cell) board_as_cards(state, sheet, board);
  else board_as_grid(state, sheet, board, cell_width);
}

void decision_card(State& state, Sheet& sheet, const Decision& decision, int number) {
  ui::Scope scope(ui::Role::group, "Decision " + std::to_string(number), decision.id);
  ui::Card card("card", ui::CardTone::plain, ui::narrow() ? 14 : 18);
  switch (decision.type) {
    case DecisionType::choice:
      if (one_field(decision.prompt, sheet.attempt.chosen, decision.id, decision.options)) keep_attempt(state, sheet);
      break;
    case DecisionType::choices:
      if (several_field(decision.prompt, sheet.attempt.chosen, decision.id, decision.options)) keep_attempt(state, sheet);
      break;
    case DecisionType::order: order_field(state, sheet, decision); break;
    case DecisionType::board: board_field(state, sheet, decision); break;
  }
}

}  // namespace

void practice_decisions(State& state, Sheet& sheet) {
  if (sheet.question.decisions.empty()) return;
  ui::gap(20);
  ui::Scope section(ui::Role::section, "Your decisions", "decisions");
  ui::heading(2, "Your decisions");
  ui::gap(4);
  ui::text("Taps are enough: you can have all points without writing a word.", {.tone = ui::Tone::quiet});
  ui::gap(12);
  int number = 0;
  for (const Decision& decision : sheet.question.decisions) {
    decision_card(state, sheet, decision, ++number);
    ui::gap(12);
  }
}

}  // namespace storewright::app
