#include "core/knowledge/condition.h"

#include <algorithm>

namespace storewright::knowledge {
namespace {

Truth truth(bool value) { return value ? Truth::yes : Truth::no; }

Truth number_truth(const Condition& leaf, const Range& range) {
  const double* threshold = leaf.value.number();
  if (!threshold) return Truth::unknown;
  if (leaf.comparison == "=") return compare(range, Comparison::equal, *threshold);
  if (leaf.comparison == "!=") return !compare(range, Comparison::equal, *threshold);
  if (leaf.comparison == "<") return compare(range, Comparison::less, *threshold);
  if (leaf.comparison == "<=") return compare(range, Comparison::at_most, *threshold);
  if (leaf.comparison == ">=") return compare(range, Comparison::at_least, *threshold);
  if (leaf.comparison == ">") return compare(range, Comparison::above, *threshold);
  return Truth::unknown;
}

Truth flag_truth(const Condition& leaf, bool flag) {
  const bool* wanted = leaf.value.boolean();
  if (!wanted) return Truth::unknown;
  if (leaf.comparison == "=") return truth(flag == *wanted);
  if (leaf.comparison == "!=") return truth(flag != *wanted);
  return Truth::unknown;
}

Truth word_truth(const Condition& leaf, const std::string& word) {
  if (leaf.comparison == "has_any") return truth(names(leaf.value, word));
  if (!leaf.value.text()) return Truth::unknown;
  if (leaf.comparison == "=") return truth(word == *leaf.value.text());
  if (leaf.comparison == "!=") return truth(word != *leaf.value.text());
  return Truth::unknown;
}

Condition read_branch(const Json& list, Condition::Op op, const std::string& where, Problems& problems) {
  Condition branch;
  branch.op = op;
  if (!list.array()) {
    problems.push_back({1401, where, "A branch of a condition is a list of conditions."});
    return branch;
  }
  for (std::size_t i = 0; i < list.array()->size(); ++i)
    branch.parts.push_back(read_condition(&(*list.array())[i], pointer_to(where, i), problems));
  return branch;
}

}  // namespace

bool names(const Json& value, std::string_view word) {
  if (value.text()) return *value.text() == word;
  if (!value.array()) return false;
  for (const Json& item : *value.array())
    if (item.text() && *item.text() == word) return true;
  return false;
}

Truth words_truth(const Condition& leaf, const std::vector<std::string>& words) {
  const auto listed = [&](const std::string& word) { return names(leaf.value, word); };
  if (leaf.comparison == "has" || leaf.comparison == "has_any")
    return truth(std::any_of(words.begin(), words.end(), listed));
  if (leaf.comparison == "only") return truth(std::all_of(words.begin(), words.end(), listed));
  return Truth::unknown;
}

Truth leaf_truth(const Condition& leaf, const TraitValue* value) {
  if (leaf.comparison == "known") {
    const auto* words = value ? std::get_if<std::vector<std::string>>(value) : nullptr;
    const bool said = value && (!words || !words->empty());  // a list is said once something stands in it
    return truth(said == (leaf.value.boolean() ? *leaf.value.boolean() : true));
  }
  if (!value) return Truth::unknown;
  if (const Range* range = std::get_if<Range>(value)) return number_truth(leaf, *range);
  if (const bool* flag = std::get_if<bool>(value)) return flag_truth(leaf, *flag);
  if (const std::string* word = std::get_if<std::string>(value)) return word_truth(leaf, *word);
  return words_truth(leaf, std::get<std::vector<std::string>>(*value));
}

Condition read_condition(const Json* json, const std::string& where, Problems& problems) {
  if (!json) return {};
  if (!json->object()) {
    problems.push_back({1401, where, "A condition is an object."});
    return {};
  }
  if (const Json* list = json->find("all"))
    return read_branch(*list, Condition::Op::all, pointer_to(where, "all"), problems);
  if (const Json* list = json->find("any"))
    return read_branch(*list, Condition::Op::any, pointer_to(where, "any"), problems);
  if (const Json* part = json->find("not")) {
    Condition negation;
    negation.op = Condition::Op::negation;
    negation.parts.push_back(read_condition(part, pointer_to(where, "not"), problems));
    return negation;
  }

  Condition leaf;
  leaf.op = Condition::Op::leaf;
  const Json* name = json->find("field") ? json->find("field") : json->find("trait");
  const Json* comparison = json->find("op");
  const Json* value = json->find("value");
  if (name && name->text()) leaf.field = *name->text();
  if (comparison && comparison->text()) leaf.comparison = *comparison->text();
  if (value) leaf.value = *value;
  if (leaf.field.empty() || leaf.comparison.empty())
    problems.push_back({1401, where, "A leaf of a condition needs a field or trait, an op and a value."});
  return leaf;
}

}  // namespace storewright::knowledge
