#include "core/knowledge/rule_check.h"

#include <algorithm>
#include <span>

#include "core/knowledge/condition.h"
#include "core/knowledge/rule_fields.h"

namespace storewright::knowledge {
namespace {

template <class Visit>
void visit_leaves(const Condition& condition, Visit&& visit) {
  if (condition.op == Condition::Op::leaf) return visit(condition);
  for (const Condition& part : condition.parts) visit_leaves(part, visit);
}

bool one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool list_of_texts(const Json& value) {
  return value.array() && std::all_of(value.array()->begin(), value.array()->end(),
                                      [](const Json& item) { return item.text() != nullptr; });
}

bool suits(const Condition& leaf, std::string_view type) {
  static constexpr std::string_view of_numbers[] = {"=", "!=", "<", "<=", ">=", ">"};
  static constexpr std::string_view of_equals[] = {"=", "!="};
  if (leaf.comparison == "known") return leaf.value.is_null() || leaf.value.boolean();
  if (type == "number") return leaf.value.number() && one_of(leaf.comparison, of_numbers);
  if (type == "flag") return leaf.value.boolean() && one_of(leaf.comparison, of_equals);
  if (type == "word" && leaf.comparison == "has_any") return list_of_texts(leaf.value);
  if (type == "word") return leaf.value.text() && one_of(leaf.comparison, of_equals);
  if (leaf.comparison == "has") return leaf.value.text() != nullptr;
  return (leaf.comparison == "has_any" || leaf.comparison == "only") && list_of_texts(leaf.value);
}

std::vector<std::string> words_of(const Json& value) {
  std::vector<std::string> words;
  if (value.text()) words.push_back(*value.text());
  if (value.array())
    for (const Json& item : *value.array())
      if (item.text()) words.push_back(*item.text());
  return words;
}

const RuleField* named(std::span<const RuleField> fields, std::string_view name) {
  for (const RuleField& field : fields)
    if (field.name == name) return &field;
  return nullptr;
}

void check_subject_leaf(const Condition& leaf, const Knowledge& knowledge, const std::string& where,
                        Problems& problems) {
  if (const RuleField* field = named(profile_traits(), leaf.field)) {
    if (!suits(leaf, field->type))
      problems.push_back({1401, where, "\"" + leaf.field + "\" cannot be compared like this."});
    return;
  }
  const auto kind = std::find_if(knowledge.traits.begin(), knowledge.traits.end(),
                                 [&](const TraitKind& trait) { return trait.id == leaf.field; });
  if (kind == knowledge.traits.end()) {
    problems.push_back({1402, where, "There is no trait \"" + leaf.field + "\"."});
    return;
  }
  if (!suits(leaf, kind->type)) {
    problems.push_back({1401, where, "\"" + leaf.field + "\" cannot be compared like this."});
    return;
  }
  for (const std::string& word : words_of(leaf.value))
    if (std::find(kind->words.begin(), kind->words.end(), word) == kind->words.end())
      problems.push_back({1402, where, "The trait \"" + leaf.field + "\" has no value \"" + word + "\"."});
}

}  // namespace

void check_rule(const Rule& rule, const Knowledge& knowledge, const std::string& where, Problems& problems) {
  visit_leaves(rule.when, [&](const Condition& leaf) {
    const RuleField* field = named(rule_fields(), leaf.field);
    if (!field)
      problems.push_back({1404, where + "/when", "No profile has the field \"" + leaf.field + "\"."});
    else if (!suits(leaf, field->type))
      problems.push_back({1401, where + "/when", "\"" + leaf.field + "\" cannot be compared like this."});
  });
  visit_leaves(rule.subject,
               [&](const Condition& leaf) { check_subject_leaf(leaf, knowledge, where + "/subject", problems); });
  visit_leaves(rule.covered,
               [&](const Condition& leaf) { check_subject_leaf(leaf, knowledge, where + "/covered", problems); });
  if (!rule.field.empty() && !named(rule_fields(), rule.field))
    problems.push_back({1404, where + "/field", "No profile has the field \"" + rule.field + "\"."});
  if (!knowledge.source(rule.source))
    problems.push_back({1402, where + "/source", "There is no source \"" + rule.source + "\"."});
}

}  // namespace storewright::knowledge
