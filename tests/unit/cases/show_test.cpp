#include "core/cases/show.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/cases/case_scenes.h"
#include "core/cases/cost_words.h"

using namespace storewright;
using namespace storewright::cases;

namespace {

ShowAnswer shown(const char* study, const char* phase) {
  const auto answer = show_case({.case_id = study, .phase = phase}, built_in_cases(), knowledge::built_in());
  REQUIRE(answer);
  return *answer;
}

// Whether a horizontal or vertical line runs through the inside of a box.
bool runs_through(const report::SceneLine& line, const report::SceneBox& box) {
  const double left = std::min(line.from.x, line.to.x), right = std::max(line.from.x, line.to.x);
  const double top = std::min(line.from.y, line.to.y), bottom = std::max(line.from.y, line.to.y);
  return right > box.top_left.x + 1 && left < box.top_left.x + box.width - 1 && bottom > box.top_left.y + 1 &&
         top < box.top_left.y + box.height - 1;
}

}  // namespace

TEST_CASE("one technology, then three, then four") {
  CHECK(shown("eventflow", "mvp").technologies.size() == 1);
  CHECK(shown("eventflow", "growth").technologies.size() == 3);
  CHECK(shown("eventflow", "scale").technologies.size() == 4);
}

TEST_CASE("every phase is compared store by store, each with one sentence, and a difference names its rule") {
  for (const Case& study : built_in_cases())
    for (const Part& part : study.parts) {
      CAPTURE(part.id);
      const ShowAnswer answer = shown(study.id.c_str(), part.id.c_str());
      CHECK_FALSE(answer.agreements.empty());
      for (const Agreement& agreement : answer.agreements) {
        CHECK_FALSE(agreement.sentence.empty());
        if (agreement.accord != Accord::same) CHECK_FALSE(agreement.rule.empty());
      }
    }
}

TEST_CASE("the rules agree with the first phase and replace the sharded store of the third stage") {
  const ShowAnswer first = shown("eventflow", "mvp");
  REQUIRE(first.agreements.size() == 1);
  CHECK(first.agreements[0].accord == Accord::same);
  const ShowAnswer sharded = shown("dataflow", "sharding");
  CHECK(sharded.agreements[0].accord == Accord::other);
  CHECK(sharded.agreements[0].rule == "data-beyond-one-node");
}

TEST_CASE("no arrow of any case runs through a box, wide or narrow, and everything stays inside the picture") {
  for (const Case& study : built_in_cases())
    for (const Part& part : study.parts)
      for (const double width : {304.0, 590.0, 640.0, 920.0}) {
        CAPTURE(part.id);
        CAPTURE(width);
        const report::Scene scene = architecture_of(study, part, width);
        CHECK(scene.width <= width + 0.001);
        CHECK(scene.table.rows.size() == part.nodes.size());
        for (const report::SceneBox& box : scene.boxes) {
          CHECK(box.top_left.x + box.width <= scene.width);
          CHECK(box.top_left.y + box.height <= scene.height);
          for (const report::SceneLine& line : scene.lines) CHECK_FALSE(runs_through(line, box));
        }
      }
}

TEST_CASE("the cost picture has a row for each stage and one for all, and its words follow from the line") {
  const ShowAnswer answer = shown("dataflow", "cassandra");
  REQUIRE(answer.cost);
  const report::Scene scene = cost_scene(*answer.study, *answer.cost, *answer.part, 320);
  CHECK(scene.table.rows.size() == 6);
  CHECK(scene.table.rows[1][2] == "$22,000 (+158.8 %)");
  CHECK(scene.table.rows[5].back() == "$3,603,000");
  CHECK(part_cost_sentence(*answer.study, *answer.cost, *answer.part) == "$65,000 a month, $650,000 over its 10 months.");
  CHECK(plan_cost_sentences(*answer.study, *answer.cost).size() == 3);
  CHECK_FALSE(shown("eventflow", "mvp").cost);
}
