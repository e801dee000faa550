#include "core/base/day.h"

#include <algorithm>

namespace storewright {
namespace {

constexpr int first_day = -719162;   // 0001-01-01
constexpr int last_day = 2932896;    // 9999-12-31

// Digits of a date; -1 for anything else.
int number_at(std::string_view date, std::size_t at, std::size_t size) {
  int number = 0;
  for (std::size_t i = at; i < at + size; ++i) {
    if (date[i] < '0' || date[i] > '9') return -1;
    number = 10 * number + (date[i] - '0');
  }
  return number;
}

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in(int year, int month) {
  static constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return days[month - 1] + (month == 2 && is_leap(year) ? 1 : 0);
}

// From 0001-01-01 to the first day of the year.
int days_before_year(int year) {
  const int full = year - 1;
  return full * 365 + full / 4 - full / 100 + full / 400;
}

std::string padded(int number, std::size_t width) {
  const std::string text = std::to_string(number);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

struct Date {
  int year = 0, month = 0, day = 0;
};

std::optional<Date> read_date(std::string_view date) {
  if (date.size() != 10 || date[4] != '-' || date[7] != '-') return std::nullopt;
  const int year = number_at(date, 0, 4);
  const int month = number_at(date, 5, 2);
  const int day = number_at(date, 8, 2);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > days_in(year, month)) return std::nullopt;
  return Date{year, month, day};
}

std::string date_text(int year, int month, int day) { return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2); }

}  // namespace

std::optional<std::string> months_later(std::string_view iso_date, int months) {
  const std::optional<Date> date = read_date(iso_date);
  if (!date) return std::nullopt;
  const int year = date->year + (date->month - 1 + months) / 12;
  const int month = (date->month - 1 + months) % 12 + 1;
  return date_text(year, month, std::min(date->day, days_in(year, month)));
}

std::optional<int> day_number(std::string_view iso_date) {
  const std::optional<Date> date = read_date(iso_date);
  if (!date) return std::nullopt;
  const auto [year, month, day] = *date;
  int days = first_day + days_before_year(year) + day - 1;
  for (int earlier = 1; earlier < month; ++earlier) days += days_in(year, earlier);
  return days;
}

std::string iso_date(int day) {
  int left = std::clamp(day, first_day, last_day) - first_day;
  int year = left / 366 + 1;          // never too late
  while (days_before_year(year + 1) <= left) ++year;
  left -= days_before_year(year);
  int month = 1;
  while (left >= days_in(year, month)) left -= days_in(year, month++);
  return date_text(year, month, left + 1);
}

}  // namespace storewright
