#include "core/practice/grade.h"

#include <algorithm>
#include <map>

#include "core/base/math.h"
#include "core/base/text.h"

namespace storewright::practice {
namespace {

// Of the right number: what binary fractions and a sum in another order may differ by.
constexpr double arithmetic_noise = 1e-9;

/// A number with more than two decimals has to be rounded by whoever types it.
bool needs_rounding(double value) {
  const double cents = value * 100;
  const double away = cents - round_half_up(cents);
  const double noise = std::max(cents < 0 ? -cents : cents, 1.0) * arithmetic_noise;
  return away > noise || away < -noise;
}

bool agrees(double typed, double right, const Step& step) {
  const double size = right < 0 ? -right : right;
  const double difference = typed < right ? right - typed : typed - right;
  const double rounded = needs_rounding(right) ? step.rounding : 0;
  return difference <= std::max(size, 1.0) * arithmetic_noise + size * step.tolerance + rounded;
}

/// One grading: what was typed, the right numbers, and the numbers that follow from what was typed.
class Grading {
 public:
  Grading(const Question& question, const Variant& variant, const Answers& answers) : question_(question) {
    right_ = variant.variables;
    for (const Step& step : question.steps) typed_[step.id] = read_typed_number(text_of(answers, step.id), step.units);
    Values assumed;
    for (const Step& step : question.steps)
      if (step.assumption() && usable(step)) assumed[step.id] = typed_[step.id].value;
    if (const Result<Values> right = right_numbers(question, variant, assumed)) right_ = *right;
    own_ = variant.variables;
  }

  Grade run() {
    Grade grade;
    for (const Step& step : question_.steps) {
      const bool silent = step.assumption() && typed_[step.id].readability == Readability::empty;
      if (!silent) grade.marks.push_back(step.assumption() ? mark_assumption(step) : mark_step(step));
      own_[step.id] = own_number(step);
    }
    for (const Mark& mark : grade.marks) {
      grade.points += mark.points;
      grade.max_points += mark.max_points;
    }
    grade.score = grade.max_points > 0 ? points_of(grade.points) / points_of(grade.max_points) : 0;
    return grade;
  }

 private:
  static std::string_view text_of(const Answers& answers, std::string_view id) {
    for (const auto& [step, text] : answers)
      if (step == id) return text;
    return "";
  }

  /// What the learner would go on with: the typed number, else what follows from the earlier ones.
  double own_number(const Step& step) {
    if (usable(step)) return typed_[step.id].value;
    if (step.assumption()) return right_[step.id];
    const Result<double> value = evaluate(step.formula, own_);
    return value ? *value : right_[step.id];
  }

  bool usable(const Step& step) {
    const TypedNumber& typed = typed_[step.id];
    if (typed.readability != Readability::read) return false;
    return !step.assumption() || (typed.value >= 0 && typed.value <= step.most);
  }

  Mark mark_of(const Step& step, MarkState state, std::string why) {
    const TypedNumber& typed = typed_[step.id];
    const auto milli = static_cast<Millipoints>(round_half_up(step.points * 1000));
    Mark mark{.id = step.id, .state = state, .max_points = milli, .why = std::move(why), .skill = step.skill};
    const bool full = state == MarkState::met || state == MarkState::partly;
    mark.points = full ? milli : 0;
    if (!full) mark.complete = with_numbers(step.complete, right_variables());
    mark.understood = typed.read_as;
    if (typed.readability != Readability::empty) mark.evidence.push_back({typed.start, typed.end, step.id});
    return mark;
  }

  /// Numbers that a text may show before the step is solved: the scenario's, never the answers'.
  Values right_variables() const {
    Values values;
    for (const Variable& variable : question_.variables) values[variable.name] = right_.at(variable.name);
    return values;
  }

