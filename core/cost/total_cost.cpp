#include "core/cost/total_cost.h"

#include <algorithm>
#include <array>

#include "core/base/math.h"
#include "core/base/text.h"
#include "core/cost/total_cost_words.h"

namespace storewright::cost {
namespace {

using Number = std::optional<Range>;
using Input = TotalCostInput;

constexpr double highest_usd = 1e9;
constexpr double highest_hours = 1e5;
constexpr double equal_below_usd = 0.005;

constexpr Field fields[] = {
    field<&Input::self_managed_hours_per_month>({.name = "hours",
                                                 .label = "Hours your people spend running it",
                                                 .unit = "hours a month",
                                                 .help = "Upgrades, backups, alerts, repairs. A range such as 8 to 16 is fine.",
                                                 .max = highest_hours}),
    field<&Input::managed_hours_per_month>({.name = "managed_hours",
                                            .label = "Hours your people spend on the managed one",
                                            .unit = "hours a month",
                                            .help = "Schema changes, access, bills, support calls: rarely none.",
                                            .max = highest_hours}),
    field<&Input::hourly_rate_usd>({.name = "rate",
                                    .label = "What an hour of their work costs",
                                    .unit = "USD an hour",
                                    .help = "Salary with everything around it. The sources use 200 and 150.",
                                    .max = 1e5}),
    field<&Input::self_managed_usd_per_month>({.name = "self_managed",
                                               .label = "Machines when you run it yourselves",
                                               .unit = "USD a month",
                                               .help = "Servers, disks, backups, network: the bill without people.",
                                               .max = highest_usd}),
    field<&Input::managed_usd_per_month>({.name = "managed",
                                          .label = "Price of the managed service",
                                          .unit = "USD a month",
                                          .help = "The whole bill, traffic out and other regions included.",
                                          .max = highest_usd}),
    field<&Input::months>({.name = "months", .label = "Add it up over", .unit = "months", .min = 1, .max = 120}),
    field<&Input::budget_usd_per_month>({.name = "budget",
                                         .label = "Budget for the bill",
                                         .unit = "USD a month",
                                         .help = "Without people. Says which of the two bills fits.",
                                         .max = highest_usd}),
    field<&Input::database>({.name = "database", .label = "Which database", .help = "Only for the sentences.", .max_items = 1}),
};

constexpr TotalCostPreset presets[] = {
    {"example", "10 hours", "The chapter's example, at $200 an hour.", "10", "200"},
    {"exercise", "12 hours", "Its exercise, at $200 an hour.", "12", "200"},
    {"table", "8 to 16 hours", "What its table says, at $200 an hour.", "8~12~16", "200"},
    {"dataflow", "12 hours at $150", "The hourly rate of the DataFlow article.", "12", "150"},
};

struct Limited {
  const char* where;
  const char* words;
  Number Input::*member;
  double min;
  double max;
};

constexpr Limited limits[] = {
    {"/hours", "The hours by yourselves", &Input::self_managed_hours_per_month, 0, highest_hours},
    {"/managed_hours", "The hours on the managed side", &Input::managed_hours_per_month, 0, highest_hours},
    {"/rate", "The hourly rate", &Input::hourly_rate_usd, 0, 1e5},
    {"/self_managed", "The price by yourselves", &Input::self_managed_usd_per_month, 0, highest_usd},
    {"/managed", "The managed price", &Input::managed_usd_per_month, 0, highest_usd},
    {"/months", "The number of months", &Input::months, 1, 120},
    {"/budget", "The budget", &Input::budget_usd_per_month, 0, highest_usd},
};

// The readers of JSON and links check the same limits; this is for those who call the function itself.
Problems check_limits(const Input& input) {
  Problems problems;
  for (const Limited& limit : limits) {
    const Number& value = input.*limit.member;
    if (!value) continue;
    const std::string words = limit.words;
    if (!(value->low >= limit.min && value->high <= limit.max))
      problems.push_back({1103, limit.where,
                          words + " must be between " + display_number(limit.min) + " and " + display_number(limit.max) + "."});
    else if (!(value->low <= value->mid && value->mid <= value->high))
      problems.push_back({1106, limit.where, words + " must rise from low to mid to high."});
  }
  return problems;
}

Number times(const Number& a, const Number& b) {
  if (!a || !b) return std::nullopt;
  // Neither is ever below zero, so the ends meet their like.
  return Range{a->low * b->low, a->mid * b->mid, a->high * b->high};
}

Number plus(const Number& a, const Number& b) {
  if (!a || !b) return std::nullopt;
  return Range{a->low + b->low, a->mid + b->mid, a->high + b->high};
}

/// A value that rises with every number of `up`, falls with every number of `down`, and goes one way or the other with the
/// rate, which both sides share: its ends lie where the others end, at one of the two ends of the rate.
template <class Value>
Range over_rate(const Range& rate, Value&& value) {
  const double low_a = value(rate.low, -1);
  const double low_b = value(rate.high, -1);
  const double high_a = value(rate.low, 1);
  const double high_b = value(rate.high, 1);
  return {std::min(low_a, low_b), value(rate.mid, 0), std::max(high_a, high_b)};
}

double end_of(const Range& range, int end) { return end < 0 ? range.low : end > 0 ? range.high : range.mid; }

SideCost side_of(const Number& price, const Number& hours, const Input& input) {
  SideCost side;
  side.people_usd_per_month = times(hours, input.hourly_rate_usd);
  side.total_usd_per_month = plus(price, side.people_usd_per_month);
  if (price) side.at_least_usd_per_month = price->low + (side.people_usd_per_month ? side.people_usd_per_month->low : 0);
  side.total_usd = times(side.total_usd_per_month, input.months);
  if (price && input.budget_usd_per_month) {
    const Range& budget = *input.budget_usd_per_month;
    if (price->high <= budget.low) side.within_budget = true;
    else if (price->low > budget.high) side.within_budget = false;
  }
  return side;
}

/// By yourselves less managed, at an hourly rate and with the ends of the other numbers that make it small or large.
double difference_at(const Input& in, const Range& managed_hours, double rate, int end) {
  return end_of(*in.self_managed_usd_per_month, end) - end_of(*in.managed_usd_per_month, -end) +
         (end_of(*in.self_managed_hours_per_month, end) - end_of(managed_hours, -end)) * rate;
}

Number saving_share(const Input& in, const Range& managed_hours) {
  const Range& rate = *in.hourly_rate_usd;
  const auto own_cost = [&](double at, int end) {
    return end_of(*in.self_managed_usd_per_month, end) + end_of(*in.self_managed_hours_per_month, end) * at;
  };
  if (own_cost(rate.low, -1) <= 0) return std::nullopt;   // a share of nothing
  return over_rate(rate, [&](double at, int end) { return difference_at(in, managed_hours, at, end) / own_cost(at, end); });
}

void add_break_even(const Input& in, TotalCostAnswer& answer) {
  if (!in.self_managed_usd_per_month || !in.managed_usd_per_month || !in.hourly_rate_usd) return;
  if (in.hourly_rate_usd->low <= 0) return;   // hours that cost nothing never make up for a price
  const Range extra = over_rate(*in.hourly_rate_usd, [&](double rate, int end) {
    return (end_of(*in.managed_usd_per_month, end) - end_of(*in.self_managed_usd_per_month, -end)) / rate;
  });
  answer.break_even_extra_hours = extra;
  answer.break_even_hours = plus(extra, in.managed_hours_per_month);
  if (in.self_managed_hours_per_month)
    answer.managed_hours_limit = plus(in.self_managed_hours_per_month, Range{-extra.high, -extra.mid, -extra.low});
}

void compare_sides(const Input& in, TotalCostAnswer& answer) {
  const SideCost& self = answer.self_managed;
  const SideCost& managed = answer.managed;
  if (self.total_usd_per_month && managed.total_usd_per_month) {
    const Range difference = over_rate(*in.hourly_rate_usd, [&](double rate, int end) {
      return difference_at(in, *in.managed_hours_per_month, rate, end);
    });
    answer.difference_usd_per_month = difference;
    answer.saving_share = saving_share(in, *in.managed_hours_per_month);
    if (in.months) answer.difference_usd = Range{difference.low * (difference.low < 0 ? in.months->high : in.months->low),
                                                 difference.mid * in.months->mid,
                                                 difference.high * (difference.high < 0 ? in.months->low : in.months->high)};
    if (difference.low > -equal_below_usd && difference.high < equal_below_usd) answer.cheaper = Cheaper::equal;
    else if (difference.low > 0) answer.cheaper = Cheaper::managed;
    else if (difference.high < 0) answer.cheaper = Cheaper::self_managed;
    else answer.cheaper = Cheaper::depends;
    return;
  }
  // With hours missing on one side, its price alone may already be more than the whole other side.
  if (self.total_usd_per_month && managed.at_least_usd_per_month) {
    if (*managed.at_least_usd_per_month > self.total_usd_per_month->high) answer.cheaper = Cheaper::self_managed;
    else if (in.managed_usd_per_month) answer.saving_share_at_most = saving_share(in, Range{});
  } else if (managed.total_usd_per_month && self.at_least_usd_per_month) {
    if (*self.at_least_usd_per_month > managed.total_usd_per_month->high) answer.cheaper = Cheaper::managed;
  }
}

}  // namespace

FieldTable total_cost_fields() { return fields; }

std::span<const TotalCostPreset> total_cost_presets() { return presets; }

Result<TotalCostAnswer> analyze_total_cost(const TotalCostInput& input) {
  const Problems problems = check_limits(input);
  if (!problems.empty()) return problems;

  TotalCostAnswer answer;
  answer.self_managed = side_of(input.self_managed_usd_per_month, input.self_managed_hours_per_month, input);
  answer.managed = side_of(input.managed_usd_per_month, input.managed_hours_per_month, input);
  for (const Limited& limit : limits)
    if (limit.member != &Input::budget_usd_per_month && !(input.*limit.member)) answer.missing.emplace_back(limit.where + 1);
  compare_sides(input, answer);
  add_break_even(input, answer);
  put_into_words(input, answer);
  return answer;
}

}  // namespace storewright::cost
