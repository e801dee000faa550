#include "core/selection/addons.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/unit/selection/profile_text.h"

using namespace storewright;
using namespace storewright::selection;

namespace {

const Addon* addon(const Recommendation& answer, std::string_view role) {
  for (const Addon& one : answer.addons)
    if (one.role == role) return &one;
  return nullptr;
}

// A shop whose data asks for a cache, search and analytics at once.
std::string shop(const std::string& more) {
  return R"({"access_patterns":["joins","full_text","aggregation_analytics","session_cache"],"money":true,
             "documents_indexed":200000000,"reads_per_second":9900,"writes_per_second":99)" +
         more + "}";
}

}  // namespace

TEST_CASE("a second store has one of three reasons, and without one there is none") {
  struct Row {
    const char* profile;
    const char* role;
    const char* reason;
  };
  const Row rows[] = {
      {R"({"access_patterns":["joins","aggregation_analytics"],"money":true})", "analytics", "access_patterns"},
      {R"({"access_patterns":["joins","full_text"],"money":true,"documents_indexed":100000000})", "search",
       "missing_capability"},
      {R"({"access_patterns":["joins","session_cache"],"money":true})", "cache", "consistency"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.profile));
    const Recommendation answer = answer_to(row.profile);
    REQUIRE(addon(answer, row.role));
    CHECK(addon(answer, row.role)->reason == row.reason);
    CHECK(answer.addons.size() == 1);
  }
  CHECK(answer_to(R"({"access_patterns":["joins","key_lookup"],"money":true})").addons.empty());
  CHECK(answer_to(R"({"access_patterns":["joins","full_text"],"money":true,"documents_indexed":99999999})").addons.empty());
}

TEST_CASE("without somebody for databases the answer stops at three technologies, and says what it left out and why") {
  for (const char* dba : {"", R"(,"dedicated_dba":false)"}) {
    const Recommendation answer = answer_to(shop(dba));
    CHECK(answer.addons.size() == 2);
    CHECK(addon(answer, "cache"));
    CHECK(addon(answer, "search"));  // an ability that is missing comes before analytics
    REQUIRE(answer.left_out.size() == 1);
    CHECK(answer.left_out[0].role == "analytics");
    CHECK(answer.left_out[0].engine == "clickhouse");
    CHECK_FALSE(answer.left_out[0].because.empty());
    CHECK_FALSE(answer.left_out[0].instead.empty());
  }
  const Recommendation staffed = answer_to(shop(R"(,"dedicated_dba":true)"));
  CHECK(staffed.addons.size() == 3);
  CHECK(staffed.left_out.empty());
}

TEST_CASE("accounts get a store of their own only beside a store without transactions") {
  const Recommendation game = answer_to(
      R"({"access_patterns":["session_cache","key_lookup","range_scan"],"data_model":"key_value","consistency":"eventual"})");
  REQUIRE(game.primary);
  CHECK(game.primary->engine == "redis");
  REQUIRE(game.addons.size() == 1);
  CHECK(game.addons[0].engine == "postgresql");
  CHECK(answer_to(R"({"access_patterns":["session_cache"],"consistency":"eventual"})").addons.empty());
  const Recommendation documents = answer_to(
      R"({"access_patterns":["session_cache","document_entity"],"data_model":"document","schema_change":"variable"})");
  for (const Addon& one : documents.addons) CHECK(one.role == "cache");
}
