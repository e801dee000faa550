#include "core/practice/figure.h"

#include <doctest/doctest.h>

#include "core/practice/practice.h"
#include "core/practice/variant.h"

using namespace storewright;
using namespace storewright::practice;

namespace {

Problems problems_of(const std::string& figure) {
  const Result<Json> question = read_json("{\"figures\":[" + figure + "]}");
  REQUIRE(question);
  Problems problems;
  read_figures(*question, "/questions/0", problems);
  return problems;
}

/// A figure with the numbers of a seed.
Figure figure_of(const char* question, std::string_view id, int seed = 0) {
  const Question* found = find_question(built_in_practice().questions, question);
  REQUIRE(found);
  const auto numbers = right_numbers(*found, variant_of(*found, seed));
  REQUIRE(numbers);
  for (const Figure& figure : found->figures)
    if (figure.id == id) return with_numbers(figure, *numbers);
  FAIL("no such figure");
  return {};
}

}  // namespace

TEST_CASE("a figure with a fault is refused") {
  const std::string head = R"("id":"f","title":"t","takeaway":"a",)";
  const std::string boxes = R"("kind":"flow","boxes":[{"id":"a","label":"A","column":0,"row":0},{"id":"b","label":"B","column":1,"row":0}],)";
  struct Row {
    std::string figure;
    std::size_t problems;
  };
  const Row rows[] = {
      {"{" + head + R"("kind":"steps","columns":["w","p"],"frames":[["1","x"],["2","y"]]})", 0},
      {"{" + head + R"("kind":"steps","columns":["w","p"],"frames":[["1","x"],["2"]]})", 1},     // not as wide as the columns
      {"{" + head + R"("kind":"steps","columns":["w","p"],"frames":[["1","x"]]})", 1},           // one moment is no step
      {"{" + head + R"("kind":"steps","columns":["w"],"frames":[["1"],["2"]]})", 1},             // no place
      {"{" + head + R"("kind":"film","columns":["w","p"],"frames":[["1","x"],["2","y"]]})", 1},
      {"{" + head + boxes + R"("ways":[{"from":"a","to":"b","label":"l"}]})", 0},
      {"{" + head + boxes + R"("ways":[{"from":"a","to":"c","label":"l"}]})", 1},                // no such box
      {"{" + head + boxes + R"("ways":[{"from":"b","to":"a","label":"l"}]})", 1},                // back to an earlier column
      {"{" + head + R"("kind":"flow"})", 2},
  };
  for (const Row& row : rows) {
    CAPTURE(row.figure);
    CHECK(problems_of(row.figure).size() == row.problems);
  }
}

TEST_CASE("a copy that is overtaken: without a time the old version survives, with the document's time the new one") {
  const Figure race = figure_of("mongodb-to-cassandra", "backfill-race");
  const std::vector<std::string>& end = race.frames.back();
  CHECK(end[1] == "version 2");
  CHECK(end[2].starts_with("version 1"));
  CHECK(end[3].starts_with("version 2"));
}

TEST_CASE("a position sent once is gone after two intervals, one that is renewed stays, whatever the interval") {
  struct Row { int seed; const char* interval; const char* gone; };
  Row rows[] = {{0, "4", "8"}, {0, "3", "6"}, {0, "5", "10"}};
  const Question* question = find_question(built_in_practice().questions, "ride-sharing");
  REQUIRE(question);
  for (Row& row : rows) {
    CAPTURE(row.interval);
    while (shown_number(variant_of(*question, row.seed).variables.at("interval")) != row.interval) REQUIRE(++row.seed < 100);
    const Figure life = figure_of("ride-sharing", "position-life", row.seed);
    CHECK(life.takeaway == "A single position at second 0 is gone at second " + std::string(row.gone) + "; renewed every " + row.interval + " seconds it stays.");
    REQUIRE(life.frames.size() == 4);
    CHECK(life.frames[1][0] == row.interval);
    CHECK(life.frames[2][0] == row.gone);
    for (std::size_t i = 0; i < life.frames.size(); ++i) {
      CHECK(life.frames[i][1].starts_with("gone") == (i >= 2));
      CHECK_FALSE(life.frames[i][2].starts_with("gone"));
    }
  }
}

TEST_CASE("a figure names no number that is not there") {
  for (const Question& question : built_in_practice().questions)
    for (const Figure& figure : question.figures) {
      CAPTURE(figure.id);
      const Figure drawn = figure_of(question.id.c_str(), figure.id);
      std::string all = drawn.title + drawn.takeaway;
      for (const auto& frame : drawn.frames)
        for (const std::string& cell : frame) all += cell;
      for (const FigureBox& box : drawn.boxes) all += box.keeps;
      for (const FigureWay& way : drawn.ways) all += way.label;
      CHECK(all.find('{') == std::string::npos);
    }
}

TEST_CASE("rides reach the analysts by way of the log, and positions never touch the database of rides") {
  const Figure flow = figure_of("ride-sharing", "data-flow");
  std::string ways;
  for (const FigureWay& way : flow.ways) ways += flow.boxes[way.from].id + ">" + flow.boxes[way.to].id + " ";
  CHECK(ways == "app>postgresql phone>kafka postgresql>kafka kafka>clickhouse kafka>messages kafka>redis ");
}
