#include "core/labs/ring_scene.h"

#include <doctest/doctest.h>

#include <string>

using namespace storewright;
using namespace storewright::labs;
using report::Ink;
using report::Scene;

namespace {

RingInput sixteen(std::vector<std::string> add = {}, std::vector<std::string> remove = {}) {
  RingInput input;
  input.add = std::move(add);
  input.remove = std::move(remove);
  return input;
}

Scene scene_of(const RingInput& input) {
  const auto change = change_ring(input);
  const auto answer = analyze_ring(input);
  REQUIRE(change);
  REQUIRE(answer);
  return ring_scene(change->before, *answer, input);
}

/// How wide a text is at most, in a sans-serif font.
double width_of(const report::SceneText& text) { return 0.62 * text.size * static_cast<double>(text.text.size()); }

}  // namespace

TEST_CASE("the ring says its balance in one sentence and its loads in a table") {
  const Scene scene = scene_of(sixteen());
  CHECK(scene.takeaway == "16 shards on 2,400 points: the fullest holds 7.33 % of the circle, 1.17 times the mean.");
  REQUIRE(scene.table.rows.size() == 16);
  CHECK(scene.table.rows[2] == std::vector<std::string>{"2", "1,833", "7.333 %", "0", "0"});
}

RingInput few_points() {
  RingInput input = sixteen();
  input.vnodes = 10;
  return input;
}

TEST_CASE("few points: the arcs close the circle, and no two neighbours belong together") {
  const Scene scene = scene_of(few_points());
  REQUIRE(scene.arcs.size() > 100);
  CHECK(scene.arcs.size() < 160);  // neighbours of one shard are one arc
  CHECK(scene.arcs.front().from_turn == 0);
  CHECK(scene.arcs.back().to_turn == 1);
  for (std::size_t i = 1; i < scene.arcs.size(); ++i) CHECK(scene.arcs[i].from_turn == scene.arcs[i - 1].to_turn);
}

TEST_CASE("many points: one shard stands out, with its exact part of the circle") {
  const Scene fullest = scene_of(sixteen());
  double share = 0;
  for (const report::SceneArc& arc : fullest.arcs)
    if (arc.ink == Ink::accent) share += arc.to_turn - arc.from_turn;
  CHECK(share == doctest::Approx(0.07333).epsilon(0.0001));
  CHECK(fullest.texts.front().text.find("shard 2,") != std::string::npos);
}

TEST_CASE("the outer band covers exactly the part of the circle that moves") {
  const Scene scene = scene_of(sixteen({"16"}));
  double moved = 0;
  double circle = 0;
  double joined = 0;
  for (const report::SceneArc& arc : scene.arcs)
    (arc.width < 10 ? moved : arc.ink == Ink::line ? circle : joined) += arc.to_turn - arc.from_turn;
  CHECK(moved == doctest::Approx(0.05639).epsilon(0.0001));
  CHECK(joined == doctest::Approx(moved));  // the new shard holds what moved, and nothing else
  CHECK(circle == 1);
  CHECK(scene.takeaway.find("1,383 of 25,000 keys (5.53 %) move") != std::string::npos);
}

TEST_CASE("labels number the largest arcs and stay apart, inside the square") {
  const Scene scene = scene_of(few_points());
  std::vector<report::SceneText> labels;
  for (const report::SceneText& text : scene.texts)
    if (text.size == 13) labels.push_back(text);
  CHECK(labels.size() > 8);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    CHECK(labels[i].at.x - width_of(labels[i]) / 2 > 0);
    CHECK(labels[i].at.x + width_of(labels[i]) / 2 < scene.width);
    for (std::size_t j = 0; j < i; ++j) {
      const double dx = labels[i].at.x - labels[j].at.x;
      const double dy = labels[i].at.y - labels[j].at.y;
      CHECK(dx * dx + dy * dy > 20 * 20);
    }
  }
}

TEST_CASE("a ring of very many points is drawn with a bounded number of arcs") {
  RingInput input{.shards = 256, .vnodes = 200, .companies = 100, .keys = {}, .add = {"256"}, .remove = {}};
  const Scene scene = scene_of(input);
  CHECK(scene.arcs.size() <= 2 * 4096);
  CHECK(scene.arcs.back().to_turn <= 1);
}

TEST_CASE("the load chart is readable on a narrow screen") {
  for (const double width : {320.0, 640.0}) {
    const Scene scene = distribution_scene(*analyze_ring(sixteen({"16"}, {"5"})), width);
    CHECK(scene.width == width);
    CHECK(scene.boxes.size() == 16);  // the shard that left has no bar
    for (const report::SceneBox& box : scene.boxes)
      for (const report::SceneText& text : scene.texts)
        if (text.anchor == report::Anchor::end && text.at.x > width / 2)
          CHECK(box.top_left.x + box.width < text.at.x - width_of(text));
    for (const report::SceneText& text : scene.texts) {
      if (text.anchor != report::Anchor::end) continue;
      CAPTURE(text.text);
      CHECK(text.at.x - width_of(text) >= 0);
      CHECK(text.at.x <= width);
    }
  }
  CHECK(distribution_scene(*analyze_ring(sixteen())).takeaway ==
        "25,000 keys on 16 shards: from 1,332 (shard 11) to 1,833 (shard 2), 1,562.5 on average.");
}

TEST_CASE("many shards show the fullest and the emptiest") {
  const Scene scene =
      distribution_scene(*analyze_ring({.shards = 200, .vnodes = 5, .keys = {}, .add = {}, .remove = {}}), 320);
  CHECK(scene.boxes.size() <= 32);
  CHECK(scene.table.rows.size() == 200);
  CHECK(scene.takeaway.find("the fullest and the emptiest 16") != std::string::npos);
}

TEST_CASE("the movement chart compares the ring with an even one and with modulo") {
  const Scene scene = movement_scene(*analyze_ring(sixteen({"16"})), 320);
  REQUIRE(scene.table.rows.size() == 3);
  CHECK(scene.table.rows[0][1] == "5.53 %");
  CHECK(scene.table.rows[1][1] == "5.88 %");
  CHECK(scene.table.rows[2][1] == "93.75 %");
  CHECK(movement_scene(*analyze_ring(sixteen())).takeaway == "Nothing moves until a shard joins or leaves.");
}
