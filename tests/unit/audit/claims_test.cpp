#include "core/audit/claims.h"

#include <doctest/doctest.h>

#include <set>

#include "core/knowledge/knowledge.h"

using namespace storewright;
using namespace storewright::audit;

namespace {

constexpr const char* totals =
    R"({"wrong":1,"inconsistent":0,"outdated":0,"unsupported":0,"incomplete":0,"risky":0,"holds":0})";

std::string topic(const std::string& id, int order, const std::string& items) {
  return R"({"id":")" + id + R"(","order":)" + std::to_string(order) + R"(,"title":"Title of )" + id +
         R"(","items":[)" + items + "]}";
}

std::string item(const std::string& id, const std::string& more = "", const std::string& recomputed = "So it is.") {
  return R"({"id":")" + id + R"(","documents":["d"],"verdict":"wrong","basis":["computed"],"quoted":"Q",)" + more +
         R"("recomputed":")" + recomputed + R"(","what_to_do":"W"})";
}

/// A figure whose values are 2 and 3 and whose one step is `expression`.
std::string computed(const std::string& expression, const std::string& expected, const std::string& tolerance = "0") {
  return item(
      "a",
      R"("values":[{"name":"TB_stored","value":2},{"name":"days","value":3}],"calculation":[{"name":"result","expression":")" +
          expression + R"(","expect":)" + expected + R"(,"tolerance":)" + tolerance + R"(,"decimals":2}],)",
      "It is {result}, of {TB_stored}.");
}

Result<Audit> load(const std::string& topics) {
  return load_audit_pack(read_json(R"({"format":"storewright/audit@1","version":"1","totals":)" + std::string(totals) +
                                   R"(,"topics":[)" + topics + "]}")
                             .take());
}

}  // namespace

TEST_CASE("topics stand in their order, whatever order their files have") {
  const auto audit = load(topic("b", 2, item("x")) + "," + topic("a", 1, item("y") + "," + item("z")));
  REQUIRE(audit);
  REQUIRE(audit->topics.size() == 2);
  CHECK(audit->topics[0].id == "a");
  CHECK(audit->topics[1].title == "Title of b");
  REQUIRE(audit->claims.size() == 3);
  CHECK(audit->claims[0].id == "y");
  CHECK(audit->claims[2].id == "x");
  CHECK(audit->claims[2].topic == 1);
  CHECK(audit->claim("z") == &audit->claims[1]);
  CHECK(audit->claim("nobody") == nullptr);
}

TEST_CASE("what stands in a text is the number that its calculation comes to") {
  const auto audit = load(topic("t", 1, computed("TB_stored / days * 1000", "666.67", "0.005")));
  REQUIRE(audit);
  const Claim& claim = audit->claims[0];
  CHECK(claim.recomputed == "It is 666.67, of 2.");
  REQUIRE(claim.steps.size() == 1);
  CHECK(claim.steps[0].value == doctest::Approx(2000.0 / 3));
  CHECK(claim.steps[0].line.value == "666.67");
  CHECK(claim.steps[0].line.formula == "TB stored / days x 1,000");
  CHECK(claim.steps[0].line.filled == "2 / 3 x 1,000");
}

TEST_CASE("a step may use the steps before it, and rounds only what is shown") {
  const auto audit = load(topic("t", 1,
                                item("a", R"("values":[{"name":"x","value":1}],"calculation":[
      {"name":"third","expression":"x / 3","expect":0.33,"tolerance":0.005,"decimals":2},
      {"name":"whole","expression":"third * 3","expect":1,"tolerance":0.000001,"decimals":0}],)",
                                     "{third} and {whole}")));
  REQUIRE(audit);
  CHECK(audit->claims[0].recomputed == "0.33 and 1");
}

