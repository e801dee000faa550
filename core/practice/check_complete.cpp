#include "core/practice/check_complete.h"

#include <algorithm>
#include <vector>

#include "core/base/day.h"
#include "core/practice/variant.h"

namespace storewright::practice {
namespace {

constexpr int seeds_tried = 40;
constexpr std::size_t fewest_hints = 2;

// Two variants differ exactly when their notes do.
std::size_t variants_of(const Question& question) {
  std::vector<std::string> notes;
  for (int seed = 0; seed <= seeds_tried && notes.size() < fewest_variants; ++seed) {
    std::string note = variant_of(question, seed).note;
    if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(std::move(note));
  }
  return notes.size();
}

bool has_example(const Question& question, const Misconception& one) {
  return std::any_of(question.examples.begin(), question.examples.end(), [&](const GivenAnswer& example) { return example.misconception == one.id; });
}

class Completeness {
 public:
  explicit Completeness(const Question& question) : question_(question) {}

  Problems run() {
    if (!day_number(question_.read)) miss("the day on which its source was read, such as 2026-11-22");
    check_hints();
    for (const Step& step : question_.steps) check_step(step);
    if ((question_.has_mode("numeric") || !question_.variables.empty()) && variants_of(question_) < fewest_variants)
      miss("five variants: the first " + std::to_string(seeds_tried) + " seeds give fewer different numbers");
    if (!question_.decisions.empty() || !question_.criteria.empty()) check_open();
    return std::move(problems_);
  }

 private:
  void miss(const std::string& what) { problems_.push_back({2332, "questions/" + question_.id + ".json", "It lacks " + what + "."}); }

  void check_hints() {
    std::size_t hints = question_.hints.size();
    if (question_.decisions.empty() && question_.criteria.empty())
      for (const Step& step : question_.steps) hints += step.hints.size();
    if (hints < fewest_hints) miss("a hint ladder: at least two hints for the whole question");
  }

  void check_step(const Step& step) {
    if (step.assumption()) return;
    if (step.hints.empty()) miss("a hint for \"" + step.id + "\"");
    if (step.slips.empty()) miss("a slip for \"" + step.id + "\", a wrong number with what went wrong");
  }

  void check_open() {
    if (!question_.criteria.empty()) check_answers_in("words", &GivenAnswer::words);
    if (!question_.decisions.empty()) check_answers_in("taps", &GivenAnswer::structured);
    if (question_.misconceptions.empty()) miss("a misconception");
    for (const Misconception& one : question_.misconceptions)
      if (!has_example(question_, one)) miss("an example that shows the misconception \"" + one.id + "\"");
    for (const GivenAnswer& example : question_.examples)
      if (example.points < 0 && example.states.empty()) miss("what the example \"" + example.id + "\" must get: points or states");
  }

  void check_answers_in(const std::string& mode, NamedTexts GivenAnswer::*part) {
    if ((question_.model.*part).empty()) miss("a model answer in " + mode);
    const bool other = std::any_of(question_.alternatives.begin(), question_.alternatives.end(), [&](const GivenAnswer& one) { return !(one.*part).empty(); });
    if (!other) miss("an alternative in " + mode + " that counts as much as the model answer");
  }

  const Question& question_;
  Problems problems_;
};

}  // namespace

Problems check_complete(const Question& question) { return Completeness(question).run(); }

}  // namespace storewright::practice
