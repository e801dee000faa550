#include "core/practice/due.h"

#include <algorithm>

#include "core/base/sort.h"
#include "core/practice/variant.h"

namespace storewright::practice {
namespace {

constexpr int most_seeds_tried = 200;

bool has(const std::vector<std::string>& list, std::string_view id) { return std::find(list.begin(), list.end(), id) != list.end(); }

std::vector<std::string> due_skills(const Practice& practice, const Progress& progress, int day) {
  struct Due {
    std::string skill;
    double recall;
  };
  std::vector<Due> due;
  for (const SkillRecord& record : progress.skills)
    if (record.due <= day && find_skill(practice.skills, record.skill)) due.push_back({record.skill, recall_on(record, day)});
  sort_stably(due, [](const Due& a, const Due& b) { return a.recall < b.recall; });
  std::vector<std::string> skills;
  for (Due& one : due) skills.push_back(std::move(one.skill));
  return skills;
}

std::vector<std::string> covered(const Question& question, const std::vector<std::string>& open) {
  std::vector<std::string> skills;
  for (const std::string& skill : open)
    if (trains(question, skill)) skills.push_back(skill);
  return skills;
}

struct Offer {
  const Question* question = nullptr;
  std::vector<std::string> skills = {};
  int last_day = 0;

  // More due skills a minute, by whole numbers; then the longer pause.
  bool better_than(const Offer& other) const {
    if (other.question == nullptr) return true;
    const int ours = static_cast<int>(skills.size()) * std::max(1, other.question->minutes);
    const int theirs = static_cast<int>(other.skills.size()) * std::max(1, question->minutes);
    return ours != theirs ? ours > theirs : last_day < other.last_day;
  }
};

Offer best_offer(const Practice& practice, const Progress& progress, const std::vector<std::string>& open) {
  Offer best;
  for (const Question& question : practice.questions) {
    if (!trains(question, open.front())) continue;
    const QuestionRecord* record = progress.question(question.id);
    Offer offer{&question, covered(question, open), record ? record->day : 0};
    if (offer.better_than(best)) best = std::move(offer);
  }
  return best;
}

}  // namespace

int unseen_seed(const Question& question, const Progress& progress) {
  const QuestionRecord* record = progress.question(question.id);
  if (question.variables.empty() || record == nullptr) return 0;
  std::vector<std::string> seen;
  for (const int seed : record->seeds) seen.push_back(variant_of(question, seed).note);
  int free = -1;
  for (int seed = 0; seed < most_seeds_tried; ++seed) {
    if (std::binary_search(record->seeds.begin(), record->seeds.end(), seed)) continue;
    if (!has(seen, variant_of(question, seed).note)) return seed;
    if (free < 0) free = seed;
  }
  return std::max(free, 0);   // few draws fit its demands, and all were seen
}

DuePlan due_on(const Practice& practice, const Progress& progress, int day, int limit) {
  DuePlan plan{.skills = due_skills(practice, progress, day)};
  for (const QuestionRecord& record : progress.questions) plan.answered_today += record.day == day;
  for (const SkillRecord& record : progress.skills)
    if (record.due > day && find_skill(practice.skills, record.skill) && (plan.next_day == 0 || record.due < plan.next_day)) plan.next_day = record.due;

  std::vector<std::string> open = plan.skills;
  while (!open.empty() && plan.answered_today + static_cast<int>(plan.questions.size()) < limit) {
    Offer offer = best_offer(practice, progress, open);
    if (offer.question == nullptr) {
      open.erase(open.begin());   // no question of this version trains it; the build does not allow that
      continue;
    }
    std::vector<std::string> left;
    for (std::string& skill : open)
      if (!has(offer.skills, skill)) left.push_back(std::move(skill));
    open = std::move(left);
    plan.minutes += offer.question->minutes;
    plan.questions.push_back({offer.question, unseen_seed(*offer.question, progress), std::move(offer.skills)});
  }
  plan.waiting = static_cast<int>(open.size());
  return plan;
}

}  // namespace storewright::practice
