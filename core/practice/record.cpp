#include "core/practice/record.h"

#include <algorithm>
#include <map>

namespace storewright::practice {
namespace {

struct Rated {
  Rating rating;
  bool first_try;
};

bool is_of_words(const Question& question, const Mark& mark) {
  return std::any_of(question.criteria.begin(), question.criteria.end(), [&](const Criterion& one) { return one.id == mark.id; });
}

// Something readable was given; of words that is known only when some were recognised.
bool is_given(const Mark& mark) { return mark.state != MarkState::not_found && mark.state != MarkState::cannot_tell; }

bool counts(const CheckedAnswer& answer, const AnsweredPart& part, bool solution_known) {
  if (part.mark->skill.empty() || answer.solution_seen) return false;
  if (answer.copied && is_of_words(answer.question, *part.mark)) return false;
  return !solution_known || answer.question.step(part.mark->id) != nullptr;
}

}  // namespace

Recorded record_answer(Progress& progress, const CheckedAnswer& answer) {
  const QuestionRecord* known = progress.question(answer.question.id);
  const bool solution_known = known != nullptr && known->solution_day == answer.day && answer.day != 0;
  std::map<std::string, Rated> worst;
  Recorded recorded;
  for (const AnsweredPart& part : answer.parts) {
    const Mark& mark = *part.mark;
    if (!counts(answer, part, solution_known)) continue;
    const std::optional<Rating> rating = rating_of({.state = mark.state, .words = is_of_words(answer.question, mark), .hinted = part.hinted, .first_try = part.first_try,
                                                    .met_elsewhere = met_elsewhere(progress, mark.skill, answer.question.id, answer.seed)});
    if (!rating) continue;
    recorded.parts.push_back(mark.id);
    const auto [found, fresh] = worst.emplace(mark.skill, Rated{*rating, part.first_try});
    if (fresh) continue;
    found->second.rating = std::min(found->second.rating, *rating);
    found->second.first_try = found->second.first_try && part.first_try;
  }
  for (const auto& [skill, rated] : worst) {
    add_review(progress, skill, {answer.day, rated.rating, answer.question.id, answer.seed, rated.first_try});
    recorded.skills.push_back(skill);
  }
  const bool given = std::any_of(answer.parts.begin(), answer.parts.end(), [](const AnsweredPart& part) { return is_given(*part.mark); });
  if (given || !recorded.parts.empty()) add_answered(progress, answer.question.id, answer.seed, answer.day);
  return recorded;
}

}  // namespace storewright::practice