TEST_CASE("a figure with a fault is refused with its file and its id") {
  struct Row {
    std::string topics;
    int code;
    const char* where;
  };
  const Row rows[] = {
      {topic("t", 1, computed("TB_stored + days", "6")), 1450, "audit/t.json \"a\""},
      {topic("t", 1, computed("TB_stored + days", "5.1", "0.09")), 1450, "audit/t.json \"a\""},
      {topic("t", 1, computed("TB_stored + hours", "5")), 2902, "audit/t.json \"a\""},
      {topic("t", 1, computed("TB_stored +", "5")), 2901, "audit/t.json \"a\""},
      {topic("t", 1, computed("days / (TB_stored - 2)", "5")), 2903, "audit/t.json \"a\""},
      {topic("t", 1, item("a", "", "It is {nothing}.")), 1402, "audit/t.json \"a\""},
      {topic("t", 1, item("a", R"("values":[{"name":"x","value":1},{"name":"x","value":2}],)")), 1403,
       "audit/t.json \"a\""},
      {topic("t", 1, item("a") + "," + item("a")), 1403, "audit/t.json \"a\""},
      {topic("t", 1, item("a")) + "," + topic("u", 2, item("a")), 1403, "audit/u.json \"a\""},
      {topic("t", 1, R"({"id":"a"})"), 1401, "/topics/0/items/0/documents"},
      {topic(
           "t", 1,
           R"({"id":"a","documents":["d"],"verdict":"false","basis":["computed"],"quoted":"Q","recomputed":"R","what_to_do":"W"})"),
       1401, "/topics/0/items/0/verdict"},
      {topic(
           "t", 1,
           R"({"id":"a","documents":["d"],"verdict":"wrong","basis":["rumour"],"quoted":"Q","recomputed":"R","what_to_do":"W"})"),
       1401, "/topics/0/items/0/basis"},
      {R"({"id":"t","order":1,"title":"T"})", 1401, "/topics/0/items"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.topics);
    const auto audit = load(row.topics);
    REQUIRE_FALSE(audit);
    CHECK(audit.problems()[0].code == row.code);
    CHECK(audit.problems()[0].where == row.where);
  }
  CHECK(load_audit_pack(read_json(R"({"format":"storewright/audit@2"})").take()).problems()[0].code == 1400);
  CHECK(load_audit_pack(read_json(R"({"format":"storewright/audit@1","topics":[]})").take()).problems()[0].where ==
        "/totals");
}

TEST_CASE("at the very edge of its tolerance a number is as expected") {
  CHECK(load(topic("t", 1, computed("TB_stored + days", "5.5", "0.5"))));
  CHECK_FALSE(load(topic("t", 1, computed("TB_stored + days", "5.5", "0.499"))));
}

TEST_CASE("two packs become one, topic by topic, and together they must hold as many as was said") {
  const auto first = load(topic("a", 1, item("x")));
  const auto second = load(topic("a", 1, item("y")) + "," + topic("b", 2, item("z")));
  REQUIRE(first);
  REQUIRE(second);
  CHECK(check_totals(*first).empty());
  const Audit both = merged(*first, *second);
  REQUIRE(both.claims.size() == 3);
  CHECK(both.topics.size() == 2);
  CHECK(both.claims[1].id == "y");
  CHECK(both.claims[1].topic == 0);
  CHECK(both.claims[2].topic == 1);
  const Problems problems = check_totals(both);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].code == 1451);
  CHECK(problems[0].where == "audit.json#/wrong");
}

TEST_CASE("the built-in figures are all there, by verdict") {
  const Audit& audit = built_in_audit();
  CHECK(audit.claims.size() == 225);
  CHECK(audit.totals == VerdictCounts{33, 73, 10, 24, 35, 26, 24});
  CHECK(check_totals(audit).empty());
  std::set<std::string> ids;
  std::size_t decisive = 0, of_questions = 0;
  for (const Claim& claim : audit.claims) {
    CAPTURE(claim.id);
    CHECK(ids.insert(claim.id).second);
    decisive += claim.changes_a_decision;
    of_questions += !claim.question.empty();
    CHECK(claim.id.find("a-0") != 0);  // named after what it is about
    CHECK(claim.recomputed.find('{') == std::string::npos);
    CHECK(claim.what_to_do.find('{') == std::string::npos);
    CHECK((claim.page.empty() || claim.page.substr(0, 2) == "#/"));
    for (const Basis basis : claim.basis) CHECK((basis != Basis::source || !claim.sources.empty()));
  }
  CHECK(decisive == 39);
  CHECK(of_questions == 16);
}
