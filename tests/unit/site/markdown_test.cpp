#include "web/site/markdown.h"

#include <doctest/doctest.h>

using namespace storewright;
using namespace storewright::site;

namespace {

std::string as_written(std::string_view address, int) { return std::string(address); }

/// "kind: text" of each block, anchors behind the kind.
std::vector<std::string> blocks_of(const std::string& text) {
  const auto blocks = read_markdown(text, 1, as_written);
  REQUIRE(blocks);
  std::vector<std::string> lines;
  for (const MarkdownBlock& block : *blocks) lines.push_back(block.kind + (block.id.empty() ? "" : "#" + block.id) + ": " + block.text);
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("the Markdown of chapters becomes blocks") {
  struct Row {
    const char* text;
    Lines blocks;
  };
  const Row rows[] = {
      {"", {}},
      {"One\nline.\n\nTwo.", {"p: One line.", "p: Two."}},
      {"## Read your writes: now\n\n### Deeper", {"h2#read-your-writes-now: Read your writes: now", "h3#deeper: Deeper"}},
      {"- a\n- b\n\nc", {"li: a", "li: b", "p: c"}},
      {"- a\n\n- b", {"li: a", "li: b"}},
      {"1. a\n2. b", {"ol: a", "ol: b"}},
      {"> said", {"quote: said"}},
      {"```sql\nSELECT 1;\n\n*2*\n```", {"code: SELECT 1;\n\n*2*"}},
      {"| A | B |\n|---|---|\n| **x** | y |\n| z | |", {"table: A\tB\n**x**\ty\nz\t"}},
      {"![](figure:replica-lag)", {"figure: replica-lag"}},
      {"![](note:factors/consistency/strong)", {"note: factors/consistency/strong"}},
      {"a **b** *c* `d*` [e `f`](g)", {"p: a **b** *c* `d*` [e `f`](g)"}},
      {"2 \\* 3, R*W, [x], a\\_b, ä 漢", {"p: 2 \\* 3, R\\*W, \\[x\\], a_b, ä 漢"}},
      {"1 &lt; 2 &amp; 3 &gt; 2", {"p: 1 < 2 & 3 > 2"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(blocks_of(row.text) == row.blocks);
  }
}

TEST_CASE("what a chapter cannot hold is a problem with its line and the cure") {
  struct Row {
    const char* text;
    const char* where;
    const char* says;
  };
  const Row rows[] = {
      {"fine\n\n<div>no</div>", "line 3", "HTML"},
      {"a <b>bold</b> word", "line 1", "HTML"},
      {"# Title", "line 1", "front matter"},
      {"fine\n\n### Too deep", "line 3", "skips a level"},
      {"## A\n\n#### B", "line 3", "two levels"},
      {"## A\n\n## a", "line 3", "same anchor"},
      {"## A *b*", "line 1", "plain words"},
      {"## !?", "line 1", "letters or digits"},
      {"- a\n  - b", "line 2", "A list stands on its own"},
      {"- a\n\n  second", "line 1", "one paragraph"},
      {"> - a", "line 1", "not inside"},
      {"3. a", "line 1", "begins with 1"},
      {"fine\n\n---\n\nmore", "line 3", "line across"},
      {"a  \nb", "line 1", "line break"},
      {"a ![](figure:x)", "line 1", "alone in its paragraph"},
      {"fine\n\n![](picture.png)", "line 3", "figures that the program computes"},
      {"![](figure:a) ![](figure:b)", "line 1", "paragraph of its own"},
      {"*a **b***", "line 1", "inside of emphasis"},
      {"``a`b``", "line 1", "backtick"},
      {"**`a*b`**", "line 1", "Code inside of emphasis"},
      {"&nbsp;", "line 1", "the character itself"},
      {"[a](b \"title\")", "line 1", "no title"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto blocks = read_markdown(row.text, 1, as_written);
    REQUIRE_FALSE(blocks);
    CHECK(blocks.problems()[0].code == 1431);
    CHECK(blocks.problems()[0].message.find(row.says) != std::string::npos);
    CHECK(blocks.problems()[0].where == row.where);
  }
}

TEST_CASE("links are resolved with their line, counted from the file's first") {
  std::vector<std::string> asked;
  const auto resolve = [&](std::string_view address, int line) {
    asked.push_back(std::string(address) + " in " + std::to_string(line));
    return "#/there";
  };
  const auto blocks = read_markdown("[a](one)\n\ntext\n[b](two) [a](one)", 10, resolve);
  REQUIRE(blocks);
  CHECK(asked == Lines{"one in 10", "two in 13", "one in 13"});
  CHECK((*blocks)[0].text == "[a](#/there)");
}
