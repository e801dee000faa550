#include "core/selection/review_date.h"

namespace storewright::selection {
namespace {

// Digits of a date; -1 for anything else.
int number_at(std::string_view date, std::size_t at, std::size_t size) {
  int number = 0;
  for (std::size_t i = at; i < at + size; ++i) {
    if (date[i] < '0' || date[i] > '9') return -1;
    number = 10 * number + (date[i] - '0');
  }
  return number;
}

int days_in(int year, int month) {
  static constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return days[month - 1] + (month == 2 && leap ? 1 : 0);
}

std::string padded(int number, std::size_t width) {
  std::string text = std::to_string(number);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

}  // namespace

std::optional<std::string> months_later(std::string_view date, int months) {
  if (date.size() != 10 || date[4] != '-' || date[7] != '-') return std::nullopt;
  const int year = number_at(date, 0, 4);
  const int month = number_at(date, 5, 2);
  const int day = number_at(date, 8, 2);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > days_in(year, month)) return std::nullopt;
  const int later_year = year + (month - 1 + months) / 12;
  const int later_month = (month - 1 + months) % 12 + 1;
  const int last = days_in(later_year, later_month);
  return padded(later_year, 4) + "-" + padded(later_month, 2) + "-" + padded(day < last ? day : last, 2);
}

}  // namespace storewright::selection
