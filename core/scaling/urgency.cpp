#include "core/scaling/urgency.h"

#include <algorithm>

#include "core/base/math.h"
#include "core/base/text.h"
#include "core/scaling/projection.h"
#include "core/scaling/stage.h"

namespace storewright::scaling {
namespace {

using Maybe = std::optional<Range>;

constexpr int most_points = 10;
constexpr std::string_view labels[] = {"Performance", "Cost", "Scalability", "Business"};

/// The percentage points by which cost grows faster than revenue.
Maybe cost_gap(const ScalingInput& input) {
  if (!input.cost_growth_percent || !input.revenue_growth_percent) return std::nullopt;
  const Range& cost = *input.cost_growth_percent;
  const Range& revenue = *input.revenue_growth_percent;
  return Range{cost.low - revenue.high, cost.mid - revenue.mid, cost.high - revenue.low};
}

Points points_of(const Scale& scale, const Range& value) {
  const int a = points_on(scale, value.low);
  const int b = points_on(scale, value.high);
  return {std::min(a, b), points_on(scale, value.mid), std::max(a, b)};
}

std::string points_text(const Points& points) {
  return points.low == points.high ? std::to_string(points.mid) : std::to_string(points.low) + " to " + std::to_string(points.high);
}

struct Measured {
  std::string_view scale;
  Maybe value;
};

/// The highest of those that are given decides: one exhausted resource is enough.
PartScore performance_of(const ScalingInput& input, const Rules& rules) {
  PartScore score{Part::performance, std::nullopt, false, {}};
  std::vector<std::string> used, left_out;
  for (const Measured& measured : {Measured{"latency", input.latency_times}, Measured{"cpu", input.cpu_percent},
                                   Measured{"memory", input.memory_percent}, Measured{"io_wait", input.io_wait_percent}}) {
    const Scale* scale = rules.scale(measured.scale);
    if (!scale) continue;
    if (!measured.value) {
      left_out.push_back(scale->label);
      continue;
    }
    const Points one = points_of(*scale, *measured.value);
    used.push_back(scale->label + " " + points_text(one));
    const Points before = score.points.value_or(Points{});
    score.points = Points{std::max(before.low, one.low), std::max(before.mid, one.mid), std::max(before.high, one.high)};
  }
  if (score.points)
    score.from = "highest of " + joined(used, ", ") + (left_out.empty() ? "" : "; not given, so they could only raise it: " + joined(left_out, ", "));
  return score;
}

PartScore cost_of(const ScalingInput& input, const Rules& rules) {
  PartScore score{Part::cost, std::nullopt, false, {}};
  const Scale* scale = rules.scale("cost_ahead");
  const Maybe gap = cost_gap(input);
  if (!scale || !gap) return score;
  score.points = points_of(*scale, *gap);
  score.from = "cost grows by " + report::amount_text(*gap, 1) + " points more than revenue";
  return score;
}

/// Where the store is today: said, or else what the load asks for.
std::size_t running_stage(const ScalingInput& input, const Rules& rules) {
  return input.running ? static_cast<std::size_t>(*input.running) : stage_at(load_of(input), Corner::mid, rules);
}

PartScore scalability_of(const ScalingInput& input, const Rules& rules) {
  PartScore score{Part::scalability, std::nullopt, false, {}};
  const Scale* scale = rules.scale("months_left");
  const Load load = load_of(input);
  const bool loaded = std::any_of(load.begin(), load.end(), [](const Maybe& value) { return value.has_value(); });
  if (!scale || !loaded) return score;
  const std::size_t now = running_stage(input, rules);
  const std::optional<int> months = months_until_after(input, now, rules);
  if (!months) return score;
  score.points = points_of(*scale, Range::exactly(static_cast<double>(*months)));
  if (*months == 0) score.from = "the load already asks for a later stage than " + rules.stages[now].name;
  else if (*months >= selection::a_century || now + 1 >= rules.stages.size()) score.from = "no later mark is reached within a century";
  else score.from = display_number(*months, 0) + " months until the stage after " + rules.stages[now].name;
  return score;
}

Truth truth_of(const std::optional<bool>& flag) { return !flag ? Truth::unknown : *flag ? Truth::yes : Truth::no; }

std::vector<Sign> signs_of(const ScalingInput& input, const Rules& rules) {
  const Maybe gap = cost_gap(input);
  const auto flag_of = [&](std::string_view id) {
    if (id == "complaints") return truth_of(input.complaints);
    if (id == "features_blocked") return truth_of(input.features_blocked);
    if (id == "competitive_gap") return truth_of(input.competitive_gap);
    return truth_of(input.cost_ahead);
  };
  const auto value_of = [&](std::string_view id) -> Maybe {
    if (id == "latency") return input.latency_times;
    if (id == "cpu") return input.cpu_percent;
    if (id == "memory") return input.memory_percent;
    if (id == "io_wait") return input.io_wait_percent;
    return gap;
  };
  std::vector<Sign> signs;
  for (const Indicator& indicator : rules.indicators) {
    Sign sign{&indicator, std::nullopt, Truth::unknown};
    if (indicator.above) sign.value = value_of(indicator.id);
    if (sign.value) sign.fires = compare(*sign.value, Comparison::above, *indicator.above);
    else if (indicator.part == Part::business) sign.fires = flag_of(indicator.id);
    signs.push_back(std::move(sign));
  }
  return signs;
}

PartScore business_of(const std::vector<Sign>& signs, const Rules& rules) {
  PartScore score{Part::business, std::nullopt, false, {}};
  const Scale* scale = rules.scale("signs");
  int yes = 0, open = 0, all = 0;
  for (const Sign& sign : signs) {
    if (sign.indicator->part != Part::business) continue;
    ++all;
    yes += sign.fires == Truth::yes;
    open += sign.fires == Truth::unknown;
  }
  if (!scale || open == all) return score;
  score.points = points_of(*scale, Range{static_cast<double>(yes), yes + open / 2.0, static_cast<double>(yes + open)});
  score.from = std::to_string(yes) + " of " + std::to_string(all) + " signs" + (open > 0 ? ", " + std::to_string(open) + " not answered" : "");
  return score;
}

void use_given(const Maybe& given, PartScore& score) {
  if (!given) return;
  score.points = Points{static_cast<int>(given->low), static_cast<int>(round_half_up(given->mid)), static_cast<int>(given->high)};
  score.given = true;
  score.from = "your own judgement";
}

struct GivenPoints {
  const char* where;
  std::string_view label;
  Maybe ScalingInput::*member;
};

constexpr GivenPoints given_points[] = {
    {"/performance", labels[0], &ScalingInput::performance},
    {"/cost", labels[1], &ScalingInput::cost},
    {"/scalability", labels[2], &ScalingInput::scalability},
    {"/business", labels[3], &ScalingInput::business},
};

Problems check_points(const ScalingInput& input) {
  Problems problems;
  const auto whole = [](double value) { return value >= 0 && value <= most_points && floor_of(value) == value; };
  for (const GivenPoints& given : given_points) {
    const Maybe& value = input.*given.member;
    if (value && !(whole(value->low) && whole(value->high)))
      problems.push_back({2805, given.where, std::string(given.label) + " takes whole points from 0 to 10."});
  }
  return problems;
}

std::string bands_text(const UrgencyAnswer& answer) {
  return answer.lowest == answer.highest ? answer.lowest->id : answer.lowest->id + " to " + answer.highest->id;
}

std::string range_text(const Points& hundredths) {
  return hundredths.low == hundredths.high ? score_text(hundredths.mid) : score_text(hundredths.low) + " to " + score_text(hundredths.high);
}

std::vector<std::string> open_parts(const UrgencyAnswer& answer) {
  std::vector<std::string> open;
  for (const PartScore& part : answer.parts)
    if (!part.points) open.emplace_back(part_name(part.part));
  return open;
}

void put_into_words(UrgencyAnswer& answer) {
  const std::vector<std::string> open = open_parts(answer);
  if (open.size() == answer.parts.size()) {
    answer.headline = "Urgency is not known yet.";
    answer.because = "Say how the machines and the business feel the load.";
    return;
  }
  answer.headline = "Urgency " + range_text(answer.hundredths) + ", " + bands_text(answer);
  if (answer.band)
    answer.headline += ": " + answer.band->action + " within " + std::to_string(answer.band->timeline_months) + " months.";
  else
    answer.headline += ".";
  if (answer.band) answer.because = "The risk: " + answer.band->risk + ".";
  if (!open.empty())
    answer.because += (answer.because.empty() ? "" : " ") + std::string("Not known, so counted as anything from 0 to 10: ") + sentence_list(open) + ".";
}

void add_lines(UrgencyAnswer& answer, const Rules& rules) {
  std::string filled;
  for (const PartScore& part : answer.parts) {
    const int weight = rules.weights[static_cast<std::size_t>(part.part)];
    filled += (filled.empty() ? "" : " + ") + std::to_string(weight) + " x " +
              (part.points ? part.points->low == part.points->high ? points_text(*part.points) : "(" + points_text(*part.points) + ")" : "(0 to 10)");
  }
  const std::string value = range_text(answer.hundredths);
  answer.lines.push_back({"score", "Urgency", value + ", " + bands_text(answer), "(35 x performance + 25 x cost + 25 x scalability + 15 x business) / 100",
                          "(" + filled + ") / 100 = " + value});
  for (const PartScore& part : answer.parts)
    answer.lines.push_back({std::string(part_name(part.part)), std::string(labels[static_cast<int>(part.part)]),
                            part.points ? points_text(*part.points) + " of 10" : "not known",
                            part.given ? "points you gave" : "product rule: a straight line from 0 to 10 points, see the scales",
                            part.points ? part.from : "product rule: a straight line from 0 to 10 points, see the scales"});
}

}  // namespace

int points_on(const Scale& scale, double value) {
  const double points = (value - scale.none_at) / (scale.ten_at - scale.none_at) * most_points;
  // The limits come first: a double beyond them has no int.
  if (!(points > 0)) return 0;
  if (points >= most_points) return most_points;
  return static_cast<int>(round_half_up(points));
}

int urgency_hundredths(const std::array<int, part_count>& points, const Rules& rules) {
  int sum = 0;
  for (std::size_t i = 0; i < points.size(); ++i) sum += rules.weights[i] * points[i];
  return sum;
}

const UrgencyBand* urgency_band(int hundredths, const Rules& rules) {
  for (const UrgencyBand& band : rules.bands)
    if (hundredths >= band.from_points) return &band;
  return &rules.bands.back();
}

std::string score_text(int hundredths) {
  const int rest = hundredths % 100;
  return std::to_string(hundredths / 100) + (rest < 10 ? ".0" : ".") + std::to_string(rest);
}

Result<UrgencyAnswer> judge_urgency(const ScalingInput& input, const Rules& rules) {
  const Problems problems = check_points(input);
  if (!problems.empty()) return problems;

  UrgencyAnswer answer;
  answer.signs = signs_of(input, rules);
  for (const Sign& sign : answer.signs) answer.fired += sign.fires == Truth::yes;
  answer.parts = {performance_of(input, rules), cost_of(input, rules), scalability_of(input, rules), business_of(answer.signs, rules)};
  answer.known = true;
  std::array<int, part_count> low = {}, mid = {}, high = {};
  for (std::size_t i = 0; i < answer.parts.size(); ++i) {
    use_given(input.*given_points[i].member, answer.parts[i]);
    answer.known = answer.known && answer.parts[i].points;
    const Points points = answer.parts[i].points.value_or(Points{0, most_points / 2, most_points});
    low[i] = points.low;
    mid[i] = points.mid;
    high[i] = points.high;
  }
  answer.hundredths = {urgency_hundredths(low, rules), urgency_hundredths(mid, rules), urgency_hundredths(high, rules)};
  answer.lowest = urgency_band(answer.hundredths.low, rules);
  answer.highest = urgency_band(answer.hundredths.high, rules);
  if (answer.lowest == answer.highest) answer.band = answer.lowest;
  put_into_words(answer);
  add_lines(answer, rules);
  return answer;
}

}  // namespace storewright::scaling
