#include "core/practice/figure.h"

#include <doctest/doctest.h>

#include "core/practice/practice.h"

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

const Figure* figure_of(const char* question, std::string_view id) {
  const Question* found = find_question(built_in_practice().questions, question);
  REQUIRE(found);
  for (const Figure& figure : found->figures)
    if (figure.id == id) return &figure;
  return nullptr;
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
  const Figure* race = figure_of("mongodb-to-cassandra", "backfill-race");
  REQUIRE(race);
  const std::vector<std::string>& end = race->frames.back();
  CHECK(end[1] == "version 2");
  CHECK(end[2].starts_with("version 1"));
  CHECK(end[3].starts_with("version 2"));
}

TEST_CASE("a position sent once is gone after 8 seconds, one that is renewed every 4 seconds stays") {
  const Figure* life = figure_of("ride-sharing", "position-life");
  REQUIRE(life);
  for (const std::vector<std::string>& moment : life->frames) {
    CAPTURE(moment[0]);
    CHECK(moment[1].starts_with("gone") == (moment[0] == "8" || moment[0] == "12"));
    CHECK_FALSE(moment[2].starts_with("gone"));
  }
}

TEST_CASE("rides reach the analysts by way of the log, and positions never touch the database of rides") {
  const Figure* flow = figure_of("ride-sharing", "data-flow");
  REQUIRE(flow);
  std::string ways;
  for (const FigureWay& way : flow->ways) ways += flow->boxes[way.from].id + ">" + flow->boxes[way.to].id + " ";
  CHECK(ways == "app>postgresql phone>kafka postgresql>kafka kafka>clickhouse kafka>messages kafka>redis ");
}
