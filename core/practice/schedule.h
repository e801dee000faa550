// When to practise something again: the FSRS-6 model of memory, in whole days and without chance.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace storewright::practice {

/// How well an answer went; the model calls them so.
enum class Rating { again = 1, hard, good, easy };

std::string_view name_of(Rating rating);                      // "good"
std::optional<Rating> rating_named(std::string_view name);

/// What is believed of a memory after its last review.
struct Memory {
  double stability = 0;             // days after which it is recalled with 90 %
  double difficulty = 0;            // 1 to 10

  bool operator==(const Memory&) const = default;
};

/// The 21 weights that the open-spaced-repetition project fitted to reviews of flashcards.
/// Source: github.com/open-spaced-repetition/py-fsrs, fsrs/scheduler.py, DEFAULT_PARAMETERS.
inline constexpr std::array<double, 21> default_weights = {0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001,  1.8722, 0.1666, 0.796,
                                                           1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};

/// Which model, and how cautious.
struct Schedule {
  std::array<double, 21> weights = default_weights;
  double wanted_recall = 0.9;       // due when recall is estimated to have fallen to this share
  int longest_days = 36500;         // no pause is longer
  bool same_day = false;            // a second review within a day follows the model's rule for minutes, which we never need
};

/// How likely it is recalled so many days after its last review, 0 to 1.
double recall_after(const Schedule& schedule, const Memory& memory, int days);

/// The memory after a review so many days after the last one; absent: the first review ever.
Memory reviewed(const Schedule& schedule, const std::optional<Memory>& before, int days, Rating rating);

/// Days until recall has fallen to what is wanted: at least one, at most the longest.
int days_until_due(const Schedule& schedule, const Memory& memory);

/// The same after this review, where a better rating always gives at least a day more than a worse one.
int days_until_due_after(const Schedule& schedule, const std::optional<Memory>& before, int days, Rating rating);

}  // namespace storewright::practice
