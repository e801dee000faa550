#include "core/migration/situation.h"

#include <doctest/doctest.h>

#include <string>

#include "core/knowledge/condition.h"
#include "tests/unit/selection/profile_text.h"

using namespace storewright;
using namespace storewright::migration;
using knowledge::built_in;

namespace {

Situation situation(const std::string& text) { return situation_of(selection::profile_of(text), built_in()); }

knowledge::Condition condition(const std::string& text) {
  const Result<Json> json = read_json(text);
  REQUIRE(json);
  Problems problems;
  return knowledge::read_condition(&*json, "", problems);
}

}  // namespace

TEST_CASE("what nobody said is absent, and what was said stands under its name") {
  CHECK(situation("{}").values.empty());
  const Situation said = situation(R"({"money":false,"access_patterns":["joins"],"data_model":"document","writes_per_second":100,
    "peak_factor":3,"existing":{"store":"Neon","metrics":{"cpu_percent":50}}})");
  CHECK(std::get<bool>(*said.value("money")) == false);
  CHECK(std::get<std::vector<std::string>>(*said.value("access_patterns")) == std::vector<std::string>{"joins"});
  CHECK(std::get<std::string>(*said.value("data_model")) == "document");
  CHECK(std::get<Range>(*said.value("peak_writes_per_second")) == Range::exactly(300));
  CHECK(said.value("peak_reads_per_second") == nullptr);
  CHECK(said.store->id == "neon");
  CHECK(said.engine->id == "postgresql");
}

TEST_CASE("an open condition names the fields that a person would answer") {
  CHECK(missing_in(condition(R"({"field":"ratio_class","op":"=","value":"write_heavy"})"), situation("{}")) ==
        std::vector<std::string>{"reads_per_second", "writes_per_second"});
  CHECK(missing_in(condition(R"({"field":"peak_writes_per_second","op":">=","value":5})"),
                   situation(R"({"writes_per_second":{"low":1,"mid":5,"high":9}})")) == std::vector<std::string>{"writes_per_second"});
  CHECK(missing_in(condition(R"({"all":[{"field":"money","op":"=","value":true},{"field":"tier","op":"=","value":1}]})"),
                   situation(R"({"money":false})")).empty());
}

TEST_CASE("words are meant as whole words, whatever their case") {
  const std::vector<std::string> words = {"ACID", "gc"};
  CHECK(means("We need acid guarantees", "x", "", words));
  CHECK(means(" X ", "x", "", {}));
  CHECK(means("the label", "x", "The label", {}));
  CHECK_FALSE(means("acidity", "x", "", words));
  CHECK_FALSE(means("gce", "x", "", words));
  CHECK_FALSE(means("", "x", "y", words));
  CHECK_FALSE(means(" ", "", "", words));
}

TEST_CASE("conditions may read every field of a profile and nothing else") {
  CHECK(is_situation_field("existing.metrics.io_wait_percent"));
  CHECK(is_situation_field("ratio_class"));
  CHECK_FALSE(is_situation_field("writes"));
}
