#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "core/selection/decide.h"
#include "core/selection/recommend.h"
#include "tests/unit/selection/random_profile.h"

using namespace storewright;
using namespace storewright::selection;
using knowledge::built_in;

namespace {

std::string bytes_of(const Recommendation& answer) {
  JsonWriter writer;
  write_recommendation(writer, answer, built_in());
  return writer.take();
}

bool is_word(const knowledge::TraitValue* value, std::string_view word) {
  const std::string* text = value ? std::get_if<std::string>(value) : nullptr;
  return text && *text == word;
}

bool has_word(const knowledge::TraitValue* value, std::string_view word) {
  const auto* words = value ? std::get_if<std::vector<std::string>>(value) : nullptr;
  return words && std::find(words->begin(), words->end(), word) != words->end();
}

std::size_t index_of_rule(std::string_view id) {
  const auto& rules = built_in().rules;
  for (std::size_t i = 0; i < rules.size(); ++i)
    if (rules[i].id == id) return i;
  FAIL("there is no rule ", std::string(id));
  return 0;
}

/// The rule's subject describes stores by what they are only for: it says that nobody needs such a specialist, and not
/// that it lacks anything.
bool spares_specialists(const knowledge::Condition& subject) {
  if (subject.op == knowledge::Condition::Op::leaf) return subject.comparison == "only";
  return std::any_of(subject.parts.begin(), subject.parts.end(), spares_specialists);
}

/// Rules that ask for a special ability of the one store as long as one store can be enough, and the rule that adds a
/// second store for it where it cannot: the need moves there.
struct Beside {
  const char* asks;
  const char* adds;
};
constexpr Beside needs_that_move[] = {
    {"deep-graph", "graph-beside"},
    {"vectors-beyond-extension", "vectors-beside"},
    {"text-search-large", "search-beside"},
    {"sums-over-records", "analytics-apart"},
};

bool moved_beside(const knowledge::Rule& rule, const Decision& after) {
  for (const Beside& need : needs_that_move)
    if (rule.id == need.asks) return after.active[index_of_rule(need.adds)] == Truth::yes;
  return false;
}

Decision decided(const Profile& profile) {
  return decide(built_in_rulebook(), all_facts(profile), named_records(profile, built_in()),
                weights_of_text(profile.weights).value_or(Weights{}));
}

/// A check that is counted only when it fails: there are millions of them.
void must(bool holds) {
  if (!holds) CHECK(holds);
}

/// Checks that nobody who lacked something before comes back.
void check_nobody_returns(const Profile& less, const Profile& more) {
  const Rulebook& rulebook = built_in_rulebook();
  const Decision before = decided(less);
  const Decision after = decided(more);
  for (std::size_t record = 0; record < rulebook.knowledge.engines.size(); ++record) {
    if (!before.rejected.has(record) || after.rejected.has(record)) continue;
    CAPTURE(rulebook.knowledge.engines[record].id);
    for (std::size_t i = 0; i < rulebook.rules.size(); ++i) {
      const knowledge::Rule& rule = rulebook.knowledge.rules[i];
      if (!is_hard(rule) || before.active[i] != Truth::yes || !rulebook.rules[i].struck.has(record)) continue;
      CAPTURE(rule.id);
      must((spares_specialists(rule.subject) || moved_beside(rule, after)));
    }
  }
}

}  // namespace

TEST_CASE("random profiles: one verdict for each record, no bargain about money, and a sound ranking") {
  Generator random(20261122);
  for (int i = 0; i < profiles_tried; ++i) {
    CAPTURE(i);
    const Profile profile = random_profile(random);
    const Recommendation answer = recommend(profile, built_in_rulebook());

    REQUIRE(answer.verdicts.size() == built_in().engines.size());
    std::set<std::string> rejected;
    for (std::size_t e = 0; e < answer.verdicts.size(); ++e) {
      const EngineVerdict& verdict = answer.verdicts[e];
      must(verdict.engine == built_in().engines[e].id);
      must((verdict.verdict == Verdict::rejected) == !verdict.rejections.empty());
      must((verdict.verdict == Verdict::undecided) == (!verdict.open.empty() && verdict.rejections.empty()));
      must((verdict.verdict == Verdict::undecided) == !verdict.unknowns.empty());
      if (verdict.verdict == Verdict::rejected) rejected.insert(verdict.engine);
      if (built_in().engines[e].record == knowledge::RecordKind::feed) must(verdict.verdict == Verdict::rejected);
    }
    double last = 2;
    for (const RankedEngine& entry : answer.ranking) {
      must(rejected.count(entry.engine) == 0);
      must(built_in().engine(entry.engine)->record == knowledge::RecordKind::engine);
      must(entry.score <= last);
      must(entry.score >= 0);
      must(entry.score <= 1);
      last = entry.score;
      if (profile.money == true || profile.multi_row_transactions == true)
        must(is_word(built_in().engine(entry.engine)->trait("transactions"), "multi_row"));
    }
    CHECK(answer.primary.has_value() == !answer.ranking.empty());
    CHECK(answer.margin >= 0);
    CHECK(answer.margin <= 1);
    for (const Addon& addon : answer.addons) {
      must(addon.engine != answer.primary->engine);
      must(built_in().engine(addon.engine)->record == knowledge::RecordKind::engine);
    }
    CHECK_FALSE(answer_sentence(answer, built_in()).empty());

    // What is decided without words is what the answer says.
    const Decision decision = decide(built_in_rulebook(), profile);
    for (std::size_t record = 0; record < answer.verdicts.size(); ++record) {
      const bool rejected_here = decision.rejected.has(record);
      must((answer.verdicts[record].verdict == Verdict::rejected) == rejected_here);
      must((answer.verdicts[record].verdict == Verdict::kept) == (!rejected_here && !decision.open.has(record)));
    }
    REQUIRE((decision.winner >= 0) == !answer.ranking.empty());
    if (decision.winner < 0) continue;
    const auto winner = static_cast<std::size_t>(decision.winner);
    CHECK(answer.ranking[0].engine == built_in().engines[winner].id);
    CHECK(answer.ranking[0].score == decision.scores[winner].total);
  }
}

