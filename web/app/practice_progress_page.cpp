// #/practice/progress: each skill with its state and the answers behind it; taking progress along, and forgetting it.
#include <algorithm>

#include "core/base/day.h"
#include "core/base/text.h"
#include "core/practice/progress_json.h"
#include "core/practice/progress_text.h"
#include "web/app/practice_progress.h"

namespace storewright::app {
namespace {

using practice::Firmness;
using practice::Progress;
using practice::Rating;
using practice::Skill;
using practice::SkillRecord;

constexpr ui::TextStyle small_print{.size = ui::text_small, .tone = ui::Tone::quiet};

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

struct StateLook {
  std::string_view words;
  ui::Tone tone;
};

StateLook look_of(const SkillRecord& record, int day) {
  if (record.due <= day) return {"Due", ui::Tone::warning};
  switch (practice::firmness_of(record)) {
    case Firmness::learning: return {"Learning", ui::Tone::normal};
    case Firmness::growing: return {"Growing", ui::Tone::accent};
    case Firmness::firm: return {"Firm", ui::Tone::good};
  }
  return {"", ui::Tone::normal};
}

std::string_view words_of(Rating rating) {
  constexpr std::string_view words[] = {"not yet", "in part, or with a hint", "met", "met at the first try, once more"};
  return words[static_cast<int>(rating) - 1];
}

// ---- The whole ---------------------------------------------------------------------------------------------------

std::string summary_of(const PracticeProgress& progress, std::size_t all, int day) {
  const std::size_t begun = progress.kept.skills.size();
  std::size_t due = 0;
  int next = 0;
  for (const SkillRecord& record : progress.kept.skills) {
    due += record.due <= day;
    if (record.due > day && (next == 0 || record.due < next)) next = record.due;
  }
  std::string sentence = std::to_string(begun) + " of " + std::to_string(all) + " skills begun; ";
  sentence += due == 0 ? "none is due today." : due == 1 ? "one is due today." : std::to_string(due) + " are due today.";
  return sentence + (next == 0 ? "" : " Next: " + day_words(next, day) + ".");
}

void what_it_means(State& state) {
  if (!ui::disclosure("What the words mean, and what counts", false, "meaning")) return;
  ui::gap(4);
  note(state, "practice/progress/estimate", false);
  note(state, "practice/progress/counting", false);
}

void head_line(State& state, const PracticeProgress& progress, int day) {
  const std::vector<Skill>& skills = state.practice.content->practice.skills;
  ui::Scope section(ui::Role::section, "All in all", "summary");
  ui::Card card("all", ui::CardTone::accent);
  const bool any = !progress.kept.skills.empty();
  state.announced = any ? summary_of(progress, skills.size(), day) : "Nothing is kept yet. Check an answer, and its skills appear here.";
  ui::status(state.announced, {.size = ui::text_sub, .bold = true});
  ui::gap(8);
  ui::link(any ? "What is due today, and all questions" : "All questions", "#/practice");
}

// ---- Skills ------------------------------------------------------------------------------------------------------

void history_of(const State& state, const SkillRecord& record) {
  if (record.history.empty()) {
    ui::text("Reviewed on " + counted(static_cast<std::size_t>(record.reviews), "day", "days") + "; the answers came from elsewhere and are not kept here.", small_print);
    return;
  }
  const std::string label = counted(record.history.size(), "answer", "answers") + " behind it";
  if (!ui::disclosure(label, false, "history")) return;
  std::vector<std::string> lines;
  for (std::size_t i = record.history.size(); i-- > 0;) {
    const practice::Review& review = record.history[i];
    const practice::Question* question = practice::find_question(state.practice.content->practice.questions, review.question);
    lines.push_back(iso_date(review.day) + ": " + std::string(words_of(review.rating)) + ", in “" + (question ? question->title : review.question) + "”" +
                    (review.seed == 0 ? "." : ", numbers " + std::to_string(review.seed) + "."));
  }
  ui::gap(4);
  ui::bullets("The newest first", lines, {.size = ui::text_small});
}

void skill_entry(const State& state, const Skill& skill, const SkillRecord& record, int day) {
  ui::Scope item(ui::Role::listitem, "", skill.id);
  ui::gap(12);
  ui::heading(3, skill.title);
  ui::gap(4);
  const StateLook look = look_of(record, day);
  ui::badge(look.words, look.tone);
  ui::gap(4);
  ui::text(skill.means, {.tone = ui::Tone::quiet});
  const bool due = record.due <= day;
  ui::text("Recall about " + display_percent(practice::recall_on(record, day), 0) + " by the estimate. " + (due ? "Due " : "Due again ") + day_words(record.due, day) + ". Reviewed on " +
               counted(static_cast<std::size_t>(record.reviews), "day", "days") + ".",
           {.size = ui::text_small});
  history_of(state, record);
  ui::Flow flow(16);
  ui::link("Its questions", "#/practice?v=1&skill=" + skill.id);
  if (!skill.link.empty()) ui::link("Read: " + skill.link_title, "#/" + skill.link);
}

void begun_skills(const State& state, const Progress& progress, int day) {
  const std::vector<Skill>& skills = state.practice.content->practice.skills;
  for (const practice::Topic& topic : state.practice.topics) {
    const auto of_topic = [&](const Skill& skill) { return skill.area() == topic.id && progress.skill(skill.id) != nullptr; };
    if (std::none_of(skills.begin(), skills.end(), of_topic)) continue;
    ui::gap(16);
    ui::Scope section(ui::Role::section, topic.title, topic.id);
    ui::Card card("skills");
    ui::heading(2, topic.title);
    ui::Scope list(ui::Role::list, "", "list");
    for (const Skill& skill : skills)
      if (of_topic(skill)) skill_entry(state, skill, *progress.skill(skill.id), day);
  }
}

void other_skills(const State& state, const Progress& progress) {
  const std::vector<Skill>& skills = state.practice.content->practice.skills;
  std::size_t open = 0;
  for (const Skill& skill : skills) open += progress.skill(skill.id) == nullptr;
  if (open == 0) return;
  ui::gap(16);
  ui::Scope section(ui::Role::section, "Not begun", "open");
  if (!ui::disclosure(counted(open, "skill", "skills") + " not begun", false, "open-skills")) return;
  ui::Scope list(ui::Role::list, "", "list");
  for (const Skill& skill : skills) {
    if (progress.skill(skill.id) != nullptr) continue;
    ui::Scope item(ui::Role::listitem, "", skill.id);
    ui::gap(6);
    ui::link(skill.title, "#/practice?v=1&skill=" + skill.id);
    ui::text(skill.means, small_print);
  }
}

// Kept for a version that knows them, and said so.
void unknown_skills(const State& state, const Progress& progress) {
  std::size_t unknown = 0;
  for (const SkillRecord& record : progress.skills) unknown += practice::find_skill(state.practice.content->practice.skills, record.skill) == nullptr;
  if (unknown == 0) return;
  ui::gap(12);
  ui::text(counted(unknown, "more skill is", "more skills are") + " kept that this version does not have. They stay as they are.", small_print);
}

// ---- Taking it along ---------------------------------------------------------------------------------------------

std::string titles_of(const State& state, const std::vector<std::string>& ids) {
  std::vector<std::string> titles;
  for (const std::string& id : ids) {
    const Skill* skill = practice::find_skill(state.practice.content->practice.skills, id);
    titles.push_back(skill ? skill->title : id);
  }
  return joined(titles, "; ");
}

std::vector<std::string> changes_of(const State& state, const practice::Merge& merge, int unknown) {
  std::vector<std::string> changes;
  const auto say = [&](const std::vector<std::string>& skills, std::string_view one, std::string_view many) {
    if (!skills.empty()) changes.push_back(counted(skills.size(), one, many) + ": " + titles_of(state, skills) + ".");
  };
  say(merge.added, "skill is new here", "skills are new here");
  say(merge.updated, "skill was newer and is taken over", "skills were newer and are taken over");
  say(merge.kept, "skill stays, since what you have is as new or newer", "skills stay, since what you have is as new or newer");
  if (unknown > 0) changes.push_back(counted(static_cast<std::size_t>(unknown), "skill is", "skills are") + " of a newer version and left out; the file would keep them.");
  if (changes.empty()) changes.push_back("There was no skill in it.");
  return changes;
}

void read_typed(State& state) {
  PracticeProgress& progress = progress_of(state);
  progress.opened = false;
  progress.changes.clear();
  const Result<practice::ReadProgress> read = practice::read_progress(progress.typed, state.practice.content->practice.skills);
  progress.problems = read ? Problems() : read.problems();
  ui::frame().again = true;
  if (!read) return;
  practice::Merge merge = practice::merged(progress.kept, read->progress);
  progress.undo = ProgressStep{progress.kept, {}, "Progress was read.", true};
  progress.changes = changes_of(state, merge, read->unknown);
  progress.kept = std::move(merge.progress);
  progress.typed.clear();
  store_progress(state);
}

// Below the button that did it.
void undo_card(State& state, bool was_read) {
  PracticeProgress& progress = progress_of(state);
  if (!progress.undo || progress.undo->was_read != was_read) return;
  ui::gap(12);
  ui::Card card("done", ui::CardTone::good, 14);
  ui::status(progress.undo->done, {.bold = true});
  if (!progress.changes.empty()) ui::bullets("What changed", progress.changes, {.size = ui::text_small});
  ui::gap(8);
  if (ui::button("Undo", {.description = "Brings back what was here before", .id = "undo"})) {
    practice_undo(state);
    ui::frame().again = true;
  }
}

void take_along(State& state) {
  PracticeProgress& progress = progress_of(state);
  const bool none = progress.kept.empty();
  ui::text(none ? "Your browser alone will keep it." : "Your browser alone keeps it. Take it to another one as a file, or as a code, which leaves out the answers behind each skill.");
  ui::gap(8);
  ui::Flow flow;
  if (ui::button("Save as a file", {.disabled = none})) {
    state.wish({.kind = "download", .value = practice::progress_json(progress.kept), .key = "storewright-progress.json", .type = "application/json"});
    state.toast = "Saved by your browser.";
  }
  if (ui::button("Copy the code", {.disabled = progress.kept.skills.empty()})) {
    state.wish({.kind = "copy", .value = practice::progress_code(progress.kept, state.practice.content->practice.skills)});
    state.toast = "Code copied. Read it on another device, on this page.";
  }
}

void show_code(State& state) {
  const Progress& kept = progress_of(state).kept;
  if (kept.skills.empty()) return;
  ui::gap(4);
  if (!ui::disclosure("Show the code", false, "code")) return;
  ui::gap(4);
  std::string code = practice::progress_code(kept, state.practice.content->practice.skills);
  ui::text_field("The code; white space in it does not matter", code, {.multiline = true, .width = ui::prose_width, .height = 72, .id = "code-text"});
}

void take_in(State& state) {
  PracticeProgress& progress = progress_of(state);
  ui::gap(16);
  ui::heading(3, "Read progress from elsewhere");
  ui::gap(4);
  ui::text("Of each skill the state that was reviewed last stays. Nothing of yours is lost.", {.tone = ui::Tone::quiet});
  ui::gap(8);
  if (ui::text_field("A code, or the text of a file", progress.typed, {.multiline = true, .width = ui::prose_width, .height = 72, .id = "incoming"})) {
    progress.problems.clear();
    ui::frame().again = true;
  }
  for (std::size_t i = 0; i < std::min<std::size_t>(progress.problems.size(), 1); ++i) {
    ui::gap(8);
    problem_card(state, progress.problems[i].code, progress.problems[i].message, "incoming-problem");
  }
  ui::gap(8);
  {
    ui::Flow flow;
    if (ui::button("Read it", {.kind = ui::ButtonKind::primary, .disabled = progress.typed.empty(), .id = "read"})) progress.opened = true;
    if (ui::button("Open a file", {.id = "open"})) state.wish({.kind = "open", .value = std::string(opened_key), .type = ".json,.txt,application/json,text/plain"});
  }
  if (progress.opened) read_typed(state);
  undo_card(state, true);
}

void what_was_not_read(State& state) {
  PracticeProgress& progress = progress_of(state);
  if (progress.newer) {
    ui::gap(12);
    problem_card(state, 2323, "Your browser also holds progress of a newer version of this site. It stays as it is; this page shows its own.", "newer");
  }
  if (progress.unreadable.empty()) return;
  ui::gap(12);
  problem_card(state, 2327, "Progress that was kept here could not be read. It is put aside and not deleted.", "unreadable");
  ui::gap(8);
  ui::Flow flow;
  if (ui::button("Save what was put aside", {.id = "save-unreadable"})) {
    state.wish({.kind = "download", .value = progress.unreadable, .key = "storewright-progress-unread.txt", .type = "text/plain"});
    state.toast = "Saved by your browser.";
  }
  if (ui::button("Delete it", {.description = "What was put aside", .id = "drop-unreadable"})) {
    progress.unreadable.clear();
    state.wish({.kind = "store", .value = "", .key = std::string(unreadable_key)});
    ui::frame().again = true;
  }
}

// ---- Forgetting --------------------------------------------------------------------------------------------------

void store_attempts(State& state, bool keep) {
  for (const auto& [key, attempt] : state.practice.attempts)
    if (!keep || !attempt.is_empty() || attempt.attempted) state.wish({.kind = "store", .value = keep ? attempt_json(attempt) : std::string(), .key = key});
}

void forget_everything(State& state) {
  PracticeProgress& progress = progress_of(state);
  store_attempts(state, false);
  progress.undo = ProgressStep{std::move(progress.kept), std::move(state.practice.attempts), "Everything is forgotten: skills, answers and drafts."};
  progress.kept = {};
  progress.changes.clear();
  progress.problems.clear();
  state.practice.attempts.clear();
  store_progress(state);
  ui::frame().again = true;
}

bool has_anything(const State& state, const PracticeProgress& progress) {
  return !progress.kept.empty() ||
         std::any_of(state.practice.attempts.begin(), state.practice.attempts.end(), [](const auto& one) { return !one.second.is_empty(); });
}

void keep_section(State& state) {
  ui::gap(16);
  ui::Scope section(ui::Role::section, "Keep and move", "keep");
  ui::Card card("keep-card");
  ui::heading(2, "Keep and move");
  ui::gap(4);
  take_along(state);
  show_code(state);
  take_in(state);
  what_was_not_read(state);
  ui::gap(16);
  ui::heading(3, "Start from nothing");
  ui::gap(4);
  ui::text("Forgets skills, answers and drafts of this browser. You can undo it until you leave the site.", {.tone = ui::Tone::quiet});
  ui::gap(8);
  if (ui::button("Forget everything", {.disabled = !has_anything(state, progress_of(state)), .id = "forget"})) forget_everything(state);
  undo_card(state, false);
}

}  // namespace

bool practice_undo(State& state) {
  PracticeProgress& progress = progress_of(state);
  if (part_of_route(state) != "progress" || !progress.undo) return false;
  progress.kept = std::move(progress.undo->progress);
  if (!progress.undo->attempts.empty()) {
    for (auto& [key, attempt] : progress.undo->attempts) state.practice.attempts[key] = std::move(attempt);
    store_attempts(state, true);
  }
  progress.undo.reset();
  progress.changes.clear();
  state.toast = "Undone.";
  store_progress(state);
  return true;
}

void progress_page(State& state) {
  state.part_title = "Your progress · ";
  page_head("Your progress", "Skills rather than questions: what you have practised, and when another look is worth it.");
  const int day = today(state).value_or(0);
  const PracticeProgress& progress = progress_of(state);
  head_line(state, progress, day);
  if (!progress.kept.skills.empty()) {
    ui::gap(12);
    what_it_means(state);
    begun_skills(state, progress.kept, day);
    unknown_skills(state, progress.kept);
  }
  other_skills(state, progress.kept);
  keep_section(state);
  sources(state, {"fsrs-scheduler"});
}

}  // namespace storewright::app
