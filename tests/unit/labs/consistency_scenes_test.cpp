#include "core/labs/consistency_scenes.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace storewright;
using namespace storewright::labs;

namespace {

bool says(const report::Scene& scene, std::string_view words) {
  return std::any_of(scene.texts.begin(), scene.texts.end(), [&](const auto& text) { return text.text == words; });
}

/// Everything lies inside of the picture, texts by their middle.
void check_inside(const report::Scene& scene) {
  for (const report::SceneBox& box : scene.boxes) {
    CHECK(box.top_left.x >= 0);
    CHECK(box.top_left.x + box.width <= scene.width);
    CHECK(box.top_left.y + box.height <= scene.height);
  }
  for (const report::SceneText& text : scene.texts) {
    CHECK(text.at.x >= 0);
    CHECK(text.at.x <= scene.width);
    CHECK(text.at.y <= scene.height);
  }
}

}  // namespace

TEST_CASE("the figure of lagging replicas says what is missing, and its table says when") {
  for (const double width : {640.0, 320.0}) {
    CAPTURE(width);
    const ReplicaLagInput input;
    const auto answer = follow_replicas(input);
    REQUIRE(answer);
    const report::Scene scene = replica_lag_scene(input, *answer, width);
    check_inside(scene);
    CHECK(says(scene, "own comment missing"));
    CHECK(says(scene, "reply alone"));
    CHECK(says(scene, "nothing yet"));
    REQUIRE(scene.table.rows.size() == 4);  // comment, reply written, reply visible, comment visible
    CHECK(scene.table.rows[2] == std::vector<std::string>{"300 ms", "both", "own comment missing", "reply alone"});
    CHECK(scene.table.rows[3] == std::vector<std::string>{"800 ms", "both", "comment", "both"});
  }
}

TEST_CASE("without lag nothing is missing") {
  const ReplicaLagInput input{.lag_ms = 0, .reply_after_ms = 0, .reply_lag_ms = 0, .read_after_ms = 0};
  const auto answer = follow_replicas(input);
  REQUIRE(answer);
  const report::Scene scene = replica_lag_scene(input, *answer);
  check_inside(scene);
  CHECK_FALSE(says(scene, "own comment missing"));
  CHECK(scene.table.rows.size() == 1);
}

TEST_CASE("the figure of a lost update draws two clients, and leaves more to its table") {
  const auto two = lose_updates({});
  REQUIRE(two);
  const report::Scene scene = lost_update_scene(*two, 320);
  check_inside(scene);
  CHECK(scene.boxes.size() == 4);
  CHECK(says(scene, "110 instead of 120"));
  const auto many = lose_updates({.clients = 3});
  REQUIRE(many);
  CHECK(lost_update_scene(*many).boxes.empty());
  CHECK(lost_update_scene(*many).table.rows.size() == 6);
}
