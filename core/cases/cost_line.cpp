#include "core/cases/cost_line.h"

namespace storewright::cases {
namespace {

constexpr double months_per_year = 12;

double sum_of(const std::vector<double>& parts) {
  double sum = 0;
  for (const double part : parts) sum += part;
  return sum;
}

std::optional<double> percent_change(double before, double after) {
  if (before == 0) return std::nullopt;
  return 100 * (after - before) / before;
}

CostStep step_between(const CostStage& before, const CostStage& after) {
  CostStep step;
  for (std::size_t i = 0; i < before.parts.size(); ++i)
    step.parts_percent.push_back(percent_change(before.parts[i], after.parts[i]));
  step.total_percent = percent_change(sum_of(before.parts), sum_of(after.parts));
  return step;
}

}  // namespace

std::optional<CostLine> cost_line(const std::vector<CostStage>& stages) {
  if (stages.empty() || stages.front().parts.empty()) return std::nullopt;
  CostLine line;
  for (const CostStage& stage : stages) {
    if (stage.parts.size() != stages.front().parts.size()) return std::nullopt;
    const double total = sum_of(stage.parts);
    line.totals.push_back(total);
    line.over_stage.push_back(total * stage.months);
    line.months += stage.months;
    line.cumulative += total * stage.months;
    if (total > line.totals[line.peak]) line.peak = line.totals.size() - 1;
  }
  for (std::size_t i = 1; i < stages.size(); ++i) line.steps.push_back(step_between(stages[i - 1], stages[i]));
  const CostStage& peak = stages[line.peak];
  const CostStage& last = stages.back();
  for (std::size_t i = 0; i < peak.parts.size(); ++i)
    line.saving_by_part_per_year.push_back((peak.parts[i] - last.parts[i]) * months_per_year);
  line.saving_per_year = (line.totals[line.peak] - line.totals.back()) * months_per_year;
  line.saving_with_bonus_per_year = line.saving_per_year + (last.bonus - peak.bonus) * months_per_year;
  line.at_peak = line.totals[line.peak] * line.months;
  line.avoided = line.at_peak - line.cumulative;
  return line;
}

}  // namespace storewright::cases
