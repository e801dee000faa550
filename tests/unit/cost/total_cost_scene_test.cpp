#include "core/cost/total_cost_scene.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace storewright;
using namespace storewright::cost;

namespace {

report::Scene scene_of(const TotalCostInput& input, double width) {
  const auto answer = analyze_total_cost(input);
  REQUIRE(answer);
  const auto scene = break_even_scene(input, *answer, width);
  REQUIRE(scene);
  return *scene;
}

TotalCostInput twelve_hours() {
  TotalCostInput input;
  input.self_managed_hours_per_month = Range::exactly(12);
  input.managed_hours_per_month = Range::exactly(0);
  return input;
}

bool says(const report::Scene& scene, std::string_view words) {
  return std::any_of(scene.texts.begin(), scene.texts.end(), [&](const report::SceneText& text) { return text.text == words; });
}

/// How wide a text is at most, in a sans-serif font.
double width_of(const report::SceneText& text) { return 0.58 * text.size * static_cast<double>(text.text.size()); }

}  // namespace

TEST_CASE("the crossing, the present point and both lines are named where they are") {
  const report::Scene scene = scene_of(twelve_hours(), 640);
  for (const char* words : {"same at 4.5 h", "12 h: $3,000", "By yourselves", "Managed"}) CHECK(says(scene, words));
  const std::vector<std::string> even = {"4.5", "$1,500", "$1,500"};
  CHECK(std::count(scene.table.rows.begin(), scene.table.rows.end(), even) == 1);
}

TEST_CASE("at every width the words stay inside the picture and apart") {
  for (const double width : {288.0, 320.0, 480.0, 640.0}) {
    for (const double hours : {0.0, 2.0, 4.4, 5.0, 12.0, 200.0, 9000.0, 100000.0}) {
      CAPTURE(width);
      CAPTURE(hours);
      TotalCostInput input = twelve_hours();
      input.self_managed_hours_per_month = Range::exactly(hours);
      const report::Scene scene = scene_of(input, width);
      std::vector<report::SceneText> texts = scene.texts;
      for (const report::SceneText& text : texts) {
        const double w = width_of(text);
        const double from = text.at.x - (text.anchor == report::Anchor::end ? w : text.anchor == report::Anchor::middle ? w / 2 : 0);
        CAPTURE(text.text);
        CHECK(from >= -2);
        CHECK(from + w <= width + 8);
        CHECK(text.at.y >= 6);
        CHECK(text.at.y <= scene.height - 6);
      }
      texts.erase(std::remove_if(texts.begin(), texts.end(), [](const auto& text) { return !text.bold; }), texts.end());
      for (std::size_t i = 0; i < texts.size(); ++i)
        for (std::size_t j = i + 1; j < texts.size(); ++j) {
          const bool beside = texts[i].at.x + width_of(texts[i]) <= texts[j].at.x + 8 || texts[j].at.x + width_of(texts[j]) <= texts[i].at.x + 8;
          const double apart = texts[i].at.y - texts[j].at.y;
          CAPTURE(texts[i].text);
          CAPTURE(texts[j].text);
          CHECK((beside || apart > 14 || apart < -14));
        }
    }
  }
}

TEST_CASE("no crossing is said, and no picture is drawn of what is not known") {
  TotalCostInput lower = twelve_hours();
  lower.managed_usd_per_month = Range::exactly(400);
  CHECK(scene_of(lower, 640).takeaway == "The lines do not cross: managed costs less at any number of hours.");
  TotalCostInput unknown = twelve_hours();
  unknown.hourly_rate_usd.reset();
  CHECK_FALSE(break_even_scene(unknown, *analyze_total_cost(unknown), 640));
}

TEST_CASE("a side whose hours are unknown is drawn without any, and that is said") {
  TotalCostInput input = twelve_hours();
  input.managed_hours_per_month.reset();
  CHECK(scene_of(input, 640).takeaway.find("as if the managed one took no hours") != std::string::npos);
}
