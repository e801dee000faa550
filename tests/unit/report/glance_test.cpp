#include "core/report/glance.h"

#include <doctest/doctest.h>

using namespace storewright;
using namespace storewright::report;

namespace {

GlanceAnswer asked(std::optional<Range> writes) {
  return categories_at_a_glance({writes}, knowledge::built_in_reference(), knowledge::built_in());
}

Reach reach_of(double writes, std::string_view category) {
  for (const GlanceRow& row : asked(Range::exactly(writes)).rows)
    if (row.glance->category == category) return row.reach;
  return Reach::varies;
}

}  // namespace

TEST_CASE("a category is listed up to the upper end of its range, the bound included") {
  struct Row {
    double writes;
    std::string_view category;
    Reach reach;
  };
  const Row rows[] = {
      {60000, "relational", Reach::listed},       {60000, "document", Reach::not_listed},
      {60000, "key_value", Reach::listed},        {60000, "wide_column", Reach::listed},
      {60000, "graph", Reach::not_listed},        {60000, "time_series", Reach::listed},
      {60000, "search", Reach::not_listed},       {60000, "newsql", Reach::not_listed},
      {60000, "vector", Reach::varies},           {50000, "document", Reach::listed},
      {50001, "document", Reach::not_listed},     {100000, "relational", Reach::listed},
      {100001, "relational", Reach::not_listed},  {1e15, "key_value", Reach::listed},
      {0, "graph", Reach::listed},
  };
  for (const Row& row : rows) {
    CAPTURE(row.writes);
    CAPTURE(std::string(row.category));
    CHECK(reach_of(row.writes, row.category) == row.reach);
  }
}

TEST_CASE("without a load every category is listed, and of a range the high end is needed") {
  for (const GlanceRow& row : asked(std::nullopt).rows) CHECK(row.reach == Reach::listed);
  CHECK(asked(std::nullopt).says == "All 9 categories.");
  CHECK(asked(Range{1, 2, 60000}).says == asked(Range::exactly(60000)).says);
  CHECK(asked(Range::exactly(60000)).says ==
        "Quoted with 60,000 writes a second on one node or more: Relational, Key-value, Wide-column and Time-series and "
        "analytics. It varies: Vector.");
}

TEST_CASE("the table leaves out what does not reach the load") {
  CHECK(glance_table(asked(std::nullopt)).rows.size() == 9);
  CHECK(glance_table(asked(Range::exactly(60000))).rows.size() == 5);
}
