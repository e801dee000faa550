#include "core/report/scene.h"

#include <doctest/doctest.h>

using namespace storewright::report;

TEST_CASE("a table as Markdown: numbers to the right, bars and line breaks kept from ending a cell") {
  const Table table{.caption = "not shown", .columns = {{"What"}, {"Points", true}}, .rows = {{"a | b", "1"}, {"two\nlines \\", "2"}}};
  CHECK(table_markdown(table) == "| What | Points |\n| --- | ---: |\n| a \\| b | 1 |\n| two lines \\\\ | 2 |\n");
}
