#include "core/cases/timeline.h"

#include <algorithm>

#include "core/base/math.h"
#include "core/base/text.h"

namespace storewright::cases {
namespace {

constexpr double steps_a_decade = 10;
constexpr std::string_view month_names[] = {"January", "February", "March",     "April",   "May",      "June",
                                            "July",    "August",   "September", "October", "November", "December"};

double two_digits(double value) {
  const double unit = power(10.0, static_cast<int>(floor_of(log10(value) + 1e-9)) - 1);
  return round_half_up(value / unit) * unit;
}

double writes_of(const Part& part) {
  const Json* writes = part.profile.find("writes_per_second");
  return writes && writes->number() ? *writes->number() : 0;
}

}  // namespace

const Part* part_at(const Case& study, double value) {
  for (const Part& part : study.parts)
    if (value >= part.from && value < part.until) return &part;
  return nullptr;
}

double last_of(const Part& part) { return part.until - 1; }

std::string span_words(const Case& study, const Part& part) {
  const std::string span = display_number(part.from, 0) + " to " + display_number(last_of(part), 0);
  return study.start_year > 0 ? study.axis.unit + "s " + span : span + " " + study.axis.unit;
}

std::optional<Progress> progress_at(const Case& study, const Part& part, double month) {
  if (study.start_year == 0 || month < part.from || month >= part.until) return std::nullopt;
  const double length = part.until - part.from;
  const double begin = study.parts.front().from;
  const double whole = study.parts.back().until - begin;
  return Progress{.months = static_cast<int>(length),
                  .months_in_all = static_cast<int>(whole),
                  .part_share = (month - part.from + 1) / length,
                  .plan_share = (month - begin + 1) / whole};
}

std::string calendar_month(const Case& study, double month) {
  if (study.start_year == 0) return {};
  const int months = study.start_month - 1 + static_cast<int>(month - study.parts.front().from);
  if (months < 0) return {};
  return std::string(month_names[months % 12]) + " " + std::to_string(study.start_year + months / 12);
}

int last_step(const Case& study) {
  const double last = last_of(study.parts.back());
  if (!study.axis.logarithmic) return static_cast<int>(last - study.axis.first);
  return static_cast<int>(floor_of(steps_a_decade * log10(last / study.axis.first) + 1e-9));
}

double value_of_step(const Case& study, int step) {
  if (!study.axis.logarithmic) return study.axis.first + step;
  return two_digits(study.axis.first * power(10.0, step / steps_a_decade));
}

int step_of_value(const Case& study, double value) {
  const double step = study.axis.logarithmic
                          ? steps_a_decade * log10(std::max(value, study.axis.first) / study.axis.first)
                          : value - study.axis.first;
  return static_cast<int>(std::clamp(round_half_up(step), 0.0, static_cast<double>(last_step(study))));
}

const Part* nearest_by_writes(const Case& study, double writes_per_second) {
  const Part* nearest = nullptr;
  double least = 0;
  for (const Part& part : study.parts) {
    const double writes = writes_of(part);
    if (writes <= 0 || writes_per_second <= 0) continue;
    const double ratio = writes > writes_per_second ? writes / writes_per_second : writes_per_second / writes;
    if (nearest && ratio >= least) continue;
    nearest = &part;
    least = ratio;
  }
  return nearest;
}

}  // namespace storewright::cases
