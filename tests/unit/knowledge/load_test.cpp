#include <doctest/doctest.h>

#include <string>

#include "core/knowledge/knowledge.h"

using namespace storewright;
using namespace storewright::knowledge;

namespace {

// A small complete pack; a test replaces one piece of it to see what the loader says.
std::string pack_with(const std::string& from, const std::string& to) {
  std::string text = R"({"format":"storewright/base@1","version":"1",
    "categories":[{"id":"relational","name":"Relational"}],
    "traits":[{"id":"joins","label":"Joins","type":"word","words":["full","none"]},{"id":"fast","label":"Fast","type":"flag"},
              {"id":"speed","label":"Speed","type":"number","unit":"a second"}],
    "sources":[{"id":"rule","title":"A rule"}],
    "engines":[{"id":"beta","name":"Beta","record":"engine","category":"relational","traits":{"joins":"full","fast":true,"speed":{"low":1,"high":3}}},
               {"id":"alpha","name":"Alpha","record":"service","category":"relational","host":"beta","traits":{"speed":2}}],
    "rules":[{"id":"later","step":"scale","effect":"prefer","subject":{"trait":"fast","op":"=","value":true},"because":"x","source":"rule"},
             {"id":"first","step":"consistency","when":{"field":"money","op":"=","value":true},"effect":"require",
              "subject":{"trait":"joins","op":"=","value":"full"},"because":"x","source":"rule"}]})";
  if (from.empty()) return text;
  const std::size_t at = text.find(from);
  REQUIRE(at != text.npos);
  return text.replace(at, from.size(), to);
}

Result<Knowledge> load(const std::string& text) {
  const Result<Json> json = read_json(text, pack_limits);
  REQUIRE(json);
  return load_base_pack(*json);
}

}  // namespace

TEST_CASE("a base pack loads with engines in id order and rules in step order") {
  const Result<Knowledge> knowledge = load(pack_with("", ""));
  REQUIRE(knowledge);
  CHECK(knowledge->engines[0].id == "alpha");
  CHECK(knowledge->rules[0].id == "first");
  const Engine* beta = knowledge->engine("beta");
  REQUIRE(beta);
  REQUIRE(beta->trait("speed"));
  CHECK(std::get<Range>(*beta->trait("speed")) == Range{1, 2, 3});
  CHECK(beta->trait("missing") == nullptr);
  CHECK(knowledge->engine("gamma") == nullptr);
}

TEST_CASE("each kind of wrong content is refused with its code and place") {
  struct Row {
    const char* from;
    const char* to;
    int code;
    const char* where;
  };
  const Row rows[] = {
      {"storewright/base@1", "storewright/base@9", 1400, "/format"},
      {"\"version\":\"1\"", "\"version\":1", 1401, "/version"},
      {"\"fast\":true", "\"fast\":\"yes\"", 1401, "/engines/0/traits/fast"},
      {"\"joins\":\"full\",", "\"joins\":\"some\",", 1401, "/engines/0/traits/joins"},
      {"\"low\":1,\"high\":3", "\"low\":4,\"high\":3", 1401, "/engines/0/traits/speed"},
      {"\"fast\":true", "\"fats\":true", 1402, "/engines/0/traits/fats"},
      {"\"host\":\"beta\"", "\"host\":\"gamma\"", 1402, "/engines/alpha/host"},
      {"\"record\":\"service\"", "\"record\":\"engine\"", 1402, "/engines/alpha/host"},
      {"\"record\":\"service\"", "\"record\":\"feed\"", 1402, "/engines/alpha/host"},
      {"\"record\":\"service\"", "\"record\":\"queue\"", 1401, "/engines/1/record"},
      {"\"category\":\"relational\",\"host\"", "\"category\":\"graph\",\"host\"", 1402, "/engines/alpha/category"},
      {"\"id\":\"alpha\"", "\"id\":\"beta\"", 1403, "/engines/1"},
      {"\"field\":\"money\"", "\"field\":\"mony\"", 1404, "/rules/first/when"},
      {"\"op\":\"=\",\"value\":true},\"effect\":\"require\"", "\"op\":\"<\",\"value\":true},\"effect\":\"require\"",
       1401, "/rules/first/when"},
      {"\"trait\":\"joins\",\"op\":\"=\",\"value\":\"full\"", "\"trait\":\"joins\",\"op\":\"=\",\"value\":\"half\"",
       1402, "/rules/first/subject"},
      {"\"trait\":\"fast\"", "\"trait\":\"fats\"", 1402, "/rules/later/subject"},
      {"\"source\":\"rule\"},\n             {", "\"source\":\"none\"},\n             {", 1402, "/rules/later/source"},
      {"\"effect\":\"prefer\"", "\"effect\":\"like\"", 1401, "/rules/0/effect"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.to));
    const Result<Knowledge> knowledge = load(pack_with(row.from, row.to));
    REQUIRE_FALSE(knowledge);
    CHECK(knowledge.problems()[0].code == row.code);
    CHECK(knowledge.problems()[0].where == row.where);
  }
}

