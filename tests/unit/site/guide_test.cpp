#include "web/site/guide.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/base/json.h"
#include "core/guide/chapter.h"
#include "core/knowledge/knowledge.h"
#include "web/platform/null_platform.h"
#include "web/site/marks.h"
#include "web/site/static_pages.h"
#include "tests/unit/source_file.h"

using namespace storewright;
using storewright::site::assemble_guide;

namespace {

std::string schema() { return source_file("content/schemas/chapter.schema.json"); }

const std::string front = "---\ntitle: One\npurpose: Says one thing.\norder: 1\nreviewed: 2026-11-22\nsources: [docs]\n---\n";

site::ContentFiles content(const std::string& body, const std::string& head = front) {
  return {
      {"pack.json", R"({"version":"1"})"},
      {"sources.json", R"({"items":[{"id":"docs","title":"Docs","publisher":"Us","address":"https://example.org/","read":"2026-01-02"},
                                    {"id":"rule","title":"A rule","publisher":"Us","address":"","read":"2026-01-02"}]})"},
      {"notes/n.json", R"({"items":[{"id":"n/first","title":"First: a note","text":"One.\nTwo.","correction":"It is not.","source":"rule"}]})"},
      {"engines/redis.json", "{}"},
      {"schemas/chapter.schema.json", schema()},
      {"guide/parts.json", R"({"items":[{"id":"a","title":"A","summary":"s"}]})"},
      {"guide/a/one.md", head + body},
  };
}

guide::Chapter chapter_of(const site::GuidePacks& packs, const std::string& name) {
  const auto json = read_json(packs.packs.at(name));
  REQUIRE(json);
  auto chapter = guide::read_chapter(*json);
  REQUIRE(chapter);
  return chapter.take();
}

}  // namespace

TEST_CASE("a chapter becomes a pack, and the guide lists it") {
  const auto packs = assemble_guide(content("Text with [docs](source:docs).\n\n## Head\n\n![](note:n/first)\n\n![](figure:replica-lag)\n"));
  REQUIRE(packs);
  const guide::Chapter chapter = chapter_of(*packs, "guide_a_one");
  REQUIRE(chapter.blocks.size() == 7);
  CHECK(chapter.blocks[0].text == "Text with [docs](https://example.org/).");
  CHECK(chapter.blocks[2].kind == "h3");
  CHECK(chapter.blocks[2].text == "First: a note");
  CHECK(chapter.blocks[2].id == "first");
  CHECK(chapter.blocks[5].kind == "quote");
  CHECK(chapter.sources.size() == 2);  // the note brings its own
  CHECK(packs->cited == std::set<std::string>{"docs", "rule"});
  CHECK(packs->reviewed.at("guide/a/one.md") == "2026-11-22");
  const auto json = read_json(packs->packs.at("guide"));
  REQUIRE(json);
  const auto index = guide::read_index(*json);
  REQUIRE(index);
  CHECK(index->parts[0].chapters[0].purpose == "Says one thing.");
}

TEST_CASE("links between chapters lead to routes and are checked to the anchor") {
  site::ContentFiles files = content("## Head\n\n[here](#head) [next](two.md#other) [same](../a/two.md) [card](#/reference/redis) [page](#/decide?v=1&money=true)");
  std::string second = front;
  second.replace(second.find("order: 1"), 8, "order: 2");
  files["guide/a/two.md"] = second + "## Other\n\n[back](one.md)\n";
  const auto packs = assemble_guide(files);
  REQUIRE(packs);
  CHECK(chapter_of(*packs, "guide_a_one").blocks[1].text ==
        "[here](#/guide/a/one?at=head) [next](#/guide/a/two?at=other) [same](#/guide/a/two) [card](#/reference/redis) [page](#/decide?v=1&money=true)");
}

TEST_CASE("a reference that leads nowhere fails with file, line and cure") {
  struct Row {
    const char* body;
    int code;
    const char* where;
    const char* says;
  };
  const Row rows[] = {
      {"![](widget:consistency-need)", 1432, "guide/a/one.md:8", "Did you mean \"consistency-needs\"?"},
      {"fine\n\n![](figure:nothing-like-it)", 1432, "guide/a/one.md:10", "core/guide/figures.cpp"},
      {"## A\n\n![](note:n/frist)", 1432, "guide/a/one.md:10", "Did you mean \"n/first\"?"},
      {"![](note:n/first)", 1431, "guide/a/one.md:8", "stands below a ##"},
      {"[a](source:doc)", 1432, "guide/a/one.md:8", "Did you mean \"docs\"?"},
      {"[a](source:rule)", 1432, "guide/a/one.md:8", "names no source"},
      {"fine\n[a](https://example.org)", 1432, "guide/a/one.md:9", "sources.json"},
      {"## Head\n\n[a](#hea)", 1432, "guide/a/one.md:10", "Did you mean \"head\"?"},
      {"[a](two.md)", 1432, "guide/a/one.md:8", "There is no chapter content/guide/a/two.md"},
      {"[a](#/deside)", 1432, "guide/a/one.md:8", "Did you mean \"decide\"?"},
      {"[a](#/reference/radis)", 1432, "guide/a/one.md:8", "no record"},
      {"[a](#/guide/a/one)", 1432, "guide/a/one.md:8", "by file"},
      {"[a](somewhere)", 1432, "guide/a/one.md:8", "leads nowhere"},
      {"![](widget:consistency-needs)", 1430, "guide/a/one.md:1", "Add it to \"widgets\""},
      {"## A\n\n<b>x</b>", 1431, "guide/a/one.md:10", "HTML"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.body);
    const auto packs = assemble_guide(content(row.body));
    REQUIRE_FALSE(packs);
    CHECK(packs.problems()[0].code == row.code);
    CHECK(packs.problems()[0].where == row.where);
    CAPTURE(packs.problems()[0].message);
    CHECK(packs.problems()[0].message.find(row.says) != std::string::npos);
  }
}

