#include "core/selection/steps.h"

#include <algorithm>

#include "core/base/math.h"
#include "core/base/text.h"
#include "core/selection/ranking.h"

namespace storewright::selection {
namespace {

using knowledge::RecordKind;

bool known(const Evaluation& evaluation, std::string_view name) { return fact_named(evaluation.facts, name).known; }

std::string shown(const Evaluation& evaluation, std::string_view name) { return display_of(name, evaluation.facts); }

bool is_yes(const std::optional<bool>& answer) { return answer && *answer; }

std::string consistency_finding(const Evaluation& evaluation) {
  const Profile& profile = evaluation.profile;
  if (is_yes(profile.money))
    return "Money is involved: only stores with transactions over several rows and strong reads stay.";
  if (is_yes(profile.multi_row_transactions))
    return "Several records must change together: only stores with transactions over several rows stay.";
  if (!profile.consistency) return "You have not said how fresh a read must be; say it first, it rules out the most.";
  switch (*profile.consistency) {
    case Consistency::strong:
      return "Every read must see the latest write: stores that can only catch up later are out.";
    case Consistency::causal:
      return "What depends on something must not show before it: stores without causal or strong reads are out.";
    case Consistency::read_your_writes:
      return "People must see their own changes at once: stores that cannot promise it are out.";
    case Consistency::eventual: return "A short delay hurts nobody: this step rules nothing out.";
  }
  return {};
}

std::string ratio_words(RatioClass ratio) {
  switch (ratio) {
    case RatioClass::read_heavy: return "read-heavy (100:1)";
    case RatioClass::balanced: return "balanced (10:1)";
    case RatioClass::write_heavy: return "write-heavy (1:100)";
  }
  return {};
}

std::string ratio_finding(const Evaluation& evaluation) {
  if (!known(evaluation, "read_share")) return "You have not said how many reads and writes there are.";
  const std::string share = shown(evaluation, "read_share") + " of your operations are reads";
  if (!evaluation.derived.ratio_class)
    return share + ": your range touches more than one class, so the ratio decides nothing yet.";
  return share + ": nearest to " + ratio_words(*evaluation.derived.ratio_class) + ".";
}

std::string model_finding(const Evaluation& evaluation) {
  const bool model = known(evaluation, "data_model");
  const bool patterns = known(evaluation, "access_patterns");
  if (!model && !patterns) return "You have not said what the data looks like or what you do with it.";
  std::string finding = model ? "The data model is " + shown(evaluation, "data_model")
                              : std::string("You need ") + shown(evaluation, "access_patterns");
  if (model && patterns) finding += "; you need " + shown(evaluation, "access_patterns");
  return finding + ".";
}

std::string tier_words(int tier) {
  switch (tier) {
    case 1: return "tier 1, one node is enough";
    case 2: return "tier 2, one node for writes and copies for reads";
    case 3: return "tier 3, the data must be spread over several nodes";
    default: return "tier 4, only stores built for millions of operations a second";
  }
}

std::string scale_finding(const Evaluation& evaluation) {
  const std::optional<DecidingFigure> figure = deciding_figure(evaluation.plan, evaluation.derived);
  if (!figure) return "You have not said how large the load is.";
  const std::string when = figure->in_12_months ? " in 12 months" : " today (you have not said how fast it grows)";
  const std::string load = shown(evaluation, figure->fact) + " " + std::string(figure->unit) + when;
  return load + ": " + (figure->tier ? tier_words(*figure->tier) : "your range touches more than one tier") + ".";
}

std::string operations_finding(const Evaluation& evaluation) {
  if (evaluation.profile.team_engineers) {
    const Range& team = *evaluation.profile.team_engineers;
    const std::string people = shown(evaluation, "team_engineers") + (team.high == 1 ? " engineer" : " engineers");
    if (team.high < 5) return people + ": fewer than five, so let somebody else run it.";
    if (team.low >= 5) return people + ": five or more, so you may run it yourselves.";
    return people + ": the range touches the limit of five.";
  }
  if (known(evaluation, "hosting") || known(evaluation, "platform"))
    return "Where and by whom it is run is set; the size of the team is not.";
  return "You have not said who will run it.";
}

std::string finding_of(const Evaluation& evaluation, Step step) {
  switch (step) {
    case Step::consistency: return consistency_finding(evaluation);
    case Step::read_write_ratio: return ratio_finding(evaluation);
    case Step::data_model: return model_finding(evaluation);
    case Step::scale: return scale_finding(evaluation);
    case Step::operations: return operations_finding(evaluation);
  }
  return {};
}

bool answered(const Evaluation& evaluation, Step step) {
  const auto any = [&](std::initializer_list<std::string_view> names) {
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return known(evaluation, name); });
  };
  switch (step) {
    case Step::consistency: return any({"consistency", "money", "multi_row_transactions"});
    case Step::read_write_ratio: return any({"read_share"});
    case Step::data_model: return any({"data_model", "access_patterns"});
    case Step::scale: return any({"planned_tier", "planned_writes_per_second", "planned_data_size_gb"});
    case Step::operations: return any({"team_engineers", "hosting", "platform"});
  }
  return false;
}

// The lead of the winner's category when only the steps up to `last` count, over the survivors of those steps.
bool lead_is_clear(const std::vector<RankedEngine>& ranking, const std::vector<EngineVerdict>& verdicts, Step last,
                   const Weights& weights) {
  if (ranking.empty()) return false;
  const std::string& category = ranking.front().category;
  double winner = 0;
  double other = 0;
  bool others_left = false;
  for (const RankedEngine& entry : ranking) {
    double score = 0;
    for (std::size_t step = 0; step <= static_cast<std::size_t>(last); ++step)
      score += weights.by_step[step] * entry.by_step[step];
    double& best = entry.category == category ? winner : other;
    best = std::max(best, score);
  }
  // Engines that a later step rejects still stood in the way here.
  for (const EngineVerdict& verdict : verdicts) {
    const bool survives_here = verdict.rejections.empty() || verdict.rejections.front().step > last;
    if (survives_here && verdict.category != category) others_left = true;
    if (!verdict.rejections.empty() && survives_here && verdict.category != category) return false;
  }
  if (!others_left) return true;
  return winner > 0 && (winner - other) / winner >= clear_margin;
}

}  // namespace

std::string_view step_name(Step step) {
  static constexpr std::string_view names[] = {"consistency", "read_write_ratio", "data_model", "scale", "operations"};
  return names[static_cast<std::size_t>(step)];
}

std::vector<StepSummary> steps_of(const Evaluation& evaluation, const std::vector<EngineVerdict>& verdicts,
                                  const std::vector<RankedEngine>& ranking, const Weights& weights) {
  std::vector<StepSummary> steps;
  int left = 0;
  for (const knowledge::Engine& engine : evaluation.knowledge.engines) left += engine.record == RecordKind::engine;
  for (int i = 0; i < knowledge::step_count; ++i) {
    StepSummary summary;
    summary.step = static_cast<Step>(i);
    for (std::size_t e = 0; e < verdicts.size(); ++e)
      if (evaluation.knowledge.engines[e].record == RecordKind::engine && !verdicts[e].rejections.empty() &&
          verdicts[e].rejections.front().step == summary.step)
        ++summary.rejected_here;
    left -= summary.rejected_here;
    summary.left = left;
    summary.answered = answered(evaluation, summary.step);
    summary.decided = summary.answered && lead_is_clear(ranking, verdicts, summary.step, weights);
    summary.finding = finding_of(evaluation, summary.step);
    steps.push_back(std::move(summary));
  }
  return steps;
}

}  // namespace storewright::selection
