#include "web/site/chapter_text.h"

#include <doctest/doctest.h>

using namespace storewright;
using storewright::site::split_chapter;

TEST_CASE("front matter holds texts, numbers and lists; the body keeps its line") {
  const auto chapter = split_chapter("---\ntitle: A: b\norder: 2\nsources: [x, y ,z]\nquoted: \"3\"\nnone: []\n---\n\nText");
  REQUIRE(chapter);
  CHECK(*chapter->front.find("title")->text() == "A: b");
  CHECK(*chapter->front.find("order")->number() == 2);
  CHECK(chapter->front.find("sources")->array()->size() == 3);
  CHECK(*(*chapter->front.find("sources")->array())[1].text() == "y");
  CHECK(*chapter->front.find("quoted")->text() == "3");
  CHECK(chapter->front.find("none")->array()->empty());
  CHECK(chapter->body == "\nText");
  CHECK(chapter->body_line == 8);
}

TEST_CASE("front matter that cannot be read is a problem with its line") {
  struct Row {
    const char* text;
    const char* where;
  };
  const Row rows[] = {{"", "line 1"}, {"# Title", "line 1"}, {"---\ntitle: A", "line 1"}, {"---\ntitle: A\nnonsense\n---\n", "line 3"}, {"---\n: A\n---\n", "line 2"}, {"---\na: 1\na: 2\n---\n", "line 3"}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto chapter = split_chapter(row.text);
    REQUIRE_FALSE(chapter);
    CHECK(chapter.problems()[0].code == 1430);
    CHECK(chapter.problems()[0].where == row.where);
  }
}
