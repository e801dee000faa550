#include "core/audit/query.h"

#include <doctest/doctest.h>

#include "core/base/json.h"
#include "core/base/packs.h"
#include "core/knowledge/knowledge.h"

using namespace storewright;
using namespace storewright::audit;

namespace {

std::size_t count(const ClaimQuery& query) {
  const auto claims = select_claims(built_in_audit(), query);
  REQUIRE(claims);
  return claims->size();
}

}  // namespace

TEST_CASE("figures of practice questions are shown with their question alone") {
  const std::size_t all = count({});
  CHECK(all == 209);
  std::size_t of_questions = 0;
  for (const char* question :
       {"recipe-app", "cassandra-tco", "ecommerce-polyglot", "mongodb-to-cassandra", "ride-sharing"})
    of_questions += count({.question = question});
  CHECK(all + of_questions == built_in_audit().claims.size());
  CHECK(count({.question = "cassandra-tco"}) == 2);
  CHECK(count({.filter = "riders"}) == 0);
  CHECK(count({.filter = "riders", .question = "ecommerce-polyglot"}) == 1);
}

TEST_CASE("a query keeps what fits all of it") {
  CHECK(count({.verdict = Verdict::wrong}) == 29);
  CHECK(count({.decisive_only = true}) == 36);
  CHECK(count({.decisive_only = false}) == 209);
  CHECK(count({.topic = "between"}) == 6);
  // The six on which the texts disagree are of both.
  CHECK(count({.document = Document::dataflow}) + count({.document = Document::selection}) == 209 + 6);
  CHECK(count({.filter = "CHURN  month"}) == count({.filter = "month churn"}));
  CHECK(count({.filter = "churn month"}) > 0);
  CHECK(count({.filter = "churn month zebra"}) == 0);
  CHECK(count({.verdict = Verdict::holds, .decisive_only = true}) == 0);
}

TEST_CASE("a name that there is not is a problem of its field, with the nearest one") {
  const auto topic = select_claims(built_in_audit(), {.topic = "priced"});
  REQUIRE_FALSE(topic);
  CHECK(topic.problems()[0].code == 2701);
  CHECK(topic.problems()[0].where == "/topic");
  CHECK(topic.problems()[0].message.find("\"prices\"") != std::string::npos);
  const auto question = select_claims(built_in_audit(), {.question = "cassandra-tc"});
  REQUIRE_FALSE(question);
  CHECK(question.problems()[0].code == 2702);
  CHECK(question.problems()[0].where == "/question");
}

TEST_CASE("the summary counts in words, and leaves out what there is none of") {
  struct Row {
    VerdictCounts counts;
    const char* sentence;
  };
  const Row rows[] = {
      {{33, 73, 10, 24, 35, 26, 24},
       "225 figures checked: 33 are wrong, 73 contradict another figure, 10 are outdated, 24 have no support, 35 leave "
       "something out, 26 lead into trouble and 24 hold."},
      {{1, 0, 0, 0, 0, 0, 0}, "1 figure checked: 1 is wrong."},
      {{0, 1, 1, 0, 0, 0, 1}, "3 figures checked: 1 contradicts another figure, 1 is outdated and 1 holds."},
      {{}, "0 figures checked."},
  };
  for (const Row& row : rows) CHECK(totals_sentence(row.counts) == row.sentence);
  CHECK(shown_sentence(3, 209) == "Showing 3 of 209 figures.");
  CHECK(shown_sentence(209, 209) == "All 209 figures.");
}

TEST_CASE("what was not looked up is called not verified") {
  Claim claim;
  claim.basis = {Basis::computed, Basis::knowledge};
  CHECK(basis_sentence(claim) == "Compared with the text itself; known, not verified.");
  claim.steps.resize(1);
  claim.basis = {Basis::source, Basis::computed};
  CHECK(basis_sentence(claim) == "Looked up; worked out here.");
  claim.basis = {Basis::run};
  CHECK(basis_sentence(claim) == "Tried on PostgreSQL 15.18.");
}

TEST_CASE("the two texts are called by the titles of their sources") {
  const Field* field = find_field(claim_query_fields(), "document");
  REQUIRE(field != nullptr);
  for (const Option& option : field->options) {
    const knowledge::Source* source = knowledge::built_in().source(option.name);
    REQUIRE(source != nullptr);
    CHECK(source->title == option.label);
  }
  const Field* verdict = find_field(claim_query_fields(), "verdict");
  REQUIRE(verdict->options.size() == verdict_count);
  for (std::size_t i = 0; i < verdict_count; ++i)
    CHECK(verdict->options[i].name == verdict_id(static_cast<Verdict>(i)));
}
