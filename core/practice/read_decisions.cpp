#include <algorithm>
#include <set>
#include <utility>

#include "core/base/math.h"
#include "core/base/text.h"
#include "core/knowledge/member_reader.h"
#include "core/practice/decisions.h"

namespace storewright::practice {
namespace {

using knowledge::MemberReader;
using Op = CellCondition::Op;

constexpr std::string_view type_names[] = {"choice", "choices", "order", "board"};
constexpr std::string_view check_names[] = {"requirement", "coherence", "economy", "coverage"};
constexpr int deepest = 12;

template <class Read>
void each(const MemberReader& owner, std::string_view key, Problems& problems, Read&& read) {
  const Json* list = owner.find(key);
  if (!list || !list->array()) return;
  for (std::size_t i = 0; i < list->array()->size(); ++i) {
    MemberReader item((*list->array())[i], pointer_to(pointer_to(owner.where(), key), i), problems);
    read(item, (*list->array())[i]);
  }
}

int thousandths(double value) { return static_cast<int>(round_half_up(value * 1000)); }

bool flag(const MemberReader& reader, std::string_view key) {
  const Json* value = reader.find(key);
  return value && value->boolean() && *value->boolean();
}

std::vector<Option> read_options(const MemberReader& owner, Problems& problems) {
  std::vector<Option> options;
  each(owner, "options", problems, [&](MemberReader& one, const Json&) {
    options.push_back({.id = one.required_text("id"), .label = one.required_text("label"), .credit = thousandths(one.number("credit", 0)),
                       .neutral = flag(one, "neutral"), .why = one.text("why"), .misconception = one.text("misconception")});
  });
  return options;
}

CellCondition read_condition(const Json& json, const std::string& where, Problems& problems, int depth = 0) {
  MemberReader reader(json, where, problems);
  CellCondition condition{.at_least = reader.number("at_least", -1e15), .at_most = reader.number("at_most", 1e15)};
  const auto part = [&](const Json& inner, std::string_view key) {
    if (depth < deepest) condition.parts.push_back(read_condition(inner, pointer_to(where, key), problems, depth + 1));
    else reader.wrong(key, "This condition is nested too deeply.");
  };
  for (const auto& [key, op] : {std::pair<std::string_view, Op>{"all", Op::all}, {"any", Op::any}})
    if (const Json* parts = reader.find(key); parts && parts->array()) {
      condition.op = op;
      for (const Json& inner : *parts->array()) part(inner, key);
      return condition;
    }
  if (const Json* inner = reader.find("not")) {
    condition.op = Op::negation;
    part(*inner, "not");
    return condition;
  }
  for (const auto& [key, op] : {std::pair<std::string_view, Op>{"filled", Op::filled}, {"distinct", Op::distinct}, {"same", Op::same}})
    if (reader.find(key)) {
      condition.op = op;
      condition.cells = reader.texts(key);
      return condition;
    }
  if (reader.find("value")) {
    condition.op = Op::value;
    condition.formula = reader.text("value");
    return condition;
  }
  condition.cells = {reader.required_text("cell")};
  condition.trait = reader.text("trait");
  condition.op = condition.trait.empty() ? Op::in : Op::trait;
  condition.values = reader.texts(condition.trait.empty() ? "in" : "has");
  return condition;
}

CellCondition condition_at(const MemberReader& reader, std::string_view key, Problems& problems) {
  const Json* json = reader.find(key);
  return json ? read_condition(*json, pointer_to(reader.where(), key), problems) : CellCondition{.op = Op::any};
}

class DecisionCheck {
 public:
  DecisionCheck(const std::vector<Decision>& decisions, std::string where, Problems& problems)
      : cells_(cells_of(decisions)), where_(std::move(where)), problems_(problems) {}

  void decision(const Decision& one) {
    const auto known = [&](const std::string& id) {
      return std::any_of(one.options.begin(), one.options.end(), [&](const Option& option) { return option.id == id; });
    };
    for (const Precedence& pair : one.before)
      for (const std::string* id : {&pair.first, &pair.then})
        if (!known(*id)) report("There is no phase \"" + shortened(*id, 60) + "\" in \"" + one.id + "\".");
    const bool rewarded = std::any_of(one.options.begin(), one.options.end(), [](const Option& option) { return option.credit == 1000; });
    if ((one.type == DecisionType::choice || one.type == DecisionType::choices) && !rewarded) report("No option of \"" + one.id + "\" has credit 1.");
    if (one.type == DecisionType::order && one.before.empty()) report("\"" + one.id + "\" needs pairs in \"before\".");
    if (one.type == DecisionType::board && (one.rows.empty() || one.columns.empty())) report("\"" + one.id + "\" needs rows and columns.");
    if (one.type != DecisionType::board && one.points <= 0) report("\"" + one.id + "\" needs points above 0.");
  }

