// Whatever stands in a content file or a pack, loading gives knowledge or
// problems with a code that has a cure.
#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/text.h"
#include "core/knowledge/knowledge.h"
#include "web/site/pack.h"

using namespace storewright;
using namespace storewright::knowledge;

namespace {

// Small, but with at least one record of each kind and every optional member.
const site::ContentFiles& content() {
  static const site::ContentFiles files = {
      {"pack.json", R"({"version":"1"})"},
      {"categories.json", R"({"items":[{"id":"relational","name":"Relational","summary":"Tables – 表."}]})"},
      {"traits.json", R"({"items":[{"id":"fast","label":"Fast","type":"flag"},
        {"id":"joins","label":"Joins","type":"word","words":["full","none"]},
        {"id":"clouds","label":"Clouds","type":"words","words":["here","there"]},
        {"id":"writes","label":"Writes","type":"number","unit":"a second"}]})"},
      {"sources.json",
       R"({"items":[{"id":"rule","title":"A rule","publisher":"Us","address":"","read":"2026-01-02"}]})"},
      {"errors.json", R"({"items":[{"code":1001,"name":"x","cause":"x","cure":"x"}]})"},
      {"presets.json", R"({"items":[{"id":"shop","name":"Shop","what":"a shop","users":1000,"users_are":"people","sentence":"A shop.","profile":{}}]})"},
      {"notes/order.json",
       R"({"items":[{"id":"order","title":"Order","text":"x","correction":"x","source":"rule","kind":"rule_of_thumb"}]})"},
      {"engines/alpha.json",
       R"({"id":"alpha","name":"Alpha","record":"engine","category":"relational",
        "summary":"x","best_for":["x"],"not_for":["x"],"traits":{
        "fast":{"value":true,"source":"rule","kind":"measured","read":"2026-01-02","note":"Seen."},
        "joins":{"value":"full","source":"rule","kind":"unverified"},
        "clouds":{"value":["here"],"source":"rule","kind":"unverified"},
        "writes":{"value":{"low":1,"mid":2,"high":3},"source":"rule","kind":"unverified"}}})"},
      {"engines/beta.json",
       R"({"id":"beta","name":"Beta","record":"service","category":"relational","host":"alpha","traits":{}})"},
      {"migrations/symptoms.json", R"({"items":[]})"},
      {"migrations/reasons.json", R"({"items":[]})"},
      {"migrations/patterns.json", R"({"items":[]})"},
      {"migrations/paths.json", R"({"items":[]})"},
      {"migrations/next_steps.json", R"({"items":[]})"},
      {"rules/consistency.json",
       R"({"items":[{"id":"strict","step":"consistency","when":{"all":[
        {"field":"money","op":"=","value":true},{"not":{"field":"writes_per_second","op":">","value":5}}]},
        "effect":"require","subject":{"any":[{"trait":"joins","op":"=","value":"full"},
        {"trait":"clouds","op":"has_any","value":["here"]}]},"because":"x","source":"rule","kind":"rule_of_thumb"}]})"},
      {"rules/read_write_ratio.json",
       R"({"items":[{"id":"more","step":"read_write_ratio","effect":"add","role":"cache",
        "feed":"x","window":"x","reason":"consistency","instead":"x","subject":{"trait":"fast","op":"=","value":true},"because":"x","source":"rule"}]})"},
      {"rules/data_model.json", R"({"items":[]})"},
      {"rules/scale.json",
       R"({"items":[{"id":"lean","step":"scale","effect":"prefer","strength":2,
        "subject":{"trait":"fast","op":"=","value":true},"because":"x","source":"rule"}]})"},
      {"reference/glance.json",
       R"({"items":[{"category":"relational","engines":["alpha"],"consistency":"x","writes":{"low":1,"high":2},"unit":"x",
        "queries":"x","complexity":"low","best_for":"x","correction":"x","source":"rule","kind":"measured"}]})"},
      {"reference/cheat_sheet.json",
       R"({"items":[{"id":"q","question":"x","term":"x","yes_when":{"field":"money","op":"=","value":true},"no_when":{"not":
        {"field":"money","op":"=","value":true}},"yes":{"says":"x","categories":["relational"],"set":{"money":true}},
        "no":{"says":"x","categories":[],"set":{}},"field":"money","correction":"x","source":"rule","kind":"measured"}]})"},
      {"reference/checklist.json",
       R"({"items":[{"id":"c","question":"x","why":"x","fields":["money"],"answered_when":{"field":"money","op":"known","value":true}}]})"},
      {"reference/branches.json", R"({"items":[{"id":"b","title":"x","says":"x","links":[{"label":"x","href":"#/"}]}]})"},
      {"reference/rule_words.json",
       R"({"fields":[{"field":"money","said":"x","yes":"x","no":"x"},{"field":"platform","said":"x","is":"x","is_not":"x","values":{"aws":"x"}}],
        "traits":[{"trait":"fast","yes":"x"}]})"},
      {"rules/operations.json",
       R"({"items":[{"id":"hosted","step":"operations","effect":"host","host":"managed",
        "because":"x","source":"rule"}]})"},
      {"rules/advice.json",
       R"({"items":[
        {"id":"again","step":"scale","effect":"trigger","because":"x","source":"rule","figure":"x","threshold":5,
         "unit":"x","read_at":"x","field":"writes_per_second"},
        {"id":"until","step":"scale","effect":"limit","because":"x","source":"rule","figure":"x","threshold":5,
         "unit":"x","as_of":"x"},
        {"id":"by","step":"scale","effect":"key","because":"x","source":"rule","key":"x","avoid":"x"},
        {"id":"haste","step":"scale","effect":"mistake","because":"x","source":"rule","title":"x","impact":"x",
         "fix":"x"},
        {"id":"back","step":"scale","effect":"undo","because":"x","source":"rule"},
        {"id":"wider","step":"scale","effect":"extend","because":"x","source":"rule",
         "subject":{"trait":"fast","op":"=","value":true}}]})"},
  };
  return files;
}

