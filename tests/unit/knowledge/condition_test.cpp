#include "core/knowledge/condition.h"

#include <doctest/doctest.h>

#include <map>
#include <string>

using namespace storewright;
using namespace storewright::knowledge;

namespace {

Condition condition(const std::string& text) {
  const Result<Json> json = read_json(text);
  REQUIRE(json);
  Problems problems;
  Condition read = read_condition(&*json, "", problems);
  REQUIRE(problems.empty());
  return read;
}

Truth truth_of(const std::string& text, const std::map<std::string, TraitValue>& values) {
  return evaluate(condition(text), [&](const Condition& leaf) {
    const auto found = values.find(leaf.field);
    return leaf_truth(leaf, found == values.end() ? nullptr : &found->second);
  });
}

}  // namespace

TEST_CASE("a comparison holds, fails, or is unknown when the range straddles the threshold or nobody gave a value") {
  const std::map<std::string, TraitValue> values = {
      {"rate", Range{90, 100, 110}},
      {"exact", Range::exactly(100)},
      {"flag", true},
      {"word", std::string("strong")},
      {"set", std::vector<std::string>{"joins", "range_scan"}},
  };
  struct Row {
    const char* leaf;
    Truth truth;
  };
  const Row rows[] = {
      {R"({"field":"exact","op":">=","value":100})", Truth::yes},
      {R"({"field":"exact","op":">","value":100})", Truth::no},
      {R"({"field":"exact","op":"<","value":100})", Truth::no},
      {R"({"field":"exact","op":"<=","value":100})", Truth::yes},
      {R"({"field":"exact","op":"!=","value":100})", Truth::no},
      {R"({"field":"rate","op":">=","value":90})", Truth::yes},
      {R"({"field":"rate","op":">=","value":100})", Truth::unknown},
      {R"({"field":"rate","op":">","value":110})", Truth::no},
      {R"({"field":"flag","op":"=","value":true})", Truth::yes},
      {R"({"field":"flag","op":"!=","value":true})", Truth::no},
      {R"({"field":"word","op":"=","value":"strong"})", Truth::yes},
      {R"({"field":"word","op":"has_any","value":["causal","strong"]})", Truth::yes},
      {R"({"field":"set","op":"has","value":"joins"})", Truth::yes},
      {R"({"field":"set","op":"has_any","value":["full_text"]})", Truth::no},
      {R"({"field":"set","op":"only","value":["joins","range_scan","geospatial"]})", Truth::yes},
      {R"({"field":"set","op":"only","value":["joins"]})", Truth::no},
      {R"({"field":"missing","op":"=","value":true})", Truth::unknown},
      {R"({"field":"missing","op":"known","value":true})", Truth::no},
      {R"({"field":"missing","op":"known","value":false})", Truth::yes},
      {R"({"field":"flag","op":"known","value":true})", Truth::yes},
      {R"({"all":[]})", Truth::yes},
      {R"({"any":[]})", Truth::no},
      {R"({"all":[{"field":"flag","op":"=","value":true},{"field":"missing","op":"=","value":1}]})", Truth::unknown},
      {R"({"all":[{"field":"flag","op":"=","value":false},{"field":"missing","op":"=","value":1}]})", Truth::no},
      {R"({"any":[{"field":"flag","op":"=","value":true},{"field":"missing","op":"=","value":1}]})", Truth::yes},
      {R"({"not":{"field":"missing","op":"=","value":1}})", Truth::unknown},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.leaf));
    CHECK(truth_of(row.leaf, values) == row.truth);
  }
}
