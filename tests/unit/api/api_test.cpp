#include "core/api/api.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "core/base/generator.h"
#include "core/knowledge/schema_check.h"
#include "tests/unit/source_file.h"

using namespace storewright;

namespace {

std::string schema_of(const api::Method& method) {
  JsonWriter writer;
  method.write_params_schema(writer);
  return writer.take();
}

std::string without_spaces(const std::string& text) {
  std::string out;
  for (const char c : text)
    if (c != ' ' && c != '\n') out += c;
  return out;
}

}  // namespace

TEST_CASE("a method has one name, one sentence and a schema with that name as title") {
  std::set<std::string_view> names;
  for (const api::Method& method : api::methods()) {
    CAPTURE(method.name);
    CHECK(names.insert(method.name).second);
    CHECK(method.summary.back() == '.');
    const auto schema = read_json(schema_of(method));
    REQUIRE(schema);
    REQUIRE(schema->find("title"));
    CHECK(*schema->find("title")->text() == method.name);
    CHECK(schema->find("properties"));
  }
}

TEST_CASE("the schemas in content/ are those of the methods") {
  for (const api::Method& method : api::methods()) {
    const std::string path = "content/schemas/methods/" + std::string(method.name) + ".json";
    CAPTURE(path);
    // When this fails: storewright schemas content/schemas/methods
    CHECK(without_spaces(source_file(path)) == without_spaces(schema_of(method)));
  }
}

TEST_CASE("an error reply has code, message, place and all problems") {
  CHECK(api::error_json({{2201, "/add/0", "There already."}, {1103, "", "Too \"big\"."}}) ==
        R"({"error":{"code":"SW-2201","message":"There already.","where":"/add/0","problems":[)"
        R"({"code":"SW-2201","message":"There already.","where":"/add/0"},)"
        R"({"code":"SW-1103","message":"Too \"big\".","where":""}]}})");
}

TEST_CASE("an unknown method names the nearest, or where to look") {
  struct Row {
    std::string name;
    const char* part;
  };
  const Row rows[] = {
      {"recomend", "Did you mean \"recommend\"?"},   {"sharding.rign", "Did you mean \"sharding.ring\"?"},
      {"frobnicate", "storewright methods --names"}, {"", "storewright methods --names"},
      {"\xff\xfe", "storewright methods --names"},   {std::string(5000, 'x'), "storewright methods --names"},
  };
  for (const Row& row : rows) {
    const api::Reply reply = api::call(row.name, "{}");
    CHECK_FALSE(reply.ok);
    CHECK(reply.json.find("SW-1201") != std::string::npos);
    const auto answer = read_json(reply.json);
    REQUIRE(answer);
    CHECK(answer->find("error")->find("message")->text()->find(row.part) != std::string::npos);
  }
}

TEST_CASE("10 MB of parameters are refused before they are read") {
  const std::string huge = "{\"keys\":[\"" + std::string(10000000, 'x') + "\"]}";
  for (const api::Method& method : api::methods()) {
    const api::Reply reply = api::call(method.name, huge);
    CHECK_FALSE(reply.ok);
    CHECK(reply.json.find("SW-1001") != std::string::npos);
  }
}

TEST_CASE("broken UTF-8 is refused with its place") {
  for (const api::Method& method : api::methods())
    CHECK(api::call(method.name, "{\"a\":\"\xc3\"}").json.find("SW-1005") != std::string::npos);
}

TEST_CASE("a text cut anywhere never crashes and is always answered in JSON") {
  const std::string whole =
      R"({"shards":16,"vnodes":10,"companies":50,"keys":["1","\u00e4"],"add":["16"],"remove":["0"],"route":"x",)"
      R"("within_percent":{"low":1,"mid":2,"high":3},"money":true,"fragment":"#/a?b=c"})";
  for (const api::Method& method : api::methods())
    for (std::size_t size = 0; size <= whole.size(); ++size)
      CHECK(read_json(api::call(method.name, whole.substr(0, size)).json));
}

TEST_CASE("one text or number stands for a list of one") {
  CHECK(api::call("sharding.ring", R"({"add":16})").json == api::call("sharding.ring", R"({"add":["16"]})").json);
  CHECK(api::call("sharding.ring", R"({"keys":[42]})").json == api::call("sharding.ring", R"({"keys":["42"]})").json);
  CHECK(api::call("sharding.plan", R"({"companies":"42"})").json ==
        api::call("sharding.plan", R"({"companies":["42"]})").json);
  CHECK_FALSE(api::call("sharding.ring", R"({"add":1.5})").ok);
  CHECK_FALSE(api::call("sharding.ring", R"({"keys":[null]})").ok);
}
