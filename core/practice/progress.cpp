#include "core/practice/progress.h"

#include <algorithm>

#include "core/base/sort.h"

namespace storewright::practice {
namespace {

constexpr double week_days = 7, month_days = 30;

// Records stand in the order of their ids, so that the same progress is the same text.
template <class Record>
Record& record_of(std::vector<Record>& records, std::string_view id, std::string Record::*name) {
  std::size_t at = 0;
  while (at < records.size() && records[at].*name < id) ++at;
  if (at == records.size() || records[at].*name != id) {
    Record fresh;
    fresh.*name = id;
    records.insert(records.begin() + static_cast<std::ptrdiff_t>(at), std::move(fresh));
  }
  return records[at];
}

template <class Record>
const Record* find_record(const std::vector<Record>& records, std::string_view id, std::string Record::*name) {
  for (const Record& record : records)
    if (record.*name == id) return &record;
  return nullptr;
}

// Of one question on one day the worst counts.
void keep_in_history(std::vector<Review>& history, const Review& review) {
  for (Review& one : history) {
    if (one.day != review.day || one.question != review.question || one.seed != review.seed) continue;
    one.first_try = one.first_try && review.first_try;
    one.rating = std::min(one.rating, review.rating);
    return;
  }
  history.push_back(review);
  sort_stably(history, [](const Review& a, const Review& b) { return a.day < b.day; });
  if (history.size() > longest_history) history.erase(history.begin());
}

std::optional<Rating> worst_of(const std::vector<Review>& history, int day) {
  std::optional<Rating> worst;
  for (const Review& review : history)
    if (review.day == day && (!worst || review.rating < *worst)) worst = review.rating;
  return worst;
}

// The last day with the rating that counts for it, from what was known before.
void rate_day(SkillRecord& record, Rating rating) {
  const int waited = record.before ? record.day - record.before_day : 0;
  record.memory = reviewed(our_schedule, record.before, waited, rating);
  record.due = record.day + days_until_due_after(our_schedule, record.before, waited, rating);
}

void begin_day(SkillRecord& record, const Review& review) {
  if (record.reviews > 0) {
    record.before = record.memory;
    record.before_day = record.day;
  }
  record.day = review.day;
  ++record.reviews;
  if (review.rating == Rating::again) ++record.lapses;
  rate_day(record, review.rating);
}

void add_seed(QuestionRecord& record, int seed) {
  const auto at = std::lower_bound(record.seeds.begin(), record.seeds.end(), seed);
  if (at == record.seeds.end() || *at != seed) record.seeds.insert(at, seed);
}

void merge_question(QuestionRecord& ours, const QuestionRecord& theirs) {
  ours.day = std::max(ours.day, theirs.day);
  ours.solution_day = std::max(ours.solution_day, theirs.solution_day);
  for (const int seed : theirs.seeds) add_seed(ours, seed);
}

}  // namespace

const SkillRecord* Progress::skill(std::string_view id) const { return find_record(skills, id, &SkillRecord::skill); }
const QuestionRecord* Progress::question(std::string_view id) const { return find_record(questions, id, &QuestionRecord::question); }

std::optional<Rating> rating_of(const MarkedPart& part) {
  switch (part.state) {
    case MarkState::cannot_tell: return std::nullopt;
    case MarkState::not_found: return part.words ? std::optional(Rating::again) : std::nullopt;
    case MarkState::contradicted: return Rating::again;
    case MarkState::partly: return Rating::hard;
    case MarkState::met: break;
  }
  if (part.hinted) return Rating::hard;
  return part.first_try && part.met_elsewhere ? Rating::easy : Rating::good;
}

bool met_elsewhere(const Progress& progress, std::string_view skill, std::string_view question, int seed) {
  const SkillRecord* record = progress.skill(skill);
  return record != nullptr && std::any_of(record->history.begin(), record->history.end(), [&](const Review& one) {
           return one.first_try && one.rating >= Rating::good && (one.question != question || one.seed != seed);
         });
}

void add_review(Progress& progress, std::string_view skill, const Review& review) {
  SkillRecord& record = record_of(progress.skills, skill, &SkillRecord::skill);
  const std::optional<Rating> before = worst_of(record.history, review.day);
  keep_in_history(record.history, review);
  const bool new_day = record.reviews == 0 || review.day > record.day;
  if (new_day) return begin_day(record, review);
  // Without the day's own answers, as after reading a code, the day stands as it is.
  if (review.day < record.day || !before || review.rating >= *before) return;
  if (review.rating == Rating::again) ++record.lapses;
  rate_day(record, review.rating);
}

void add_answered(Progress& progress, std::string_view question, int seed, int day) {
  QuestionRecord& record = record_of(progress.questions, question, &QuestionRecord::question);
  record.day = std::max(record.day, day);
  add_seed(record, seed);
}

void add_solution_seen(Progress& progress, std::string_view question, int day) {
  QuestionRecord& record = record_of(progress.questions, question, &QuestionRecord::question);
  record.solution_day = std::max(record.solution_day, day);
}

double recall_on(const SkillRecord& record, int day) { return recall_after(our_schedule, record.memory, day - record.day); }

Firmness firmness_of(const SkillRecord& record) {
  if (record.memory.stability < week_days) return Firmness::learning;
  return record.memory.stability < month_days ? Firmness::growing : Firmness::firm;
}

std::string_view name_of(Firmness firmness) {
  constexpr std::string_view names[] = {"learning", "growing", "firm"};
  return names[static_cast<int>(firmness)];
}

Merge merged(const Progress& ours, const Progress& theirs) {
  Merge merge{.progress = ours};
  for (const SkillRecord& other : theirs.skills) {
    SkillRecord& own = record_of(merge.progress.skills, other.skill, &SkillRecord::skill);
    const bool fresh = own.reviews == 0;
    const bool newer = other.day > own.day || (other.day == own.day && other.reviews > own.reviews);
    (fresh ? merge.added : newer ? merge.updated : merge.kept).push_back(other.skill);
    const std::vector<Review> history = fresh || newer ? own.history : other.history;
    if (fresh || newer) own = other;
    for (const Review& review : history) keep_in_history(own.history, review);
  }
  for (const QuestionRecord& other : theirs.questions)
    merge_question(record_of(merge.progress.questions, other.question, &QuestionRecord::question), other);
  for (const JsonMember& member : theirs.others)
    if (std::none_of(ours.others.begin(), ours.others.end(), [&](const JsonMember& one) { return one.key == member.key; })) merge.progress.others.push_back(member);
  return merge;
}

}  // namespace storewright::practice