  void condition(const CellCondition& one) {
    for (const CellCondition& part : one.parts) condition(part);
    for (const std::string& id : one.cells) {
      const auto cell = std::find_if(cells_.begin(), cells_.end(), [&](const Cell& known) { return known.id == id; });
      if (cell == cells_.end()) {
        report("There is no cell \"" + shortened(id, 80) + "\".");
        continue;
      }
      if (one.op != Op::in) continue;
      for (const std::string& value : one.values)
        if (std::none_of(cell->options->begin(), cell->options->end(), [&](const Option& option) { return option.id == value; }))
          report("\"" + shortened(value, 60) + "\" is no option of \"" + id + "\".");
    }
  }

  void unique(const std::string& id) {
    if (!ids_.insert(id).second) report("\"" + shortened(id, 60) + "\" stands twice.");
  }

 private:
  void report(std::string message) { problems_.push_back({2310, where_, std::move(message)}); }

  std::vector<Cell> cells_;
  std::set<std::string> ids_;
  std::string where_;
  Problems& problems_;
};

}  // namespace

std::string_view name_of(DecisionType type) { return type_names[static_cast<int>(type)]; }
std::string_view name_of(CheckKind kind) { return check_names[static_cast<int>(kind)]; }

bool Column::has_row(std::string_view row) const { return rows.empty() || std::find(rows.begin(), rows.end(), row) != rows.end(); }

std::vector<Cell> cells_of(const std::vector<Decision>& decisions) {
  std::vector<Cell> cells;
  for (const Decision& decision : decisions) {
    if (decision.type != DecisionType::board) cells.push_back({decision.id, &decision.options, decision.type != DecisionType::choice});
    for (const Row& row : decision.rows)
      for (const Column& column : decision.columns)
        if (column.has_row(row.id)) cells.push_back({decision.id + "." + row.id + "." + column.id, &column.options, column.several});
  }
  return cells;
}

std::vector<Decision> read_decisions(const Json& question, const std::string& where, Problems& problems) {
  std::vector<Decision> decisions;
  MemberReader owner(question, where, problems);
  each(owner, "decisions", problems, [&](MemberReader& reader, const Json&) {
    Decision one{.id = reader.required_text("id"), .type = static_cast<DecisionType>(reader.word("type", type_names, 0)),
                 .prompt = reader.required_text("prompt"), .skill = reader.text("skill"), .points = thousandths(reader.number("points", 0)),
                 .why = reader.text("why"), .complete = reader.text("complete"), .hints = reader.texts("hints"), .options = read_options(reader, problems)};
    each(reader, "before", problems, [&](MemberReader& pair, const Json&) {
      one.before.push_back({pair.required_text("first"), pair.required_text("then"), pair.required_text("why")});
    });
    each(reader, "rows", problems, [&](MemberReader& row, const Json&) { one.rows.push_back({row.required_text("id"), row.required_text("label")}); });
    each(reader, "columns", problems, [&](MemberReader& column, const Json&) {
      one.columns.push_back({.id = column.required_text("id"), .label = column.required_text("label"), .several = flag(column, "several"),
                             .rows = column.texts("rows"), .options = read_options(column, problems)});
    });
    decisions.push_back(std::move(one));
  });
  return decisions;
}

std::vector<Check> read_checks(const Json& question, const std::string& where, Problems& problems) {
  std::vector<Check> checks;
  MemberReader owner(question, where, problems);
  each(owner, "checks", problems, [&](MemberReader& reader, const Json&) {
    Check one{.id = reader.required_text("id"), .kind = static_cast<CheckKind>(reader.word("kind", check_names, 0)), .skill = reader.text("skill"),
              .points = thousandths(reader.number("points", 0)), .asks = reader.required_text("asks"), .met = condition_at(reader, "met", problems),
              .partly = condition_at(reader, "partly", problems), .has_partly = reader.find("partly") != nullptr, .why = reader.required_text("why"),
              .complete = reader.required_text("complete")};
    each(reader, "against", problems, [&](MemberReader& against, const Json&) {
      one.against.push_back({condition_at(against, "if", problems), against.required_text("why"), against.text("misconception")});
    });
    checks.push_back(std::move(one));
  });
  return checks;
}

void check_decisions(const std::vector<Decision>& decisions, const std::vector<Check>& checks, const std::string& where, Problems& problems) {
  DecisionCheck check(decisions, where, problems);
  for (const Decision& one : decisions) {
    check.unique(one.id);
    check.decision(one);
  }
  for (const Check& one : checks) {
    check.unique(one.id);
    check.condition(one.met);
    if (one.has_partly) check.condition(one.partly);
    for (const AgainstCells& against : one.against) check.condition(against.when);
  }
}

}  // namespace storewright::practice
