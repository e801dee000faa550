#include "core/scaling/plan.h"

#include <algorithm>

#include "core/base/math.h"
#include "core/base/text.h"
#include "core/scaling/projection.h"
#include "core/scaling/stage.h"

namespace storewright::scaling {
namespace {

using knowledge::Knowledge;
using selection::Recommendation;

ScalingInput load_of_profile(const selection::Profile& profile) {
  ScalingInput input;
  input.data_size_gb = profile.data_size_gb;
  input.writes_per_second = profile.writes_per_second;
  input.reads_per_second = profile.reads_per_second;
  input.peak_factor = profile.peak_factor;
  input.growth_percent_per_month = profile.growth_percent_per_month;
  input.growth_gb_per_month = profile.growth_gb_per_month;
  return input;
}

std::string name_of(const Knowledge& knowledge, const std::string& id) {
  const knowledge::Engine* engine = knowledge.engine(id);
  return engine ? engine->name : id;
}

double hours_of(const Knowledge& knowledge, const std::string& id, const PlanRules& rules) {
  const knowledge::Engine* engine = knowledge.engine(id);
  const knowledge::TraitValue* burden = engine ? engine->trait("operations_burden") : nullptr;
  const std::string* word = burden ? std::get_if<std::string>(burden) : nullptr;
  double most = 0;
  for (const auto& [name, hours] : rules.hours) {
    if (word && name == *word) return hours;
    most = std::max(most, hours);
  }
  return most;  // nobody says how much work it is, so it counts as much
}

std::string complements_of(const Recommendation& answer, const Knowledge& knowledge) {
  if (!answer.primary) return "Nothing beside it until there is a store to stand beside.";
  std::vector<std::string> parts;
  for (const selection::Addon& addon : answer.addons)
    parts.push_back(name_of(knowledge, addon.engine) + " as " + addon.role + (addon.feed.empty() ? "" : ", fed by " + addon.feed));
  if (parts.empty()) return "Nothing beside it: no rule asks for a second store.";
  return "Beside it " + sentence_list(parts) + ".";
}

void add_way(const selection::Profile& profile, const Knowledge& knowledge, const PlanRules& rules, PlanAnswer& answer) {
  if (!answer.recommendation.migration) {
    answer.way = answer.recommendation.primary ? "Nothing to leave: no present store was named. Begin with " +
                                                     name_of(knowledge, answer.recommendation.primary->engine) + "."
                                               : "No way yet: no store meets all answers. Change one of those that contradict each other.";
    answer.steps = rules.start_steps;
    return;
  }
  answer.advice = migration::advise(profile, answer.recommendation, knowledge, migration::built_in_tables());
  const selection::Migration& move = *answer.recommendation.migration;
  answer.way = move.needed ? "From " + name_of(knowledge, move.from) + " to " + name_of(knowledge, move.to) + ". " + answer.advice->first
                           : "You run it already. " + answer.advice->first;
  answer.steps = answer.advice->steps;
  // Who stays has a ladder instead of a move.
  if (answer.steps.empty())
    for (const migration::LadderStep& step : answer.advice->ladder.steps) answer.steps.push_back(step.step->title);
  if (answer.steps.empty()) answer.steps = rules.start_steps;
}

CostStep cost_at(int month, const ScalingInput& input, const PlanAnswer& answer, const Rules& rules, const PlanRules& plan_rules) {
  const Load load = load_after(input, month);
  CostStep step{.month = month, .stage = stage_at(load, Corner::mid, rules)};
  const StageSize& size = plan_rules.stages[step.stage];
  const double gigabytes = load[static_cast<std::size_t>(Measure::data_size_gb)]->mid * size.copies;
  const auto beside = static_cast<double>(answer.recommendation.addons.size());
  step.nodes = std::max(static_cast<double>(size.nodes), ceil_of(gigabytes / plan_rules.gb_per_node.value)) + beside;
  step.machines_usd = step.nodes * plan_rules.usd_per_node.value;
  step.storage_usd = gigabytes * plan_rules.usd_per_gb.value;
  double hours = hours_of(knowledge::built_in(), answer.recommendation.primary->engine, plan_rules);
  for (const selection::Addon& addon : answer.recommendation.addons) hours += hours_of(knowledge::built_in(), addon.engine, plan_rules);
  step.people_usd = hours * plan_rules.usd_per_hour.value;
  return step;
}

std::string usd(double value) { return "$" + display_number(value, 0); }

report::FormulaLine cost_line(const CostStep& step, const PlanRules& rules) {
  return {"month_" + std::to_string(step.month),
          step.month == 0 ? "A month, today" : "A month, in " + std::to_string(step.month) + " months",
          usd(step.total_usd()),
          "product rule: nodes x price + gigabytes x copies x price + hours x rate",
          display_number(step.nodes, 0) + " x " + usd(rules.usd_per_node.value) + " + " + usd(step.storage_usd) + " + " + usd(step.people_usd) +
              " = " + usd(step.total_usd())};
}

void add_cost(const selection::Profile& profile, const Rules& rules, const PlanRules& plan_rules, PlanAnswer& answer) {
  if (!answer.recommendation.primary || !profile.data_size_gb) {
    answer.cost_says = answer.recommendation.primary ? "Enter the volume of data to see what it costs." : "Nothing to price yet.";
    return;
  }
  const ScalingInput input = load_of_profile(profile);
  const bool grows = profile.growth_percent_per_month || profile.growth_gb_per_month;
  for (const int month : plan_rules.months)
    if (month == 0 || grows) answer.cost.push_back(cost_at(month, input, answer, rules, plan_rules));
  for (const CostStep& step : answer.cost) answer.lines.push_back(cost_line(step, plan_rules));
  const CostStep& last = answer.cost.back();
  answer.cost_says = "About " + usd(answer.cost.front().total_usd()) + " a month today" +
                     (grows ? ", " + usd(last.total_usd()) + " in " + std::to_string(last.month) + " months" : "; without its growth nothing is said of later") +
                     ". " + plan_rules.cost_says;
}

}  // namespace

PlanAnswer plan(const selection::Profile& profile, const Rules& rules, const PlanRules& plan_rules) {
  const Knowledge& knowledge = knowledge::built_in();
  PlanAnswer answer;
  answer.recommendation = selection::recommend(profile, knowledge);
  answer.primary = selection::answer_sentence(answer.recommendation, knowledge);
  if (answer.recommendation.primary && !answer.recommendation.clear_winner)
    answer.primary = "For now " + name_of(knowledge, answer.recommendation.primary->engine) + ". " + answer.primary;
  answer.complements = complements_of(answer.recommendation, knowledge);
  add_way(profile, knowledge, plan_rules, answer);
  add_cost(profile, rules, plan_rules, answer);
  return answer;
}

}  // namespace storewright::scaling
