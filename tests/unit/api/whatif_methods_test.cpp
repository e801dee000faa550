// What flips, next_question and recommend.worlds say, tried out through `recommend` as a caller would.
#include <doctest/doctest.h>

#include <string>

#include "core/api/api.h"
#include "core/knowledge/knowledge.h"

using namespace storewright;

namespace {

std::string written(const Json& json) {
  JsonWriter writer;
  writer.value(json);
  return writer.take();
}

Json called(std::string_view method, const Json& params) {
  const api::Reply reply = api::call(method, written(params));
  REQUIRE(reply.ok);
  Result<Json> json = read_json(reply.json);
  REQUIRE(json);
  return json.take();
}

Json with(const Json& profile, const std::string& key, const Json& value) {
  Json::Object members;
  for (const JsonMember& member : *profile.object())
    if (member.key != key) members.push_back(member);
  members.push_back({key, value});
  return Json(std::move(members));
}

/// Who comes first, and of which category; null for nobody.
std::string first_of(const Json& profile, const char* member = "engine") {
  const Json answer = called("recommend", profile);
  const Json::Array& ranking = *answer.find("ranking")->array();
  return ranking.empty() ? "null" : written(*ranking[0].find(member));
}

}  // namespace

TEST_CASE("each flip of each preset, set as it is written, makes recommend name its winner; the value before it does not") {
  for (const knowledge::Preset& preset : knowledge::built_in().presets) {
    CAPTURE(preset.id);
    const Json answer = called("flips", preset.profile);
    CHECK(written(*answer.find("winner")) == first_of(preset.profile));
    const std::string category = first_of(preset.profile, "category");
    CHECK(written(*answer.find("category")) == category);
    for (const Json& flip : *answer.find("flips")->array()) {
      const std::string& field = *flip.find("field")->text();
      CAPTURE(field);
      CAPTURE(written(*flip.find("to")));
      CHECK(first_of(with(preset.profile, field, *flip.find("to"))) == written(*flip.find("winner")));
      CHECK(written(*flip.find("category")) != category);
      if (!flip.find("before")->is_null())
        CHECK(first_of(with(preset.profile, field, *flip.find("before")), "category") == category);
      const Json* from = preset.profile.find(field);
      if (from && from->number()) CHECK(written(*flip.find("from")) == written(*from));
      for (const char* words : {"label", "from_text", "to_text", "says"}) CHECK_FALSE(flip.find(words)->text()->empty());
    }
    const Json* weights = answer.find("weights");
    if (weights->is_null()) continue;
    CHECK(first_of(with(preset.profile, "weights", *weights->find("weights"))) == written(*weights->find("winner")));
  }
}

TEST_CASE("the profile in which a wished store wins is whole, and recommend agrees") {
  for (const char* wish : {"cassandra", "redis", "neo4j", "mongodb"}) {
    CAPTURE(wish);
    const Json& profile = knowledge::built_in().preset("recipe-app")->profile;
    const Json answer = called("flips", with(profile, "target", Json(std::string(wish))));
    const Json* nearest = answer.find("target")->find("nearest");
    REQUIRE(nearest);
    if (nearest->is_null()) continue;
    CHECK(first_of(*nearest->find("profile")) == "\"" + std::string(wish) + "\"");
    Json changed = profile;
    for (const Json& change : *nearest->find("changes")->array())
      changed = with(changed, *change.find("field")->text(), *change.find("to"));
    CHECK(first_of(changed) == "\"" + std::string(wish) + "\"");
  }
}

TEST_CASE("the question that is asked is a field of the profile, its answers are shares of one whole") {
  const Json answer = called("next_question", Json(Json::Object{}));
  REQUIRE(answer.find("field")->text());
  double sum = 0;
  for (const Json& each : *answer.find("answers")->array()) sum += *each.find("share")->number();
  CHECK(sum == doctest::Approx(1));
  sum = 0;
  for (const Json& each : *answer.find("winners")->array()) sum += *each.find("share")->number();
  CHECK(sum == doctest::Approx(1));
  double last = *answer.find("expected_information")->number();
  CHECK(last > 0);
  CHECK(last <= *answer.find("open_bits")->number());
  for (const Json& next : *answer.find("next")->array()) {
    CHECK(*next.find("expected_information")->number() <= last);
    last = *next.find("expected_information")->number();
  }
}

TEST_CASE("a seed gives the same bytes, another one other worlds") {
  const char* profile = R"({"writes_per_second":{"low":100,"high":400000},"data_size_gb":{"low":5,"high":50000},"seed":)";
  for (const char* method : {"next_question", "recommend.worlds"}) {
    const auto reply = [&](const char* seed) { return api::call(method, std::string(profile) + seed + "}").json; };
    CHECK(reply("1") == reply("1"));
    CHECK(reply("1") != reply("2"));
  }
}