  Mark mark_assumption(const Step& step) {
    const TypedNumber& typed = typed_[step.id];
    if (typed.readability == Readability::unreadable) return mark_of(step, MarkState::cannot_tell, typed.problem);
    if (!usable(step))
      return mark_of(step, MarkState::cannot_tell, "This must be between 0 and " + display_number(step.most) + "; it is left out of the sums.");
    return mark_of(step, MarkState::met, with_numbers(step.right, right_));
  }

  Mark mark_step(const Step& step) {
    const TypedNumber& typed = typed_[step.id];
    if (typed.readability == Readability::empty) return mark_of(step, MarkState::not_found, "There is no number here yet.");
    if (typed.readability == Readability::unreadable)
      return mark_of(step, MarkState::cannot_tell, typed.problem + " Nothing is lost.");
    if (agrees(typed.value, right_[step.id], step)) return mark_of(step, MarkState::met, with_numbers(step.right, right_));
    if (const AlsoRight* also = also_right(step)) return mark_of(step, MarkState::met, with_numbers(also->why, right_));
    if (follows_from_own(step))
      return mark_of(step, MarkState::partly, "This follows correctly from your own earlier number, so it keeps its points; the earlier number is not right yet.");
    for (const Slip& slip : step.slips)
      if (slipped(slip, step)) return mark_of(step, MarkState::contradicted, with_numbers(slip.why, right_variables()));
    return mark_of(step, MarkState::contradicted, "This number does not follow from the numbers of the scenario.");
  }

  const AlsoRight* also_right(const Step& step) const {
    for (const AlsoRight& also : step.also) {
      const Result<double> when = evaluate(also.when, right_);
      const Result<double> value = evaluate(also.formula, right_);
      if (when && *when != 0 && value && agrees(typed_.at(step.id).value, *value, step)) return &also;
    }
    return nullptr;
  }

  /// Right from the learner's own earlier numbers, by the formula or by another one that counts as right.
  bool follows_from_own(const Step& step) const {
    if (follows(step.formula, step)) return true;
    for (const AlsoRight& also : step.also)
      if (const Result<double> when = evaluate(also.when, own_); when && *when != 0 && follows(also.formula, step)) return true;
    return false;
  }

  /// Whether the formula gives the typed number with the learner's own earlier numbers.
  bool follows(const std::string& formula, const Step& step) const {
    const Result<double> value = evaluate(formula, own_);
    return value && agrees(typed_.at(step.id).value, *value, step);
  }

  bool slipped(const Slip& slip, const Step& step) const {
    const Result<double> value = evaluate(slip.formula, right_);
    if (value && agrees(typed_.at(step.id).value, *value, step)) return true;
    return follows(slip.formula, step);
  }

  const Question& question_;
  std::map<std::string, TypedNumber, std::less<>> typed_;
  Values right_;
  Values own_;                                // variables and the learner's numbers so far
};

}  // namespace

std::string_view name_of(MarkState state) {
  constexpr std::string_view names[] = {"met", "partly", "contradicted", "not_found", "cannot_tell"};
  return names[static_cast<int>(state)];
}

std::string_view words_of(MarkState state) {
  constexpr std::string_view words[] = {"Right", "Right from your own number", "Not right", "No number yet", "Cannot be read"};
  return words[static_cast<int>(state)];
}

Result<Grade> grade(const Question& question, const Variant& variant, const Answers& answers) {
  std::vector<std::string_view> ids;
  for (const Step& step : question.steps) ids.push_back(step.id);
  Problems problems;
  for (const auto& [id, text] : answers) {
    if (question.step(id)) continue;
    const std::string near = nearest_word(id, ids);
    problems.push_back({2306, pointer_to("/numeric", std::string_view(id)),
                        "The question has no step \"" + shortened(id, 40) + "\"" + (near.empty() ? "." : "; did you mean \"" + near + "\"?")});
  }
  if (!problems.empty()) return problems;
  return Grading(question, variant, answers).run();
}

}  // namespace storewright::practice
