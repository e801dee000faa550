// A calendar day as a number, so that days can be counted: ISO dates in and out.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace storewright {

/// Days since 1970-01-01 of an ISO date ("2026-11-22") from year 1 to 9999; absent for anything else.
std::optional<int> day_number(std::string_view iso_date);

/// An ISO date so many months later; the last day of a shorter month stands for days that it does not have. Absent when
/// `iso_date` is no date.
std::optional<std::string> months_later(std::string_view iso_date, int months);

/// The ISO date of a day from year 1 to 9999; days outside of it are told as the first or the last of them.
std::string iso_date(int day);

}  // namespace storewright
