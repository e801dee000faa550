// Practise: the list of questions (practice_list.cpp), and one question: its scenario, the answer, feedback, hints, solution, other numbers.
#include <algorithm>
#include <string>

#include "core/base/text.h"
#include "web/app/audit_state.h"
#include "web/app/practice_contest.h"
#include "web/app/practice_exam.h"
#include "web/app/practice_list.h"
#include "web/app/practice_parts.h"
#include "web/app/practice_progress.h"
#include "web/app/reference_parts.h"
#include "web/ui/form.h"

namespace storewright::app {
namespace {

using practice::Mark;
using practice::Question;

struct SeedInput {
  int seed = 0;
};
constexpr Field seed_rows[] = {field<&SeedInput::seed>({.name = "seed", .label = "Seed of the numbers", .min = 0, .max = practice::largest_seed})};
const SeedInput default_seed;

void ask_for_questions(State& state) {
  state.practice.status = PracticeState::Status::asked;
  state.wish({.kind = "fetch", .value = "practice"});
}

// Nothing, a word of patience, or what went wrong; true when the questions are there.
bool questions_there(State& state) {
  PracticeState& practice = state.practice;
  if (practice.status == PracticeState::Status::absent) ask_for_questions(state);
  if (practice.status == PracticeState::Status::asked) ui::status("Fetching the questions.", {.size = ui::text_small});
  if (practice.status == PracticeState::Status::failed) {
    problem_card(state, 9008, practice.problem, "practice-problem");
    ui::gap(8);
    if (ui::button("Try again", {.id = "practice-again"})) ask_for_questions(state);
  }
  return practice.status == PracticeState::Status::loaded;
}

std::string total_sentence(const Sheet& sheet) {
  practice::Millipoints points = 0;
  int checked = 0, steps = 0;
  for (const Mark& mark : sheet.numbers.marks) {
    if (mark.max_points <= 0) continue;
    ++steps;
    if (!sheet.attempt.is_checked(mark.id)) continue;
    ++checked;
    points += mark.points;
  }
  const std::string all = display_number(practice::points_of(sheet.numbers.max_points));
  if (checked == 0) return std::to_string(steps) + " numbers to find, one point each.";
  const std::string sum = display_number(practice::points_of(points)) + " of " + all + " points";
  if (points == sheet.numbers.max_points) return sum + ". All of it is right.";
  return sum + ", " + std::to_string(checked) + " of " + std::to_string(steps) + " numbers checked.";
}

// Of a question that takes more than numbers: what was checked as a whole.
std::string whole_sentence(const Sheet& sheet) {
  if (sheet.judged == nullptr) return "Answer by taps, in words, or both; then check.";
  const practice::Grade& grade = sheet.judged->grade;
  const std::string sum = points_words(grade.points, grade.max_points) + ".";
  if (grade.points == grade.max_points) return sum + " All of it is there.";
  if (sheet.question.criteria.empty() || sheet.judged->words == sheet.judged->taps) return sum;
  return sum + (sheet.judged->words ? " Only your words count: nothing was tapped." : " Only your taps and numbers count: nothing was written.");
}

void variant_buttons(State& state, Sheet& sheet) {
  const bool free = ui::field_shown("seed") && !ui::field_locked("seed");   // in an embed its author may want these numbers
  if (free && !sheet.question.variables.empty() && ui::button("New numbers", {.description = "The same question with other numbers; the link keeps which"})) {
    state.practice.seed = state.practice.seed >= practice::largest_seed ? 1 : state.practice.seed + 1;
    state.named_step = true;
    ui::frame().again = true;
    read_from_title(state);
  }
  if (ui::button("Start over", {.disabled = sheet.attempt.is_empty()})) {
    sheet.attempt = {.solution_seen = sheet.attempt.solution_seen, .others = sheet.attempt.others};
    read_from_title(state);
    keep_attempt(state, sheet);
  }
  if (sheet.question.variables.empty()) return copy_link_button(state);
  if (!ui::button("Copy link to this variant", {.description = "The same question with the same numbers, without your answer"})) return;
  state.wish({.kind = "copy", .value = link_of(state), .key = "link"});
  state.toast = "Link copied. It opens this question with these numbers, and nothing of your answer.";
}

void check_button(State& state, Sheet& sheet) {
  const bool all = sheet.numbers_only();
  if (!ui::button(all ? "Check all" : "Check answers", {.kind = ui::ButtonKind::primary, .id = "check-all"})) return;
  check_whole(sheet);
  record_whole(state, sheet);
  keep_attempt(state, sheet);
}

void total(State& state, Sheet& sheet) {
  ui::Scope section(ui::Role::section, "Your points", "total");
  ui::gap(16);
  ui::Card card("points", ui::CardTone::accent);
  state.announced = sheet.numbers_only() ? total_sentence(sheet) : whole_sentence(sheet);
  ui::status(state.announced, {.size = 20, .bold = true});
  ui::gap(12);
  ui::Flow flow;
  check_button(state, sheet);
  if (sheet.numbers_only()) variant_buttons(state, sheet);
}

// What a whole answer is made of, as it was checked; graded again only when that changed.
const practice::AnswerGrade* judged(State& state, const Question& question, const practice::Variant& variant, const Attempt& attempt) {
  if (!attempt.judged) return nullptr;
  const Attempt checked{.checked = attempt.checked, .chosen_checked = attempt.chosen_checked, .words_checked = attempt.words_checked};
  const std::string key = attempt_key(question.id, variant.seed) + attempt_json(checked);
  return &state.practice.content->judged.get(key, [&](const std::string&) { return grade_checked(state, question, variant, attempt); });
}

void another_try(State& state, Sheet& sheet) {
  ui::gap(24);
  ui::Scope section(ui::Role::section, "Once more", "again");
  ui::heading(2, "Once more");
  ui::gap(8);
  ui::Flow flow;
  variant_buttons(state, sheet);
}

void question_page(State& state, const Question& question) {
  page_head(question.title, question.purpose);
  PracticeState& practice = state.practice;
  const practice::Variant variant = practice::variant_of(question, practice.seed);
  Attempt& attempt = practice.attempts[attempt_key(question.id, practice.seed)];
  Sheet sheet{question, variant, attempt, grade_numbers(question, variant, attempt), judged(state, question, variant, attempt), attempt_key(question.id, practice.seed)};
  practice_scenario(sheet);
  practice_numbers(state, sheet);
  practice_decisions(state, sheet);
  practice_words(state, sheet);
  total(state, sheet);
  practice_counted(state, sheet);
  if (!sheet.numbers_only()) {
    practice_feedback(state, sheet);
    practice_hints(state, sheet);
  }
  contests_of_question(state, sheet);
  practice_solution(state, sheet);
  if (!sheet.numbers_only()) another_try(state, sheet);
  ui::gap(24);
  ui::link("All questions", "#/practice");
  std::vector<std::string> read = {question.source};
  read.insert(read.end(), question.sources.begin(), question.sources.end());
  sources(state, read);
}

void question_list(State& state) {
  page_head("Practise", "Short questions with hints, and feedback that says why. What you type stays in your browser.");
  if (!questions_there(state)) return;
  practice_today(state);
  ui::gap(24);
  practice_list(state);
  all_contests(state);
}

// "exam", "exam/3".
bool is_exam(std::string_view part) { return part == "exam" || part.starts_with("exam/"); }

void exam_page(State& state, std::string_view part) {
  if (state.practice.status == PracticeState::Status::loaded) return practice_exam(state, part);
  page_head("An exam", "Questions in a row, and a report at the end.");
  questions_there(state);
}

void own_progress(State& state) {
  if (state.practice.status == PracticeState::Status::loaded) return progress_page(state);
  page_head("Your progress", "What you have practised, and when another look is worth it.");
  questions_there(state);
}

}  // namespace

void practice_page(State& state) {
  const std::string part(part_of_route(state));
  if (part.empty()) return question_list(state);
  if (part == "progress") return own_progress(state);
  if (is_exam(part)) return exam_page(state, part);
  for (const Question& question : state.practice.questions)
    if (question.id == part) return question_page(state, question);
  const bool loaded = state.practice.status == PracticeState::Status::loaded;
  page_head(loaded ? "There is no such question" : "Practise", loaded ? "The link names a question this version does not have." : "A question with hints and feedback.");
  if (questions_there(state)) ui::link("All questions", "#/practice");
}

LinkFields practice_link(const State& state) {
  if (part_of_route(state).empty()) return practice_list_link(state);
  if (part_of_route(state) == "progress") return state.practice.unknown;
  if (is_exam(part_of_route(state))) return exam_link(state);
  const SeedInput input{state.practice.seed};
  return report::link_fields(seed_rows, &input, &default_seed, state.practice.unknown);
}

void practice_from_link(State& state, const report::Link& link) {
  if (link.route == "practice") return practice_list_from_link(state, link);
  if (is_exam(part_of_route(state))) return exam_from_link(state, link);
  SeedInput input;
  const FieldTable fields = link.route == "practice/progress" ? FieldTable() : FieldTable(seed_rows);
  report::LinkReading reading = report::read_link_fields(link, fields, &input);
  state.link_problems = std::move(reading.problems);
  state.practice.unknown = std::move(reading.unknown);
  state.practice.seed = input.seed;
}

void practice_take_pack(State& state, std::string_view name, const Result<Json>& pack) {
  if (name == "practice_audit") return audit_take_pack(state, name, pack);
  PracticeState& practice = state.practice;
  Result<practice::Practice> read = pack ? practice::read_practice(*pack) : Result<practice::Practice>(pack.problems());
  practice.status = read ? PracticeState::Status::loaded : PracticeState::Status::failed;
  practice.problem = read ? "" : read.problems().front().message;
  if (!read) return;
  practice.content = std::make_shared<PracticeContent>();
  practice.content->practice = read.take();
  practice.questions = practice.content->practice.questions;
  Problems none;   // the build has read the topics, too
  practice.topics = practice::read_topics(*pack, none);
}

void practice_take_stored(State& state, const std::string& key, const std::string& value) {
  if (take_stored_progress(state, key, value) || exam_take_stored(state, key, value) || contest_take_stored(state, key, value)) return;
  state.practice.attempts[key] = read_attempt(value);
}

}  // namespace storewright::app
