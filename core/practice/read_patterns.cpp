#include <algorithm>
#include <utility>

#include "core/base/text.h"
#include "core/knowledge/member_reader.h"
#include "core/practice/words.h"

namespace storewright::practice {
namespace {

using knowledge::MemberReader;
using Op = TextCondition::Op;

constexpr int deepest = 12;
constexpr std::string_view stance_names[] = {"stated", "denied", "later", "wanted", "any"};
constexpr std::string_view scope_names[] = {"clause", "sentence", "statement", "paragraph", "answer"};
constexpr std::string_view unit_names[] = {"", "seconds", "percent", "bytes"};
constexpr std::pair<std::string_view, Op> branches[] = {{"all", Op::all},         {"any", Op::any},     {"none", Op::none},
                                                        {"of", Op::at_least},     {"order", Op::order}, {"near", Op::near}};

class ConditionReader {
 public:
  ConditionReader(const Vocabulary& vocabulary, int owner, Problems& problems) : vocabulary_(vocabulary), owner_(owner), problems_(problems) {}

  TextCondition read(const Json& json, const std::string& where, int depth = 0) {
    TextCondition condition;
    if (depth > deepest) return wrong(where, "This condition is nested too deeply.");
    if (json.text()) return leaf({*json.text()}, where);
    if (!json.object()) return wrong(where, "A condition is the id of a concept or an object.");
    MemberReader reader(json, where, problems_);
    for (const auto& [key, op] : branches)
      if (const Json* parts = reader.find(key)) return branch(op, *parts, reader, pointer_to(where, key), depth);
    if (const Json* number = reader.find("number")) return read_number(*number, pointer_to(where, std::string_view("number")));
    if (reader.find("distinct")) {
      condition = leaf(reader.texts("distinct"), where);
      condition.op = Op::distinct;
      condition.count = static_cast<int>(reader.number("at_least", 1));
    } else if (reader.find("concept")) {
      const Json* one = reader.find("concept");
      condition = leaf(one->text() ? std::vector<std::string>{*one->text()} : reader.texts("concept"), where);
    } else {
      return wrong(where, "This condition says nothing that is known.");
    }
    condition.is = static_cast<Stance>(reader.word("is", stance_names, 0));
    condition.about = indices(reader.texts("about"), where);
    return condition;
  }

  std::vector<int> indices(const std::vector<std::string>& ids, const std::string& where) {
    std::vector<int> all;
    for (const std::string& id : ids) {
      const int index = vocabulary_.concept_index(id, owner_);
      if (index < 0) {
        problems_.push_back({2310, where, "There is no concept \"" + shortened(id, 60) + "\"."});
        continue;
      }
      for (const int one : vocabulary_.narrower(index)) all.push_back(one);
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }

 private:
  TextCondition wrong(const std::string& where, std::string message) {
    problems_.push_back({1401, where, std::move(message)});
    return {.op = Op::any};
  }

  TextCondition leaf(const std::vector<std::string>& ids, const std::string& where) {
    return {.op = Op::concepts, .concepts = indices(ids, where)};
  }

  TextCondition branch(Op op, const Json& parts, MemberReader& reader, const std::string& where, int depth) {
    TextCondition condition{.op = op};
    if (!parts.array() || parts.array()->empty()) return wrong(where, "A list of conditions stands here.");
    for (std::size_t i = 0; i < parts.array()->size(); ++i) condition.parts.push_back(read((*parts.array())[i], pointer_to(where, i), depth + 1));
    const bool together = op == Op::all || op == Op::at_least;
    condition.within = static_cast<Scope>(reader.word("within", scope_names, static_cast<int>(together ? Scope::statement : Scope::answer)));
    if (op == Op::at_least) condition.count = static_cast<int>(reader.number("at_least", 1));
    if (op == Op::near) condition.count = static_cast<int>(reader.number("tokens", 8));
    return condition;
  }

  TextCondition read_number(const Json& json, const std::string& where) {
    if (!json.object()) return wrong(where, "\"number\" is an object.");
    MemberReader reader(json, where, problems_);
    TextCondition condition{.op = Op::number};
    condition.unit = static_cast<Unit>(reader.word("unit", unit_names, 0));
    condition.above = reader.find("above") != nullptr;
    condition.below = reader.find("below") != nullptr;
    condition.at_least = reader.number(condition.above ? "above" : "at_least", -1e300);
    condition.at_most = reader.number(condition.below ? "below" : "at_most", 1e300);
    return condition;
  }

  const Vocabulary& vocabulary_;
  int owner_;
  Problems& problems_;
};

template <class Read>
void each(const Json& owner, std::string_view key, const std::string& where, Read&& read) {
  const Json* list = owner.find(key);
  if (!list || !list->array()) return;
  for (std::size_t i = 0; i < list->array()->size(); ++i) read((*list->array())[i], pointer_to(pointer_to(where, key), i));
}

}  // namespace

const CriterionPattern* Patterns::of(std::string_view criterion) const {
  const auto found = std::find_if(criteria.begin(), criteria.end(), [&](const CriterionPattern& one) { return one.criterion == criterion; });
  return found == criteria.end() ? nullptr : &*found;
}

TextCondition read_text_condition(const Json& json, const std::string& where, const Vocabulary& vocabulary, int owner, Problems& problems) {
  return ConditionReader(vocabulary, owner, problems).read(json, where);
}

Patterns read_patterns(const Json& json, const std::string& where, const Vocabulary& vocabulary, int owner, Problems& problems) {
  MemberReader reader(json, where, problems);
  ConditionReader conditions(vocabulary, owner, problems);
  Patterns patterns{.question = reader.required_text("question"), .expects = conditions.indices(reader.texts("expects"), where)};
  const auto read_at = [&](const Json& object, std::string_view key, const std::string& at) {
    const Json* found = object.find(key);
    return found ? conditions.read(*found, pointer_to(at, key)) : TextCondition{.op = Op::any};
  };
  each(json, "criteria", where, [&](const Json& item, const std::string& at) {
    MemberReader one(item, at, problems);
    CriterionPattern pattern{.criterion = one.required_text("id")};
    if (!one.find("met")) one.wrong("met", "A pattern needs the condition \"met\".");
    pattern.met = read_at(item, "met", at);
    pattern.has_partly = one.find("partly") != nullptr;
    pattern.partly = read_at(item, "partly", at);
    for (const auto& [key, list] : {std::pair{"half", &pattern.half}, std::pair{"against", &pattern.against}})
      each(item, key, at, [&, list = list](const Json& said, const std::string& place) {
        MemberReader member(said, place, problems);
        list->push_back({.when = read_at(said, "if", place), .unless = read_at(said, "unless", place), .has_unless = member.find("unless") != nullptr,
                         .why = member.required_text("why"), .misconception = member.text("misconception")});
      });
    patterns.criteria.push_back(std::move(pattern));
  });
  each(json, "exclusive", where, [&](const Json& item, const std::string& at) {
    MemberReader one(item, at, problems);
    patterns.exclusive.push_back({.criterion = one.required_text("criterion"), .about = conditions.indices(one.texts("about"), at),
                                  .concepts = conditions.indices(one.texts("concepts"), at), .why = one.required_text("why")});
  });
  return patterns;
}

}  // namespace storewright::practice
