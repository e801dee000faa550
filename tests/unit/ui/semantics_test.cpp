#include "web/ui/semantics.h"

#include <doctest/doctest.h>

#include <set>

#include "core/base/json.h"

using namespace storewright;
using namespace storewright::ui;

namespace {

Tree small_tree() {
  Tree tree{.title = "Decide", .route = "decide", .width = 360, .height = 900, .announcement = "", .nodes = {}};
  Node section{.id = "main", .role = Role::section, .name = "Answer"};
  Node button{.id = "main/go", .depth = 1, .role = Role::button, .name = "Go \"on\"", .rect = {8, 16, 80, 44}};
  button.lines = {{"Go \"on\"", 16, 20, 60}};
  button.font_size = 15;
  button.line_height = 22.5f;
  button.expanded = 0;
  Node slider{.id = "main/n", .depth = 1, .role = Role::slider, .name = "Shards", .value = "16", .value_text = "16 shards", .min = 1, .max = 32, .step = 1};
  tree.nodes = {section, button, slider};
  return tree;
}

}  // namespace

TEST_CASE("the mirror's JSON leaves out what holds its default") {
  const Result<Json> json = read_json(tree_json(small_tree()));
  REQUIRE(json);
  const Json::Array& nodes = *json->find("nodes")->array();
  REQUIRE(nodes.size() == 3);
  CHECK(nodes[0].find("rect") == nullptr);
  CHECK(nodes[0].find("checked") == nullptr);
  CHECK(*nodes[1].find("name")->text() == "Go \"on\"");
  CHECK(*nodes[1].find("expanded")->boolean() == false);
  CHECK(*(*nodes[1].find("rect")->array())[3].number() == 44);
  CHECK(*nodes[2].find("max")->number() == 32);
  CHECK(*nodes[2].find("value")->text() == "16");
}

TEST_CASE("the golden text shows roles, names, values and states, indented by depth") {
  CHECK(tree_golden(small_tree()) ==
        "title: Decide\nroute: decide\nsection \"Answer\"\n  button \"Go \"on\"\" [closed]\n  slider \"Shards\" = \"16 shards\"\n");
}

TEST_CASE("every role has a name of its own") {
  std::set<std::string_view> names;
  int roles = 0;
  for (int role = 0; role <= static_cast<int>(Role::image); ++role, ++roles) names.insert(role_name(static_cast<Role>(role)));
  CHECK(static_cast<int>(names.size()) == roles);
}

TEST_CASE("a header that sorts and a cell that is a link say so, in JSON and in the golden text") {
  Tree tree;
  tree.nodes = {Node{.id = "h", .role = Role::columnheader, .name = "Joins", .sort = "descending"},
                Node{.id = "c", .role = Role::rowheader, .name = "Redis", .href = "#/reference/redis"}};
  const Result<Json> json = read_json(tree_json(tree));
  REQUIRE(json);
  const Json::Array& nodes = *json->find("nodes")->array();
  CHECK(*nodes[0].find("sort")->text() == "descending");
  CHECK(nodes[1].find("sort") == nullptr);
  CHECK(*nodes[1].find("href")->text() == "#/reference/redis");
  const std::string golden = tree_golden(tree);
  CHECK(golden.find("columnheader \"Joins\" sort=descending") != std::string::npos);
  CHECK(golden.find("rowheader \"Redis\" -> #/reference/redis") != std::string::npos);
}
