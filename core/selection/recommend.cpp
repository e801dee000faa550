#include "core/selection/recommend.h"

#include "core/selection/addons.h"
#include "core/selection/advice.h"
#include "core/selection/extension_uses.h"
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
  if (!answer.ranking.empty()) {
    const knowledge::Engine& best = *evaluation.knowledge.engine(answer.ranking.front().engine);
    answer.extensions = extension_uses(evaluation, best, answer.verdicts, answer.hosting);
    answer.primary = primary_of(evaluation, answer.ranking, answer.verdicts, answer.extensions, answer.hosting);
    SecondStores stores = second_stores(evaluation, answer.verdicts, *answer.primary);
    answer.addons = std::move(stores.addons);
    answer.left_out = std::move(stores.left_out);
    answer.key_advice = key_advice_of(evaluation, *answer.primary);
    answer.way_back = way_back_of(evaluation, *answer.primary);
  }

  const std::optional<Holding> holding = holds_until(profile, evaluation.derived);
  if (holding) answer.holds_months = holding->months;
  answer.holds_because = holds_sentence(holding, evaluation.derived);
  answer.warnings = warnings_of(evaluation, answer.primary);
  answer.triggers = triggers_of(evaluation, answer.primary);
  answer.mistakes = mistakes_of(evaluation, answer.primary);
  answer.review = evaluation.review;
  answer.unknowns = unknowns_of(evaluation, answer.verdicts);
  answer.steps = steps_of(evaluation, answer.verdicts, answer.ranking, weights);
  answer.plan = evaluation.plan;
  answer.migration = migration_of(evaluation, answer.primary);
  return answer;
}

}  // namespace storewright::selection
