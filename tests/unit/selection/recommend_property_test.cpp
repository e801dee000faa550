#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "core/base/generator.h"
#include "core/selection/recommend.h"

using namespace storewright;
using namespace storewright::selection;
using knowledge::built_in;

namespace {

// A random value for every kind of field, each present in half of the profiles; ranges and extremes included.
Profile random_profile(Generator& random) {
  Profile profile;
  for (const Field& field : profile_fields()) {
    if (random.below(2) == 0) continue;
    void* member = field.member(&profile);
    switch (field.kind) {
      case FieldKind::number: {
        const double low =
            random.below(20) == 0 ? field.min : random.between(0, 1) * random.between(0, 1) * 1e6 + field.min;
        const double width = random.below(3) == 0 ? random.between(0, 1e5) : 0;
        const double high = std::min(low + width, field.max);
        *static_cast<std::optional<Range>*>(member) = Range{std::min(low, high), std::min(low, high), high};
        break;
      }
      case FieldKind::flag: *static_cast<std::optional<bool>*>(member) = random.below(2) == 1; break;
      case FieldKind::choice: field.set_choice(&profile, static_cast<int>(random.below(field.options.size()))); break;
      case FieldKind::choices:
        static_cast<Set<AccessPattern>*>(member)->bits =
            static_cast<std::uint32_t>(random.below(1u << field.options.size()));
        break;
      default: break;
    }
  }
  for (const char* licence : {"permissive", "copyleft", "source_available", "proprietary"})
    if (random.below(8) == 0) profile.licences_excluded.push_back(licence);
  for (const char* engine : {"redis", "mongodb", "cassandra", "no-such-store"})
    if (random.below(8) == 0) profile.stores_in_use.push_back(engine);
  return profile;
}

std::string bytes_of(const Recommendation& answer) {
  JsonWriter writer;
  write_recommendation(writer, answer, built_in());
  return writer.take();
}

bool is_word(const knowledge::TraitValue* value, std::string_view word) {
  const std::string* text = value ? std::get_if<std::string>(value) : nullptr;
  return text && *text == word;
}

}  // namespace

TEST_CASE("2,000 random profiles: one verdict for each record, no bargain about money, and a sound ranking") {
  Generator random(20261122);
  for (int i = 0; i < 2000; ++i) {
    CAPTURE(i);
    const Profile profile = random_profile(random);
    const Recommendation answer = recommend(profile, built_in());

    REQUIRE(answer.verdicts.size() == built_in().engines.size());
    std::set<std::string> rejected;
    for (std::size_t e = 0; e < answer.verdicts.size(); ++e) {
      const EngineVerdict& verdict = answer.verdicts[e];
      CHECK(verdict.engine == built_in().engines[e].id);
      CHECK((verdict.verdict == Verdict::rejected) == !verdict.rejections.empty());
      CHECK((verdict.verdict == Verdict::undecided) == (!verdict.open.empty() && verdict.rejections.empty()));
      CHECK((verdict.verdict == Verdict::undecided) == !verdict.unknowns.empty());
      if (verdict.verdict == Verdict::rejected) rejected.insert(verdict.engine);
      if (built_in().engines[e].record == knowledge::RecordKind::feed) CHECK(verdict.verdict == Verdict::rejected);
    }
    double last = 2;
    for (const RankedEngine& entry : answer.ranking) {
      CHECK(rejected.count(entry.engine) == 0);
      CHECK(built_in().engine(entry.engine)->record == knowledge::RecordKind::engine);
      CHECK(entry.score <= last);
      CHECK(entry.score >= 0);
      CHECK(entry.score <= 1);
      last = entry.score;
      if (profile.money == true || profile.multi_row_transactions == true)
        CHECK(is_word(built_in().engine(entry.engine)->trait("transactions"), "multi_row"));
    }
    CHECK(answer.primary.has_value() == !answer.ranking.empty());
    CHECK(answer.margin >= 0);
    CHECK(answer.margin <= 1);
    for (const Addon& addon : answer.addons) {
      CHECK(addon.engine != answer.primary->engine);
      CHECK(built_in().engine(addon.engine)->record == knowledge::RecordKind::engine);
    }
    CHECK_FALSE(answer_sentence(answer, built_in()).empty());
  }
}

TEST_CASE("the order of lists never matters, and the same profile gives the same bytes") {
  Generator random(7);
  for (int i = 0; i < 100; ++i) {
    CAPTURE(i);
    const Profile profile = random_profile(random);
    Profile turned = profile;
    random.shuffle(turned.licences_excluded);
    random.shuffle(turned.stores_in_use);
    CHECK(bytes_of(recommend(profile, built_in())) == bytes_of(recommend(turned, built_in())));
  }
}

TEST_CASE("an answer that is given never brings back what other answers rejected") {
  Generator random(99);
  for (int i = 0; i < 200; ++i) {
    CAPTURE(i);
    Profile less = random_profile(random);
    less.money.reset();
    less.consistency.reset();
    Profile more = less;
    more.money = true;
    const Recommendation before = recommend(less, built_in());
    const Recommendation after = recommend(more, built_in());
    for (std::size_t e = 0; e < before.verdicts.size(); ++e) {
      const bool only_relaxed =
          before.verdicts[e].verdict != Verdict::rejected || after.verdicts[e].verdict == Verdict::rejected;
      // Rules that ask for a specialist give way where money needs transactions; they are the only ones that may.
      bool specialist = false;
      for (const Reason& reason : before.verdicts[e].rejections)
        specialist = specialist || reason.rule == "deep-graph" || reason.rule == "vectors-beyond-extension" ||
                     reason.rule == "text-search-large" || reason.rule == "sums-over-records";
      CHECK((only_relaxed || specialist));
    }
  }
}
