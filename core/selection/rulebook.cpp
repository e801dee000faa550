#include "core/selection/rulebook.h"

#include <algorithm>

#include "core/base/sort.h"

#include "core/knowledge/condition.h"

namespace storewright::selection {
namespace {

using knowledge::Condition;
using knowledge::Engine;
using knowledge::RecordKind;
using knowledge::Rule;
using knowledge::TraitValue;

// What an extension can give its host: abilities to ask, to store and to spread tables by a key. How the host scales
// without a key and what it takes a second stays the host's own.
constexpr std::string_view abilities[] = {"data_models", "full_text", "geospatial", "graph_traversal", "shards_by_key"};

Truth of(bool value) { return value ? Truth::yes : Truth::no; }

// --- conditions over facts

std::uint64_t bits_named(const Json& value, std::span<const Option> words) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (knowledge::names(value, words[i].name)) bits |= std::uint64_t{1} << i;
  return bits;
}

void read_number(const Condition& written, Leaf& leaf) {
  struct Row {
    std::string_view sign;
    Comparison comparison;
    bool negated;
  };
  static constexpr Row rows[] = {
      {"=", Comparison::equal, false},    {"!=", Comparison::equal, true},     {"<", Comparison::less, false},
      {"<=", Comparison::at_most, false}, {">=", Comparison::at_least, false}, {">", Comparison::above, false},
  };
  const double* threshold = written.value.number();
  for (const Row& row : rows)
    if (threshold && row.sign == written.comparison) {
      leaf.kind = Leaf::Kind::number;
      leaf.comparison = row.comparison;
      leaf.negated = row.negated;
      leaf.threshold = *threshold;
    }
}

// A comparison that does not suit the value stays `never`: unknown. Loading refuses such rules.
Leaf compiled_leaf(const Condition& written) {
  Leaf leaf{.place = knowledge::place_of_rule_field(written.field), .written = &written};
  const std::string& sign = written.comparison;
  if (sign == "known") {
    leaf.kind = Leaf::Kind::known;
    leaf.wanted = !written.value.boolean() || *written.value.boolean();
    return leaf;
  }
  if (leaf.place == knowledge::rule_field_count) return leaf;
  const std::string_view type = knowledge::all_rule_fields[leaf.place].type;
  if (type == "number") {
    read_number(written, leaf);
    return leaf;
  }
  const std::span<const Option> words = words_of_rule_field(leaf.place);
  if (const bool* flag = written.value.boolean(); flag && type == "flag") leaf.words = *flag ? yes_bit : no_bit;
  if (type != "flag" && words.empty()) {
    leaf.kind = Leaf::Kind::texts;
    return leaf;
  }
  if (type != "flag") leaf.words = bits_named(written.value, words);
  if (sign == "=" || sign == "has" || sign == "has_any") leaf.kind = Leaf::Kind::any_word;
  if (sign == "!=") leaf.kind = Leaf::Kind::no_word;
  if (sign == "only") leaf.kind = Leaf::Kind::only_words;
  return leaf;
}

bool same_comparison(Leaf a, const Leaf& b) {
  if (a.kind == Leaf::Kind::texts) return a.written == b.written;
  a.written = b.written;
  return a == b;
}

std::uint16_t index_of(std::vector<Leaf>& leaves, const Leaf& leaf) {
  for (std::size_t i = 0; i < leaves.size(); ++i)
    if (same_comparison(leaf, leaves[i])) return static_cast<std::uint16_t>(i);
  leaves.push_back(leaf);
  return static_cast<std::uint16_t>(leaves.size() - 1);
}

void append(std::vector<Node>& nodes, const Condition& condition, std::vector<Leaf>& leaves) {
  const std::size_t at = nodes.size();
  nodes.push_back({.op = condition.op});
  if (condition.op == Condition::Op::leaf) nodes[at].leaf = index_of(leaves, compiled_leaf(condition));
  for (const Condition& part : condition.parts) append(nodes, part, leaves);
  nodes[at].end = static_cast<std::uint16_t>(nodes.size());
}

Truth truth_of_leaf(const Leaf& leaf, const Fact& fact) {
  // As in `knowledge::leaf_truth`: a list is said once something stands in it.
  const bool said = fact.texts ? !fact.texts->empty() : fact.known;
  if (leaf.kind == Leaf::Kind::known) return of(said == leaf.wanted);
  if (!fact.known) return Truth::unknown;
  switch (leaf.kind) {
    case Leaf::Kind::number: {
      const Truth truth = compare(fact.number, leaf.comparison, leaf.threshold);
      return leaf.negated ? !truth : truth;
    }
    case Leaf::Kind::any_word: return of((fact.words & leaf.words) != 0);
    case Leaf::Kind::no_word: return of((fact.words & leaf.words) == 0);
    case Leaf::Kind::only_words: return of((fact.words & ~leaf.words) == 0);
    case Leaf::Kind::texts: return knowledge::words_truth(*leaf.written, *fact.texts);
    default: return Truth::unknown;
  }
}

Truth truth_at(const std::vector<Node>& nodes, std::size_t at, const std::vector<Truth>& leaves) {
  const Node& node = nodes[at];
  if (node.op == Condition::Op::leaf) return leaves[node.leaf];
  if (node.op == Condition::Op::negation) return !truth_at(nodes, at + 1, leaves);
  const bool all = node.op == Condition::Op::all;
  const Truth settled = all ? Truth::no : Truth::yes;
  Truth truth = all ? Truth::yes : Truth::no;
  for (std::size_t part = at + 1; part < node.end && truth != settled; part = nodes[part].end) {
    const Truth of_part = truth_at(nodes, part, leaves);
    truth = all ? truth && of_part : truth || of_part;
  }
  return truth;
}

void add_undecided(const std::vector<Node>& nodes, std::size_t at, const std::vector<Truth>& leaves,
                   std::vector<std::size_t>& found) {
  if (truth_at(nodes, at, leaves) != Truth::unknown) return;
  if (nodes[at].op == Condition::Op::leaf) found.push_back(nodes[at].leaf);
  for (std::size_t part = at + 1; part < nodes[at].end; part = nodes[part].end)
    add_undecided(nodes, part, leaves, found);
}

// --- subjects over traits

/// What a subject may be asked of one record.
struct Candidate {
  const Engine& engine;
  std::vector<const Engine*> extensions;  // that may help it
  Reach reach;
  bool known_to_team;
  bool in_use;
};

Truth trait_truth(const Condition& leaf, const Candidate& candidate) {
  if (leaf.field == "known_to_team" || leaf.field == "in_use") {
    const TraitValue flag = leaf.field == "in_use" ? candidate.in_use : candidate.known_to_team;
    return knowledge::leaf_truth(leaf, &flag);
  }
  const TraitValue* value = candidate.engine.trait(leaf.field);
  Truth truth = knowledge::leaf_truth(leaf, value);
  if (candidate.reach == Reach::plain) {
    // "extension" says that the engine alone does not have it.
    const std::string* word = value ? std::get_if<std::string>(value) : nullptr;
    return word && *word == "extension" ? Truth::no : truth;
  }
  if (std::find(std::begin(abilities), std::end(abilities), leaf.field) == std::end(abilities) ||
      leaf.comparison == "only")
    return truth;
  for (const Engine* extension : candidate.extensions)
    truth = truth || knowledge::leaf_truth(leaf, extension->trait(leaf.field));
  return truth;
}

bool describes(const Condition& subject, const Candidate& candidate) {
  return knowledge::evaluate(subject, [&](const Condition& leaf) { return trait_truth(leaf, candidate); }) ==
         Truth::yes;
}

bool reads_profile(const Condition& subject) {
  if (subject.op == Condition::Op::leaf) return subject.field == "known_to_team" || subject.field == "in_use";
  return std::any_of(subject.parts.begin(), subject.parts.end(), reads_profile);
}

std::size_t case_of(bool known_to_team, bool in_use) { return (known_to_team ? 1u : 0u) + (in_use ? 2u : 0u); }

RecordSet records_of(const std::vector<std::string>& ids, const knowledge::Knowledge& knowledge) {
  RecordSet records(knowledge.engines.size());
  for (std::size_t i = 0; i < knowledge.engines.size() && !ids.empty(); ++i)
    if (std::find(ids.begin(), ids.end(), knowledge.engines[i].id) != ids.end()) records.add(i);
  return records;
}

// In how many kinds of places the record can be had: on machines of one's own, and by whom it is offered.
std::size_t offers_of(const Engine& record) {
  const TraitValue* own = record.trait("self_hostable");
  const TraitValue* managed = record.trait("managed_on");
  const bool* self_hostable = own ? std::get_if<bool>(own) : nullptr;
  const auto* platforms = managed ? std::get_if<std::vector<std::string>>(managed) : nullptr;
  return (self_hostable && *self_hostable ? 1 : 0) + (platforms ? platforms->size() : 0);
}

std::uint64_t model_bit(std::string_view category) {
  const std::span<const Option> models = words_of_rule_field(knowledge::place_of_rule_field("data_model"));
  for (std::size_t i = 0; i < models.size(); ++i)
    if (models[i].name == category) return std::uint64_t{1} << i;
  return 0;
}

// Categories are listed with the most general first.
std::size_t generality_of(const Engine& record, const std::vector<knowledge::Category>& categories) {
  std::size_t place = 0;
  while (place < categories.size() && categories[place].id != record.category) ++place;
  return place;
}

std::vector<Place> places_of(const knowledge::Knowledge& catalogue) {
  const std::vector<Engine>& records = catalogue.engines;
  std::vector<std::size_t> order(records.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  sort_stably(order, [&](std::size_t a, std::size_t b) {
    const std::size_t general_a = generality_of(records[a], catalogue.categories);
    const std::size_t general_b = generality_of(records[b], catalogue.categories);
    if (general_a != general_b) return general_a < general_b;
    const std::size_t extensions_a = extensions_of(catalogue, records[a]).size();
    const std::size_t extensions_b = extensions_of(catalogue, records[b]).size();
    if (extensions_a != extensions_b) return extensions_a > extensions_b;
    const std::size_t offers_a = offers_of(records[a]);
    const std::size_t offers_b = offers_of(records[b]);
    if (offers_a != offers_b) return offers_a > offers_b;
    return operations_burden(records[a]) < operations_burden(records[b]);
  });
  std::vector<Place> places(records.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    places[order[i]] = {.model = model_bit(records[order[i]].category), .order = i};
  return places;
}

}  // namespace

int operations_burden(const Engine& record) {
  static constexpr std::string_view words[] = {"none", "low", "medium", "high"};
  const TraitValue* value = record.trait("operations_burden");
  const std::string* word = value ? std::get_if<std::string>(value) : nullptr;
  const auto found = word ? std::find(std::begin(words), std::end(words), *word) : std::end(words);
  return static_cast<int>(found - std::begin(words));
}

Rulebook::Rulebook(const knowledge::Knowledge& catalogue) : knowledge(catalogue), rules(catalogue.rules.size()), places(places_of(catalogue)) {
  const std::size_t count = catalogue.engines.size();
  for (std::size_t i = 0; i < rules.size(); ++i) {
    CompiledRule& rule = rules[i];
    append(rule.when, catalogue.rules[i].when, leaves);
    rule.subject.reads_profile = reads_profile(catalogue.rules[i].subject);
    rule.subject.met = std::vector<RecordSet>(rule.subject.reads_profile ? 4 : 1, RecordSet(count));
    rule.struck = RecordSet(count);
  }
  for (std::size_t record = 0; record < count; ++record) {
    Candidate candidate{catalogue.engines[record], extensions_of(catalogue, catalogue.engines[record]),
                        Reach::with_extensions, false, false};
    for (std::size_t i = 0; i < rules.size(); ++i) {
      std::vector<RecordSet>& met = rules[i].subject.met;
      for (std::size_t of_case = 0; of_case < met.size(); ++of_case) {
        candidate.known_to_team = of_case & 1u;
        candidate.in_use = of_case & 2u;
        if (describes(catalogue.rules[i].subject, candidate)) met[of_case].add(record);
      }
      const bool spares = catalogue.rules[i].effect == knowledge::Effect::require;
      if (is_hard(catalogue.rules[i]) && met[0].has(record) != spares) rules[i].struck.add(record);
    }
  }
}

const Rulebook& built_in_rulebook() {
  static const Rulebook rulebook(knowledge::built_in());
  return rulebook;
}

NamedRecords named_records(const Profile& profile, const knowledge::Knowledge& knowledge) {
  return {records_of(profile.experience, knowledge), records_of(profile.stores_in_use, knowledge)};
}

std::vector<Truth> leaf_truths(const Rulebook& rulebook, const Facts& facts) {
  std::vector<Truth> truths(rulebook.leaves.size());
  for (std::size_t i = 0; i < truths.size(); ++i)
    truths[i] = truth_of_leaf(rulebook.leaves[i], facts[rulebook.leaves[i].place]);
  return truths;
}

Truth truth_of(const CompiledRule& rule, const std::vector<Truth>& leaf_truths) {
  return truth_at(rule.when, 0, leaf_truths);
}

std::vector<std::size_t> undecided_leaves(const CompiledRule& rule, const std::vector<Truth>& leaf_truths) {
  std::vector<std::size_t> found;
  add_undecided(rule.when, 0, leaf_truths, found);
  return found;
}

bool meets(const CompiledRule& rule, std::size_t record, const NamedRecords& named) {
  if (!rule.subject.reads_profile) return rule.subject.met[0].has(record);
  return rule.subject.met[case_of(named.known_to_team.has(record), named.in_use.has(record))].has(record);
}

bool meets(const knowledge::Knowledge& knowledge, const Rule& rule, std::size_t record, Reach reach, bool known_to_team,
           bool in_use) {
  const Engine& engine = knowledge.engines[record];
  return describes(rule.subject, {engine, extensions_of(knowledge, engine), reach, known_to_team, in_use});
}

bool describes_alone(const knowledge::Knowledge& knowledge, const Condition& condition, std::size_t record) {
  return describes(condition, {knowledge.engines[record], {}, Reach::plain, false, false});
}

std::vector<const Engine*> extensions_of(const knowledge::Knowledge& knowledge, const Engine& engine) {
  std::vector<const Engine*> extensions;
  for (const Engine& record : knowledge.engines)
    if (record.record == RecordKind::extension && record.host == engine.id) extensions.push_back(&record);
  return extensions;
}

}  // namespace storewright::selection
