#include "core/report/rule_words.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/report/record_words.h"

namespace storewright::report {
namespace {

using knowledge::Condition;
using knowledge::Effect;
using knowledge::Reference;
using knowledge::RuleWords;
using Op = Condition::Op;

// What stands in a reason where no profile fills it in; numbers are "that many".
constexpr struct {
  std::string_view field, words;
} instead_of[] = {{"engine", "the store"}, {"read_share", "such a share"}, {"data_model", "such"},
                  {"consistency", "such"}, {"since", "a day"},             {"review_due", "a later day"}};

constexpr std::string_view a_store = "a store";

constexpr Option steps[] = {
    {"consistency", "1. Consistency"},
    {"read_write_ratio", "2. Reads and writes"},
    {"data_model", "3. Data and queries"},
    {"scale", "4. Scale"},
    {"operations", "5. Operations"},
};

constexpr Option effects[] = {
    {"reject", "Rules out"},       {"require", "Demands"}, {"prefer", "Prefers"},
    {"add", "Adds a store"},       {"host", "Says who runs it"},
    {"warn", "Warns"},             {"trigger", "Says when to look again"},
    {"extend", "Adds an extension"}, {"limit", "Says what an extension takes"},
    {"key", "Says how to spread rows"}, {"mistake", "Names a mistake"},
    {"undo", "Says how to undo it"},
};

constexpr Field query_rows[] = {
    field<&RuleQuery::filter>({.name = "filter",
                               .label = "Filter",
                               .help = "Words that must all stand in the rule, such as \"full text\".",
                               .max_items = 2}),
    field<&RuleQuery::step>({.name = "step", .label = "Step", .help = "Only rules of this step.", .options = steps}),
    field<&RuleQuery::effect>(
        {.name = "effect", .label = "What it does", .help = "Only rules with this effect.", .options = effects}),
};

// Words that nobody wrote yet come out as the id does.
std::string spaced(std::string_view id) {
  std::string words(id);
  for (char& letter : words)
    if (letter == '_') letter = ' ';
  return words;
}

const RuleWords& words_for(const std::vector<RuleWords>& list, std::string_view name) {
  static const RuleWords none;
  for (const RuleWords& words : list)
    if (words.name == name) return words;
  return none;
}

std::vector<std::string> named_values(const RuleWords& words, const Json& value) {
  std::vector<std::string> ids;
  if (value.text()) ids.push_back(*value.text());
  if (value.array())
    for (const Json& item : *value.array())
      if (item.text()) ids.push_back(*item.text());
  for (std::string& id : ids) {
    const std::string_view known = words.value(id);
    id = known.empty() ? spaced(id) : std::string(known);
  }
  return ids;
}

// "a", "a or b", "a, b or c".
std::string any_of(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i)
    text.append(i == 0 ? "" : i + 1 == words.size() ? " or " : ", ").append(words[i]);
  return text;
}

struct Amount {
  std::string_view comparison, words, opposite;
};
constexpr Amount amounts[] = {{"<", "below", "at least"},  {"<=", "at most", "more than"}, {">=", "at least", "below"},
                              {">", "more than", "at most"}, {"=", "", "not"},             {"!=", "not", ""}};

std::string amount_words(const Condition& leaf, bool yes, const RuleWords& words) {
  std::string text;
  for (const Amount& amount : amounts)
    if (amount.comparison == leaf.comparison) text = yes ? amount.words : amount.opposite;
  if (text == "below" && !words.below.empty()) text = words.below;
  if (!text.empty()) text += " ";
  text += display_number(*leaf.value.number());
  return words.unit.empty() ? text : text + " " + words.unit;
}

// The leaf stands beside another one of the same field in an "all" that has to hold anyway.
bool says_more(const std::vector<Condition>& siblings, const Condition& leaf) {
  for (const Condition& other : siblings)
    if (&other != &leaf && other.op == Op::leaf && other.field == leaf.field && other.comparison != "known") return true;
  return false;
}

bool is_known(const Condition& condition) {
  return condition.op == Op::leaf && condition.comparison == "known" &&
         (!condition.value.boolean() || *condition.value.boolean());
}

// True of every profile for which the siblings hold: that a field is known which another part compares.
bool goes_without_saying(const std::vector<Condition>& siblings, const Condition& part) {
  if (is_known(part)) return says_more(siblings, part);
  return part.op == Op::any && std::any_of(part.parts.begin(), part.parts.end(), [&](const Condition& one) {
           return is_known(one) && says_more(siblings, one);
         });
}

// How one leaf is told, with the sentence's sign.
using LeafWords = std::string (*)(const Condition& leaf, bool yes, const Reference& reference);

/// A condition in words, and whether it is joined of several.
struct Told {
  std::string words;
  bool joined = false;
};

Told told(const Condition& condition, bool yes, const Reference& reference, LeafWords leaf_words, bool inside);

// "All" under a "not" is "any", and the other way round.
bool means_all(const Condition& condition, bool yes) { return (condition.op == Op::all) == yes; }

// The parts of a branch, with those of branches of the same kind in their place.
void add_parts(const Condition& condition, bool yes, const Reference& reference, LeafWords leaf_words,
               std::vector<Told>& parts) {
  for (const Condition& part : condition.parts) {
    if (condition.op == Op::all && yes && goes_without_saying(condition.parts, part)) continue;
    const Condition& inner = part.op == Op::negation ? part.parts.front() : part;
    const bool sign = part.op == Op::negation ? !yes : yes;
    const bool branch = inner.op == Op::all || inner.op == Op::any;
    if (branch && means_all(inner, sign) == means_all(condition, yes)) {
      add_parts(inner, sign, reference, leaf_words, parts);
      continue;
    }
    Told one = told(part, yes, reference, leaf_words, true);
    const bool new_one = std::none_of(parts.begin(), parts.end(), [&](const Told& other) { return other.words == one.words; });
    if (!one.words.empty() && new_one) parts.push_back(std::move(one));
  }
}

// Commas part what is joined already, so that it stays clear what belongs together.
Told told(const Condition& condition, bool yes, const Reference& reference, LeafWords leaf_words, bool inside) {
  if (condition.op == Op::leaf) return {leaf_words(condition, yes, reference), false};
  if (condition.op == Op::negation) return told(condition.parts.front(), !yes, reference, leaf_words, inside);
  std::vector<Told> parts;
  add_parts(condition, yes, reference, leaf_words, parts);
  if (parts.size() == 1) return parts.front();
  const bool all = means_all(condition, yes);
  const bool deep = std::any_of(parts.begin(), parts.end(), [](const Told& part) { return part.joined; });
  std::string text = !all && inside && !parts.empty() ? "either " : "";
  for (std::size_t i = 0; i < parts.size(); ++i)
    text.append(i == 0 ? "" : deep || (!all && !inside) ? ", " : " ").append(i == 0 ? "" : all ? "and " : "or ").append(parts[i].words);
  return {text, !parts.empty()};
}

std::string clause(const Condition& leaf, bool yes, const Reference& reference) {
  const RuleWords& words = words_for(reference.field_words, leaf.field);
  const std::string name = spaced(leaf.field);
  if (leaf.comparison == "known") {
    const bool known = yes == (!leaf.value.boolean() || *leaf.value.boolean());
    return (known ? "you have said " : "you have not said ") + (words.said.empty() ? name : words.said);
  }
  if (leaf.value.boolean()) {
    const std::string& told = *leaf.value.boolean() == ((leaf.comparison == "=") == yes) ? words.yes : words.no;
    return told.empty() ? name + (yes ? " holds" : " does not hold") : told;
  }
  if (leaf.value.number()) return (words.is.empty() ? name + " is" : words.is) + " " + amount_words(leaf, yes, words);
  const bool positive = (leaf.comparison != "!=") == yes;
  std::string lead = positive ? words.is : words.is_not;
  if (leaf.comparison == "only" && !words.only.empty()) lead = yes ? words.only : words.not_only;
  if (lead.empty()) lead = name + (positive ? " is" : " is not");
  return lead + " " + any_of(named_values(words, leaf.value));
}

// "transactions over several rows", with the sign in front: "with …", "without …".
std::string ability(const Condition& leaf, bool yes, const Reference& reference) {
  const RuleWords& words = words_for(reference.trait_words, leaf.field);
  const std::string name = spaced(leaf.field);
  const auto signed_words = [](bool positive, const std::string& what) { return (positive ? "with " : "without ") + what; };
  if (leaf.value.boolean())
    return signed_words(*leaf.value.boolean() == ((leaf.comparison == "=") == yes), words.yes.empty() ? name : words.yes);
  if (leaf.value.number()) return "with " + amount_words(leaf, yes, words);
  const std::string listed = any_of(named_values(words, leaf.value));
  const std::string values = (words.is.empty() ? "" : words.is + " ") + listed + (words.unit.empty() ? "" : " " + words.unit);
  // "No joins" without a "with" would read as its opposite.
  if (leaf.comparison == "only") return signed_words(yes, (words.only.empty() ? "nothing but" : words.only) + " " + values);
  return signed_words((leaf.comparison != "!=") == yes, values);
}

std::string strength_words(double strength) { return strength == 1 ? "" : ", and counts " + display_number(strength) + " times"; }

std::string small(std::string_view text) {
  std::string out(text);
  for (char& letter : out)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return out;
}

std::string what_happens(const knowledge::Rule& rule, const Reference& reference) {
  const std::string who = subject_words(rule.subject, reference);
  const bool everyone = knowledge::Condition::Op::all == rule.subject.op && rule.subject.parts.empty();
  switch (rule.effect) {
    case Effect::reject: return who + " is out";
    case Effect::require: return "only " + who + " stays";
    case Effect::prefer: return who + " is preferred" + strength_words(rule.strength);
    case Effect::add: return who + " is added as " + rule.role;
    case Effect::host:
      if (!everyone) return who + " is the service to rent";
      if (rule.host == "managed") return "let somebody else run it";
      return rule.host == "self_hosted" ? "run it yourselves" : "either hosting will do";
    case Effect::warn: return everyone ? "you are warned" : "you are warned of " + who;
    case Effect::trigger: return "you are told when to look again" + (everyone ? std::string() : " at " + who);
    case Effect::extend: return "an extension" + who.substr(a_store.size()) + " is taken with the first store";
    case Effect::limit: return "an extension" + who.substr(a_store.size()) + " suffices up to " + display_number(rule.threshold) + " " + rule.unit;
    case Effect::key: return "rows" + (everyone ? std::string() : " of " + who) + " are spread by " + rule.key;
    case Effect::mistake: return "you are told of a common mistake, \"" + rule.title + "\"" + (everyone ? std::string() : ", with " + who);
    case Effect::undo: return "you are told how hard the choice" + (everyone ? std::string() : " of " + who) + " is to undo";
  }
  return {};
}

}  // namespace