Json parsed(std::string_view text) {
  Result<Json> json = read_json(text, pack_limits);
  REQUIRE(json);
  return json.take();
}

site::Packs good_packs() {
  const Result<site::Packs> packs = site::assemble_packs(content());
  for (const Problem& problem : packs ? Problems{} : packs.problems())
    FAIL_CHECK(problem.where << ": " << problem.message);
  REQUIRE(packs);
  return *packs;
}

void check_problems(const Problems& problems) {
  CHECK_FALSE(problems.empty());
  for (const Problem& problem : problems) {
    CAPTURE(problem.code);
    CHECK(built_in().error(problem.code) != nullptr);
    CHECK_FALSE(problem.message.empty());
    CHECK(valid_utf8(problem.message + problem.where));
  }
}

using Load = std::function<Result<Knowledge>(const Json& pack)>;

/// A pack, and what loads it.
struct Pack {
  std::string name;
  Json json;
  Load load;
};

std::vector<Pack> packs() {
  const site::Packs good = good_packs();
  const Result<Knowledge> base = load_base_pack(parsed(good.at("base")));
  REQUIRE(base);
  return {{"base", parsed(good.at("base")), load_base_pack},
          {"evidence", parsed(good.at("evidence")), [bare = *base](const Json& pack) { return with_evidence(bare, pack); }}};
}

/// Calls `use` for every value inside `json`, which it may replace and has to
/// put back.
void for_each_value(Json& json, const std::string& at, const std::function<void(Json&, const std::string&)>& use) {
  use(json, at);
  if (Json::Array* items = json.array())
    for (std::size_t i = 0; i < items->size(); ++i) for_each_value((*items)[i], pointer_to(at, i), use);
  if (Json::Object* members = json.object())
    for (JsonMember& member : *members) for_each_value(member.value, pointer_to(at, member.key), use);
}

}  // namespace

