#include "core/selection/recommend.h"

#include "core/selection/advice.h"
#include "core/selection/migration.h"
#include "core/selection/ranking.h"
#include "core/selection/steps.h"
#include "core/selection/verdicts.h"
#include "core/selection/weights.h"

namespace storewright::selection {

Recommendation recommend(const Profile& profile, const knowledge::Knowledge& knowledge) {
  if (&knowledge == &knowledge::built_in()) return recommend(profile, built_in_rulebook());
  return recommend(profile, Rulebook(knowledge));
}

Recommendation recommend(const Profile& profile, const Rulebook& rulebook) {
  const Weights weights = weights_of_text(profile.weights).value_or(Weights{});
  const Evaluation evaluation = evaluate_rules(profile, rulebook);
  Recommendation answer;
  answer.derived = evaluation.derived;
  answer.verdicts = verdicts_of(evaluation);
  answer.ranking = ranking_of(evaluation);
  answer.margin = margin_of(answer.ranking);
  answer.clear_winner = !answer.ranking.empty() && answer.margin >= clear_margin;
  answer.hosting = hosting_of(evaluation);
  answer.primary = primary_of(evaluation, answer.ranking, answer.verdicts, answer.hosting);
  if (answer.primary) answer.addons = addons_of(evaluation, answer.verdicts, *answer.primary);

  const std::optional<Holding> holding = holds_until(profile, evaluation.derived);
  if (holding) answer.holds_months = holding->months;
  answer.holds_because = holds_sentence(holding, evaluation.derived);
  answer.warnings = warnings_of(evaluation, answer.primary);
  answer.triggers = triggers_of(evaluation, answer.primary);
  answer.unknowns = unknowns_of(evaluation, answer.verdicts);
  answer.steps = steps_of(evaluation, answer.verdicts, answer.ranking, weights);
  answer.plan = evaluation.plan;
  answer.migration = migration_of(evaluation, answer.primary);
  return answer;
}

}  // namespace storewright::selection