std::string condition_words(const Condition& condition, const Reference& reference) {
  return told(condition, true, reference, clause, false).words;
}

std::string subject_words(const Condition& subject, const Reference& reference) {
  const std::string abilities = told(subject, true, reference, ability, false).words;
  return std::string(a_store) + (abilities.empty() ? "" : " " + abilities);
}

std::string rule_sentence(const knowledge::Rule& rule, const Reference& reference) {
  const std::string when = condition_words(rule.when, reference);
  const std::string then = what_happens(rule, reference) + ".";
  return when.empty() ? "Always: " + then : "When " + when + ": " + then;
}

std::string general_reason(const knowledge::Rule& rule) {
  const std::string reason = filled(rule.because, [](std::string_view name) -> std::string {
    for (const auto& [field, words] : instead_of)
      if (field == name) return std::string(words);
    return "that many";
  });
  return capitalised(reason);
}

FieldTable rule_query_fields() { return query_rows; }

std::vector<const knowledge::Rule*> select_rules(const knowledge::Knowledge& knowledge, const Reference& reference,
                                                 const RuleQuery& query) {
  std::vector<std::string> wanted;
  for (const std::string& word : split(small(query.filter), ' '))
    if (!word.empty()) wanted.push_back(word);
  std::vector<const knowledge::Rule*> kept;
  for (const knowledge::Rule& rule : knowledge.rules) {
    if (query.step && static_cast<int>(*query.step) != static_cast<int>(rule.step)) continue;
    if (query.effect && static_cast<int>(*query.effect) != static_cast<int>(rule.effect)) continue;
    if (!wanted.empty()) {
      const std::string text = small(rule.id + "\n" + rule_sentence(rule, reference) + "\n" + general_reason(rule));
      if (!std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) { return text.find(word) != text.npos; }))
        continue;
    }
    kept.push_back(&rule);
  }
  return kept;
}

std::string_view step_words(knowledge::Step step) { return steps[static_cast<std::size_t>(step)].label; }
std::string_view step_id(knowledge::Step step) { return steps[static_cast<std::size_t>(step)].name; }
std::string_view effect_words(Effect effect) { return effects[static_cast<std::size_t>(effect)].label; }
std::string_view effect_id(Effect effect) { return effects[static_cast<std::size_t>(effect)].name; }

std::string rule_count_sentence(std::size_t shown, std::size_t all) {
  const std::string total = std::to_string(all);
  if (shown == all) return "All " + total + " rules.";
  if (shown == 0) return "None of the " + total + " rules matches. Try fewer words, or clear the filter.";
  return std::to_string(shown) + " of " + total + (shown == 1 ? " rules matches." : " rules match.");
}

}  // namespace storewright::report
