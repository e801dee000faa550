#include "core/report/rule_words.h"

#include <doctest/doctest.h>

#include <set>

#include "core/knowledge/condition.h"

using namespace storewright;
using namespace storewright::report;
using knowledge::built_in;
using knowledge::built_in_reference;

namespace {

std::string words(std::string_view condition) {
  Problems problems;
  const Json json = read_json(condition).take();
  const knowledge::Condition read = knowledge::read_condition(&json, "", problems);
  REQUIRE(problems.empty());
  return condition_words(read, built_in_reference());
}

std::string subject(std::string_view condition) {
  Problems problems;
  const Json json = read_json(condition).take();
  return subject_words(knowledge::read_condition(&json, "", problems), built_in_reference());
}

}  // namespace

TEST_CASE("a condition is told in words, whatever its shape") {
  const char* const rows[][2] = {
      {R"({"all":[]})", ""},
      {R"({"field":"money","op":"=","value":true})", "a wrong value costs money"},
      {R"({"not":{"field":"money","op":"=","value":true}})", "no wrong value costs money"},
      {R"({"field":"money","op":"!=","value":true})", "no wrong value costs money"},
      {R"({"field":"access_patterns","op":"has","value":"joins"})", "you combine several kinds of records"},
      {R"({"not":{"field":"access_patterns","op":"has_any","value":["joins","full_text"]}})", "you do not combine several kinds of records or search in text"},
      {R"({"field":"access_patterns","op":"only","value":["key_lookup","session_cache"]})", "all you do is look items up by key or keep sessions, counters or cached results"},
      {R"({"field":"planned_writes_per_second","op":">=","value":100000})", "planned writes are at least 100,000 a second"},
      {R"({"not":{"field":"planned_writes_per_second","op":">=","value":100000}})", "planned writes are below 100,000 a second"},
      {R"({"field":"planned_tier","op":"=","value":1})", "the scale tier is 1"},
      {R"({"field":"planned_tier","op":"known","value":false})", "you have not said how large the load is"},
      {R"({"not":{"field":"planned_tier","op":"known","value":false}})", "you have said how large the load is"},
      // Known goes without saying where the value is asked for as well.
      {R"({"all":[{"field":"money","op":"known","value":true},{"field":"money","op":"=","value":true}]})", "a wrong value costs money"},
      {R"({"all":[{"any":[{"field":"data_model","op":"known","value":true},{"field":"access_patterns","op":"known","value":false}]},{"field":"data_model","op":"=","value":"graph"}]})", "the data is a graph"},
      {R"({"all":[{"field":"money","op":"=","value":true},{"any":[{"field":"regions","op":"=","value":"single"},{"field":"latency_p99_ms","op":"<","value":10}]}]})",
       "a wrong value costs money, and either you stay in one region or the slowest bearable read is below 10 ms"},
      {R"({"not":{"all":[{"field":"money","op":"=","value":true},{"field":"regions","op":"=","value":"single"}]}})", "no wrong value costs money, or you do not stay in one region"},
      {R"({"any":[{"field":"money","op":"=","value":true},{"any":[{"field":"regions","op":"=","value":"single"},{"not":{"all":[{"field":"hosting","op":"=","value":"any"},{"field":"platform","op":"=","value":"aws"}]}}]}]})",
       "a wrong value costs money, or you stay in one region, or you do not want either hosting, or you do not run on AWS"},
      {R"({"not":{"field":"access_patterns","op":"only","value":["key_lookup"]}})", "you do more than look items up by key"},
      {R"({"field":"team_engineers","op":"<","value":5})", "there are fewer than 5 engineers"},
      {R"({"not":{"field":"graph_hops","op":">=","value":3}})", "a question follows fewer than 3 hops"},
      {R"({"field":"rpo_seconds","op":"<","value":5})", "rpo seconds is below 5"},
  };
  for (const auto& [written, expected] : rows) {
    const std::string condition = written;  // clang lets no lambda take a structured binding
    CAPTURE(condition);
    CHECK(words(condition) == expected);
  }
}

