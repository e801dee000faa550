#include "core/practice/schedule.h"

#include <algorithm>

#include "core/base/math.h"

namespace storewright::practice {
namespace {

// Names of the weights, after the public description of the model.
enum Weight {
  first_difficulty = 4, first_difficulty_step = 5, difficulty_step = 6, difficulty_return = 7,
  gain = 8, gain_of_stable = 9, gain_of_forgotten = 10,
  lapse = 11, lapse_of_difficult = 12, lapse_of_stable = 13, lapse_of_forgotten = 14,
  hard_share = 15, easy_share = 16,
  same_day_gain = 17, same_day_shift = 18, same_day_of_stable = 19,
  decay = 20,
};

constexpr double least_stability = 0.001;
constexpr double most_stability = 36500;
constexpr double ninety_percent = 0.9;    // by definition of stability

// What is kept has eight decimals, as in the project's own implementations: short in a file, and the same after reading it back.
double rounded(double value) { return round_half_up(value * 1e8) / 1e8; }

double clamped_difficulty(double value) { return std::clamp(rounded(value), 1.0, 10.0); }
double clamped_stability(double value) { return std::clamp(rounded(value), least_stability, most_stability); }

int grade_of(Rating rating) { return static_cast<int>(rating); }

// How much longer than its stability a memory takes to fall to another share; 1 at 90 %.
double curve_factor(const Schedule& schedule) { return power(ninety_percent, -1 / schedule.weights[decay]) - 1; }

double first_difficulty_of(const Schedule& schedule, Rating rating) {
  const auto& w = schedule.weights;
  return w[first_difficulty] - exponential(w[first_difficulty_step] * (grade_of(rating) - 1)) + 1;
}

// Moves by the rating, less the nearer the upper end is; then a little back to the difficulty of what is easy at first.
double next_difficulty(const Schedule& schedule, double difficulty, Rating rating) {
  const auto& w = schedule.weights;
  const double step = -w[difficulty_step] * (grade_of(rating) - grade_of(Rating::good));
  const double moved = difficulty + step * (10 - difficulty) / 9;
  return clamped_difficulty(w[difficulty_return] * first_difficulty_of(schedule, Rating::easy) + (1 - w[difficulty_return]) * moved);
}

double after_success(const Schedule& schedule, const Memory& memory, double recall, Rating rating) {
  const auto& w = schedule.weights;
  const double share = rating == Rating::hard ? w[hard_share] : rating == Rating::easy ? w[easy_share] : 1;
  const double growth = exponential(w[gain]) * (11 - memory.difficulty) * power(memory.stability, -w[gain_of_stable]) *
                        (exponential((1 - recall) * w[gain_of_forgotten]) - 1) * share;
  return memory.stability * (1 + growth);
}

// A lapse never leaves more than there was; with reviews on the same day a little less.
double after_lapse(const Schedule& schedule, const Memory& memory, double recall) {
  const auto& w = schedule.weights;
  const double left = w[lapse] * power(memory.difficulty, -w[lapse_of_difficult]) * (power(memory.stability + 1, w[lapse_of_stable]) - 1) *
                      exponential((1 - recall) * w[lapse_of_forgotten]);
  const double most = schedule.same_day ? memory.stability / exponential(w[same_day_gain] * w[same_day_shift]) : memory.stability;
  return std::min(left, most);
}

double on_the_same_day(const Schedule& schedule, const Memory& memory, Rating rating) {
  const auto& w = schedule.weights;
  const double factor = exponential(w[same_day_gain] * (grade_of(rating) - grade_of(Rating::good) + w[same_day_shift])) *
                        power(memory.stability, -w[same_day_of_stable]);
  return memory.stability * (rating == Rating::again ? factor : std::max(factor, 1.0));
}

constexpr std::string_view names[] = {"again", "hard", "good", "easy"};

}  // namespace

std::string_view name_of(Rating rating) { return names[grade_of(rating) - 1]; }

std::optional<Rating> rating_named(std::string_view name) {
  for (int grade = 1; grade <= 4; ++grade)
    if (names[grade - 1] == name) return static_cast<Rating>(grade);
  return std::nullopt;
}

double recall_after(const Schedule& schedule, const Memory& memory, int days) {
  if (days <= 0) return 1;
  return rounded(power(1 + curve_factor(schedule) * days / memory.stability, -schedule.weights[decay]));
}

Memory reviewed(const Schedule& schedule, const std::optional<Memory>& before, int days, Rating rating) {
  if (!before)
    return {clamped_stability(schedule.weights[static_cast<std::size_t>(grade_of(rating) - 1)]), clamped_difficulty(first_difficulty_of(schedule, rating))};
  const double difficulty = next_difficulty(schedule, before->difficulty, rating);
  if (days <= 0 && schedule.same_day) return {clamped_stability(on_the_same_day(schedule, *before, rating)), difficulty};
  const double recall = recall_after(schedule, *before, days);
  const double stability = rating == Rating::again ? after_lapse(schedule, *before, recall) : after_success(schedule, *before, recall, rating);
  return {clamped_stability(stability), difficulty};
}

int days_until_due(const Schedule& schedule, const Memory& memory) {
  const double times = (power(schedule.wanted_recall, -1 / schedule.weights[decay]) - 1) / curve_factor(schedule);
  const double days = round_half_up(memory.stability * times);
  return static_cast<int>(std::clamp(days, 1.0, static_cast<double>(schedule.longest_days)));
}

int days_until_due_after(const Schedule& schedule, const std::optional<Memory>& before, int days, Rating rating) {
  int until[4] = {};
  for (int grade = 1; grade <= 4; ++grade)
    until[grade - 1] = days_until_due(schedule, reviewed(schedule, before, days, static_cast<Rating>(grade)));
  until[0] = std::min(until[0], until[1]);
  for (int grade = 2; grade <= 4; ++grade) until[grade - 1] = std::max(until[grade - 1], until[grade - 2] + 1);
  return std::min(until[grade_of(rating) - 1], schedule.longest_days);
}

}  // namespace storewright::practice
