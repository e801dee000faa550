#include "core/report/scene.h"

#include <doctest/doctest.h>

#include <string>

#include "core/report/circle.h"

using namespace storewright::report;

namespace {

Scene one_of_each() {
  Scene scene;
  scene.title = "Load & \"balance\"";
  scene.takeaway = "1 < 2";
  scene.arcs = {{{50, 50}, 40, 0, 0.25, Ink::series_3, 6}, {{50, 50}, 20, 0, 1, Ink::accent, 2}};
  scene.boxes = {{{1, 2}, 3, 4, Ink::good, 2, false}, {{1, 2}, 3, 4, Ink::line, 0, true}};
  scene.lines = {{{0, 0}, {10, 10}, Ink::line, 1, true}};
  scene.dots = {{{5, 5}, 2, Ink::bad}};
  scene.texts = {{{1, 1}, "a<b", Anchor::end, Ink::text, 14, true}};
  return scene;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("an SVG carries the title and the takeaway, and its texts cannot break out of it") {
  const std::string svg = scene_svg(one_of_each());
  CHECK(has(svg, "<title>Load &amp; &quot;balance&quot;</title>"));
  CHECK(has(svg, "<desc>1 &lt; 2</desc>"));
  CHECK(has(svg, ">a&lt;b</text>"));
  CHECK(has(svg, "viewBox=\"0 0 640 360\""));
}

TEST_CASE("shapes are drawn in the order arcs, boxes, lines, dots, texts") {
  const std::string svg = scene_svg(one_of_each());
  CHECK(svg.find("<path") < svg.find("<rect"));
  CHECK(svg.find("<rect") < svg.find("<line"));
  CHECK(svg.find("<line") < svg.find("r=\"2\""));
  CHECK(svg.find("r=\"2\"") < svg.find("<text"));
}

TEST_CASE("colours follow the theme where there is one") {
  const std::string svg = scene_svg(one_of_each());
  CHECK(has(svg, ".fill-good{fill:var(--sw-good,#1a7f37)}"));
  CHECK(has(svg, "class=\"fill-good\" fill=\"#1a7f37\""));
}

TEST_CASE("a quarter arc starts at the top and turns clockwise; a full one is a circle") {
  const std::string svg = scene_svg(one_of_each());
  CHECK(has(svg, "d=\"M50 10A40 40 0 0 1 90 50\""));
  CHECK(has(svg, "<circle cx=\"50\" cy=\"50\" r=\"20\""));
}

TEST_CASE("sine and cosine of turns are those of the tables") {
  struct Row {
    double turn, sine, cosine;
  };
  const Row rows[] = {
      {0, 0, 1},
      {1.0 / 12, 0.5, 0.8660254037844386},
      {0.125, 0.7071067811865476, 0.7071067811865476},
      {0.25, 1, 0},
      {0.375, 0.7071067811865476, -0.7071067811865476},
      {0.5, 0, -1},
      {0.75, -1, 0},
      {1, 0, 1},
      {-0.25, -1, 0},
      {0.9, -0.5877852522924731, 0.8090169943749475},
  };
  for (const Row& row : rows) {
    CAPTURE(row.turn);
    CHECK(sine_of_turn(row.turn) - row.sine < 1e-13);
    CHECK(row.sine - sine_of_turn(row.turn) < 1e-13);
    CHECK(cosine_of_turn(row.turn) - row.cosine < 1e-13);
    CHECK(row.cosine - cosine_of_turn(row.turn) < 1e-13);
  }
}

TEST_CASE("a CSV quotes what would break it and ends lines as RFC 4180 says") {
  CHECK(table_csv({"Caption", {{"Name", false}, {"Keys", true}}, {{"plain", "1,833"}, {"say \"hi\"", "2\n3"}}}) ==
        "Name,Keys\r\nplain,\"1,833\"\r\n\"say \"\"hi\"\"\",\"2\n3\"\r\n");
  CHECK(table_csv({}) == "");
}
