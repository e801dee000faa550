// What progress says beside the questions: what is due today, what an answer counted for, which questions were done.
#include "core/base/day.h"
#include "core/base/text.h"
#include "web/app/practice_progress.h"

namespace storewright::app {
namespace {

using practice::DuePlan;
using practice::Question;

std::string counted(int count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string titles_of(const State& state, const std::vector<std::string>& skills) {
  std::vector<std::string> titles;
  for (const std::string& id : skills)
    if (const practice::Skill* skill = practice::find_skill(state.practice.content->practice.skills, id)) titles.push_back(skill->title);
  return joined(titles, "; ");
}

std::string due_sentence(const DuePlan& plan, int today) {
  const int due = static_cast<int>(plan.skills.size());
  if (due == 0) {
    const std::string next = plan.next_day == 0 ? "" : " The next skill is due " + day_words(plan.next_day, today) + ".";
    return "Nothing is due today." + next;
  }
  if (plan.questions.empty())
    return "You have answered " + counted(plan.answered_today, "question", "questions") + " today. What is still due can wait until tomorrow.";
  const int questions = static_cast<int>(plan.questions.size());
  return "Due today: " + counted(due, "skill", "skills") + ", in " + counted(questions, "question", "questions") + " of about " + counted(plan.minutes, "minute", "minutes") +
         (questions == 1 ? "." : " in all.");
}

void due_list(const State& state, const DuePlan& plan) {
  ui::Scope list(ui::Role::list, "Questions of today", "list");
  bool first = true;
  for (const practice::DueQuestion& due : plan.questions) {
    ui::Scope item(ui::Role::listitem, "", due.question->id);
    ui::gap(8);
    ui::link((first ? "Start: " : "") + due.question->title, question_href(due.question->id, due.seed), false, ui::text_sub);
    ui::text("About " + counted(due.question->minutes, "minute", "minutes") + ", for: " + titles_of(state, due.skills) + ".", {.size = ui::text_small, .tone = ui::Tone::quiet});
    first = false;
  }
}

void kept_badly(const PracticeProgress& progress) {
  if (progress.unreadable.empty() && !progress.newer) return;
  ui::gap(8);
  ui::text("Your browser holds progress that this version cannot read. It is kept; your progress page says more.", {.size = ui::text_small});
}

// Where else practising leads to.
void onward() {
  ui::gap(8);
  ui::Flow flow(20);
  ui::link("Your progress", "#/practice/progress");
  ui::link("Take an exam", "#/practice/exam");
}

}  // namespace

std::string day_words(int day, int today) {
  const std::string date = " (" + iso_date(day) + ")";
  if (day == today) return "today";
  if (day == today + 1) return "tomorrow" + date;
  if (day == today - 1) return "since yesterday" + date;
  if (day > today) return "in " + std::to_string(day - today) + " days" + date;
  return "for " + std::to_string(today - day) + " days" + date;
}

std::string question_href(std::string_view question, int seed) {
  return "#/practice/" + std::string(question) + (seed == 0 ? "" : "?v=1&seed=" + std::to_string(seed));
}

std::string done_words(const State& state, const Question& question) {
  const PracticeProgress* progress = state.practice.progress.get();
  const practice::QuestionRecord* record = progress == nullptr ? nullptr : progress->kept.question(question.id);
  if (record != nullptr && record->day != 0) return "✓ Answered on " + iso_date(record->day) + ".";
  const std::string start = std::string(attempt_key_start) + question.id + "/";
  bool begun = false;
  for (auto at = state.practice.attempts.lower_bound(start); at != state.practice.attempts.end() && at->first.starts_with(start); ++at) {
    if (at->second.attempted) return "✓ Answered.";
    begun = begun || !at->second.is_empty();
  }
  return begun ? "Begun." : "";
}

void practice_today(State& state) {
  ui::Scope section(ui::Role::section, "Today", "today");
  const PracticeProgress& progress = progress_of(state);
  const std::optional<int> day = today(state);
  const bool nothing = progress.kept.skills.empty() || !day;
  ui::Card card("due", nothing ? ui::CardTone::plain : ui::CardTone::accent);
  if (nothing) {
    ui::text("Check an answer, and this page will say when each skill is worth another look.");
    kept_badly(progress);
    onward();
    return;
  }
  const DuePlan plan = practice::due_on(state.practice.content->practice, progress.kept, *day);
  ui::status(due_sentence(plan, *day), {.size = ui::text_sub, .bold = true});
  due_list(state, plan);
  if (plan.waiting > 0 && !plan.questions.empty()) {
    ui::gap(8);
    ui::text(counted(plan.waiting, "more skill waits", "more skills wait") + " until tomorrow; that does no harm.", {.tone = ui::Tone::quiet});
  }
  kept_badly(progress);
  onward();
}

void practice_counted(State& state, const Sheet& sheet) {
  const std::optional<int> day = today(state);
  if (!day || !sheet.attempt.attempted) return;
  ui::gap(12);
  ui::Scope section(ui::Role::group, "Your progress", "counted");
  const PracticeProgress& progress = progress_of(state);
  int skills = 0, next = 0;
  for (const practice::SkillRecord& record : progress.kept.skills) {
    if (record.history.empty() || record.history.back().day != *day) continue;
    bool here = false;
    for (const practice::Review& review : record.history) here = here || (review.day == *day && review.question == sheet.question.id && review.seed == sheet.variant.seed);
    if (!here) continue;
    ++skills;
    if (next == 0 || record.due < next) next = record.due;
  }
  if (skills > 0)
    ui::text("Counted for " + counted(skills, "skill", "skills") + ", the next time " + day_words(next, *day) + ".", {.size = ui::text_small, .tone = ui::Tone::quiet});
  else if (sheet.attempt.solution_seen)
    ui::text("You have seen the solution with these numbers, so what you check now is not counted. New numbers are.", {.size = ui::text_small, .tone = ui::Tone::quiet});
  const DuePlan plan = practice::due_on(state.practice.content->practice, progress.kept, *day);
  ui::Flow flow(16);
  for (const practice::DueQuestion& due : plan.questions) {
    if (due.question == &sheet.question) continue;
    ui::link("Next of today: " + due.question->title, question_href(due.question->id, due.seed));
    break;
  }
  ui::link("Your progress", "#/practice/progress");
}

}  // namespace storewright::app
