#include "web/app/practice_progress.h"

#include <algorithm>

#include "core/base/day.h"
#include "core/practice/progress_json.h"

namespace storewright::app {
namespace {

using practice::Mark;
using practice::Progress;
using practice::Question;

bool was_answered_with(const Progress& progress, const Question& question, int seed) {
  const practice::QuestionRecord* record = progress.question(question.id);
  return record != nullptr && std::binary_search(record->seeds.begin(), record->seeds.end(), seed);
}

bool is_hinted(const Attempt& attempt, const Mark& mark) {
  const auto shown = [&](std::string_view of) {
    const auto found = attempt.hints.find(of);
    return found != attempt.hints.end() && found->second > 0;
  };
  return shown(mark.id) || shown("*");
}

// What cannot be read is put aside before anything takes its place.
void take_kept(State& state, const std::string& value) {
  PracticeProgress& progress = progress_of(state);
  if (value.empty()) {
    progress.kept = {};
    return;
  }
  Result<Progress> read = practice::read_progress_json(value);
  if (read) {
    progress.kept = practice::merged(progress.kept, *read).progress;
    return;
  }
  progress.unreadable = value;
  state.wish({.kind = "store", .value = value, .key = std::string(unreadable_key)});
}

}  // namespace

PracticeProgress& progress_of(State& state) {
  if (!state.practice.progress) state.practice.progress = std::make_shared<PracticeProgress>();
  return *state.practice.progress;
}

void store_progress(State& state) {
  const Progress& kept = progress_of(state).kept;
  state.wish({.kind = "store", .value = kept.empty() && kept.others.empty() ? std::string() : practice::progress_json(kept), .key = std::string(progress_key)});
}

std::optional<int> today(const State& state) { return day_number(state.day); }

void record_review(State& state, const Question& question, int seed, Attempt& attempt, const std::vector<Mark>& marks, bool copied) {
  const std::optional<int> day = today(state);
  if (!day) return;
  Progress& progress = progress_of(state).kept;
  const bool first_try = attempt.rated.empty() ? !was_answered_with(progress, question, seed) : attempt.rated.begin()->second != 0;
  practice::CheckedAnswer answer{.question = question, .seed = seed, .day = *day, .solution_seen = attempt.solution_seen, .copied = copied};
  for (const Mark& mark : marks)
    if (mark.max_points > 0 && attempt.rated.find(mark.id) == attempt.rated.end()) answer.parts.push_back({&mark, is_hinted(attempt, mark), first_try});
  if (answer.parts.empty()) return;
  const practice::Recorded recorded = practice::record_answer(progress, answer);
  for (const std::string& part : recorded.parts) attempt.rated[part] = first_try;
  store_progress(state);
}

void record_step(State& state, Sheet& sheet, const practice::Step& step) {
  const Mark* mark = sheet.number_mark(step.id);
  if (mark != nullptr) record_review(state, sheet.question, sheet.variant.seed, sheet.attempt, {*mark});
}

void record_whole(State& state, Sheet& sheet) {
  if (!sheet.numbers_only()) {
    if (!sheet.attempt.judged) return;
    const practice::AnswerGrade whole = grade_checked(state, sheet.question, sheet.variant, sheet.attempt);
    return record_review(state, sheet.question, sheet.variant.seed, sheet.attempt, whole.grade.marks, whole.copied_model);
  }
  record_review(state, sheet.question, sheet.variant.seed, sheet.attempt, sheet.numbers.marks);   // all of them are checked
}

void record_solution_seen(State& state, Sheet& sheet) {
  if (sheet.attempt.solution_seen) return;
  sheet.attempt.solution_seen = true;
  keep_attempt(state, sheet);
  const std::optional<int> day = today(state);
  if (!day) return;
  practice::add_solution_seen(progress_of(state).kept, sheet.question.id, *day);
  store_progress(state);
}

bool take_stored_progress(State& state, const std::string& key, const std::string& value) {
  if (key == opened_key) {
    progress_of(state).typed = value;
    progress_of(state).opened = true;
    return true;
  }
  if (!key.starts_with(progress_key_start)) return false;
  if (key == progress_key) take_kept(state, value);
  else if (key == unreadable_key) progress_of(state).unreadable = value;
  else progress_of(state).newer = true;
  return true;
}

}  // namespace storewright::app
