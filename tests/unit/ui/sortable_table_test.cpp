#include "web/ui/sortable_table.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <set>

#include "tests/unit/ui/bench.h"

using namespace storewright;
using namespace storewright::ui;

namespace {

constexpr std::size_t many = 225;
constexpr std::size_t columns = 9;

SortableTable made_up(std::size_t rows) {
  SortableTable table{.caption = "Made up", .columns = {}, .rows = {}, .revision = "1"};
  for (std::size_t c = 0; c < columns; ++c) table.columns.push_back({"col" + std::to_string(c), "Column " + std::to_string(c)});
  for (std::size_t r = 0; r < rows; ++r) {
    SortableRow row{"row" + std::to_string(r), {}};
    for (std::size_t c = 0; c < columns; ++c) row.cells.push_back({"value " + std::to_string((r * 37 + c * 11) % 101)});
    row.cells[0].href = "#/row" + std::to_string(r);
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::vector<std::size_t> in_order(std::size_t rows) {
  std::vector<std::size_t> order(rows);
  std::iota(order.begin(), order.end(), std::size_t{0});
  return order;
}

std::vector<const Node*> nodes_of(const Tree& tree, Role role) {
  std::vector<const Node*> found;
  for (const Node& node : tree.nodes)
    if (node.role == role) found.push_back(&node);
  return found;
}

}  // namespace

TEST_CASE("all of 225 rows are declared, and only those on screen are drawn") {
  for (const float width : {1280.0f, 360.0f}) {
    CAPTURE(width);
    Bench bench(width);
    const SortableTable table = made_up(many);
    const std::vector<std::size_t> order = in_order(many);
    TableMeasure measure;
    const auto page = [&] { sortable_table("t", table, order, {0, false}, measure); };
    const Tree tree = bench.draw(page);
    CHECK(nodes_of(tree, Role::row).size() == many + 1);
    CHECK(nodes_of(tree, Role::rowheader).size() == many);
    CHECK(nodes_of(tree, Role::cell).size() == many * (columns - 1));
    CHECK(measure.rows_drawn > 0);
    CHECK(measure.rows_drawn <= 26);  // 800 pixels hold 25 rows of 33
    const int few = bench.vertices;
    bench.around.scroll_y = tree.height / 2;
    bench.draw(page);
    CHECK(measure.rows_drawn > 0);
    CHECK(measure.rows_drawn <= 26);
    CHECK(bench.vertices <= few * 2);
  }
}

TEST_CASE("texts are measured once: not for another frame, another order or a scrolled page, again for another width") {
  Bench bench(1280);
  const SortableTable table = made_up(many);
  std::vector<std::size_t> order = in_order(many);
  TableMeasure measure;
  const auto page = [&] { sortable_table("t", table, order, {1, false}, measure); };
  bench.draw(page);
  CHECK(measure.texts_measured == static_cast<long>(many * columns));
  bench.draw(page);
  std::reverse(order.begin(), order.end());
  bench.draw(page);
  bench.around.scroll_y = 3000;
  bench.draw(page);
  order.resize(5);
  bench.draw(page);
  CHECK(measure.texts_measured == static_cast<long>(many * columns));
  bench.around.width = 1000;
  bench.draw(page);
  CHECK(measure.texts_measured == 2 * static_cast<long>(many * columns));
}

TEST_CASE("a row keeps its ids wherever it is sorted to, and no two nodes share one") {
  Bench bench(1280);
  const SortableTable table = made_up(many);
  std::vector<std::size_t> order = in_order(many);
  TableMeasure measure;
  const auto page = [&] { sortable_table("t", table, order, {0, false}, measure); };
  const auto ids_of = [](const Tree& tree) {
    std::set<std::string> ids;
    for (const Node& node : tree.nodes) ids.insert(node.id);
    CHECK(ids.size() == tree.nodes.size());
    return ids;
  };
  const std::set<std::string> before = ids_of(bench.draw(page));
  std::reverse(order.begin(), order.end());
  CHECK(ids_of(bench.draw(page)) == before);
}

TEST_CASE("the sorted column says so, and a pressed header is told to the page") {
  for (const float width : {1280.0f, 360.0f}) {
    CAPTURE(width);
    Bench bench(width);
    const SortableTable table = made_up(3);
    const std::vector<std::size_t> order = in_order(3);
    TableMeasure measure;
    int pressed = -1;
    const Tree tree = bench.draw([&] { pressed = sortable_table("t", table, order, {2, true}, measure); });
    CHECK(pressed == -1);
    const auto headers = nodes_of(tree, Role::columnheader);
    REQUIRE(headers.size() == columns);
    CHECK(headers[2]->sort == "descending");
    CHECK(headers[0]->sort == "none");
    for (const Node* header : headers) CHECK(header->rect.height >= 44);
    bench.draw([&] { pressed = sortable_table("t", table, order, {2, true}, measure); }, {{headers[4]->id, "press", ""}});
    CHECK(pressed == 4);
  }
}

TEST_CASE("without sorting the headers are plain, and an empty table is no mishap") {
  Bench bench(1280);
  const SortableTable table = made_up(2);
  TableMeasure measure;
  int pressed = 0;
  const Tree tree = bench.draw([&] { pressed = sortable_table("t", table, {}, {}, measure); });
  CHECK(pressed == -1);
  for (const Node* header : nodes_of(tree, Role::columnheader)) CHECK(header->sort.empty());
  CHECK(nodes_of(tree, Role::cell).empty());
}

TEST_CASE("on a phone a link's target is as high as a finger, and every cell names its column") {
  Bench bench(360);
  const SortableTable table = made_up(2);
  const std::vector<std::size_t> order = in_order(2);
  TableMeasure measure;
  const Tree tree = bench.draw([&] { sortable_table("t", table, order, {0, false}, measure); });
  for (const Node* node : nodes_of(tree, Role::rowheader)) CHECK(node->rect.height >= 44);
  CHECK(nodes_of(tree, Role::cell)[0]->name.find("Column 1: ") == 0);
  for (const Node& node : tree.nodes) CHECK(node.rect.x + node.rect.width <= 360.5f);
}
