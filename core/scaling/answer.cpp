#include "core/scaling/answer.h"

#include "core/base/text.h"

namespace storewright::scaling {
namespace {

std::string headline_of(const ScalingAnswer& answer) {
  const bool judged = answer.urgency.known || answer.urgency.hundredths.low > 0 || answer.urgency.hundredths.high < 1000;
  if (!answer.stage.stage) return judged ? answer.urgency.headline : answer.stage.headline;
  if (!judged) return answer.stage.headline;
  std::string urgency = answer.urgency.headline;
  urgency[0] = 'u';
  return answer.stage.headline.substr(0, answer.stage.headline.size() - 1) + "; " + urgency;
}

std::string with_unit(double value, const std::string& unit) { return display_number(value, 1) + (unit.empty() ? "" : " " + unit); }

std::string measured_text(const Sign& sign) {
  if (!sign.value) return sign.fires == Truth::unknown ? "not known" : sign.fires == Truth::yes ? "yes" : "no";
  const Range& value = *sign.value;
  if (value.exact()) return with_unit(value.mid, sign.indicator->unit);
  return display_number(value.low, 1) + " to " + with_unit(value.high, sign.indicator->unit);
}

std::string fires_text(Truth fires) {
  if (fires == Truth::unknown) return "open";
  return fires == Truth::yes ? "fires" : "does not fire";
}

}  // namespace

Result<ScalingAnswer> analyze_scaling(const ScalingInput& input, const Rules& rules) {
  Result<UrgencyAnswer> urgency = judge_urgency(input, rules);
  if (!urgency) return urgency.problems();
  ScalingAnswer answer{find_stage(input, rules), project(input, rules), urgency.take(), {}};
  answer.headline = headline_of(answer);
  return answer;
}

report::Table signs_table(const UrgencyAnswer& answer) {
  report::Table table{"Signs that it is time", {{"Sign", false}, {"Yours", true}, {"It", false}}, {}};
  for (const Sign& sign : answer.signs) table.rows.push_back({sign.indicator->label, measured_text(sign), fires_text(sign.fires)});
  return table;
}

report::Table others_table(const StageAnswer& answer) {
  report::Table table{"What the lists say of your load", {{"List", false}, {"Says", false}, {"Kind", false}}, {}};
  for (const OtherSource& other : answer.others)
    table.rows.push_back({other.list->title, other.says, std::string(knowledge::kind_words(other.in_gap ? FactKind::product_rule : other.list->kind))});
  return table;
}

report::Table scales_table(const Rules& rules) {
  report::Table table{"From numbers to points, product rule", {{"Number", false}, {"No points at", true}, {"Ten points at", true}}, {}};
  for (const Scale& scale : rules.scales)
    table.rows.push_back({scale.label, with_unit(scale.none_at, scale.unit), with_unit(scale.ten_at, scale.unit)});
  return table;
}

std::vector<report::FormulaLine> all_lines(const ScalingAnswer& answer) {
  std::vector<report::FormulaLine> lines = answer.urgency.lines;
  lines.insert(lines.end(), answer.projection.lines.begin(), answer.projection.lines.end());
  return lines;
}

}  // namespace storewright::scaling
