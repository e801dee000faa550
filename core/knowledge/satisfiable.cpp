#include "core/knowledge/satisfiable.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "core/knowledge/rule_fields.h"

namespace storewright::knowledge {
namespace {

using Words = std::set<std::string>;

/// What the leaves so far demand of one field.
struct Demands {
  std::optional<bool> known;
  double low = -1e300;
  double high = 1e300;
  bool low_open = false;  // the value must be above `low`, not at it
  bool high_open = false;
  std::set<double> not_numbers;
  std::optional<Words> one_of;  // of a word or flag: the value is one of these; of a list: nothing else stands in it
  Words none_of;                // the value is none of these; none of these stands in the list
  std::vector<Words> some_of;   // of a list: of each of these sets, one word stands in it
  std::vector<Words> beyond;    // of a list: of each of these sets, a word outside of it stands in it
};

using Store = std::map<std::string, Demands>;

Words words_of(const Json& value) {
  Words words;
  if (value.text()) words.insert(*value.text());
  if (value.boolean()) words.insert(*value.boolean() ? "true" : "false");
  if (value.array())
    for (const Json& item : *value.array())
      if (item.text()) words.insert(*item.text());
  return words;
}

void demand_one_of(Demands& demands, const Words& words) {
  if (!demands.one_of) {
    demands.one_of = words;
    return;
  }
  Words both;
  for (const std::string& word : *demands.one_of)
    if (words.count(word) == 1) both.insert(word);
  demands.one_of = both;
}

void demand_at_least(Demands& demands, double bound, bool open) {
  if (bound < demands.low) return;
  demands.low_open = bound > demands.low ? open : demands.low_open || open;
  demands.low = bound;
}

void demand_at_most(Demands& demands, double bound, bool open) {
  if (bound > demands.high) return;
  demands.high_open = bound < demands.high ? open : demands.high_open || open;
  demands.high = bound;
}

void demand_number(Demands& demands, std::string_view comparison, double bound, bool wanted) {
  const bool equal = (comparison == "=") == wanted;
  if (comparison == "=" || comparison == "!=") {
    if (!equal) {
      demands.not_numbers.insert(bound);
      return;
    }
    demand_at_least(demands, bound, false);
    demand_at_most(demands, bound, false);
  } else if ((comparison == ">" || comparison == ">=") == wanted) {
    demand_at_least(demands, bound, (comparison == ">") == wanted);
  } else {
    demand_at_most(demands, bound, (comparison == "<") == wanted);
  }
}

bool any_left(const Demands& demands, const Words& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return demands.none_of.count(word) == 0 && (!demands.one_of || demands.one_of->count(word) == 1);
  });
}

bool possible(const Demands& demands) {
  if (demands.known == false && (demands.one_of || !demands.some_of.empty() || !demands.beyond.empty() ||
                                 !demands.not_numbers.empty() || demands.low > -1e300 || demands.high < 1e300))
    return false;  // whatever compares needs a value
  if (demands.low > demands.high || (demands.low == demands.high && (demands.low_open || demands.high_open)))
    return false;
  if (demands.low == demands.high && demands.not_numbers.count(demands.low) == 1) return false;
  if (demands.one_of && !any_left(demands, *demands.one_of)) return false;
  for (const Words& words : demands.some_of)
    if (!any_left(demands, words)) return false;
  for (const Words& words : demands.beyond)
    if (demands.one_of && std::includes(words.begin(), words.end(), demands.one_of->begin(), demands.one_of->end()))
      return false;
  return true;
}

bool is_list(std::string_view field) {
  const std::size_t place = place_of_rule_field(field);
  return place < rule_field_count && all_rule_fields[place].type == "words";
}

void demand(Demands& demands, const Condition& leaf, bool wanted) {
  const Words words = words_of(leaf.value);
  if (leaf.comparison == "known") {
    const bool known = (leaf.value.boolean() ? *leaf.value.boolean() : true) == wanted;
    if (demands.known && demands.known != known) demands.one_of = Words{};  // both at once: nothing is left
    demands.known = known;
  } else if (leaf.value.number()) {
    demand_number(demands, leaf.comparison, *leaf.value.number(), wanted);
  } else if (leaf.comparison == "has") {
    if (wanted)
      demands.some_of.push_back(words);
    else
      demands.none_of.insert(words.begin(), words.end());
  } else if (leaf.comparison == "only" && !wanted) {
    demands.beyond.push_back(words);
  } else if ((leaf.comparison == "!=") == wanted) {
    demands.none_of.insert(words.begin(), words.end());
  } else if (leaf.comparison == "has_any" && wanted && is_list(leaf.field)) {
    demands.some_of.push_back(words);
  } else {
    demand_one_of(demands, words);
  }
}

/// A part of the condition that still has to be true or false.
struct Goal {
  const Condition* condition;
  bool wanted;
};

bool reachable(std::vector<Goal> goals, Store store) {
  while (!goals.empty()) {
    const Goal goal = goals.back();
    goals.pop_back();
    const Condition& condition = *goal.condition;
    if (condition.op == Condition::Op::leaf) {
      Demands& demands = store[condition.field];
      demand(demands, condition, goal.wanted);
      if (!possible(demands)) return false;
    } else if (condition.op == Condition::Op::negation) {
      goals.push_back({&condition.parts.front(), !goal.wanted});
    } else if ((condition.op == Condition::Op::all) == goal.wanted) {
      for (const Condition& part : condition.parts) goals.push_back({&part, goal.wanted});
    } else {
      return std::any_of(condition.parts.begin(), condition.parts.end(), [&](const Condition& part) {
        std::vector<Goal> with = goals;
        with.push_back({&part, goal.wanted});
        return reachable(std::move(with), store);
      });
    }
  }
  return true;
}

}  // namespace

bool can_hold(const Condition& condition) { return reachable({{&condition, true}}, {}); }

}  // namespace storewright::knowledge
