#include "core/scaling/stage.h"

#include "core/base/text.h"
#include "core/selection/derive.h"

namespace storewright::scaling {
namespace {

constexpr Measure all_measures[] = {Measure::data_size_gb, Measure::writes_per_second, Measure::reads_per_second,
                                    Measure::operations_per_second};

const std::optional<Range>& of(const Load& load, Measure measure) { return load[static_cast<std::size_t>(measure)]; }

/// The latest stage whose threshold for this measure `value` has reached.
std::size_t stage_of_measure(Measure measure, double value, const Rules& rules) {
  std::size_t stage = 0;
  for (std::size_t i = 0; i < rules.stages.size(); ++i)
    for (const Threshold& threshold : rules.stages[i].from)
      if (threshold.measure == measure && value >= threshold.from) stage = i;
  return stage;
}

Placed place(Measure measure, const Range& value, const Rules& rules) {
  Placed placed{measure, value, stage_of_measure(measure, value.mid, rules)};
  for (std::size_t i = 0; i < rules.stages.size(); ++i)
    for (const Threshold& threshold : rules.stages[i].from)
      if (!placed.next && threshold.measure == measure && threshold.from > value.mid) {
        placed.next = &threshold;
        placed.next_stage = i;
      }
  return placed;
}

const Threshold* reached_in(const Stage& stage, const Load& load) {
  for (const Threshold& threshold : stage.from)
    if (of(load, threshold.measure) && of(load, threshold.measure)->mid >= threshold.from) return &threshold;
  return nullptr;
}

const Band* band_of(const SourceList& list, double value) {
  if (list.until && value > *list.until) return nullptr;
  const Band* found = nullptr;
  for (const Band& band : list.bands)
    if (value >= band.from) found = &band;
  return found;
}

std::string says(const SourceList& list, const Band* band) {
  if (!band) return list.outside;
  if (!band->success_percent) return band->says;
  return band->says + " (it claims success for " + display_number(*band->success_percent, 0) + " %)";
}

OtherSource by_tier(const SourceList& list, const Load& load, std::optional<int> tier) {
  const std::optional<Range>& measured = list.gap ? of(load, list.gap->measure) : of(load, Measure::data_size_gb);
  if (!tier) return {&list, nullptr, false, "the ranges lie in more than one tier, or nothing is known"};
  const Band* band = band_of(list, *tier);
  // Only where the gap is what puts the load into its tier: 20 TB of data are in tier 3 by themselves.
  const bool gap = list.gap && measured && measured->low >= list.gap->from && measured->high < list.gap->until &&
                   selection::scale_tier(std::nullopt, of(load, Measure::reads_per_second), of(load, Measure::data_size_gb)).value_or(1) < *tier;
  return {&list, band, gap, gap ? list.gap->says : says(list, band)};
}

OtherSource by_volume(const SourceList& list, const std::optional<Range>& data) {
  if (!data) return {&list, nullptr, false, "needs the volume of data"};
  const Band* low = band_of(list, data->low);
  const Band* high = band_of(list, data->high);
  const std::string words = low == high ? says(list, low) : "from " + says(list, low) + " to " + says(list, high);
  return {&list, band_of(list, data->mid), false, words};
}

std::string because_of(const StageAnswer& answer, const Load& load) {
  if (answer.decided_by) {
    const Measure measure = answer.decided_by->measure;
    return load_text(measure, *of(load, measure)) + ", and this stage begins at " + mark_text(measure, answer.decided_by->from) + ". " +
           answer.stage->does;
  }
  std::vector<std::string> parts;
  for (const Placed& placed : answer.measures)
    if (placed.next && placed.measure != Measure::operations_per_second)
      parts.push_back(load_text(placed.measure, placed.value) + " below " + mark_text(placed.measure, placed.next->from));
  std::string sentence = sentence_list(parts) + ". " + answer.stage->does;
  const std::optional<Range>& data = of(load, Measure::data_size_gb);
  if (answer.stage->mark && data && data->mid >= answer.stage->mark->from_gb) sentence += " " + answer.stage->mark->says;
  return sentence;
}

std::string next_of(const StageAnswer& answer, const Rules& rules) {
  if (answer.number >= rules.stages.size()) return {};
  const Stage& next = rules.stages[answer.number];
  std::string words;
  for (const Threshold& threshold : next.from) words += (words.empty() ? "" : " or ") + mark_text(threshold.measure, threshold.from);
  return "Next: " + next.name + ", from " + words + " on.";
}

void put_into_words(StageAnswer& answer, const Load& load, const Rules& rules) {
  if (!answer.stage) {
    answer.headline = "Enter the volume of your data or a rate to see your stage.";
    answer.because = "One number is enough to begin with; each further one can only bring a later stage.";
    return;
  }
  const bool one = answer.lowest == answer.highest;
  answer.headline = "Stage: " + (one ? answer.stage->name : answer.lowest->name + " to " + answer.highest->name) + ".";
  answer.because = because_of(answer, load);
  answer.next = next_of(answer, rules);
}

}  // namespace

double value_at(const Range& range, Corner corner) {
  return corner == Corner::low ? range.low : corner == Corner::mid ? range.mid : range.high;
}

std::size_t stage_at(const Load& load, Corner corner, const Rules& rules) {
  std::size_t stage = 0;
  for (const Measure measure : all_measures)
    if (const std::optional<Range>& value = of(load, measure)) {
      const std::size_t reached = stage_of_measure(measure, value_at(*value, corner), rules);
      if (reached > stage) stage = reached;
    }
  return stage;
}

StageAnswer find_stage(const ScalingInput& input, const Rules& rules) {
  StageAnswer answer;
  const Load load = load_of(input);
  for (const Measure measure : all_measures)
    if (const std::optional<Range>& value = of(load, measure);
        value && (measure != Measure::operations_per_second || (input.reads_per_second && input.writes_per_second)))
      answer.measures.push_back(place(measure, *value, rules));
  if (!input.data_size_gb) answer.missing.emplace_back("data_size_gb");
  if (!input.writes_per_second) answer.missing.emplace_back("writes_per_second");
  if (!input.reads_per_second) answer.missing.emplace_back("reads_per_second");

  const std::optional<Range>& writes = of(load, Measure::writes_per_second);
  const std::optional<Range>& reads = of(load, Measure::reads_per_second);
  answer.tier = selection::scale_tier(writes, reads, input.data_size_gb);
  for (const SourceList& list : rules.lists)
    answer.others.push_back(list.by_tier ? by_tier(list, load, answer.tier) : by_volume(list, input.data_size_gb));
  if (input.data_size_gb || writes || reads) {
    const std::size_t middle = stage_at(load, Corner::mid, rules);
    answer.stage = &rules.stages[middle];
    answer.lowest = &rules.stages[stage_at(load, Corner::low, rules)];
    answer.highest = &rules.stages[stage_at(load, Corner::high, rules)];
    answer.number = middle + 1;
    answer.decided_by = reached_in(*answer.stage, load);
    for (const StageGroup& group : rules.groups)
      if (group.id == answer.stage->group) answer.group = &group;
  }
  put_into_words(answer, load, rules);
  return answer;
}

}  // namespace storewright::scaling
