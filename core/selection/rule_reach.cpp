#include "core/selection/rule_reach.h"

#include "core/knowledge/condition.h"

namespace storewright::selection {
namespace {

const CompiledRule* compiled(const knowledge::Rule& rule, const Rulebook& rulebook) {
  for (std::size_t i = 0; i < rulebook.knowledge.rules.size(); ++i)
    if (rulebook.knowledge.rules[i].id == rule.id) return &rulebook.rules[i];
  return nullptr;
}

}  // namespace

std::vector<std::string> records_met(const knowledge::Rule& rule, const Rulebook& rulebook) {
  std::vector<std::string> ids;
  const CompiledRule* own = compiled(rule, rulebook);
  if (!own || knowledge::always(rule.subject)) return ids;
  const RecordSet& met = is_hard(rule) ? own->struck : own->subject.met.front();
  met.each([&](std::size_t record) { ids.push_back(rulebook.knowledge.engines[record].id); });
  return ids;
}

bool depends_on_named_stores(const knowledge::Rule& rule, const Rulebook& rulebook) {
  const CompiledRule* own = compiled(rule, rulebook);
  return own && own->subject.reads_profile;
}

}  // namespace storewright::selection
