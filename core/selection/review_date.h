// When a choice is due to be looked at again.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace storewright::selection {

/// How long a choice may stand unseen. Source: coverage SF-110.
inline constexpr int review_months = 6;

/// An ISO date so many months later; the last day of a shorter month stands for days that it does not have. Absent when
/// `date` is no date.
std::optional<std::string> months_later(std::string_view date, int months);

}  // namespace storewright::selection