TEST_CASE("a content file that is no JSON object of its kind is refused and named") {
  struct Row {
    std::string text;
    int code;  // 0: refused with whatever code says best what is missing
  };
  std::string deep(65, '[');
  const Row rows[] = {
      {"", 1002},
      {"{\"items\":[NaN]}", 1002},
      {"{\"items\":[],\"items\":[]}", 1003},
      {deep + std::string(65, ']'), 1004},
      {"{\"items\":[\"\xC3\"]}", 1005},
      {"{\"items\":[1e400]}", 1006},
      {std::string((std::size_t{16} << 20) + 1, ' '), 1001},
      {"null", 0},
      {"true", 0},
      {"1e308", 0},
      {"\"x\"", 0},
      {"[]", 0},
      {"{}", 0},
      {"{\"items\":null}", 0},
      {"{\"items\":{}}", 0},
      {"{\"items\":\"" + std::string(10000000, 'x') + "\"}", 0},
  };
  for (const auto& file : content()) {
    const std::string& path = file.first;
    for (const Row& row : rows) {
      // All files are read alike, and megabytes take their time.
      const bool long_text = row.text.size() > 1000000;
      if (long_text && path != content().begin()->first) continue;
      CAPTURE(path);
      CAPTURE(shortened(row.text, 40));
      site::ContentFiles files = content();
      files[path] = row.text;
      const Result<site::Packs> assembled = site::assemble_packs(files);
      REQUIRE_FALSE(assembled);
      check_problems(assembled.problems());
      if (row.code == 0) continue;
      CHECK(assembled.problems()[0].code == row.code);
      CHECK(assembled.problems()[0].where.starts_with(path));
    }
  }
}

TEST_CASE("a content file cut anywhere is refused and named") {
  for (const auto& file : content())
    for (std::size_t size = 0; size < file.second.size(); ++size) {
      const std::string& path = file.first;
      CAPTURE(path);
      CAPTURE(size);
      site::ContentFiles files = content();
      files[path].resize(size);
      const Result<site::Packs> assembled = site::assemble_packs(files);
      REQUIRE_FALSE(assembled);
      CHECK(assembled.problems()[0].code == (valid_utf8(files[path]) ? 1002 : 1005));
      CHECK(assembled.problems()[0].where.starts_with(path + "#byte "));
    }
  CHECK(good_packs().at("base") == good_packs().at("base"));
}

TEST_CASE("a list of lists is refused wherever it stands in a pack") {
  for (Pack& pack : packs())
    for_each_value(pack.json, "", [&](Json& value, const std::string& at) {
      if (pack.name == "evidence" && at == "/version") return;  // nothing reads it
      CAPTURE(pack.name);
      CAPTURE(at);
      const Json good = value;
      value = parsed("[[]]");
      const Result<Knowledge> knowledge = pack.load(pack.json);
      value = good;
      CHECK_FALSE(knowledge);
      if (!knowledge) check_problems(knowledge.problems());
    });
}

TEST_CASE("no value at any place of a pack does more than get it refused") {
  for (Pack& pack : packs()) {
    for (const char* text : {"null", "true", "0", "-1", "1e308", "-1e308", "\"\"", "\"NaN\"", "[]", "[null]", "{}",
                             "{\"low\":3,\"high\":1}", "{\"all\":{}}", "{\"not\":null}"})
      for_each_value(pack.json, "", [&](Json& value, const std::string& at) {
        CAPTURE(pack.name);
        CAPTURE(at);
        CAPTURE(text);
        const Json good = value;
        value = parsed(text);
        const Result<Knowledge> knowledge = pack.load(pack.json);
        value = good;
        if (!knowledge) check_problems(knowledge.problems());
      });
    CHECK(pack.load(pack.json));
  }
}

TEST_CASE(
    "a record that stands twice is refused, and so is a list that is "
    "left out") {
  for (const char* name : {"categories", "traits", "sources", "engines", "rules", "presets", "errors", "notes"}) {
    CAPTURE(name);
    Json pack = parsed(good_packs().at("base"));
    for (JsonMember& member : *pack.object())
      if (member.key == name) member.value.array()->push_back(Json(member.value.array()->front()));
    const Result<Knowledge> knowledge = load_base_pack(pack);
    REQUIRE_FALSE(knowledge);
    CHECK(knowledge.problems()[0].code == 1403);
    check_problems(knowledge.problems());
  }
  for (Pack& pack : packs())
    for (const char* name : {"format", "version", "categories", "traits", "sources", "engines", "rules"}) {
      Json less = pack.json;
      const auto found = std::erase_if(*less.object(), [&](const JsonMember& member) { return member.key == name; });
      CAPTURE(pack.name);
      CAPTURE(name);
      const bool needed = found > 0 && !(pack.name == "evidence" && std::string_view(name) == "version");
      CHECK(static_cast<bool>(pack.load(less)) == !needed);
    }
}
