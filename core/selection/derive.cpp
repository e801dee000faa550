#include "core/selection/derive.h"

#include <algorithm>
#include <array>

#include "core/base/math.h"

namespace storewright::selection {
namespace {

using Maybe = std::optional<Range>;

Range product(const Range& a, const Range& b) { return {a.low * b.low, a.mid * b.mid, a.high * b.high}; }
Range sum(const Range& a, const Range& b) { return {a.low + b.low, a.mid + b.mid, a.high + b.high}; }

Maybe at_peak(const Maybe& rate, const Maybe& peak_factor) {
  if (!rate) return std::nullopt;
  return peak_factor ? product(*rate, *peak_factor) : *rate;
}

// The factor by which something grows in twelve months at a monthly percentage.
Range growth_factor(const Range& percent_per_month) {
  const auto factor = [](double percent) { return power(1 + percent / 100, forecast_months); };
  return {factor(percent_per_month.low), factor(percent_per_month.mid), factor(percent_per_month.high)};
}

Maybe grown(const Maybe& now, const Maybe& percent_per_month) {
  if (!now || !percent_per_month) return std::nullopt;
  return product(*now, growth_factor(*percent_per_month));
}

// Growth in gigabytes is the more direct figure and wins over a percentage.
Maybe data_in_12_months(const Profile& profile) {
  if (!profile.data_size_gb) return std::nullopt;
  if (profile.growth_gb_per_month)
    return sum(*profile.data_size_gb, product(*profile.growth_gb_per_month, Range::exactly(forecast_months)));
  return grown(profile.data_size_gb, profile.growth_percent_per_month);
}

// Rates beat a ratio given in words: they are what the workload really does.
Maybe share_of_reads(const Profile& profile) {
  const Maybe& reads = profile.reads_per_second;
  const Maybe& writes = profile.writes_per_second;
  if (reads && writes && reads->mid + writes->mid > 0) {
    const auto share = [](double r, double w) { return r + w > 0 ? r / (r + w) : 0; };
    return Range{share(reads->low, writes->high), share(reads->mid, writes->mid), share(reads->high, writes->low)};
  }
  if (const std::optional<double> share = read_share_of_ratio(profile.read_write_ratio)) return Range::exactly(*share);
  return std::nullopt;
}

RatioClass class_of_share(double share) {
  // Between two classes the border lies at their geometric mean: 100:1 and 10:1 meet at 31.6:1, 10:1 and 1:100 at
  // 0.316:1.
  if (share >= 1) return RatioClass::read_heavy;
  const double ratio = share / (1 - share);
  if (ratio >= square_root(1000)) return RatioClass::read_heavy;
  return ratio > square_root(0.1) ? RatioClass::balanced : RatioClass::write_heavy;
}

int tier_of(double writes, double reads, double data_gb) {
  if (writes + reads >= 1e6 || data_gb >= 100000) return 4;
  if (writes >= 10000 || reads >= 100000 || data_gb >= 10000) return 3;
  if (reads >= 10000 || data_gb >= 1000) return 2;
  return 1;
}

// Months until `now` reaches `limit`, at most a century; negative when it never does.
double months_by_percent(double now, double limit, double percent) {
  if (now >= limit) return 0;
  const double growth = natural_log(1 + percent / 100);
  if (now <= 0 || growth <= 0) return -1;
  return std::min(natural_log(limit / now) / growth, a_century);
}

double months_by_amount(double now, double limit, double amount) {
  if (now >= limit) return 0;
  return amount > 0 ? std::min((limit - now) / amount, a_century) : -1;
}

struct Crossing {
  double months = -1;
  std::size_t resource = 0;
};

constexpr std::array<std::string_view, 3> resource_names = {"writes", "reads", "disk"};

enum class Corner { low, mid, high };

double at(const Maybe& range, Corner corner) {
  if (!range) return 0;
  return corner == Corner::low ? range->low : corner == Corner::mid ? range->mid : range->high;
}

// The first limit that is reached when every figure is taken at one corner of its range.
Crossing first_crossing(const Profile& profile, const TierLimits& limits, Corner corner) {
  const double percent = at(profile.growth_percent_per_month, corner);
  const double writes = at(at_peak(profile.writes_per_second, profile.peak_factor), corner);
  const double reads = at(at_peak(profile.reads_per_second, profile.peak_factor), corner);
  const double data = at(profile.data_size_gb, corner);
  const std::array<double, 3> months = {
      months_by_percent(writes, limits.writes_per_second, percent),
      months_by_percent(reads, limits.reads_per_second, percent),
      profile.growth_gb_per_month ? months_by_amount(data, limits.data_gb, at(profile.growth_gb_per_month, corner))
                                  : months_by_percent(data, limits.data_gb, percent),
  };
  Crossing first;
  for (std::size_t i = 0; i < months.size(); ++i)
    if (months[i] >= 0 && (first.months < 0 || months[i] < first.months)) first = {months[i], i};
  return first;
}

std::optional<Holding> holding_of(const Profile& profile, int tier) {
  const std::optional<TierLimits> limits = limits_of_tier(tier);
  if (!limits || (!profile.growth_percent_per_month && !profile.growth_gb_per_month)) return std::nullopt;
  // The highest load and growth give way first, so they make the low end in months.
  const Crossing soonest = first_crossing(profile, *limits, Corner::high);
  const Crossing middle = first_crossing(profile, *limits, Corner::mid);
  const Crossing latest = first_crossing(profile, *limits, Corner::low);
  if (middle.months < 0) return std::nullopt;
  const std::array<double, 3> values = {limits->writes_per_second, limits->reads_per_second, limits->data_gb};
  return Holding{{soonest.months < 0 ? middle.months : soonest.months, middle.months,
                  latest.months < 0 ? a_century : latest.months},
                 resource_names[middle.resource],
                 values[middle.resource]};
}

}  // namespace

std::optional<TierLimits> limits_of_tier(int tier) {
  if (tier == 1) return TierLimits{10000, 10000, 1000};
  if (tier == 2) return TierLimits{10000, 100000, 10000};
  if (tier == 3) return TierLimits{1e6, 1e6, 100000};
  return std::nullopt;
}

std::optional<int> scale_tier(const Maybe& writes_per_second, const Maybe& reads_per_second,
                              const Maybe& data_size_gb) {
  if (!writes_per_second && !reads_per_second && !data_size_gb) return std::nullopt;
  const auto tier = [&](Corner corner) {
    return tier_of(at(writes_per_second, corner), at(reads_per_second, corner), at(data_size_gb, corner));
  };
  const int low = tier(Corner::low);
  if (low != tier(Corner::high)) return std::nullopt;
  return low;
}

std::optional<RatioClass> ratio_class_of(const Range& read_share) {
  const RatioClass low = class_of_share(read_share.low);
  if (low != class_of_share(read_share.high)) return std::nullopt;
  return low;
}

std::string_view ratio_class_name(RatioClass ratio) {
  switch (ratio) {
    case RatioClass::read_heavy: return "read_heavy";
    case RatioClass::balanced: return "balanced";
    case RatioClass::write_heavy: return "write_heavy";
  }
  return "";
}

Plan plan_of(const Profile& profile, const Derived& derived) {
  const auto later_or_now = [](const Maybe& later, const Maybe& now) { return later ? later : now; };
  return Plan{
      .writes_per_second =
          later_or_now(derived.writes_per_second_12m, at_peak(profile.writes_per_second, profile.peak_factor)),
      .reads_per_second =
          later_or_now(derived.reads_per_second_12m, at_peak(profile.reads_per_second, profile.peak_factor)),
      .data_gb = later_or_now(derived.data_size_gb_12m, profile.data_size_gb),
      .from_growth = profile.growth_percent_per_month || profile.growth_gb_per_month,
  };
}

std::optional<DecidingFigure> deciding_figure(const Plan& plan, const Derived& derived) {
  const Maybe& writes = plan.writes_per_second;
  const Maybe& reads = plan.reads_per_second;
  const Maybe& data = plan.data_gb;
  const std::optional<int> tier = scale_tier(writes, reads, data);
  const TierLimits limits = tier ? limits_of_tier(*tier).value_or(TierLimits{}) : TierLimits{};
  struct Candidate {
    const Maybe& amount;
    std::optional<int> tier_alone;
    std::string_view fact, unit;
    double limit;
    bool in_12_months;
  };
  const Candidate candidates[] = {
      {writes, scale_tier(writes, {}, {}), "planned_writes_per_second", "writes a second", limits.writes_per_second,
       derived.writes_per_second_12m.has_value()},
      {data, scale_tier({}, {}, data), "planned_data_size_gb", "GB", limits.data_gb,
       derived.data_size_gb_12m.has_value()},
      {reads, scale_tier({}, reads, {}), "planned_reads_per_second", "reads a second", limits.reads_per_second,
       derived.reads_per_second_12m.has_value()},
  };
  const auto figure = [&](const Candidate& from) {
    return DecidingFigure{from.fact, from.unit, *from.amount, tier, from.limit, from.in_12_months};
  };
  for (const Candidate& candidate : candidates)
    if (candidate.amount && candidate.tier_alone == tier) return figure(candidate);
  if (!writes || !reads) return std::nullopt;
  // Only together do writes and reads reach their tier, so the larger of the two says the most.
  return figure(candidates[writes->mid < reads->mid ? 2 : 0]);
}

std::optional<Holding> holds_until(const Profile& profile, const Derived& derived) {
  return derived.tier ? holding_of(profile, *derived.tier) : std::nullopt;
}

Derived derive(const Profile& profile) {
  Derived derived;
  const Maybe writes = at_peak(profile.writes_per_second, profile.peak_factor);
  const Maybe reads = at_peak(profile.reads_per_second, profile.peak_factor);
  derived.read_share = share_of_reads(profile);
  if (derived.read_share) derived.ratio_class = ratio_class_of(*derived.read_share);
  derived.writes_per_second_12m = grown(writes, profile.growth_percent_per_month);
  derived.reads_per_second_12m = grown(reads, profile.growth_percent_per_month);
  derived.data_size_gb_12m = data_in_12_months(profile);
  derived.tier = scale_tier(writes, reads, profile.data_size_gb);
  if (profile.growth_percent_per_month || profile.growth_gb_per_month) {
    const Plan plan = plan_of(profile, derived);
    derived.tier_12m = scale_tier(plan.writes_per_second, plan.reads_per_second, plan.data_gb);
  }
  if (const std::optional<Holding> holding = holding_of(profile, 1)) derived.months_until_tier_2 = holding->months;
  return derived;
}

}  // namespace storewright::selection