TEST_CASE("packs of other shapes are problems, never crashes") {
  for (const char* text :
       {"null", "[]", "{}", "{\"format\":\"storewright/base@1\"}", "{\"format\":\"storewright/base@1\",\"engines\":3}",
        "{\"format\":\"storewright/"
        "base@1\",\"version\":\"1\",\"categories\":[1],\"traits\":[[]],\"sources\":[null],\"engines\":[{}],\"rules\":[{"
        "\"when\":3}]}"}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(load(text));
  }
}

TEST_CASE("evidence names the source of each trait and is refused when the trait or the source is unknown") {
  Result<Knowledge> knowledge = load(pack_with("", ""));
  REQUIRE(knowledge);
  const auto evidence = [&](const std::string& engines) {
    const Result<Json> json = read_json(
        "{\"format\":\"storewright/"
        "evidence@1\",\"version\":\"1\",\"notes\":[],\"errors\":[],\"sources\":[{\"id\":\"rule\",\"title\":\"Ours\",\"publisher\":\"Us\",\"address\":\"\",\"read\":"
        "\"2026-01-02\"}],\"engines\":" +
        engines + "}");
    REQUIRE(json);
    return with_evidence(*knowledge, *json);
  };
  const Result<Knowledge> complete =
      evidence(R"({"beta":{"traits":{"joins":{"source":"rule","kind":"measured","read":"2026-01-02","note":"Seen."}}}})");
  REQUIRE(complete);
  CHECK(complete->source("rule")->publisher == "Us");
  const Evidence& joins = complete->engine("beta")->evidence.find("joins")->second;
  CHECK(joins.kind == FactKind::measured);
  CHECK(joins.note == "Seen.");

  CHECK(evidence(R"({"gamma":{"traits":{}}})").problems()[0].code == 1402);
  CHECK(evidence(R"({"beta":{"traits":{"colour":{}}}})").problems()[0].code == 1402);
  CHECK(evidence(R"({"beta":{"traits":{"joins":{"source":"none"}}}})").problems()[0].code == 1402);
  CHECK(evidence("[]").problems()[0].code == 1401);
}

TEST_CASE(
    "the built-in pack has engines of all nine categories, rules of all five steps and the text of every error it may "
    "give") {
  const Knowledge& knowledge = built_in();
  CHECK(knowledge.categories.size() == 9);
  for (const Category& category : knowledge.categories) {
    CAPTURE(category.id);
    bool found = false;
    for (const Engine& engine : knowledge.engines)
      found = found || (engine.record == RecordKind::engine && engine.category == category.id);
    CHECK(found);
  }
  for (int step = 0; step < step_count; ++step) {
    CAPTURE(step);
    bool found = false;
    for (const Rule& rule : knowledge.rules) found = found || rule.step == static_cast<Step>(step);
    CHECK(found);
  }
  for (const int code : {1400, 1401, 1402, 1403, 1404, 2001}) {
    CAPTURE(code);
    CHECK(knowledge.error(code) != nullptr);
  }
  CHECK(knowledge.presets.size() >= 8);
}
