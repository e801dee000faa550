#include "core/knowledge/satisfiable.h"

#include <doctest/doctest.h>

#include "core/knowledge/condition.h"

using namespace storewright;
using namespace storewright::knowledge;

namespace {

Condition condition_of(const char* text) {
  const Result<Json> json = read_json(text, pack_limits);
  REQUIRE(json);
  Problems problems;
  Condition condition = read_condition(&*json, "", problems);
  REQUIRE(problems.empty());
  return condition;
}

}  // namespace

TEST_CASE("a condition can hold unless its own parts contradict each other") {
  struct Row {
    bool holds;
    const char* condition;
  };
  const Row rows[] = {
      {true, R"({"all":[]})"},
      {true, R"({"field":"writes_per_second","op":"<","value":5})"},
      {false,
       R"({"all":[{"field":"writes_per_second","op":"<","value":5},{"field":"writes_per_second","op":">=","value":5}]})"},
      {true,
       R"({"all":[{"field":"writes_per_second","op":"<=","value":5},{"field":"writes_per_second","op":">=","value":5}]})"},
      {false,
       R"({"all":[{"field":"writes_per_second","op":"<=","value":5},{"field":"writes_per_second","op":">=","value":5},
                        {"field":"writes_per_second","op":"!=","value":5}]})"},
      {false,
       R"({"all":[{"field":"writes_per_second","op":"=","value":5},{"field":"writes_per_second","op":">","value":5}]})"},
      {true,
       R"({"all":[{"field":"writes_per_second","op":"<","value":5},{"field":"reads_per_second","op":">=","value":5}]})"},
      {true, R"({"any":[{"all":[{"field":"graph_hops","op":"<","value":1},{"field":"graph_hops","op":">","value":2}]},
                        {"field":"graph_hops","op":"=","value":3}]})"},
      {false, R"({"any":[{"all":[{"field":"graph_hops","op":"<","value":1},{"field":"graph_hops","op":">","value":2}]},
                         {"all":[{"field":"graph_hops","op":"=","value":3},{"field":"graph_hops","op":"=","value":4}]}]})"},
      {false, R"({"not":{"all":[]}})"},
      {false, R"({"all":[{"field":"money","op":"=","value":true},{"not":{"field":"money","op":"=","value":true}}]})"},
      {false, R"({"all":[{"field":"money","op":"=","value":true},{"field":"money","op":"=","value":false}]})"},
      {true, R"({"all":[{"field":"money","op":"=","value":true},{"not":{"field":"money","op":"=","value":false}}]})"},
      {false,
       R"({"all":[{"field":"data_model","op":"=","value":"graph"},{"field":"data_model","op":"=","value":"vector"}]})"},
      {false, R"({"all":[{"field":"data_model","op":"has_any","value":["graph","search"]},
                         {"field":"data_model","op":"has_any","value":["vector"]}]})"},
      {true, R"({"all":[{"field":"data_model","op":"has_any","value":["graph","search"]},
                        {"not":{"field":"data_model","op":"=","value":"graph"}}]})"},
      {false, R"({"all":[{"field":"data_model","op":"has_any","value":["graph"]},
                         {"field":"data_model","op":"!=","value":"graph"}]})"},
      {false,
       R"({"all":[{"field":"data_model","op":"known","value":false},{"field":"data_model","op":"=","value":"graph"}]})"},
      {false,
       R"({"all":[{"field":"data_model","op":"known","value":false},{"field":"data_model","op":"known","value":true}]})"},
      {false,
       R"({"all":[{"field":"graph_hops","op":"known","value":false},{"field":"graph_hops","op":"<","value":9}]})"},
      {true,
       R"({"any":[{"field":"graph_hops","op":"known","value":false},{"field":"graph_hops","op":"<","value":9}]})"},
      {true,
       R"({"all":[{"field":"access_patterns","op":"has","value":"joins"},{"field":"access_patterns","op":"has","value":"full_text"}]})"},
      {false, R"({"all":[{"field":"access_patterns","op":"has","value":"joins"},
                         {"not":{"field":"access_patterns","op":"has_any","value":["joins","full_text"]}}]})"},
      {false, R"({"all":[{"field":"access_patterns","op":"has","value":"joins"},
                         {"field":"access_patterns","op":"only","value":["full_text"]}]})"},
      {true, R"({"all":[{"field":"access_patterns","op":"has","value":"joins"},
                        {"not":{"field":"access_patterns","op":"only","value":["joins"]}}]})"},
      {false, R"({"all":[{"field":"access_patterns","op":"only","value":["joins"]},
                         {"not":{"field":"access_patterns","op":"only","value":["joins","full_text"]}}]})"},
      {true, R"({"all":[{"field":"licences_excluded","op":"known","value":false},
                        {"not":{"field":"licences_excluded","op":"has","value":"copyleft"}}]})"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.condition);
    CHECK(can_hold(condition_of(row.condition)) == row.holds);
  }
}

TEST_CASE("every rule of the catalogue can hold") {
  for (const Rule& rule : built_in().rules) CHECK_MESSAGE(can_hold(rule.when), rule.id);
}
