#include "core/practice/check_numbers.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"
#include "core/practice/check_complete.h"
#include "core/practice/grade.h"

namespace storewright::practice {
namespace {

constexpr int slip_seeds = 20;
constexpr int fewest_told = 5;     // of the variants above; in some a slip may be the right number by chance

class NumberCheck {
 public:
  explicit NumberCheck(const Question& question) : question_(question) {}

  Problems run() {
    for (int seed = 0; seed < static_cast<int>(fewest_variants) && problems_.empty(); ++seed) right(variant_of(question_, seed));
    if (problems_.empty())
      for (const Step& step : question_.steps)
        for (const Slip& slip : step.slips) told(step, slip);
    return std::move(problems_);
  }

 private:
  void report(const std::string& what) { problems_.push_back({2311, "questions/" + question_.id + ".json", what}); }

  /// A sum, because 3.125 alone may be 3,125.
  static std::string typed(double value) { return "(" + shortest_number(value) + ") + 0"; }

  void right(const Variant& variant) {
    const Result<Values> numbers = right_numbers(question_, variant);
    if (!numbers) return;          // named by `check_formulas`
    Answers whole, rounded;
    for (const Step& step : question_.steps) {
      if (step.assumption()) continue;
      const double value = numbers->at(step.id);
      whole.emplace_back(step.id, typed(value));
      rounded.emplace_back(step.id, display_number(value, value < 1 ? 4 : 2) + " " + step.units.name);
    }
    all_met(variant, whole);
    all_met(variant, rounded);
  }

  void all_met(const Variant& variant, const Answers& answers) {
    const Result<Grade> result = grade(question_, variant, answers);
    if (!result) return;
    for (std::size_t i = 0; i < answers.size(); ++i)
      for (const Mark& mark : result->marks)
        if (mark.id == answers[i].first && mark.state != MarkState::met)
          report("the right number of \"" + mark.id + "\" with seed " + std::to_string(variant.seed) + ", typed as \"" + answers[i].second + "\", is " +
                 std::string(name_of(mark.state)) + ": " + mark.why + " A tolerance, a rounding or other values would help.");
  }

  void told(const Step& step, const Slip& slip) {
    int count = 0;
    for (int seed = 0; seed <= slip_seeds && count < fewest_told; ++seed) {
      const Variant variant = variant_of(question_, seed);
      const Result<Values> numbers = right_numbers(question_, variant);
      const Result<double> wrong = numbers ? evaluate(slip.formula, *numbers) : Result<double>(numbers.problems());
      if (!wrong) return;
      const Result<Grade> result = grade(question_, variant, {{step.id, typed(*wrong)}});
      if (!result) return;
      for (const Mark& mark : result->marks)
        count += mark.id == step.id && mark.state == MarkState::contradicted && mark.why == with_numbers(slip.why, variant.variables) ? 1 : 0;
    }
    if (count < fewest_told) report("the slip \"" + slip.formula + "\" of \"" + step.id + "\" is taken for the right number or for another slip.");
  }

  const Question& question_;
  Problems problems_;
};

}  // namespace

Problems check_numbers(const Question& question) { return NumberCheck(question).run(); }

}  // namespace storewright::practice
