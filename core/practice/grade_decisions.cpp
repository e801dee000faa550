#include "core/practice/grade_decisions.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/base/text.h"

namespace storewright::practice {
namespace {

using Op = CellCondition::Op;
using Ids = std::vector<std::string>;

constexpr std::string_view no_store = "none";

const Option* option_of(const std::vector<Option>& options, std::string_view id) {
  const auto found = std::find_if(options.begin(), options.end(), [&](const Option& one) { return one.id == id; });
  return found == options.end() ? nullptr : &*found;
}

bool contains(const Ids& ids, std::string_view id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

Ids ids_in(std::string_view text) {
  Ids ids;
  for (const std::string& part : split(text, ','))
    if (std::string id = trimmed(part); !id.empty() && !contains(ids, id)) ids.push_back(std::move(id));
  return ids;
}

class DecisionMarking {
 public:
  DecisionMarking(const DecisionsInput& input, const NamedTexts& chosen) : in_(input), cells_(cells_of(input.decisions)) {
    for (const auto& [cell, text] : chosen) read(cell, text);
  }

  Result<std::vector<Mark>> run() {
    if (!problems_.empty()) return problems_;
    std::vector<Mark> marks;
    for (const Decision& decision : in_.decisions)
      if (decision.type != DecisionType::board) marks.push_back(mark_of(decision));
    for (const Check& check : in_.checks) marks.push_back(mark_of(check));
    return marks;
  }

 private:
  void read(const std::string& id, const std::string& text) {
    const std::string where = pointer_to("/structured", std::string_view(id));
    const auto cell = std::find_if(cells_.begin(), cells_.end(), [&](const Cell& one) { return one.id == id; });
    if (cell == cells_.end()) {
      std::vector<std::string_view> known;
      for (const Cell& one : cells_) known.push_back(one.id);
      const std::string near = nearest_word(id, known);
      problems_.push_back({2306, where, "The question has no decision \"" + shortened(id, 60) + "\"" + (near.empty() ? "." : "; did you mean \"" + near + "\"?")});
      return;
    }
    Ids ids = ids_in(text);
    if (ids.size() > 1 && !cell->several) problems_.push_back({2308, where, "This takes one option; you gave " + std::to_string(ids.size()) + "."});
    for (const std::string& one : ids) {
      if (option_of(*cell->options, one)) continue;
      std::vector<std::string_view> known;
      for (const Option& option : *cell->options) known.push_back(option.id);
      const std::string near = nearest_word(one, known);
      problems_.push_back({2308, where, "There is no option \"" + shortened(one, 60) + "\"" + (near.empty() ? "." : "; did you mean \"" + near + "\"?")});
    }
    if (!ids.empty()) chosen_[id] = {std::move(ids), text.size()};
  }

  struct Chosen {
    Ids ids;
    std::size_t bytes = 0;
  };

  const Ids& ids_at(const std::string& cell) const {
    static const Ids none;
    const auto found = chosen_.find(cell);
    return found == chosen_.end() ? none : found->second.ids;
  }

  void show(Mark& mark, const std::string& cell) const {
    if (const auto found = chosen_.find(cell); found != chosen_.end()) mark.evidence.push_back({0, found->second.bytes, cell});
  }

  Mark mark_of(const Decision& decision) const {
    Mark mark{.id = decision.id, .max_points = decision.points, .why = "Nothing is chosen here yet.", .skill = decision.skill, .asks = decision.prompt};
    show(mark, decision.id);
    const Ids& ids = ids_at(decision.id);
    if (!ids.empty()) {
      Ids labels;
      for (const std::string& id : ids) labels.push_back(option_of(decision.options, id)->label);
      mark.understood = joined(labels, decision.type == DecisionType::order ? " → " : ", ");
      if (decision.type == DecisionType::choice) mark_choice(mark, *option_of(decision.options, ids[0]));
      if (decision.type == DecisionType::choices) mark_choices(mark, decision, ids);
      if (decision.type == DecisionType::order) mark_order(mark, decision, ids);
    }
    if (mark.state != MarkState::met) mark.complete = decision.complete;
    return mark;
  }

  void mark_choice(Mark& mark, const Option& option) const {
    mark.points = static_cast<Millipoints>(static_cast<long long>(mark.max_points) * option.credit / 1000);
    mark.state = option.credit >= 1000 ? MarkState::met : option.credit > 0 ? MarkState::partly : MarkState::contradicted;
    mark.why = option.why;
    mark.misconception = option.misconception;
  }

  /// Each right one adds, each wrong one takes back a right one, never below nothing.
  void mark_choices(Mark& mark, const Decision& decision, const Ids& ids) const {
    int right = 0, chosen_right = 0, chosen_wrong = 0;
    const Option* wrong = nullptr;
    for (const Option& option : decision.options) {
      if (option.neutral) continue;
      const bool taken = contains(ids, option.id);
      right += option.credit > 0 ? 1 : 0;
      chosen_right += taken && option.credit > 0 ? 1 : 0;
      if (!taken || option.credit > 0) continue;
      ++chosen_wrong;
      if (!wrong) wrong = &option;
    }
    const int counted = std::max(0, chosen_right - chosen_wrong);
    mark.points = right > 0 ? static_cast<Millipoints>(static_cast<long long>(mark.max_points) * counted / right) : 0;
    const bool all = chosen_right == right && !wrong;
    mark.state = all ? MarkState::met : counted > 0 ? MarkState::partly : wrong ? MarkState::contradicted : MarkState::not_found;
    mark.why = all ? decision.why : wrong ? wrong->why : std::to_string(right - chosen_right) + " more of the options belong to it.";
    if (all && mark.why.empty()) mark.why = "These are all that belong to it, and no others.";
    if (wrong) mark.misconception = wrong->misconception;
  }

  void mark_order(Mark& mark, const Decision& decision, const Ids& ids) const {
    const auto place = [&](const std::string& id) { return std::find(ids.begin(), ids.end(), id) - ids.begin(); };
    const auto missing = static_cast<std::ptrdiff_t>(ids.size());
    int kept = 0;
    const Precedence* turned = nullptr;
    for (const Precedence& pair : decision.before) {
      const auto first = place(pair.first), then = place(pair.then);
      if (first == missing || then == missing) continue;
      if (first < then) ++kept;
      else if (!turned) turned = &pair;
    }
    const int all = static_cast<int>(decision.before.size());
    mark.points = static_cast<Millipoints>(static_cast<long long>(mark.max_points) * kept / all);
    mark.state = kept == all ? MarkState::met : kept > 0 ? MarkState::partly : turned ? MarkState::contradicted : MarkState::not_found;
    mark.why = kept == all ? decision.why : turned ? turned->why : "Some phases have no place yet.";
    if (mark.why.empty()) mark.why = "Every phase stands before those that need it.";
  }

  Mark mark_of(const Check& check) const {
    Mark mark{.id = check.id, .max_points = check.points, .skill = check.skill, .asks = check.asks};
    Ids cells;
    collect(check.met, cells);
    std::size_t filled = 0;
    for (const std::string& cell : cells) {
      filled += ids_at(cell).empty() ? 0 : 1;
      show(mark, cell);
      for (const std::string& id : ids_at(cell)) mark.understood += (mark.understood.empty() ? "" : "; ") + cell + " ← " + id;
    }
    // Few stores on an empty board are no economy.
    const bool too_early = filled == 0 || (check.kind == CheckKind::economy && filled < cells.size());
    const AgainstCells* against = against_of(check);
    if (too_early && !against) {
      mark.why = "The cells that this looks at are not filled yet.";
    } else if (against) {
      mark.state = MarkState::contradicted;
      mark.why = against->why;
      mark.misconception = against->misconception;
    } else if (holds(check.met)) {
      mark.state = MarkState::met;
      mark.points = check.points;
      mark.why = check.why;
    } else if (check.has_partly && holds(check.partly)) {
      mark.state = MarkState::partly;
      mark.points = check.points / 2;
      mark.why = "A part of this holds in what you chose.";
    } else {
      mark.state = filled < cells.size() ? MarkState::not_found : MarkState::contradicted;
      mark.why = filled < cells.size() ? "Some cells that this looks at are not filled yet." : "This does not hold in what you chose.";
    }
    if (mark.state != MarkState::met) mark.complete = check.complete;
    return mark;
  }

  const AgainstCells* against_of(const Check& check) const {
    for (const AgainstCells& one : check.against)
      if (holds(one.when)) return &one;
    return nullptr;
  }

  static void collect(const CellCondition& condition, Ids& cells) {
    for (const std::string& cell : condition.cells)
      if (!contains(cells, cell)) cells.push_back(cell);
    for (const CellCondition& part : condition.parts) collect(part, cells);
  }

  bool holds(const CellCondition& condition) const {
    const auto part_holds = [&](const CellCondition& part) { return holds(part); };
    switch (condition.op) {
      case Op::all: return std::all_of(condition.parts.begin(), condition.parts.end(), part_holds);
      case Op::any: return std::any_of(condition.parts.begin(), condition.parts.end(), part_holds);
      case Op::negation: return !holds(condition.parts.at(0));
      case Op::in: return std::any_of(condition.values.begin(), condition.values.end(), [&](const std::string& id) { return contains(ids_at(condition.cells[0]), id); });
      case Op::trait: return trait_holds(condition);
      case Op::filled: return std::all_of(condition.cells.begin(), condition.cells.end(), [&](const std::string& cell) { return !ids_at(cell).empty(); });
      case Op::distinct: return distinct_within(condition);
      case Op::same: return std::all_of(condition.cells.begin(), condition.cells.end(), [&](const std::string& cell) {
        return !ids_at(cell).empty() && ids_at(cell) == ids_at(condition.cells[0]);
      });
      case Op::value: {
        const Result<double> value = evaluate(condition.formula, in_.variables);
        return value && *value >= condition.at_least && *value <= condition.at_most;
      }
    }
    return false;
  }

  bool distinct_within(const CellCondition& condition) const {
    Ids different;
    for (const std::string& cell : condition.cells)
      for (const std::string& id : ids_at(cell))
        if (id != no_store && !contains(different, id)) different.push_back(id);
    const auto count = static_cast<double>(different.size());
    return count >= condition.at_least && count <= condition.at_most;
  }

  bool trait_holds(const CellCondition& condition) const {
    const Ids& ids = ids_at(condition.cells[0]);
    return std::any_of(ids.begin(), ids.end(), [&](const std::string& id) {
      for (const knowledge::Engine& engine : in_.knowledge.engines)
        if (engine.id == id) return value_holds(engine.trait(condition.trait), condition.values);
      return false;
    });
  }

  static bool value_holds(const knowledge::TraitValue* value, const Ids& wanted) {
    if (!value) return false;
    if (const bool* yes = std::get_if<bool>(value)) return *yes;
    if (const std::string* word = std::get_if<std::string>(value)) return contains(wanted, *word);
    if (const Ids* words = std::get_if<Ids>(value)) return std::any_of(words->begin(), words->end(), [&](const std::string& one) { return contains(wanted, one); });
    return false;
  }

  const DecisionsInput& in_;
  std::vector<Cell> cells_;
  std::map<std::string, Chosen, std::less<>> chosen_;
  Problems problems_;
};

}  // namespace

Result<std::vector<Mark>> grade_decisions(const DecisionsInput& input, const NamedTexts& chosen) { return DecisionMarking(input, chosen).run(); }

}  // namespace storewright::practice
