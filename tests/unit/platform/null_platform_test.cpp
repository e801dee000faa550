#include "web/platform/null_platform.h"

#include <doctest/doctest.h>

#include <string>

using namespace storewright;
using platform::NullPlatform;

TEST_CASE("the same visit gives the same tree") {
  std::string first;
  for (int visit = 0; visit < 2; ++visit) {
    NullPlatform platform({});
    platform.open("#/");
    const std::string tree = ui::tree_json(platform.tree());
    CHECK(tree.size() > 200);
    if (visit == 0)
      first = tree;
    else
      CHECK(tree == first);
  }
}

TEST_CASE("a message that is not in the agreed form leaves the page where it was") {
  NullPlatform platform({});
  platform.open("#/decide");
  const std::string title = platform.tree().title;
  const char* const messages[] = {
      "",
      "{",
      "[]",
      "null",
      R"({"type":7})",
      R"({"type":"action"})",
      R"({"type":"action","id":[],"kind":{},"value":null})",
      R"({"type":"action","id":"no such node","kind":"press"})",
      R"({"type":"pack","name":"evidence","text":"{"})",
      R"({"type":"notice","code":1e300})",
      R"({"type":"stored"})",
      R"({"type":"unheard of"})",
  };
  for (const char* message : messages) {
    CAPTURE(message);
    platform.send(message);
    CHECK(platform.tree().title == title);
    CHECK(platform.href().substr(0, 8) == "#/decide");
  }
}

TEST_CASE("every node but a container has a place inside the document") {
  for (const float width : {360.0f, 1280.0f}) {
    CAPTURE(width);
    platform::NullOptions options;
    options.view.width = width;
    NullPlatform platform(options);
    for (const char* href : {"#/", "#/decide", "#/labs/ring"}) {
      platform.open(href);
      const ui::Tree& tree = platform.tree();
      for (const ui::Node& node : tree.nodes) {
        if (node.role < ui::Role::heading || node.hidden_text) continue;
        CAPTURE(node.id);
        CHECK(node.rect.width > 0);
        CHECK(node.rect.height > 0);
        CHECK(node.rect.x >= 0);
        CHECK(node.rect.y + node.rect.height <= tree.height + 1);
      }
    }
  }
}

TEST_CASE("an address that cannot be read still shows a page") {
  NullPlatform platform({});
  for (const char* href : {"", "#", "#/nowhere", "#/decide?%zz", "#/decide?v=99&money=perhaps", "x"}) {
    CAPTURE(href);
    platform.open(href);
    CHECK(!platform.tree().title.empty());
    CHECK(!platform.tree().nodes.empty());
  }
}
