#include "core/knowledge/schema_check.h"

#include <doctest/doctest.h>

#include <string>

using namespace storewright;
using namespace storewright::knowledge;

namespace {

Problems check(const char* value, const char* schema) {
  const auto json = read_json(value);
  const auto rules = read_json(schema);
  REQUIRE(json);
  REQUIRE(rules);
  return check_schema(*json, *rules);
}

}  // namespace

TEST_CASE("each keyword accepts and refuses as draft 2020-12 says") {
  struct Row {
    const char* schema;
    const char* good;
    const char* bad;
  };
  const Row rows[] = {
      {R"({"type":"object"})", "{}", "[]"},
      {R"({"type":"array"})", "[]", "{}"},
      {R"({"type":"string"})", R"("")", "1"},
      {R"({"type":"boolean"})", "false", "0"},
      {R"({"type":"null"})", "null", "0"},
      {R"({"type":"number"})", "1.5", R"("1.5")"},
      {R"({"type":"integer"})", "2.0", "2.5"},
      {R"({"type":["string","number"]})", "1", "true"},
      {R"({"required":["a"]})", R"({"a":null})", R"({"b":1})"},
      {R"({"properties":{"a":{"type":"number"}}})", R"({"a":1,"b":"x"})", R"({"a":"1"})"},
      {R"({"properties":{"a":true},"additionalProperties":false})", R"({"a":1})", R"({"b":1})"},
      {R"({"additionalProperties":{"type":"number"}})", R"({"a":1})", R"({"a":"1"})"},
      {R"({"items":{"type":"number"}})", "[1,2]", R"([1,"2"])"},
      {R"({"enum":["a",1,null]})", "null", R"("b")"},
      {R"({"const":{"a":1}})", R"({"a":1})", R"({"a":2})"},
      {R"({"minimum":1})", "1", "0.99"},
      {R"({"maximum":1})", "1", "1.01"},
      {R"({"minItems":1})", "[0]", "[]"},
      {R"({"maxItems":1})", "[0]", "[0,1]"},
      {R"({"minLength":2})", R"("äö")", R"("ä")"},
      {R"({"oneOf":[{"type":"number"},{"type":"string"}]})", "1", "true"},
      {R"({"oneOf":[{"minimum":1},{"maximum":3}]})", "0", "2"},
      {R"({"$ref":"#/$defs/n","$defs":{"n":{"type":"number"}}})", "1", "true"},
      {R"({"type":["array","number"],"items":{"$ref":"#"}})", "[[1],[[2]]]", "[[true]]"},
      {R"({"title":"t","description":"d","default":1,"examples":[],"$id":"x"})", "7", nullptr},
      {"true", "7", nullptr},
      {"false", nullptr, "7"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.schema);
    if (row.good) CHECK(check(row.good, row.schema).empty());
    if (!row.bad) continue;
    const Problems problems = check(row.bad, row.schema);
    REQUIRE_FALSE(problems.empty());
    CHECK(problems[0].code == 1408);
  }
}

TEST_CASE("a keyword speaks only of values of its own kind") {
  for (const char* schema : {R"({"minimum":5})", R"({"minItems":5})", R"({"minLength":5})", R"({"required":["a"]})",
                             R"({"items":false})", R"({"additionalProperties":false})"})
    CHECK(check("true", schema).empty());
}

TEST_CASE("every problem is reported, each at its place") {
  const Problems problems = check(R"({"items":[{"id":1},{"x/y":2}]})", R"({
      "properties": {"items": {"items": {
        "properties": {"id": {"type": "string"}}, "required": ["id"], "additionalProperties": false}}}})");
  REQUIRE(problems.size() == 3);
  CHECK(problems[0].where == "/items/0/id");
  CHECK(problems[1].where == "/items/1");
  CHECK(problems[2].where == "/items/1/x~1y");
}

TEST_CASE("a value that fits no form is told what the nearest form wants") {
  const Problems problems = check(R"({"all":1})", R"({"oneOf":[
      {"type":"object","properties":{"all":{"type":"array"}},"required":["all"],"additionalProperties":false},
      {"type":"object","properties":{"field":true,"op":true},"required":["field","op"],"additionalProperties":false}]})");
  REQUIRE(problems.size() == 2);
  CHECK(problems[1].where == "/all");
}

TEST_CASE("a schema that says what is not known here, or nothing, is a problem") {
  for (const char* schema : {R"({"pattern":"^a"})", R"({"minProperties":1})", R"({"$ref":"#/$defs/none"})",
                             R"({"$ref":"other.json"})", R"({"$ref":"#"})", "7", R"({"enum":1})", R"({"oneOf":1})"}) {
    CAPTURE(schema);
    CHECK_FALSE(check("1", schema).empty());
  }
}
