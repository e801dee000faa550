#include "core/selection/answer_scene.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/selection/rulebook.h"

using namespace storewright;
using namespace storewright::selection;

namespace {

Recommendation answer_to(const char* profile) {
  return recommend(*read_profile(*read_json(profile)), built_in_rulebook());
}

bool writes(const report::Scene& scene, std::string_view text) {
  return std::any_of(scene.texts.begin(), scene.texts.end(), [&](const report::SceneText& one) { return one.text == text; });
}

}  // namespace

TEST_CASE("one store is one box behind the application, and nothing has to be kept in step") {
  const report::Scene scene = answer_scene(answer_to(R"({"money":true,"data_model":"relational"})"), knowledge::built_in(), 640);
  REQUIRE(scene.table.rows.size() == 2);
  CHECK(scene.table.rows[0][0] == "Your application");
  CHECK(scene.table.rows[1][0] == "PostgreSQL");
  CHECK(scene.takeaway.find("One store") == 0);
  CHECK(writes(scene, "PostgreSQL"));
}

TEST_CASE("each second store is a box with what feeds it: the primary, or the application itself") {
  const Recommendation answer = answer_to(
      R"({"data_model":"relational","multi_row_transactions":true,"access_patterns":["joins","aggregation_analytics"],"reads_per_second":1000,"writes_per_second":100})");
  REQUIRE_FALSE(answer.addons.empty());
  for (const double width : {320.0, 640.0, 900.0}) {
    CAPTURE(width);
    const report::Scene scene = answer_scene(answer, knowledge::built_in(), width);
    REQUIRE(scene.table.rows.size() == 2 + answer.addons.size());
    for (std::size_t i = 0; i < answer.addons.size(); ++i) {
      const bool own = answer.addons[i].feed.find("application") != std::string::npos;
      CHECK(scene.table.rows[i + 2][2].find(own ? "Your application" : scene.table.rows[1][0]) == 0);
    }
    CHECK(scene.width <= width + 1);
    for (const report::SceneText& text : scene.texts) CHECK((text.at.x >= 0 && text.at.x <= scene.width));
  }
}
