#include "core/report/embed.h"

#include <doctest/doctest.h>

using namespace storewright;
using report::read_embed;

TEST_CASE("an embed's own parameters are taken out, the rest are fields of its page") {
  const report::Embed embed = read_embed("?view=calculate/tco&hours=12&lock=rate&show=hours,rate&theme=dark&mode=text&id=a");
  CHECK(embed.link.route == "calculate/tco");
  REQUIRE(embed.link.fields.size() == 1);
  CHECK(embed.link.fields[0] == std::pair<std::string, std::string>("hours", "12"));
  CHECK(embed.lock == std::vector<std::string>{"rate"});
  CHECK(embed.show == std::vector<std::string>{"hours", "rate"});
  CHECK(embed.theme == "dark");
  CHECK(embed.text);
  CHECK(embed.problems.empty());
}

TEST_CASE("the page is named as people copy it") {
  for (const char* view : {"labs/ring", "/labs/ring", "#/labs/ring", "%23/labs/ring/", "labs%2Fring"}) {
    CAPTURE(std::string(view));
    CHECK(read_embed("view=" + std::string(view)).link.route == "labs/ring");
  }
  CHECK(read_embed("").link.route == "");
}

TEST_CASE("lists of names may be empty, spaced, or hold nothing between commas") {
  struct Row { const char* text; std::vector<std::string> names; };
  const Row rows[] = {{"", {}}, {",", {}}, {"a", {"a"}}, {"a,,b", {"a", "b"}}, {"%20a%20,b", {"a", "b"}}, {"%ff,b", {"b"}}};
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    CHECK(read_embed("lock=" + std::string(row.text)).lock == row.names);
    CHECK(read_embed("show=" + std::string(row.text)).show == row.names);
  }
}

TEST_CASE("a value that is none is named and replaced, and the page is shown all the same") {
  struct Row { const char* query; int code; };
  const Row rows[] = {
      {"view=decide&theme=blue", 2602}, {"view=decide&mode=loud", 2602}, {"view=decide&v=x", 2604}, {"view=%ff", 2604},
      {"view=decide&theme=", 0},        {"view=decide&theme=auto", 0},   {"view=decide&mode=drawn", 0}, {"&&view=decide&&", 0},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.query));
    const report::Embed embed = read_embed(row.query);
    REQUIRE(embed.problems.size() == (row.code == 0 ? 0 : 1));
    if (row.code != 0) CHECK(embed.problems[0].code == row.code);
    CHECK(embed.theme == "auto");
    CHECK_FALSE(embed.text);
    if (row.code != 2604) CHECK(embed.link.route == "decide");
  }
}

TEST_CASE("a misspelt parameter is near to the right one") {
  CHECK(report::nearest_parameter("them") == "theme");
  CHECK(report::nearest_parameter("viw") == "view");
  CHECK(report::nearest_parameter("entirely_else") == "");
}
