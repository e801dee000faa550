#include "web/site/marks.h"

#include <doctest/doctest.h>

using namespace storewright::site;

TEST_CASE("marked text becomes inline HTML and plain words") {
  struct Row {
    const char* marked;
    const char* html;
    const char* words;
  };
  const Row rows[] = {
      {"plain", "plain", "plain"},
      {"**a** *b* `c`", "<strong>a</strong> <em>b</em> <code>c</code>", "a b c"},
      {"**a *b* c**", "<strong>a <em>b</em> c</strong>", "a b c"},
      {"[a `b`](#/x)", "<a href=\"!#/x\">a <code>b</code></a>", "a b"},
      {"1 \\* 2 \\[x\\] \\\\ \\`", "1 * 2 [x] \\ `", "1 * 2 [x] \\ `"},
      {"a < b & \"c\"", "a &lt; b &amp; &quot;c&quot;", "a < b & \"c\""},
      {"2 * 3 = 6", "2 * 3 = 6", "2 * 3 = 6"},
      {"[no link]", "[no link]", "[no link]"},
      {"**open", "**open", "**open"},
      {"`open", "`open", "`open"},
      {"back\\slash", "back\\slash", "back\\slash"},
      {"", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.marked);
    CHECK(inline_html(row.marked, [](std::string_view to) { return "!" + std::string(to); }) == row.html);
    CHECK(plain_words(row.marked) == row.words);
  }
}

TEST_CASE("unmarked text comes back as it was") {
  for (const char* text : {"a*b", "**x**", "`c`", "[d](e)", "\\", "ä 漢 < &"}) {
    CAPTURE(text);
    CHECK(plain_words(unmarked(text)) == text);
  }
}
