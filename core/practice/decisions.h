// What a question asks by taps: a choice, several, an order, a board of rows and columns; and the constraints on them all.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/practice/words.h"

namespace storewright::practice {

struct Option {
  std::string id;                             // of stores: as in the catalogue
  std::string label;
  int credit = 0;                             // thousandths of the points; `choices`: above 0 belongs to the right set
  bool neutral = false;                       // `choices`: neither adds nor takes
  std::string why;
  std::string misconception;
};

struct Row {
  std::string id;
  std::string label;
};

struct Column {
  std::string id;
  std::string label;
  bool several = false;                       // a cell takes several options
  std::vector<std::string> rows;              // that have it; empty: all
  std::vector<Option> options;

  bool has_row(std::string_view row) const;
};

/// Two phases of which one must come first.
struct Precedence {
  std::string first, then;
  std::string why;                            // said when they are the wrong way round
};

enum class DecisionType { choice, choices, order, board };
std::string_view name_of(DecisionType type);

struct Decision {
  std::string id;
  DecisionType type = DecisionType::choice;
  std::string prompt;
  std::string skill;
  Millipoints points = 0;                     // none of a board: checks give them
  std::string why;                            // choices and order: said when all is right
  std::string complete;
  std::vector<std::string> hints;
  std::vector<Option> options;
  std::vector<Precedence> before;
  std::vector<Row> rows;
  std::vector<Column> columns;
};

/// A condition over cells: "decision" or "board.row.column".
struct CellCondition {
  enum class Op { all, any, negation, in, trait, filled, distinct, same, value } op = Op::all;
  std::vector<CellCondition> parts;
  std::vector<std::string> cells;
  std::vector<std::string> values;            // in: options; trait: words
  std::string trait;
  std::string formula;                        // value: over the question's variables
  double at_least = -1e15, at_most = 1e15;
};

struct AgainstCells {
  CellCondition when;
  std::string why;
  std::string misconception;
};

enum class CheckKind { requirement, coherence, economy, coverage };
std::string_view name_of(CheckKind kind);

/// A constraint on what was chosen; one criterion of the result.
struct Check {
  std::string id;
  CheckKind kind = CheckKind::requirement;
  std::string skill;
  Millipoints points = 0;
  std::string asks;
  CellCondition met;
  CellCondition partly;
  bool has_partly = false;
  std::vector<AgainstCells> against;
  std::string why;
  std::string complete;
};

/// One place that takes options.
struct Cell {
  std::string id;
  const std::vector<Option>* options = nullptr;
  bool several = false;
};

/// Every cell of the decisions, in their order.
std::vector<Cell> cells_of(const std::vector<Decision>& decisions);

std::vector<Decision> read_decisions(const Json& question, const std::string& where, Problems& problems);
std::vector<Check> read_checks(const Json& question, const std::string& where, Problems& problems);
/// Ids that stand twice, and conditions on cells or options that do not exist: 2310.
void check_decisions(const std::vector<Decision>& decisions, const std::vector<Check>& checks, const std::string& where, Problems& problems);

}  // namespace storewright::practice
