#include "core/guide/chapter.h"

#include <doctest/doctest.h>

using namespace storewright;
using namespace storewright::guide;

namespace {

Result<Index> index_of(const std::string& text) {
  const auto json = read_json(text);
  REQUIRE(json);
  return read_index(*json);
}

Result<Chapter> chapter_of(const std::string& text) {
  const auto json = read_json(text);
  REQUIRE(json);
  return read_chapter(*json);
}

constexpr const char* two_parts = R"({"format":"storewright/guide@1","parts":[
  {"id":"a","title":"A","summary":"s","chapters":[{"id":"a/one","title":"One","purpose":"p"},{"id":"a/two","title":"Two","purpose":"p"}]},
  {"id":"b","title":"B","summary":"s","chapters":[{"id":"b/three","title":"Three","purpose":"p"}]}]})";

}  // namespace

TEST_CASE("neighbours follow the order of the guide, over the border of parts") {
  const auto index = index_of(two_parts);
  REQUIRE(index);
  struct Row {
    const char* chapter;
    const char* before;
    const char* after;
  };
  const Row rows[] = {{"a/one", "", "a/two"}, {"a/two", "a/one", "b/three"}, {"b/three", "a/two", ""}, {"b/four", "", ""}};
  for (const Row& row : rows) {
    CAPTURE(row.chapter);
    const Neighbours found = neighbours_of(*index, row.chapter);
    CHECK((found.before ? found.before->id : "") == row.before);
    CHECK((found.after ? found.after->id : "") == row.after);
  }
  CHECK(find_chapter(*index, "b/three")->title == "Three");
  CHECK(find_chapter(*index, "b") == nullptr);
  CHECK(chapter_pack_name("b/three") == "guide_b_three");
}

TEST_CASE("a chapter holds its blocks in order, headings with their anchors") {
  const auto chapter = chapter_of(R"({"format":"storewright/chapter@1","id":"a/one","title":"One","purpose":"p","reviewed":"2026-11-22",
    "blocks":[["p","words"],["h2","Head","head"]],"sources":[{"id":"s","title":"S","publisher":"P","address":"","read":"2026-11-22"}]})");
  REQUIRE(chapter);
  REQUIRE(chapter->blocks.size() == 2);
  CHECK(chapter->blocks[0].id.empty());
  CHECK(chapter->blocks[1].id == "head");
  CHECK(chapter->sources[0].publisher == "P");
}

TEST_CASE("a pack of another kind, or with a member missing, is a problem with its place") {
  struct Row {
    const char* text;
    int code;
    const char* where;
  };
  const Row rows[] = {
      {R"({"format":"storewright/guide@1"})", 1400, "/format"},
      {R"({"format":"storewright/chapter@2"})", 1400, "/format"},
      {R"([])", 1400, "/format"},
      {R"({"format":"storewright/chapter@1","id":"a","title":"A","purpose":"p","reviewed":"d","sources":[]})", 1401, "/blocks"},
      {R"({"format":"storewright/chapter@1","id":"a","title":"A","purpose":"p","reviewed":"d","sources":[],"blocks":[["p"]]})", 1401, "/blocks/0"},
      {R"({"format":"storewright/chapter@1","id":"a","title":"A","purpose":"p","reviewed":"d","sources":[],"blocks":[["p",1]]})", 1401, "/blocks/0"},
      {R"({"format":"storewright/chapter@1","id":"a","title":"A","purpose":"p","reviewed":"d","blocks":[]})", 1401, "/sources"},
      {R"({"format":"storewright/chapter@1","id":"a","purpose":"p","reviewed":"d","blocks":[],"sources":[]})", 1401, "/title"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto chapter = chapter_of(row.text);
    REQUIRE_FALSE(chapter);
    CHECK(chapter.problems()[0].code == row.code);
    CHECK(chapter.problems()[0].where == row.where);
  }
  CHECK_FALSE(index_of(R"({"format":"storewright/guide@1","parts":[{"id":"a","title":"A","summary":"s"}]})"));
}
