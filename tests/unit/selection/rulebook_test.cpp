#include "core/selection/rulebook.h"

#include <doctest/doctest.h>

#include "core/knowledge/condition.h"
#include "core/selection/decide.h"
#include "tests/unit/selection/random_profile.h"
#include "tests/unit/selection/small_catalogue.h"

using namespace storewright;
using namespace storewright::selection;
using knowledge::Condition;
using knowledge::TraitValue;

namespace {

/// The value that a condition reads, the long way: by name and as the knowledge has values.
std::optional<TraitValue> value_named(const Facts& facts, const std::string& name) {
  const std::size_t place = knowledge::place_of_rule_field(name);
  const Fact& fact = facts[place];
  if (!fact.known) return std::nullopt;
  const std::string_view type = knowledge::all_rule_fields[place].type;
  if (type == "number") return fact.number;
  if (type == "flag") return fact.words == yes_bit;
  if (fact.texts) return *fact.texts;
  std::vector<std::string> words;
  const std::span<const Option> options = words_of_rule_field(place);
  for (std::size_t i = 0; i < options.size(); ++i)
    if (fact.words >> i & 1u) words.emplace_back(options[i].name);
  if (type == "word") return words[0];
  return words;
}

}  // namespace

TEST_CASE("the flat form of every rule says what the rule says, over 2,000 random profiles") {
  const Rulebook& rulebook = built_in_rulebook();
  Generator random(8);
  for (int i = 0; i < 2000; ++i) {
    CAPTURE(i);
    const Profile profile = random_profile(random);
    const Facts facts = all_facts(profile);
    const std::vector<Truth> leaves = leaf_truths(rulebook, facts);
    for (std::size_t rule = 0; rule < rulebook.rules.size(); ++rule) {
      CAPTURE(rulebook.knowledge.rules[rule].id);
      const Truth said = knowledge::evaluate(rulebook.knowledge.rules[rule].when, [&](const Condition& leaf) {
        const std::optional<TraitValue> value = value_named(facts, leaf.field);
        return knowledge::leaf_truth(leaf, value ? &*value : nullptr);
      });
      // Counted only when it fails: there are hundreds of thousands of them.
      const bool same = truth_of(rulebook.rules[rule], leaves) == said &&
                        undecided_leaves(rulebook.rules[rule], leaves).empty() == (said != Truth::unknown);
      if (!same) CHECK(same);
    }
  }
}

TEST_CASE("the records of a subject are those that it describes one by one, whatever the team knows or runs") {
  const Rulebook& rulebook = built_in_rulebook();
  const auto& knowledge = rulebook.knowledge;
  for (std::size_t rule = 0; rule < rulebook.rules.size(); ++rule)
    for (std::size_t record = 0; record < knowledge.engines.size(); ++record)
      for (const bool known : {false, true})
        for (const bool used : {false, true}) {
          NamedRecords named{RecordSet(knowledge.engines.size()), RecordSet(knowledge.engines.size())};
          if (known) named.known_to_team.add(record);
          if (used) named.in_use.add(record);
          CHECK(meets(rulebook.rules[rule], record, named) ==
                meets(knowledge, knowledge.rules[rule], record, Reach::with_extensions, known, used));
        }
}

TEST_CASE("equal comparisons of several rules are one leaf") {
  const Rulebook& rulebook = built_in_rulebook();
  for (std::size_t i = 0; i < rulebook.leaves.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      Leaf other = rulebook.leaves[j];
      other.written = rulebook.leaves[i].written;
      CHECK_FALSE((rulebook.leaves[i] == other && rulebook.leaves[i].kind != Leaf::Kind::texts));
    }
}

TEST_CASE("only leaves whose branch is undecided are named") {
  const knowledge::Knowledge catalogue = small_catalogue();
  const Rulebook rulebook(catalogue);
  const std::vector<Truth> leaves = leaf_truths(rulebook, all_facts(profile_of(R"({"consistency":"strong"})")));
  CHECK(undecided_leaves(rulebook.rules[0], leaves).empty());
  const std::vector<std::size_t> open = undecided_leaves(rulebook.rules[1], leaves);
  REQUIRE(open.size() == 1);
  CHECK(rulebook.leaves[open[0]].written->field == "access_patterns");
}