TEST_CASE("random profiles: no weighting brings back what a hard rule put out") {
  const Rulebook& rulebook = built_in_rulebook();
  Generator random(11);
  for (int i = 0; i < profiles_tried; ++i) {
    CAPTURE(i);
    Profile profile = random_profile(random);
    const Decision usual = decided(profile);
    std::string weights;
    for (int step = 0; step < knowledge::step_count; ++step) {
      const std::uint64_t weight = random.below(3) == 0 ? 0 : random.below(1001);
      weights += (step == 0 ? "" : ",") + std::to_string(step == 0 ? weight + 1 > 1000 ? 1000 : weight + 1 : weight);
    }
    profile.weights = weights;
    REQUIRE(weights_of_text(weights));
    const Decision turned = decided(profile);
    CHECK(turned.rejected == usual.rejected);
    CHECK(turned.open == usual.open);
    CHECK((turned.winner < 0 || ranked(rulebook, usual, static_cast<std::size_t>(turned.winner))));
  }
}

TEST_CASE("random profiles: hard needs hold by the traits themselves") {
  Generator random(12);
  for (int i = 0; i < profiles_tried; ++i) {
    CAPTURE(i);
    const Profile profile = random_profile(random);
    const Decision decision = decided(profile);
    for (std::size_t record = 0; record < built_in().engines.size(); ++record) {
      if (!ranked(built_in_rulebook(), decision, record)) continue;
      const knowledge::Engine& engine = built_in().engines[record];
      CAPTURE(engine.id);
      if (profile.consistency == Consistency::strong || profile.money == true)
        must(has_word(engine.trait("consistency_levels"), "strong"));
      if (profile.access_patterns.has(AccessPattern::joins)) must(is_word(engine.trait("joins"), "full"));
      if (profile.regions == Regions::multi_write) must(std::get<bool>(*engine.trait("multi_region_writes")));
      if (profile.hosting == Hosting::self_hosted) must(std::get<bool>(*engine.trait("self_hostable")));
    }
  }
}

TEST_CASE("random profiles: one more thing to be capable of never brings back who lacked something") {
  Generator random(99);
  for (int i = 0; i < profiles_tried; ++i) {
    CAPTURE(i);
    const Profile less = random_profile(random);
    Profile more = less;
    switch (random.below(4)) {
      case 0: more.money = true; break;
      case 1: more.multi_row_transactions = true; break;
      case 2: {
        // In the order of strength, from the weakest.
        constexpr Consistency levels[] = {Consistency::eventual, Consistency::read_your_writes, Consistency::causal,
                                          Consistency::strong};
        const auto at =
            less.consistency ? std::find(std::begin(levels), std::end(levels), *less.consistency) - levels : 0;
        more.consistency = levels[static_cast<std::uint64_t>(at) + random.below(4 - static_cast<std::uint64_t>(at))];
        break;
      }
      default:
        // A list that was empty was not answered, so that its first entry says much more than that it is needed.
        if (!less.access_patterns.empty()) more.access_patterns.add(static_cast<AccessPattern>(random.below(12)));
    }
    check_nobody_returns(less, more);
  }
}

TEST_CASE(
    "random profiles: what is unknown is never zero: whoever is out without an answer is out with every "
    "answer") {
  const Rulebook& rulebook = built_in_rulebook();
  std::vector<const Field*> fields;
  for (const Field& field : profile_fields())
    if (field.kind == FieldKind::number || field.kind == FieldKind::flag) fields.push_back(&field);
  Generator random(31);
  for (int i = 0; i < profiles_tried; ++i) {
    CAPTURE(i);
    const Field& field = *fields[random.below(fields.size())];
    CAPTURE(field.name);
    Profile unknown = random_profile(random);
    REQUIRE(read_field_text("", field, &unknown).empty());
    // Growth in gigabytes takes the place of what a percentage only estimates.
    if (field.name == "growth_gb_per_month") unknown.growth_percent_per_month.reset();
    Profile answered = unknown;
    answer_at_random(random, field, answered);
    const Decision before = decided(unknown);
    const Decision after = decided(answered);
    for (std::size_t record = 0; record < rulebook.knowledge.engines.size(); ++record) {
      CAPTURE(rulebook.knowledge.engines[record].id);
      if (before.rejected.has(record) && !after.rejected.has(record))
        for (std::size_t r = 0; r < rulebook.rules.size(); ++r)
          if (is_hard(rulebook.knowledge.rules[r]) && before.active[r] == Truth::yes &&
              rulebook.rules[r].struck.has(record)) {
            CAPTURE(rulebook.knowledge.rules[r].id);
            must(moved_beside(rulebook.knowledge.rules[r], after));
          }
    }
  }
}

TEST_CASE("the order of lists never matters, and the same profile gives the same bytes") {
  Generator random(7);
  for (int i = 0; i < profiles_tried; ++i) {
    CAPTURE(i);
    const Profile profile = random_profile(random);
    Profile turned = profile;
    random.shuffle(turned.licences_excluded);
    random.shuffle(turned.stores_in_use);
    random.shuffle(turned.experience);
    CHECK(decided(profile).winner == decided(turned).winner);
    CHECK(decided(profile).rejected == decided(turned).rejected);
    if (i % 100 == 0) CHECK(bytes_of(recommend(profile, built_in())) == bytes_of(recommend(turned, built_in())));
  }
}