TEST_CASE("a subject is told as a store with and without abilities") {
  const char* const rows[][2] = {
      {R"({"all":[]})", "a store"},
      {R"({"trait":"transactions","op":"=","value":"multi_row"})", "a store with transactions over several rows"},
      {R"({"trait":"range_scan","op":"=","value":false})", "a store without range scans"},
      {R"({"not":{"trait":"storage_engine","op":"has_any","value":["lsm","columnar"]}})", "a store without an LSM tree or storage by column"},
      {R"({"trait":"managed_on","op":"has_any","value":["aws","vendor"]})", "a store with a managed offer on AWS or of its vendor"},
      {R"({"trait":"operations_burden","op":"has_any","value":["none","low"]})", "a store with no or little work to operate it"},
      {R"({"trait":"data_models","op":"only","value":["log"]})", "a store with nothing but a log"},
      {R"({"trait":"node_data_gb","op":"<=","value":10})", "a store with at most 10 GB on one node"},
      {R"({"any":[{"trait":"self_hostable","op":"=","value":true},{"trait":"managed_on","op":"has","value":"vendor"}]})",
       "a store with the freedom to run it yourselves, or with a managed offer of its vendor"},
  };
  for (const auto& [written, expected] : rows) {
    const std::string condition = written;  // clang lets no lambda take a structured binding
    CAPTURE(condition);
    CHECK(subject(condition) == expected);
  }
}

TEST_CASE("every rule has a sentence and a reason without a gap in it") {
  std::set<std::string> sentences;
  for (const knowledge::Rule& rule : built_in().rules) {
    CAPTURE(rule.id);
    const std::string sentence = rule_sentence(rule, built_in_reference());
    CAPTURE(sentence);
    CHECK(sentence.back() == '.');
    CHECK(sentence.find("  ") == sentence.npos);
    CHECK(sentence.find('{') == sentence.npos);
    CHECK(sentence.find('_') == sentence.npos);
    CHECK(sentence.find(" a store a ") == sentence.npos);
    const std::string reason = general_reason(rule);
    CHECK(reason.find('{') == reason.npos);
    CHECK(reason.size() > 20);
    sentences.insert(rule.id + sentence);
  }
  CHECK(sentences.size() == built_in().rules.size());
}

TEST_CASE("rules are filtered by step, effect and words, together") {
  const auto count = [](const RuleQuery& query) { return select_rules(built_in(), built_in_reference(), query).size(); };
  CHECK(count({}) == built_in().rules.size());
  std::size_t by_step = 0;
  for (int i = 0; i < knowledge::step_count; ++i) by_step += count({.filter = "", .step = static_cast<RuleStep>(i), .effect = {}});
  CHECK(by_step == built_in().rules.size());
  std::size_t by_effect = 0;
  for (int i = 0; i < 12; ++i) by_effect += count({.filter = "", .step = {}, .effect = static_cast<RuleEffect>(i)});
  CHECK(by_effect == built_in().rules.size());
  CHECK(count({.filter = "MONEY  transactions", .step = RuleStep::consistency, .effect = RuleEffect::require}) == 1);
  CHECK(count({.filter = "zebra", .step = {}, .effect = {}}) == 0);
}

TEST_CASE("names of steps and effects are those of the content") {
  for (const knowledge::Rule& rule : built_in().rules) {
    if (rule.id == "money-needs-transactions") {
      CHECK(step_id(rule.step) == "consistency");
      CHECK(effect_id(rule.effect) == "require");
      CHECK(rule_sentence(rule, built_in_reference()) ==
            "When a wrong value costs money: only a store with transactions over several rows and with strong reads and "
            "with safety for the only copy stays.");
    }
    if (rule.id == "hosting-small-team") CHECK(effect_id(rule.effect) == "host");
    if (rule.id == "half-year-review") CHECK(effect_id(rule.effect) == "trigger");
  }
}
