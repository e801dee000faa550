#include "core/selection/review_date.h"

#include <doctest/doctest.h>

using namespace storewright::selection;

TEST_CASE("six months later is the same day, or the last one of a shorter month") {
  struct Row {
    const char* date;
    const char* later;
  };
  const Row rows[] = {
      {"2019-03-01", "2019-09-01"}, {"2025-07-01", "2026-01-01"}, {"2025-12-31", "2026-06-30"},
      {"2025-08-31", "2026-02-28"}, {"2023-08-31", "2024-02-29"}, {"2024-02-29", "2024-08-29"},
      {"0099-06-01", "0099-12-01"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.date));
    CHECK(months_later(row.date, review_months) == std::string(row.later));
  }
  CHECK(months_later("2019-03-01", 0) == std::string("2019-03-01"));
  CHECK(months_later("2019-03-01", 24) == std::string("2021-03-01"));
}

TEST_CASE("what is no date has no date after it") {
  for (const char* text : {"", "2019", "2019-13-01", "2019-00-10", "2019-02-29", "2019-04-31", "2019-4-01", "01-03-2019",
                           "2019/03/01", "2019-03-01T10:00", "abcd-ef-gh", "0000-01-01"})
    CHECK_FALSE(months_later(text, 6));
}
