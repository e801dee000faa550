#include "web/site/pack.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/base/json.h"
#include "core/knowledge/knowledge.h"

using namespace storewright;
using storewright::site::assemble_packs;

namespace {

site::ContentFiles content() {
  return {
      {"pack.json", R"({"version":"1"})"},
      {"categories.json", R"({"items":[{"id":"relational","name":"Relational"}]})"},
      {"traits.json", R"({"items":[{"id":"fast","label":"Fast","type":"flag"}]})"},
      {"sources.json",
       R"({"items":[{"id":"rule","title":"A rule","publisher":"Us","address":"","read":"2026-01-02"}]})"},
      {"errors.json", R"({"items":[{"code":1001,"name":"x","cause":"x","cure":"x"}]})"},
      {"presets.json", R"({"items":[]})"},
      {"engines/alpha.json", R"({"id":"alpha","name":"Alpha","record":"engine","category":"relational",
        "traits":{"fast":{"value":true,"source":"rule","kind":"measured","read":"2026-01-02","note":"Seen."}}})"},
      {"migrations/symptoms.json", R"({"items":[]})"},
      {"migrations/reasons.json", R"({"items":[]})"},
      {"migrations/patterns.json", R"({"items":[]})"},
      {"migrations/paths.json", R"({"items":[]})"},
      {"migrations/next_steps.json", R"({"items":[]})"},
      {"rules/consistency.json",
       R"({"items":[{"id":"r","step":"consistency","effect":"prefer","subject":{"trait":"fast","op":"=","value":true},"because":"x","source":"rule"}]})"},
      {"rules/read_write_ratio.json", R"({"items":[]})"},
      {"rules/data_model.json", R"({"items":[]})"},
      {"rules/scale.json", R"({"items":[]})"},
      {"rules/operations.json", R"({"items":[]})"},
      {"reference/glance.json", R"({"items":[]})"},
      {"reference/cheat_sheet.json", R"({"items":[]})"},
      {"reference/checklist.json", R"({"items":[]})"},
      {"reference/branches.json", R"({"items":[]})"},
      {"reference/rule_words.json", R"({"fields":[],"traits":[]})"},
      {"schemas/engine.schema.json", "this is not read"},
  };
}

}  // namespace

TEST_CASE("the base pack holds what decides, the evidence pack holds why to believe it") {
  const auto packs = assemble_packs(content());
  REQUIRE(packs);
  CHECK(packs->at("base").find("\"fast\":true") != std::string::npos);
  CHECK(packs->at("base").find("Seen.") == std::string::npos);
  CHECK(packs->at("evidence").find(
            "\"fast\":{\"source\":\"rule\",\"kind\":\"measured\",\"read\":\"2026-01-02\",\"note\":\"Seen.\"}") !=
        std::string::npos);
  CHECK(assemble_packs(content())->at("base") == packs->at("base"));
}

TEST_CASE("the reference pack counts how well each record is backed") {
  site::ContentFiles files = content();
  files["engines/alpha.json"] = R"({"id":"alpha","name":"Alpha","record":"engine","category":"relational",
    "traits":{"fast":{"value":true,"source":"","kind":"unverified","read":"2020-01-02"}}})";
  const std::string counted = R"("backing":[{"record":"alpha","facts":1,"unverified":)";
  CHECK(assemble_packs(content())->at("reference").find(counted + R"(0,"oldest":"2026-01-02"}])") != std::string::npos);
  CHECK(assemble_packs(files)->at("reference").find(counted + R"(1,"oldest":""}])") != std::string::npos);
}

TEST_CASE("a pack with a problem is not made, and the problem names the file") {
  struct Row {
    const char* path;
    const char* text;
    int code;
    const char* where;
  };
  const Row rows[] = {
      {"rules/scale.json", "{\"items\":[", 1002, "rules/scale.json#byte"},
      {"rules/scale.json", "{}", 1401, "rules/scale.json"},
      {"engines/alpha.json", R"({"id":"alpha","name":"Alpha","category":"none","traits":{}})", 1402, "/engines/alpha"},
      {"pack.json", "{}", 1401, "/version"},
      {"sources.json", R"({"items":[]})", 1402, "/rules/r/source"},
      {"reference/glance.json", "{}", 1401, "reference/glance.json"},
      {"reference/rule_words.json", "{}", 1401, "reference/rule_words.json"},
      {"reference/checklist.json", R"({"items":[{"id":"a","question":"q","why":"w","fields":["x"],"answered_when":{"field":"colour","op":"known"}}]})", 1404, "reference/checklist.json \"a\""},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.path));
    CAPTURE(std::string(row.text));
    site::ContentFiles files = content();
    files[row.path] = row.text;
    const auto packs = assemble_packs(files);
    REQUIRE_FALSE(packs);
    CHECK(packs.problems()[0].code == row.code);
    CHECK(packs.problems()[0].where.find(row.where) == 0);
  }
  site::ContentFiles files = content();
  files.erase("errors.json");
  CHECK(assemble_packs(files).problems()[0].where == "errors.json");
}

TEST_CASE("the generated source is made of short pieces and holds every byte") {
  const std::string base(20001, 'x');
  const std::string source = site::pack_source("base", base);
  std::size_t held = 0;
  std::size_t longest = 0;
  for (std::size_t at = source.find("R\"pack~("); at != source.npos; at = source.find("R\"pack~(", at + 1)) {
    const std::size_t start = at + 8;
    const std::size_t length = source.find(")pack~\"", start) - start;
    held += length;
    longest = std::max(longest, length);
  }
  CHECK(held == base.size());
  CHECK(longest <= 16000);
  // Clang gives up counting the letters of some 800,000 in one constant.
  CHECK(source.find(")pack~\", 8000},") != source.npos);
}
