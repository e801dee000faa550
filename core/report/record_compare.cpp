#include "core/report/record_compare.h"

#include <algorithm>

#include "core/base/sort.h"
#include "core/base/text.h"

namespace storewright::report {
namespace {

constexpr std::size_t fewest = 2;
constexpr std::size_t most = 3;

constexpr Field rows[] = {
    field<&CompareInput::engines>({.name = "engines",
                                   .label = "Stores to compare",
                                   .help = "Two or three ids, such as postgresql, mysql.",
                                   .max_items = 3}),
};

bool unique(const std::vector<std::string>& ids) {
  for (std::size_t i = 0; i < ids.size(); ++i)
    if (std::find(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(i), ids[i]) != ids.begin() + static_cast<std::ptrdiff_t>(i))
      return false;
  return true;
}

const RecordFact* fact_of(const RecordCard& card, const std::string& trait) {
  for (const RecordFact& fact : card.facts)
    if (fact.trait == trait) return &fact;
  return nullptr;
}

// A card leaves out what is not asked of its kind of record.
ComparedTrait compared(const std::vector<RecordCard>& cards, const knowledge::TraitKind& kind) {
  ComparedTrait trait{.trait = kind.id, .label = kind.label, .values = {}};
  const RecordFact* known = nullptr;
  for (const RecordCard& card : cards) {
    const RecordFact* fact = fact_of(card, kind.id);
    trait.values.push_back(fact ? fact->value : "not asked of it");
    if (!fact || !fact->known) continue;
    trait.differs = trait.differs || (known && known->value != fact->value);
    known = fact;
  }
  return trait;
}

bool asked_of_any(const std::vector<RecordCard>& cards, const std::string& trait) {
  return std::any_of(cards.begin(), cards.end(), [&](const RecordCard& card) { return fact_of(card, trait) != nullptr; });
}

std::string sentence(const Comparison& comparison) {
  std::vector<std::string> names;
  for (const RecordCard& card : comparison.cards) names.push_back(card.name);
  const std::string who = sentence_list(names);
  if (comparison.differing == 0) return who + " do not differ in any fact that we know of all.";
  return who + " differ in " + std::to_string(comparison.differing) + " of " + std::to_string(comparison.traits.size()) + " facts.";
}

}  // namespace

FieldTable compare_fields() { return rows; }

Result<Comparison> compare_records(const knowledge::Knowledge& knowledge, const CompareInput& input) {
  Problems problems;
  Comparison comparison;
  for (std::size_t i = 0; i < input.engines.size(); ++i) {
    Result<RecordCard> card = record_card(knowledge, {.id = input.engines[i]});
    if (card) {
      comparison.cards.push_back(card.take());
      continue;
    }
    for (Problem problem : card.problems()) {
      problem.where = pointer_to("/engines", i);
      problems.push_back(std::move(problem));
    }
  }
  if (input.engines.size() < fewest || input.engines.size() > most || !unique(input.engines))
    problems.push_back({2062, "/engines", "Name two or three different stores to compare."});
  if (!problems.empty()) return problems;
  for (const knowledge::TraitKind& kind : knowledge.traits) {
    if (!asked_of_any(comparison.cards, kind.id)) continue;
    comparison.traits.push_back(compared(comparison.cards, kind));
    comparison.differing += comparison.traits.back().differs;
  }
  sort_stably(comparison.traits, [](const ComparedTrait& a, const ComparedTrait& b) { return a.differs && !b.differs; });
  comparison.says = sentence(comparison);
  return comparison;
}

Table comparison_table(const Comparison& comparison) {
  Table table{.caption = comparison.says, .columns = {{"Fact"}, {"Differs"}}, .rows = {}};
  for (const RecordCard& card : comparison.cards) table.columns.push_back({card.name});
  for (const ComparedTrait& trait : comparison.traits) {
    std::vector<std::string> cells = {trait.label, trait.differs ? "yes" : "no"};
    cells.insert(cells.end(), trait.values.begin(), trait.values.end());
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace storewright::report
