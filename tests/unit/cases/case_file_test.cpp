#include "core/cases/case_file.h"

#include <doctest/doctest.h>

#include "core/cases/case_number.h"
#include "core/cases/shard_route.h"

using namespace storewright;
using namespace storewright::cases;

namespace {

const std::string good =
    R"({"format":"storewright/cases@1","version":"1","items":[{"id":"a","title":"A","short":"A","sentence":"A.",)"
    R"("part_word":"Stage","axis":{"id":"month","label":"Month","unit":"month","scale":"linear","first":1},)"
    R"("source":"s","starts":{"year":2020,"month":1},"cost_parts":[{"id":"x","label":"X"}],"claims":[],"parts":[)"
    R"({"id":"p","name":"P","from":1,"until":3,"sentence":"P.","takeaway":"P.","nodes":[{"id":"n","name":"N","kind":"main"}],)"
    R"("arrows":[{"from":"n","to":"n","label":"l"}],"cost":{"x":5}},)"
    R"({"id":"q","name":"Q","from":3,"until":4,"sentence":"Q.","takeaway":"Q.","nodes":[],"arrows":[],"cost":{"x":6}}]}]})";

std::string with(const std::string& what, const std::string& instead) {
  std::string text = good;
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), instead);
}

Result<std::vector<Case>> loaded(const std::string& text) {
  const auto json = read_json(text);
  REQUIRE(json);
  return load_case_pack(*json);
}

}  // namespace

TEST_CASE("a pack of cases is read as it is written") {
  const auto all = loaded(good);
  REQUIRE(all);
  CHECK((*all)[0].parts[1].cost == std::vector<double>{6});
  CHECK((*all)[0].part("q"));
  CHECK_FALSE((*all)[0].part("r"));
}

TEST_CASE("every fault of a case is a problem with its place") {
  struct Row {
    const char* what;
    const char* instead;
    int code;
    const char* where;
  };
  const Row rows[] = {
      {"cases@1", "cases@2", 2401, "/format"},
      {"\"from\":3", "\"from\":4", 2402, "/items/0/parts/1"},
      {"\"until\":4", "\"until\":3", 2402, "/items/0/parts/1"},
      {"\"to\":\"n\"", "\"to\":\"m\"", 2403, "/items/0/parts/0/arrows/0"},
      {"\"cost\":{\"x\":5}", "\"cost\":{}", 2404, "/items/0/parts/0/cost/x"},
      {"\"cost\":{\"x\":5}", "\"cost\":{\"x\":-1}", 2404, "/items/0/parts/0/cost/x"},
      {"\"cost\":{\"x\":5}", "\"cost\":{\"x\":5,\"y\":1}", 2404, "/items/0/parts/0/cost"},
      {"\"id\":\"q\"", "\"id\":\"p\"", 2405, "/items/0/parts/1"},
      {"\"kind\":\"main\"", "\"kind\":\"king\"", 1401, "/items/0/parts/0/nodes/0/kind"},
      {"\"kind\":\"main\"", "\"column\":0.5", 1401, "/items/0/parts/0/nodes/0/column"},
      {"\"scale\":\"linear\",\"first\":1", "\"scale\":\"log\",\"first\":0", 1401, "/items/0/axis/first"},
      {"\"title\":\"A\"", "\"title\":5", 1401, "/items/0/title"},
      {"\"items\":[", "\"item\":[", 1401, "/items"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.instead));
    const auto all = loaded(with(row.what, row.instead));
    REQUIRE_FALSE(all);
    CHECK(all.problems()[0].code == row.code);
    CHECK(all.problems()[0].where == row.where);
  }
}

TEST_CASE("a formula is written with its terms and computed from them") {
  struct Row {
    Operation operation;
    std::vector<Term> terms;
    int decimals;
    const char* formula;
  };
  const Row rows[] = {
      {Operation::times, {{0.065, "a"}, {730, "b"}}, 2, "0.065 x 730 = 47.45"},
      {Operation::divide, {{10000, "a"}, {8, "b"}}, 0, "10,000 / 8 = 1,250"},
      {Operation::plus, {{500, "a"}, {50, "b"}, {100, "c"}, {10, "d"}}, 0, "500 + 50 + 100 + 10 = 660"},
  };
  for (const Row& row : rows)
    CHECK(compute({.label = "x", .operation = row.operation, .terms = row.terms, .decimals = row.decimals}).formula == row.formula);
  CHECK(dollars(143500) == "$143,500");
  CHECK(dollars(-402000) == "-$402,000");
  CHECK(dollars(47.45) == "$47.45");
}

TEST_CASE("a remainder scatters neighbours, and one hot key loads one shard") {
  const RouteAnswer answer = route({.key = "event_id", .shards = 8, .example = 123, .first = 120, .last = 130, .writes_per_second = 10000});
  CHECK(answer.example_shard == 3);
  CHECK(answer.neighbours.size() == 11);
  CHECK(answer.shards_of_neighbours == 8);
  for (const double load : answer.even_load) CHECK(load == 1250);
  for (std::size_t shard = 0; shard < 8; ++shard) CHECK(answer.hot_load[shard] == (shard == 3 ? 10000 : 0));
  CHECK(route({.key = "k", .shards = 1, .example = 9, .first = 9, .last = 9, .writes_per_second = 5}).hot_load == std::vector<double>{5});
}
