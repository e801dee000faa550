#include "core/report/question_figure.h"

#include <doctest/doctest.h>

#include "core/practice/practice.h"

using namespace storewright;
using namespace storewright::report;

namespace {

practice::Figure race() {
  return {.id = "race", .kind = practice::FigureKind::steps, .title = "Race", .takeaway = "The later one wins.",
          .columns = {"What happens", "Old store", "New store"},
          .frames = {{"Start", "version 1", "nothing"}, {"A change arrives", "version 2", "version 2"}, {"The copy arrives", "version 2", "version 1"}}};
}

}  // namespace

TEST_CASE("what has just changed stands out, and the table has all moments") {
  const practice::Figure figure = race();
  struct Row { std::size_t moment; bool old_store, new_store; };
  const Row rows[] = {{0, false, false}, {1, true, true}, {2, false, true}, {9, false, true}};   // past the end: the last one
  REQUIRE(moments_of(figure) == 3);
  for (const Row& row : rows) {
    CAPTURE(row.moment);
    const Scene scene = question_figure(figure, row.moment, 640);
    REQUIRE(scene.boxes.size() == 2);
    CHECK(scene.boxes[0].outline != row.old_store);
    CHECK(scene.boxes[1].outline != row.new_store);
    CHECK(scene.table.rows.size() == 3);
    CHECK(scene.takeaway == "The later one wins.");
  }
}

TEST_CASE("every figure of the questions stays in its frame, wide and narrow, and its places do not jump") {
  for (const practice::Question& question : practice::built_in_practice().questions)
    for (const practice::Figure& figure : question.figures)
      for (const double width : {320.0, 400.0, 560.0, 640.0}) {
        CAPTURE(figure.id);
        CAPTURE(width);
        for (std::size_t moment = 0; moment < moments_of(figure); ++moment) {
          const Scene scene = question_figure(figure, moment, width);
          CHECK_FALSE(scene.title.empty());
          CHECK_FALSE(scene.table.rows.empty());
          for (const SceneBox& box : scene.boxes) {
            CHECK(box.top_left.x >= 0);
            CHECK(box.top_left.x + box.width <= width + 0.5);
            CHECK(box.top_left.y + box.height <= scene.height + 0.5);
          }
          for (const SceneText& text : scene.texts) CHECK(text.at.y <= scene.height);
        }
      }
}

TEST_CASE("on a narrow screen the places stand one under the other") {
  const Scene wide = question_figure(race(), 1, 640), narrow = question_figure(race(), 1, 320);
  CHECK(wide.boxes[0].top_left.y == wide.boxes[1].top_left.y);
  CHECK(narrow.boxes[0].top_left.x == narrow.boxes[1].top_left.x);
  CHECK(narrow.height > wide.height);
}