TEST_CASE("a chapter that cannot be read is told once, and not again by those that link to it") {
  site::ContentFiles files = content("## Head\n\n[next](two.md#other)\n");
  std::string second = front;
  second.replace(second.find("order: 1"), 8, "order: 2");
  files["guide/a/two.md"] = second + "## Other\n\n<div>\nraw\n</div>\n\n[self](#other)\n";
  const auto packs = assemble_guide(files);
  REQUIRE_FALSE(packs);
  REQUIRE(packs.problems().size() == 1);
  CHECK(packs.problems()[0].where == "guide/a/two.md:10");
}

TEST_CASE("front matter is held to its schema, and its names to what there is") {
  struct Row {
    std::string from, to;
    int code;
  };
  const Row rows[] = {
      {"title: One\n", "", 1408},
      {"order: 1", "order: first", 1408},
      {"order: 1", "order: 1\ncolour: blue", 1408},
      {"sources: [docs]", "sources: []", 1408},
      {"sources: [docs]", "sources: [dosc]", 1432},
      {"sources: [docs]", "sources: [docs]\nwidgets: [consistency-needs]", 1430},
      {"reviewed: 2026-11-22", "reviewed: last Sunday", 1430},
      {"---\ntitle", "title", 1430},
  };
  for (const Row& row : rows) {
    CAPTURE(row.to);
    std::string head = front;
    head.replace(head.find(row.from), row.from.size(), row.to);
    const auto packs = assemble_guide(content("Text.", head));
    REQUIRE_FALSE(packs);
    CHECK(packs.problems()[0].code == row.code);
    CHECK(packs.problems()[0].where.starts_with("guide/a/one.md:"));
  }
  site::ContentFiles twice = content("Text.");
  twice["guide/a/two.md"] = front + "Text.";
  CHECK(assemble_guide(twice).problems()[0].code == 1430);
  site::ContentFiles elsewhere = content("Text.");
  elsewhere["guide/b/one.md"] = front + "Text.";
  CHECK(assemble_guide(elsewhere).problems()[0].code == 1432);
}

TEST_CASE("the chapters of the site have no problem, and each of their links opens its page as it says") {
  namespace fs = std::filesystem;
  const fs::path folder = source_root() + "/content";
  site::ContentFiles files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ostringstream text;
    text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    files.emplace(fs::relative(entry.path(), folder).generic_string(), text.str());
  }
  const auto packs = assemble_guide(files);
  REQUIRE(packs);
  int links = 0;
  for (const auto& [name, text] : packs->packs) {
    if (name == "guide") continue;
    for (const guide::Block& block : chapter_of(*packs, name).blocks)
      site::inline_html(block.text, [&](std::string_view to) {
        if (!to.starts_with("#/")) return std::string(to);
        CAPTURE(to);
        ++links;
        platform::NullPlatform page{platform::NullOptions{}};
        page.open(to);
        for (const ui::Node& node : page.tree().nodes) CHECK_FALSE(node.name.starts_with("SW-13"));
        return std::string(to);
      });
  }
  CHECK(links > 0);
}

TEST_CASE("static pages are relative, without scripts, and lead to the live page") {
  const auto packs = assemble_guide(content("Words & [link](#head).\n\n## Head\n\n- a\n- b\n\n1. c\n\n| A | B |\n|---|---|\n| x | y |\n\n![](figure:lost-update)\n"));
  REQUIRE(packs);
  const auto json = read_json(packs->packs.at("guide"));
  REQUIRE(json);
  const auto index = guide::read_index(*json);
  REQUIRE(index);
  const auto pages = site::static_pages(*index, {chapter_of(*packs, "guide_a_one")}, knowledge::built_in());
  REQUIRE(pages);
  const std::string& page = pages->at("guide/a/one/index.html");
  for (const char* part : {"<h1>One</h1>", "<p>Words &amp; <a href=\"#head\">link</a>.</p>", "<h2 id=\"head\">Head</h2>", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>",
                           "<ol>\n<li>c</li>\n</ol>", "<th scope=\"col\">A</th>", "class=\"on-narrow\"", "href=\"../../../#/guide/a/one\"", "@CANONICAL:guide/a/one/@",
                           "<meta name=\"description\" content=\"Says one thing.\">"}) {
    CAPTURE(part);
    CHECK(page.find(part) != std::string::npos);
  }
  for (const char* part : {"<script", "<style", "style=\"", "href=\"/", "src=\"/"}) {
    CAPTURE(part);
    CHECK(page.find(part) == std::string::npos);
  }
  CHECK(pages->at("guide/index.html").find("href=\"a/one/\"") != std::string::npos);
}
