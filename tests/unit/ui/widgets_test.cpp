#include "web/ui/widgets.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "tests/unit/ui/bench.h"

using namespace storewright;
using namespace storewright::ui;

namespace {

const Node& only(const Tree& tree, Role role) {
  const auto found = std::find_if(tree.nodes.begin(), tree.nodes.end(), [&](const Node& node) { return node.role == role; });
  REQUIRE(found != tree.nodes.end());
  return *found;
}

// The box around everything drawn in a frame but the page's own background.
Rect drawn_box() {
  Rect box{1e9f, 1e9f, 0, 0};
  float right = 0;
  float bottom = 0;
  for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists)
    for (int i = 4; i < list->VtxBuffer.Size; ++i) {
      const ImVec2 at = list->VtxBuffer[i].pos;
      box.x = std::min(box.x, at.x);
      box.y = std::min(box.y, at.y);
      right = std::max(right, at.x);
      bottom = std::max(bottom, at.y);
    }
  box.width = right - box.x;
  box.height = bottom - box.y;
  return box;
}

}  // namespace

TEST_CASE("a control's rectangle in the mirror is the drawn one within a pixel") {
  Bench bench;
  bool on = true;
  int index = 0;
  std::uint32_t bits = 1;
  double value = 40;
  constexpr Choice options[] = {{"a", "First"}};
  struct Row { const char* name; Role role; std::function<void()> page; bool labelled; };
  const Row rows[] = {
      {"button", Role::button, [] { button("Press me"); }, false},
      {"primary button", Role::button, [] { button("Press me", {.kind = ButtonKind::primary}); }, false},
      {"checkbox", Role::checkbox, [&] { checkbox("On", on); }, false},
      {"radio", Role::radio, [&] { choice("", index, options); }, false},
      {"chip with box", Role::checkbox, [&] { choices("", bits, options); }, false},
      {"slider", Role::slider, [&] { slider("", value, {.min = 0, .max = 100, .step = 1}); }, true},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.name));
    bench.draw([&] { gap(100); row.page(); });
    const Tree tree = bench.draw([&] { gap(100); row.page(); });
    const Rect rect = only(tree, row.role).rect;
    const Rect drawn = drawn_box();
    // A slider's knob and read-out stand inside and beside its track; its top and left still agree.
    CHECK(std::fabs(rect.x - drawn.x) <= (row.labelled ? 1.5f : 1.0f));
    if (!row.labelled) {
      CHECK(std::fabs(rect.y - drawn.y) <= 1);
      CHECK(std::fabs(rect.width - drawn.width) <= 2);
      CHECK(std::fabs(rect.height - drawn.height) <= 2);
    }
  }
}

TEST_CASE("a button answers to the pointer inside its rectangle and to the mirror, once each") {
  Bench bench;
  int presses = 0;
  const auto page = [&] { presses += button("Go"); };
  const Rect rect = only(bench.draw(page), Role::button).rect;
  bench.click(rect.x + 1, rect.y + 1, page);
  CHECK(presses == 1);
  bench.click(rect.x + rect.width + 4, rect.y + 1, page);
  CHECK(presses == 1);
  bench.draw(page, {{"go", "press", ""}});
  CHECK(presses == 2);
  bench.draw(page);
  CHECK(presses == 2);
}

TEST_CASE("a disabled button answers to nobody") {
  Bench bench;
  int presses = 0;
  const auto page = [&] { presses += button("Go", {.disabled = true}); };
  const Rect rect = only(bench.draw(page), Role::button).rect;
  bench.click(rect.x + 5, rect.y + 5, page);
  CHECK(presses == 0);
}

TEST_CASE("a slider stays inside its range and on its steps") {
  Bench bench;
  double value = 10;
  const auto page = [&] { slider("Shards", value, {.min = 1, .max = 32, .step = 1}); };
  bench.draw(page);
  struct Row { const char* given; double expected; };
  const Row rows[] = {{"16", 16}, {"16.4", 16}, {"0", 1}, {"1000", 32}, {"no number", 32}};
  for (const Row& row : rows) {
    CAPTURE(std::string(row.given));
    bench.draw(page, {{"shards", "set", row.given}});
    CHECK(value == row.expected);
  }
}

TEST_CASE("one of several: the pressed one is checked and the others are not") {
  Bench bench;
  int index = -1;
  constexpr Choice options[] = {{"a", "First"}, {"b", "Second"}};
  const auto page = [&] { choice("Which", index, options, "Not sure"); };
  bench.draw(page);
  bench.draw(page, {{"which/second", "choose", "true"}});
  CHECK(index == 1);
  const Tree tree = bench.draw(page);
  std::vector<int> checked;
  for (const Node& node : tree.nodes)
    if (node.role == Role::radio) checked.push_back(node.checked);
  CHECK(checked == std::vector<int>{0, 1, 0});
}

TEST_CASE("lines break at spaces, at line ends, and inside words that are too long") {
  Bench bench;
  bench.draw([] {
    const float width = text_width("aaaa bbbb", 16) + 0.5f;
    CHECK(broken_lines("aaaa bbbb cc", 16, Face::regular, width) == std::vector<std::string>{"aaaa bbbb", "cc"});
    CHECK(broken_lines("aaaa\nbbbb", 16, Face::regular, width) == std::vector<std::string>{"aaaa", "bbbb"});
    CHECK(broken_lines("", 16, Face::regular, width) == std::vector<std::string>{""});
    for (const std::string& line : broken_lines(std::string(60, 'm'), 16, Face::regular, width)) CHECK(text_width(line, 16) <= width);
    // A character is never cut.
    for (const std::string& line : broken_lines("ääääääääääääääääääää", 16, Face::regular, width)) CHECK(line.size() % 2 == 0);
  });
}

TEST_CASE("the same label twice gets two ids") {
  Bench bench;
  const Tree tree = bench.draw([] {
    button("Go");
    button("Go");
  });
  CHECK(tree.nodes[0].id == "go");
  CHECK(tree.nodes[1].id == "go-2");
}

TEST_CASE("a table that does not fit side by side stacks its rows and keeps its roles") {
  Bench bench;
  const report::Table rows{.caption = "Loads", .columns = {{"Shard"}, {"Keys", true}}, .rows = {{"shard_00", "1,778"}, {"shard_01", ""}}};
  const Tree wide = bench.draw([&] { table("loads", rows); });
  CHECK(std::count_if(wide.nodes.begin(), wide.nodes.end(), [](const Node& node) { return node.role == Role::columnheader; }) == 2);
  bench.around.width = 60;
  const Tree slim = bench.draw([&] { table("loads", rows); });
  CHECK(std::count_if(slim.nodes.begin(), slim.nodes.end(), [](const Node& node) { return node.role == Role::columnheader; }) == 0);
  const auto says = [](const Tree& tree, std::string_view words) {
    return std::any_of(tree.nodes.begin(), tree.nodes.end(), [&](const Node& node) { return node.name == words; });
  };
  CHECK(says(slim, "Keys: 1,778"));
  CHECK_FALSE(says(slim, "Keys: "));
}
