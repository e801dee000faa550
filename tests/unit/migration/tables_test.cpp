#include "core/migration/tables.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "core/knowledge/condition.h"
#include "core/migration/situation.h"

using namespace storewright;
using namespace storewright::migration;
using knowledge::built_in;

namespace {

// Small, with one row of each kind that is right; `{}` in a test is replaced by what is wrong.
struct Rows {
  std::string symptoms = R"({"id":"slow","label":"Slow","says":"x","causes":[{"cause":"x","advice":[{"text":"x","step":"index"}]}],"source":"product-rule","kind":"product_rule"})";
  std::string reasons = R"({"id":"fast","label":"Faster","words":["faster"],"verdict":"sound","says":"x","source":"product-rule","kind":"product_rule"})";
  std::string patterns = R"({"id":"copy","label":"Copy","best_for":"x","when":{"field":"live","op":"=","value":false},"risk":"x","downtime":"x","waits":"copy","steps":["x"],"source":"product-rule","kind":"product_rule"})";
  std::string capture = R"({"engine":"postgresql","how":"x","source":"product-rule","kind":"product_rule"})";
  std::string paths = R"({"id":"a-b","from":{"label":"A","engines":["mysql"]},"to":{"label":"B","engines":["postgresql"]},"why":["fast","slow"],"reason":"x","pattern":"copy","steps":[{"text":"x"}],"source":"product-rule","kind":"product_rule"})";
  std::string next_steps = R"({"id":"index","engines":["postgresql"],"title":"x","do":"x","used_up":"x","helps":["slow"],"source":"product-rule","kind":"product_rule"})";
};

Result<Tables> read(const Rows& rows, const std::string& format = "storewright/migrations@1") {
  const std::string text = R"({"format":")" + format + R"(","version":"1","symptoms":[)" + rows.symptoms + R"(],"reasons":[)" +
                           rows.reasons + R"(],"patterns":[)" + rows.patterns + R"(],"capture":[)" + rows.capture +
                           R"(],"paths":[)" + rows.paths + R"(],"next_steps":[)" + rows.next_steps + "]}";
  const Result<Json> json = read_json(text);
  REQUIRE_MESSAGE(json, text);
  return read_tables(*json);
}

std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != text.npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a pack of migrations is read as it is written") {
  const Result<Tables> tables = read({});
  REQUIRE(tables);
  CHECK(check_tables(*tables, built_in()).empty());
  CHECK(tables->symptom("slow")->causes[0].advice[0].step == "index");
  CHECK(tables->pattern("copy")->waits == Waits::copy);
  CHECK(tables->path("a-b")->why.size() == 2);
  CHECK(tables->reason("nothing") == nullptr);
}

TEST_CASE("a pack of another format or with a member missing is no pack") {
  CHECK(read({}, "storewright/migrations@2").problems()[0].code == 1400);
  Rows rows;
  rows.patterns = with(rows.patterns, R"("risk":"x",)", "");
  CHECK(read(rows).problems()[0].where == "/patterns/0/risk");
  rows = {};
  rows.reasons = with(rows.reasons, "sound", "wrong");
  CHECK(read(rows).problems()[0].where == "/reasons/0/first");
}

TEST_CASE("what the rows say of each other must hold") {
  struct Case {
    const char* what;
    std::string Rows::*list;
    const char* from;
    const char* to;
    int code;
  };
  const Case cases[] = {
      {"an engine that does not exist", &Rows::paths, "mysql", "mysqll", 1402},
      {"a service where an engine belongs", &Rows::next_steps, "postgresql", "neon", 1402},
      {"a pattern that does not exist", &Rows::paths, R"("pattern":"copy")", R"("pattern":"beam")", 1402},
      {"a reason that does not exist", &Rows::paths, R"("fast","slow")", R"("fats")", 1402},
      {"a symptom that does not exist", &Rows::next_steps, R"(["slow"])", R"(["slwo"])", 1402},
      {"a step that does not exist", &Rows::symptoms, R"("step":"index")", R"("step":"indx")", 1402},
      {"a source that does not exist", &Rows::reasons, "product-rule", "hearsay", 1402},
      {"a trait that does not exist", &Rows::next_steps, R"("engines":["postgresql"])", R"("where":{"trait":"colour","op":"=","value":"red"})", 1402},
      {"a pattern over another field", &Rows::patterns, R"("field":"live")", R"("field":"money")", 1404},
      {"a step that waits for itself", &Rows::next_steps, R"("helps")", R"("after":["index"],"helps")", 1410},
      {"a step for nobody", &Rows::next_steps, R"("engines":["postgresql"],)", "", 1411},
      {"a reason without words", &Rows::reasons, R"(["faster"])", "[]", 1411},
  };
  for (const Case& row : cases) {
    CAPTURE(row.what);
    Rows rows;
    rows.*row.list = with(rows.*row.list, row.from, row.to);
    const Result<Tables> tables = read(rows);
    REQUIRE(tables);
    const Problems problems = check_tables(*tables, built_in());
    REQUIRE_FALSE(problems.empty());
    CHECK(problems[0].code == row.code);
  }
}

TEST_CASE("a row stands once, and a step waits for steps before it") {
  Rows rows;
  rows.next_steps += "," + rows.next_steps;
  CHECK(check_tables(*read(rows), built_in())[0].code == 1403);
  rows = {};
  const std::string second = with(with(rows.next_steps, R"("id":"index")", R"("id":"grow")"), R"("helps")", R"("after":["index"],"helps")");
  rows.next_steps += "," + second;
  CHECK(check_tables(*read(rows), built_in()).empty());
  Rows wrong;
  wrong.next_steps = second + "," + wrong.next_steps;
  CHECK(check_tables(*read(wrong), built_in())[0].code == 1410);
}

TEST_CASE("the built-in tables hold, and forms are offered what they know") {
  const Tables& tables = built_in_tables();
  // The sources of what is fetched later are not in the base pack; the build has checked them.
  for (const Problem& problem : check_tables(tables, built_in())) CHECK_MESSAGE(problem.where == "/sources", problem.message);
  REQUIRE(built_in().symptoms.size() == tables.symptoms.size());
  REQUIRE(built_in().reasons.size() == tables.reasons.size());
  for (std::size_t i = 0; i < tables.symptoms.size(); ++i) CHECK(built_in().symptoms[i].label == tables.symptoms[i].label);
  for (std::size_t i = 0; i < tables.reasons.size(); ++i) CHECK(built_in().reasons[i].label == tables.reasons[i].label);
}

TEST_CASE("every engine that may be the answer has a next step, and every symptom one that helps it") {
  const Tables& tables = built_in_tables();
  for (const Symptom& symptom : tables.symptoms) {
    CAPTURE(symptom.id);
    CHECK(std::any_of(tables.next_steps.begin(), tables.next_steps.end(), [&](const NextStep& step) { return contains(step.helps, symptom.id); }));
  }
  for (const knowledge::Engine& engine : built_in().engines) {
    if (engine.record != knowledge::RecordKind::engine) continue;
    CAPTURE(engine.id);
    const bool any = std::any_of(tables.next_steps.begin(), tables.next_steps.end(), [&](const NextStep& step) {
      return contains(step.engines, engine.id) || (step.engines.empty() && truth_of_store(step.where, &engine) == Truth::yes);
    });
    CHECK(any);
  }
}
