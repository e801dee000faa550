#include "core/knowledge/reference.h"

#include <doctest/doctest.h>

#include "core/knowledge/rule_fields.h"

using namespace storewright;
using namespace storewright::knowledge;

namespace {

Result<Reference> load(const std::string& list, const std::string& items) {
  std::string text = R"({"format":"storewright/reference@1")";
  for (const char* name : {"glance", "cheat_sheet", "checklist", "branches", "field_words", "trait_words", "backing"})
    text.append(",\"").append(name).append("\":").append(name == list ? items : "[]");
  return load_reference_pack(read_json(text + "}").take());
}

constexpr const char* glance =
    R"("category":"graph","engines":[],"consistency":"c","unit":"u","queries":"q","complexity":"low","best_for":"b","source":"s","kind":"measured")";

}  // namespace

TEST_CASE("a reference pack with a problem says where") {
  struct Row {
    const char* list;
    std::string items;
    int code;
    const char* where;
  };
  const std::string bare = std::string("{") + glance;
  const Row rows[] = {
      {"glance", "[" + bare + "}]", 1401, "/glance/0/writes"},
      {"glance", "[" + bare + R"(,"writes":{"low":5,"high":4}}])", 1401, "/glance/0/writes/low"},
      {"glance", "[" + bare + R"(,"writes":{"low":5},"varies":"v"}])", 1401, "/glance/0/writes"},
      {"cheat_sheet", R"([{"id":"a","question":"q","term":"t","source":"s","yes":{"says":"y","set":{}}}])", 1401, "/cheat_sheet/0/no"},
      {"cheat_sheet", R"([{"id":"a","question":"q","term":"t","source":"s","yes":{"says":"y"},"no":{"says":"n","set":{}}}])", 1401, "/cheat_sheet/0/yes/set"},
      {"checklist", R"([{"id":"a","question":"q","why":"w"}])", 1401, "/checklist/0/fields"},
      {"checklist", R"([{"id":"a","question":"q","why":"w","fields":["x"]},{"id":"a","question":"q","why":"w","fields":["x"]}])", 1403, "/checklist/1"},
      {"branches", R"([{"id":"a","title":"t","says":"s","links":[]}])", 1401, "/branches/0/links"},
      {"trait_words", R"([{"field":"a"}])", 1401, "/trait_words/0/trait"},
      {"backing", R"([{"record":"a","facts":1e308}])", 1401, "/backing/0/facts"},
      {"backing", R"([{"record":"a","unverified":0.5}])", 1401, "/backing/0/unverified"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.list));
    CAPTURE(row.items);
    const auto read = load(row.list, row.items);
    REQUIRE_FALSE(read);
    CHECK(read.problems()[0].code == row.code);
    CHECK(read.problems()[0].where == row.where);
  }
  CHECK(load_reference_pack(read_json(R"({"format":"storewright/base@1"})").take()).problems()[0].code == 1400);
}

TEST_CASE("what the reference says fits the catalogue") {
  CHECK(check_reference(built_in_reference(), built_in()).empty());
  Reference wrong = built_in_reference();
  wrong.glance[0].category = "none";
  wrong.glance[1].engines = {"nothing"};
  wrong.glance[2].source = "nowhere";
  wrong.cheat_sheet[0].yes.categories = {"none"};
  wrong.cheat_sheet[1].yes_when->field = "colour";
  wrong.field_words[0].name = "colour";
  wrong.trait_words[0].name = "colour";
  CHECK(check_reference(wrong, built_in()).size() == 7);
}

TEST_CASE("the reference has nine categories, nine short questions, eight checks and five branches") {
  const Reference& all = built_in_reference();
  CHECK(all.glance.size() == built_in().categories.size());
  CHECK(all.cheat_sheet.size() == 9);
  CHECK(all.checklist.size() == 8);
  CHECK(all.branches.size() == 5);
  CHECK(all.backing.size() == built_in().engines.size());
  REQUIRE(all.backing_of("postgresql"));
  CHECK(all.backing_of("postgresql")->facts == static_cast<int>(built_in().engine("postgresql")->traits.size()));
  CHECK_FALSE(all.backing_of("nothing"));
}

TEST_CASE("every field and trait that rules read, and each of its words, has words of its own") {
  const Reference& all = built_in_reference();
  const auto words_for = [](const std::vector<RuleWords>& list, const std::string& name) -> const RuleWords* {
    for (const RuleWords& one : list)
      if (one.name == name) return &one;
    return nullptr;
  };
  const auto check = [&](const auto& self, const Condition& condition, const std::vector<RuleWords>& list) -> void {
    for (const Condition& part : condition.parts) self(self, part, list);
    if (condition.op != Condition::Op::leaf) return;
    CAPTURE(condition.field);
    const RuleWords* words = words_for(list, condition.field);
    REQUIRE(words);
    if (condition.comparison == "known") CHECK_FALSE(words->said.empty());
    else if (condition.value.boolean()) CHECK_FALSE(words->yes.empty());
    std::vector<std::string> named;
    if (condition.value.text()) named.push_back(*condition.value.text());
    if (condition.value.array())
      for (const Json& item : *condition.value.array()) named.push_back(*item.text());
    for (const std::string& word : named) {
      CAPTURE(word);
      CHECK_FALSE(words->value(word).empty());
    }
  };
  for (const Rule& rule : built_in().rules) {
    CAPTURE(rule.id);
    check(check, rule.when, all.field_words);
    check(check, rule.subject, all.trait_words);
  }
}
