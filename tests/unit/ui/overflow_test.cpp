#include "web/ui/overflow.h"

#include <doctest/doctest.h>

#include <functional>
#include <string>

#include "tests/unit/ui/bench.h"
#include "web/ui/widgets.h"

using namespace storewright;
using namespace storewright::ui;

TEST_CASE("words that leave their rectangle are named, those within a pixel are not") {
  struct Row {
    Line line;
    bool leaves;
  };
  const Row rows[] = {
      {{"fits", 10, 10, 80}, false},      {{"to the edge", 10, 10, 91}, false}, {{"over the edge", 10, 10, 92}, true},
      {{"to the foot", 10, 31, 80}, false}, {{"below", 10, 32.5f, 80}, true},     {{"before", 8, 10, 80}, true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line.text);
    Tree tree;
    Node node;
    node.id = "main/one";
    node.rect = {10, 10, 90, 40};
    node.line_height = 20;
    node.lines = {row.line};
    tree.nodes.push_back(node);
    CHECK(overflowing_words(tree).size() == (row.leaves ? 1u : 0u));
  }
}

TEST_CASE("controls with more words than room grow instead of losing them") {
  constexpr const char* words = "Searching long texts is slow or finds the wrong things, and nobody knows for how long already";
  constexpr Choice options[] = {{"a", words}};
  int index = 0;
  std::uint32_t bits = 1;
  bool on = true;
  const struct {
    const char* name;
    std::function<void()> page;
  } rows[] = {
      {"button", [] { button(words); }},
      {"link", [] { link(words, "#/"); }},
      {"radio", [&] { choice("One", index, options); }},
      {"checkboxes", [&] { choices("Any", bits, options); }},
      {"checkbox", [&] { checkbox(words, on); }},
      {"disclosure", [] { disclosure(words); }},
  };
  for (const auto& row : rows) {
    CAPTURE(std::string(row.name));
    Bench bench(240);
    const Tree tree = bench.draw([&] { row.page(); });
    const std::vector<std::string> found = overflowing_words(tree);
    CHECK_MESSAGE(found.empty(), (found.empty() ? "" : found.front()));
    bool broken = false;
    for (const Node& node : tree.nodes) broken = broken || node.lines.size() > 1;
    CHECK(broken);
  }
}
