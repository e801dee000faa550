#include "core/selection/weight_flip.h"

#include "core/base/text.h"
#include "core/selection/steps.h"

namespace storewright::selection {
namespace {

struct Line {
  double height;  // the score at weight 0, but for a factor that all engines share
  double slope;   // the preference in this step
};

double distance(double a, double b) { return a < b ? b - a : a - b; }

/// One weight varied, all else fixed. Scores are straight lines in it once the divisor that all share is left out.
class OneWeight {
 public:
  OneWeight(const Rulebook& rulebook, const Decision& decision, const Weights& weights, std::size_t step)
      : rulebook_(rulebook), decision_(decision), weights_(weights), step_(step), grid_(limits()) {
    category_ = category_at(weights.by_step[step]);
  }

  /// The nearest weight of the grid in direction 1 or -1 at which another category wins.
  std::optional<WeightFlip> nearest(int direction) const {
    std::optional<WeightFlip> best;
    for (std::size_t record = 0; record < decision_.scores.size(); ++record) {
      if (!ranked(rulebook_, decision_, record) || category_of(record) == category_) continue;
      const std::optional<double> crossing = overtakes_at(record, direction);
      if (!crossing) continue;
      const std::optional<WeightFlip> found = around(*crossing, direction);
      if (found && (!best || distance(found->to, found->from) < distance(best->to, best->from))) best = found;
    }
    return best;
  }

 private:
  // A weight is a number like others, up to its own largest value.
  static const Field& limits() {
    static const Field field{.name = "weight", .kind = FieldKind::number, .max = largest_weight};
    return field;
  }

  const std::string& category_of(std::size_t record) const { return rulebook_.knowledge.engines[record].category; }

  Line line_of(std::size_t record) const {
    const Score& score = decision_.scores[record];
    Line line{0, decision_.counts[step_] ? score.by_step[step_] : 0};
    for (std::size_t i = 0; i < score.by_step.size(); ++i)
      if (i != step_ && decision_.counts[i]) line.height += weights_.by_step[i] * score.by_step[i];
    return line;
  }

  // From which weight on, seen from the present one, the record lies above every engine of the winning category; absent
  // when it never does.
  std::optional<double> overtakes_at(std::size_t record, int direction) const {
    const Line mine = line_of(record);
    const double now = weights_.by_step[step_];
    double from = now;
    double until = direction > 0 ? largest_weight : 0;
    for (std::size_t other = 0; other < decision_.scores.size(); ++other) {
      if (!ranked(rulebook_, decision_, other) || category_of(other) != category_) continue;
      const Line theirs = line_of(other);
      const double gain = (mine.slope - theirs.slope) * direction;
      const double gap = (theirs.height + theirs.slope * now) - (mine.height + mine.slope * now);
      if (gain <= 0 && gap > 0) return std::nullopt;
      if (gain == 0) continue;
      const double crossing = now + direction * gap / gain;
      double& bound = gain > 0 ? from : until;
      if (direction > 0 ? (gain > 0 ? crossing > bound : crossing < bound)
                        : (gain > 0 ? crossing < bound : crossing > bound))
        bound = crossing;
    }
    // A tie at the very end, at weight 0, may come out a rounding error beyond it.
    constexpr double rounding = 1e-9;
    if (direction > 0 ? from > until + rounding : from < until - rounding) return std::nullopt;
    return from;
  }

  std::string category_at(double weight) const {
    Weights changed = weights_;
    changed.by_step[step_] = weight;
    const int winner = winner_with(rulebook_, decision_, changed);
    return winner < 0 ? std::string() : category_of(static_cast<std::size_t>(winner));
  }

  // Rounding may move the crossing by a step of the grid, and ties are broken by more than the score: the real scores have the last
  // word.
  std::optional<WeightFlip> around(double crossing, int direction) const {
    const double now = weights_.by_step[step_];
    int index = direction > 0 ? grid_.above(crossing) - 2 : grid_.below(crossing) + 2;
    for (int tried = 0; tried < 5; ++tried, index += direction) {
      if (index < grid_.first() || index > grid_.last()) continue;
      const double weight = grid_.at(index);
      if (direction > 0 ? weight <= now : weight >= now) continue;
      const int before_index = index - direction;
      const bool first = direction > 0 ? grid_.above(now) == index : grid_.below(now) == index;
      const double before = first ? now : grid_.at(before_index);
      if (category_at(weight) != category_ && category_at(before) == category_) return flip(before, weight);
    }
    return std::nullopt;
  }

  std::optional<WeightFlip> flip(double before, double weight) const {
    Weights changed = weights_;
    changed.by_step[step_] = weight;
    bool any = false;
    std::string text;
    for (std::size_t i = 0; i < changed.by_step.size(); ++i) {
      text += (i == 0 ? "" : ",") + shortest_number(changed.by_step[i]);
      any = any || changed.by_step[i] > 0;
    }
    const int winner = winner_with(rulebook_, decision_, changed);
    // Without any weight above zero there is no score to compare.
    if (!any || winner < 0) return std::nullopt;
    const knowledge::Engine& engine = rulebook_.knowledge.engines[static_cast<std::size_t>(winner)];
    return WeightFlip{
        static_cast<Step>(step_), weights_.by_step[step_], before, weight, text, {engine.id, engine.category}, {}};
  }

  const Rulebook& rulebook_;
  const Decision& decision_;
  Weights weights_;
  std::size_t step_;
  Grid grid_;
  std::string category_;
};

std::string spaced(std::string_view name) {
  std::string words(name);
  for (char& letter : words)
    if (letter == '_') letter = ' ';
  return words;
}

}  // namespace

std::optional<WeightFlip> find_weight_flip(const Profile& profile, const Rulebook& rulebook) {
  const Weights weights = weights_of_text(profile.weights).value_or(Weights{});
  const Decision decision = decide(rulebook, profile);
  if (decision.winner < 0) return std::nullopt;
  std::optional<WeightFlip> best;
  for (std::size_t step = 0; step < weights.by_step.size(); ++step) {
    if (!decision.counts[step]) continue;
    const OneWeight varied(rulebook, decision, weights, step);
    for (const int direction : {1, -1})
      if (const std::optional<WeightFlip> found = varied.nearest(direction);
          found && (!best || distance(found->to, found->from) < distance(best->to, best->from)))
        best = found;
  }
  if (best)
    best->says = "With a weight of " + shortest_number(best->to) + " instead of " + shortest_number(best->from) +
                 " for the step " + spaced(step_name(best->step)) + ", " + winner_words(best->winner, rulebook) +
                 " comes first.";
  return best;
}

}  // namespace storewright::selection
