// What a plan costs stage by stage: totals, steps in percent, the running sum, and what standing still would have cost.
#pragma once

#include <optional>
#include <vector>

namespace storewright::cases {

/// What one stage costs a month, in US dollars: one amount for each cost part, in the case's order.
struct CostStage {
  int months = 0;
  std::vector<double> parts;
  double bonus = 0;                 // extra revenue a month; never in a total
};

/// From one stage to the next.
struct CostStep {
  std::vector<std::optional<double>> parts_percent;  // absent where the amount before was zero
  std::optional<double> total_percent;
};

struct CostLine {
  std::vector<double> totals;       // a month, one for each stage
  std::vector<double> over_stage;   // total x months
  std::vector<CostStep> steps;      // one fewer than stages
  int months = 0;
  std::size_t peak = 0;             // the dearest stage, the first of equals
  double saving_per_year = 0;       // (peak - last) x 12
  double saving_with_bonus_per_year = 0;
  std::vector<double> saving_by_part_per_year;  // the same for each cost part; a negative one became dearer
  double cumulative = 0;            // of the whole plan
  double at_peak = 0;               // had every month cost what the peak does
  double avoided = 0;               // at_peak - cumulative
};

/// Absent without stages, or when one lacks its costs: an unknown cost is not zero.
std::optional<CostLine> cost_line(const std::vector<CostStage>& stages);

}  // namespace storewright::cases
