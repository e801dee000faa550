// The shared cases, natively: the expected values, and the laws that hold for every reply.
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "core/api/api.h"
#include "tests/unit/source_file.h"

using namespace storewright;

namespace {

constexpr const char* case_files[] = {"sharding",  "links",    "recommend",    "whatif",      "cost",
                                      "reference", "practice", "progress", "grade", "practice_choices", "audited_answers", "migration", "case_studies", "consistency", "scaling", "calculators", "polyglot", "audit", "prices", "bad_input"};

Json cases_of(const std::string& name) {
  auto json = read_json(source_file("tests/cases/" + name + ".json"), pack_limits);
  REQUIRE_MESSAGE(json, name);
  return json.take();
}

std::string written(const Json& json) {
  JsonWriter writer;
  writer.value(json);
  return writer.take();
}

/// The item of a list by its place, or by the "engine", "id" or "field" that it bears: a place moves with every record
/// that is added.
const Json* item_of(const Json::Array& items, const std::string& key) {
  if (!key.empty() && key.find_first_not_of("0123456789") == key.npos) {
    const auto index = static_cast<std::size_t>(std::stoi(key));
    return index < items.size() ? &items[index] : nullptr;
  }
  for (const Json& item : items)
    for (const char* name : {"engine", "id", "field"})
      if (const Json* value = item.find(name); value && value->text() && *value->text() == key) return &item;
  return nullptr;
}

/// The part of a value at a JSON Pointer without escapes, or null.
const Json* at(const Json* json, std::string_view pointer) {
  while (json && !pointer.empty()) {
    pointer.remove_prefix(1);
    const std::string key(pointer.substr(0, pointer.find('/')));
    pointer.remove_prefix(key.size());
    const Json::Array* items = json->array();
    json = items ? item_of(*items, key) : json->find(key);
  }
  return json;
}

std::string params_of(const Json& test) {
  if (const Json* text = test.find("text")) return *text->text();
  const Json* params = test.find("params");
  return params ? written(*params) : "{}";
}

template <class Use>
void for_each_case(Use&& use) {
  for (const char* name : case_files) {
    const Json file = cases_of(name);
    for (const Json& test : *file.find("cases")->array()) use(test);
  }
}

}  // namespace

TEST_CASE("every shared case has the values it expects") {
  for_each_case([](const Json& test) {
    const std::string name = *test.find("name")->text();
    CAPTURE(name);
    const api::Reply reply = api::call(*test.find("method")->text(), params_of(test));
    const Json* expect = test.find("expect");
    if (!expect) return;
    const auto answer = read_json(reply.json, pack_limits);
    REQUIRE(answer);
    for (const JsonMember& wanted : *expect->object()) {
      CAPTURE(wanted.key);
      const Json* found = at(&*answer, wanted.key);
      REQUIRE(found);
      CHECK(written(*found) == written(wanted.value));
    }
  });
}

TEST_CASE("every reply is JSON, and the same call gives the same bytes") {
  for_each_case([](const Json& test) {
    const std::string name = *test.find("name")->text();
    CAPTURE(name);
    const std::string method = *test.find("method")->text();
    const api::Reply reply = api::call(method, params_of(test));
    const auto answer = read_json(reply.json, pack_limits);
    REQUIRE(answer);
    CHECK((answer->find("error") == nullptr) == reply.ok);
    CHECK(api::call(method, params_of(test)).json == reply.json);
  });
}

TEST_CASE("every method has cases that work and cases that are refused") {
  std::set<std::string> works, refused;
  for_each_case([&](const Json& test) {
    const std::string method = *test.find("method")->text();
    (api::call(method, params_of(test)).ok ? works : refused).insert(method);
  });
  for (const api::Method& method : api::methods()) {
    CAPTURE(method.name);
    CHECK(works.count(std::string(method.name)) == 1);
    CHECK(refused.count(std::string(method.name)) == 1);
  }
}
