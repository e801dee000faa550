#include "core/base/day.h"

#include <doctest/doctest.h>

using namespace storewright;

TEST_CASE("a date and its day number are two names of one day") {
  struct Row { int day; const char* date; };
  const Row rows[] = {{-719162, "0001-01-01"}, {-1, "1969-12-31"}, {0, "1970-01-01"}, {58, "1970-02-28"}, {59, "1970-03-01"},
                      {11016, "2000-02-29"}, {11017, "2000-03-01"}, {20454, "2026-01-01"}, {20779, "2026-11-22"}, {2932896, "9999-12-31"}};
  for (const Row& row : rows) {
    CAPTURE(row.date);
    CHECK(day_number(row.date) == row.day);
    CHECK(iso_date(row.day) == row.date);
  }
  for (int day = -719162; day <= 2932896; day += 97) REQUIRE(day_number(iso_date(day)) == day);
}

TEST_CASE("what is no day has no number") {
  for (const char* text : {"", "2026-11-2", "2026-13-01", "2026-00-01", "2026-02-29", "2025-04-31", "2026-11-00", "0000-01-01", "2026/11/22", "2026-11-22T", "x026-11-22"}) {
    CAPTURE(text);
    CHECK_FALSE(day_number(text));
  }
  CHECK(iso_date(-1000000) == "0001-01-01");
  CHECK(iso_date(2147483647) == "9999-12-31");
}

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
    CHECK(months_later(row.date, 6) == std::string(row.later));
  }
  CHECK(months_later("2019-03-01", 0) == std::string("2019-03-01"));
  CHECK(months_later("2019-03-01", 24) == std::string("2021-03-01"));
}

TEST_CASE("what is no date has no date after it") {
  for (const char* text : {"", "2019", "2019-13-01", "2019-00-10", "2019-02-29", "2019-04-31", "2019-4-01", "01-03-2019",
                           "2019/03/01", "2019-03-01T10:00", "abcd-ef-gh", "0000-01-01"})
    CHECK_FALSE(months_later(text, 6));
}
