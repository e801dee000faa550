#include "core/knowledge/published.h"

#include <doctest/doctest.h>

using namespace storewright;
using namespace storewright::knowledge;

namespace {

std::string item(const std::string& id, int year, const std::string& more = "") {
  return R"({"id":")" + id + R"(","company":"C )" + id + R"(","year":)" + std::to_string(year) +
         R"(,"title":"T","publisher":"P","address":"https://example.org/","read":"2026-01-02","before":"B",)"
         R"("profile":{"money":true},"stated":{"money":"Says so."},"chose":"X","why":"Y","gave_up":"Z","lesson":"L",)"
         R"("engines_before":[],"engines_after":["mysql"])" + more + "}";
}

Result<std::vector<PublishedCase>> load(const std::string& items) {
  return load_published_pack(read_json(R"({"format":"storewright/reference_published@1","version":"1","items":[)" + items + "]}").take());
}

}  // namespace

TEST_CASE("published cases stand newest first, then by company") {
  const auto cases = load(item("old", 2010) + "," + item("b", 2020) + "," + item("a", 2020));
  REQUIRE(cases);
  REQUIRE(cases->size() == 3);
  CHECK((*cases)[0].id == "a");
  CHECK((*cases)[1].id == "b");
  CHECK((*cases)[2].id == "old");
  CHECK((*cases)[0].statement("money") == "Says so.");
  CHECK((*cases)[0].statement("regions").empty());
  CHECK((*cases)[0].engines_after == std::vector<std::string>{"mysql"});
}

TEST_CASE("a pack of published cases with a problem says where") {
  struct Row {
    std::string items;
    int code;
    const char* where;
  };
  const Row rows[] = {
      {item("a", 2020) + "," + item("a", 2021), 1403, "/items/1/id"},
      {item("a", 1969), 1401, "/items/0/year"},
      {item("a", 2020, R"(,"also":[{"title":"T","publisher":"P"}])"), 1401, "/items/0/also/0/address"},
      {"7", 1401, "/items/0"},
      {R"({"id":"x"})", 1401, "/items/0/company"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.items);
    const auto cases = load(row.items);
    REQUIRE_FALSE(cases);
    CHECK(cases.problems()[0].code == row.code);
    CHECK(cases.problems()[0].where == row.where);
  }
  CHECK(load_published_pack(read_json(R"({"format":"storewright/reference_published@2","items":[]})").take()).problems()[0].code == 1400);
  CHECK(load_published_pack(read_json(R"({"format":"storewright/reference_published@1"})").take()).problems()[0].where == "/items");
}
