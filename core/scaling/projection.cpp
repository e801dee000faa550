#include "core/scaling/projection.h"

#include <algorithm>

#include "core/base/math.h"
#include "core/base/sort.h"
#include "core/base/text.h"

namespace storewright::scaling {
namespace {

using Maybe = std::optional<Range>;
using selection::a_century;

constexpr int most_months = static_cast<int>(a_century);

bool grows_by_amount(const ScalingInput& input, Measure measure) {
  return measure == Measure::data_size_gb && input.growth_gb_per_month.has_value();
}

bool growth_known(const ScalingInput& input, Measure measure) {
  return input.growth_percent_per_month || grows_by_amount(input, measure);
}

double factor_after(const ScalingInput& input, Corner corner, int months) {
  return power(1 + value_at(*input.growth_percent_per_month, corner) / 100, months);
}

double value_after(const ScalingInput& input, Measure measure, const Range& now, Corner corner, int months) {
  const double value = value_at(now, corner);
  if (grows_by_amount(input, measure)) return value + value_at(*input.growth_gb_per_month, corner) * months;
  if (!input.growth_percent_per_month) return value;
  return value * factor_after(input, corner, months);
}

// Growth never falls, so the first month at or above the threshold is found by halving.
std::optional<int> month_of(const ScalingInput& input, Measure measure, const Range& now, Corner corner, double from) {
  if (value_after(input, measure, now, corner, most_months) < from) return std::nullopt;
  int low = 0;
  int high = most_months;
  while (low < high) {
    const int middle = (low + high) / 2;
    if (value_after(input, measure, now, corner, middle) >= from) high = middle;
    else low = middle + 1;
  }
  return low;
}

struct Known {
  Measure measure;
  Range now;
};

std::vector<Known> growing(const ScalingInput& input) {
  const Load load = load_of(input);
  std::vector<Known> known;
  for (int i = 0; i < measure_count; ++i) {
    const auto measure = static_cast<Measure>(i);
    const Maybe& value = load[static_cast<std::size_t>(i)];
    // Reads and writes together say more than each alone only where both are known.
    const bool repeated = measure == Measure::operations_per_second && !(input.reads_per_second && input.writes_per_second);
    if (value && growth_known(input, measure) && !repeated) known.push_back({measure, *value});
  }
  return known;
}

// Only marks of a later stage than that of the whole load: for a load that is sharded by its volume it changes nothing
// that its writes come to the mark of sharding, too.
void add_crossings(const ScalingInput& input, const Known& known, const Rules& rules, std::vector<Crossing>& crossings) {
  for (std::size_t stage = stage_at(load_of(input), Corner::mid, rules) + 1; stage < rules.stages.size(); ++stage)
    for (const Threshold& threshold : rules.stages[stage].from) {
      if (threshold.measure != known.measure || known.now.mid >= threshold.from) continue;
      const auto month = [&](Corner corner) { return month_of(input, known.measure, known.now, corner, threshold.from); };
      if (const std::optional<int> middle = month(Corner::mid))
        crossings.push_back({known.measure, threshold.from, stage, *middle, month(Corner::high), month(Corner::low)});
    }
}

std::string months_text(int months) { return std::to_string(months) + (months == 1 ? " month" : " months"); }

std::string month_text(const Crossing& crossing) {
  if (crossing.soonest == crossing.latest) return "in month " + std::to_string(crossing.month);
  const int soonest = crossing.soonest.value_or(crossing.month);
  const std::string first = soonest == 0 ? "now" : "month " + std::to_string(soonest);
  if (!crossing.latest) return "from " + first + " on or never, by the middle in month " + std::to_string(crossing.month) + ",";
  return "between " + first + " and month " + std::to_string(*crossing.latest);
}

std::string_view subject(Measure measure) {
  constexpr std::string_view words[] = {"your data reach", "your reads reach", "your writes reach", "reads and writes together reach"};
  return words[static_cast<int>(measure)];
}

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

void put_into_words(const ScalingInput& input, const Rules& rules, ProjectionAnswer& answer) {
  const auto crossed = [&](const Crossing& crossing) {
    return month_text(crossing) + " " + std::string(subject(crossing.measure)) + " " + mark_text(crossing.measure, crossing.from) + ": " +
           rules.stages[crossing.stage].name;
  };
  if (!answer.growth_known) {
    answer.headline = answer.measures.empty() && !input.data_size_gb && !input.reads_per_second && !input.writes_per_second
                          ? "Enter a load and its growth to see which mark comes first."
                          : "Enter the growth to see which mark comes first.";
    return;
  }
  if (const Crossing* first = answer.first()) {
    answer.headline = capital(crossed(*first)) + ".";
  } else if (!answer.crossings.empty()) {
    answer.headline = "No mark is reached within " + months_text(answer.months) + ".";
    answer.because = "The first comes later: " + crossed(answer.crossings.front()) + ".";
  } else {
    answer.headline = "No mark is reached within a century of this growth.";
  }
  const std::string holds = answer.holds ? "Tier " + std::to_string(answer.tier.value_or(1)) + " of Decide holds for about " +
                                               months_text(static_cast<int>(round_half_up(answer.holds->months.mid))) + "; the first to give is " +
                                               std::string(answer.holds->resource) + "."
                                         : std::string();
  if (!holds.empty()) answer.because += (answer.because.empty() ? "" : " ") + holds;
}

std::string number_text(double value) { return display_number(value, value < 1 ? 4 : value < 1000 ? 1 : 0); }

std::string range_text(const Range& range) {
  return range.exact() ? number_text(range.mid) : number_text(range.low) + " to " + number_text(range.high);
}

report::FormulaLine growth_line(const ScalingInput& input, const ProjectedMeasure& measure, int months) {
  const bool amount = grows_by_amount(input, measure.measure);
  const std::string now = number_text(measure.now.mid);
  const std::string filled =
      amount ? now + " + " + number_text(input.growth_gb_per_month->mid) + " x " + std::to_string(months)
             : now + " x " + display_number(1 + input.growth_percent_per_month->mid / 100, 4) + " ^ " + std::to_string(months);
  constexpr std::string_view labels[] = {"Data", "Reads a second", "Writes a second", "Reads and writes a second"};
  return {std::string(measure_name(measure.measure)) + "_later",
          std::string(labels[static_cast<int>(measure.measure)]) + " in " + months_text(months),
          measure.measure == Measure::data_size_gb && measure.later.exact() ? volume_text(measure.later.mid) : range_text(measure.later),
          amount ? "today + growth a month x months"
                 : (measure.measure == Measure::data_size_gb ? "today x (1 + growth) ^ months" : "today's peak x (1 + growth) ^ months"),
          filled + " = " + number_text(measure.later.mid)};
}

report::FormulaLine crossing_line(const ScalingInput& input, const Crossing& crossing, const Range& now, const Rules& rules) {
  const std::string from = number_text(crossing.from);
  const std::string value = number_text(now.mid);
  std::string filled;
  double exact = 0;
  if (grows_by_amount(input, crossing.measure)) {
    const double amount = input.growth_gb_per_month->mid;
    exact = (crossing.from - now.mid) / amount;
    filled = "(" + from + " - " + value + ") / " + number_text(amount);
  } else {
    const double factor = 1 + input.growth_percent_per_month->mid / 100;
    exact = natural_log(crossing.from / now.mid) / natural_log(factor);
    filled = "ln(" + from + " / " + value + ") / ln(" + display_number(factor, 4) + ")";
  }
  const bool amount = grows_by_amount(input, crossing.measure);
  return {"until_" + rules.stages[crossing.stage].id + "_" + std::string(measure_name(crossing.measure)),
          capital(rules.stages[crossing.stage].name) + ", from " + mark_text(crossing.measure, crossing.from),
          capital(month_text(crossing)),
          amount ? "(mark - today) / growth a month, the month in which it ends" : "ln(mark / today) / ln(1 + growth), the month in which it ends",
          filled + " = " + display_number(exact, 2)};
}

void add_lines(const ScalingInput& input, const Rules& rules, ProjectionAnswer& answer) {
  for (const ProjectedMeasure& measure : answer.measures)
    if (measure.measure != Measure::operations_per_second) answer.lines.push_back(growth_line(input, measure, answer.months));
  // The marks within the months asked for, or else the first that comes at all.
  for (const Crossing& crossing : answer.crossings)
    for (const ProjectedMeasure& measure : answer.measures)
      if (measure.measure == crossing.measure && (crossing.month <= answer.months || &crossing == &answer.crossings.front())) answer.lines.push_back(crossing_line(input, crossing, measure.now, rules));
}

}  // namespace

Load load_after(const ScalingInput& input, int months) {
  Load load = load_of(input);
  for (int i = 0; i < measure_count; ++i)
    if (Maybe& value = load[static_cast<std::size_t>(i)]) {
      const auto at = [&](Corner corner) { return value_after(input, static_cast<Measure>(i), *value, corner, months); };
      value = Range{at(Corner::low), at(Corner::mid), at(Corner::high)};
    }
  return load;
}

std::optional<int> months_until_after(const ScalingInput& input, std::size_t stage, const Rules& rules) {
  const Load load = load_of(input);
  if (stage_at(load, Corner::mid, rules) > stage) return 0;
  const std::vector<Known> known = growing(input);
  if (known.empty()) return std::nullopt;
  int first = most_months;
  for (const Known& one : known) {
    std::vector<Crossing> crossings;
    add_crossings(input, one, rules, crossings);
    for (const Crossing& crossing : crossings)
      if (crossing.stage > stage) first = std::min(first, crossing.month);
  }
  return first;
}

ProjectionAnswer project(const ScalingInput& input, const Rules& rules) {
  ProjectionAnswer answer;
  answer.months = input.months;
  const std::vector<Known> known = growing(input);
  answer.growth_known = !known.empty();
  for (const Known& one : known) {
    const auto at = [&](Corner corner) { return value_after(input, one.measure, one.now, corner, input.months); };
    answer.measures.push_back({one.measure, one.now, {at(Corner::low), at(Corner::mid), at(Corner::high)}});
    add_crossings(input, one, rules, answer.crossings);
  }
  sort_stably(answer.crossings, [](const Crossing& a, const Crossing& b) { return a.month < b.month; });
  const selection::Profile profile = profile_of(input);
  const selection::Derived derived = selection::derive(profile);
  answer.tier = derived.tier;
  answer.tier_later = derived.tier_12m;
  answer.holds = selection::holds_until(profile, derived);
  const Load later = load_after(input, input.months);
  if (!known.empty()) answer.stage_later = &rules.stages[stage_at(later, Corner::mid, rules)];
  put_into_words(input, rules, answer);
  add_lines(input, rules, answer);
  return answer;
}

report::Table projection_table(const ScalingInput& input, const ProjectionAnswer& answer, const Rules& rules) {
  constexpr std::string_view names[] = {"Data", "Reads a second", "Writes a second"};
  report::Table table{"Load and stage, month by month", {{"Month", true}}, {}};
  const Load now = load_of(input);
  for (std::size_t i = 0; i < std::size(names); ++i)
    if (now[i]) table.columns.push_back({std::string(names[i]), true});
  table.columns.push_back({"Stage", false});
  constexpr int most_rows = 12;
  const int step = (answer.months + most_rows - 1) / most_rows;
  for (int month = 0; month <= answer.months; month += step) {
    const Load load = load_after(input, month);
    std::vector<std::string> row = {month == 0 ? "now" : std::to_string(month)};
    for (std::size_t i = 0; i < std::size(names); ++i)
      if (load[i]) row.push_back(i == 0 ? volume_text(load[i]->mid) : number_text(load[i]->mid));
    row.push_back(rules.stages[stage_at(load, Corner::mid, rules)].name);
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace storewright::scaling
