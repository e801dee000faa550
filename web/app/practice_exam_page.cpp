// An exam: its settings, its questions one after the other, the hand-in. The report is practice_exam_report.cpp.
#include <algorithm>

#include "core/base/text.h"
#include "web/app/practice_exam.h"
#include "web/ui/form.h"

namespace storewright::app {
namespace {

using practice::Exam;
using practice::ExamQuestion;

// A form leaves what is as by default empty, and calls that not known; of an exam everything is known.
const practice::ExamInput no_default{.n = -1, .minutes = -1, .seed = -1};
constexpr double minute_ms = 60000;

// Another part of the exam, as if by a link; its title gets the focus.
void go_to(State& state, std::string_view part) {
  state.route = "practice/exam" + std::string(part);
  state.named_step = true;
  exam_of(state).moved = true;
  ui::frame().again = true;
}

std::string minutes_words(int minutes) { return minutes == 1 ? "one minute" : std::to_string(minutes) + " minutes"; }

std::string questions_words(std::size_t count) { return count == 1 ? "One question" : std::to_string(count) + " questions"; }

int planned_minutes(const State& state, const std::vector<ExamQuestion>& questions) {
  int minutes = 0;
  for (const ExamQuestion& one : questions)
    for (const practice::Question& question : state.practice.questions)
      if (question.id == one.question) minutes += question.minutes;
  return minutes;
}

// ---- Before it begins ----------------------------------------------------------------------------------------------

void start(State& state, const Exam& exam) {
  ExamRun& run = run_of(exam_of(state));
  run = {.questions = exam.questions, .started_ms = state.clock_start_ms > 0 ? state.clock_start_ms + state.clock_ms : 0};
  keep_run(state);
  go_to(state, "/1");
}

void topic_field(State& state) {
  practice::ExamInput& input = exam_of(state).input;
  std::vector<ui::Choice> options;
  std::uint32_t bits = 0;
  for (const practice::Topic& topic : state.practice.topics) {
    if (std::find(input.topics.begin(), input.topics.end(), topic.id) != input.topics.end()) bits |= 1u << options.size();
    options.push_back({topic.id, topic.title});
  }
  ui::field("topics", [&] {
    if (!ui::choices("Topics", bits, options, "None stands for all.")) return false;
    input.topics.clear();
    for (std::size_t i = 0; i < options.size(); ++i)
      if (bits >> i & 1u) input.topics.emplace_back(options[i].name);
    ui::frame().again = true;
    return true;
  });
}

// A number that was emptied is as at first.
void fill_emptied(practice::ExamInput& input) {
  const practice::ExamInput usual;
  if (input.n < 0) input.n = usual.n;
  if (input.minutes < 0) input.minutes = usual.minutes;
  if (input.seed < 0) input.seed = usual.seed;
}

void settings(State& state) {
  ui::gap(24);
  if (!ui::disclosure("Choose what is asked", false, "settings")) return;
  ui::Scope section(ui::Role::section, "What is asked", "asked");
  ui::gap(8);
  for (const Field& field : practice::exam_fields()) {
    if (field.name == "topics") topic_field(state);
    else if (ui::form_field(field, &exam_of(state).input, &no_default)) ui::frame().again = true;
    ui::gap(12);
  }
  fill_emptied(exam_of(state).input);
}

std::string offer_sentence(const practice::ExamInput& input, const Exam& exam) {
  const std::size_t count = exam.questions.size();
  const std::string words = questions_words(count) + ", about " + minutes_words(exam.minutes) + ".";
  return static_cast<int>(count) == input.n ? words : words + " No more of what you chose fits into " + minutes_words(input.minutes) + ".";
}

void other_numbers(State& state) {
  if (!ui::field_shown("seed") || ui::field_locked("seed")) return;
  if (!ui::button("Other questions", {.description = "Another seed; the link keeps which"})) return;
  int& seed = exam_of(state).input.seed;
  seed = seed >= practice::largest_seed ? 1 : seed + 1;
  state.named_step = true;
  ui::frame().again = true;
}

void begun_exams(State& state) {
  const ExamState& exam = exam_of(state);
  const auto open = [](const auto& one) { return one.second.begun(); };
  if (std::none_of(exam.runs.begin(), exam.runs.end(), open)) return;
  ui::gap(24);
  ui::Scope section(ui::Role::section, "Exams you have begun", "begun");
  ui::heading(2, "Exams you have begun");
  ui::gap(8);
  ui::Scope list(ui::Role::list, "", "list");
  for (const auto& [key, run] : exam.runs) {
    if (!run.begun()) continue;
    ui::Scope item(ui::Role::listitem, "", key);
    report::Link link{.route = "practice/exam", .fields = link_of_run(key)};
    ui::link(questions_words(run.questions.size()) + (run.handed_in ? ", handed in" + (run.handed_in_on.empty() ? std::string() : " on " + run.handed_in_on) : ", not handed in yet"),
             report::format_link(link));
    ui::gap(6);
  }
}

void offer(State& state) {
  exam_title(state, "An exam", "Questions in a row without hints or feedback, and a report at the end. The same link gives everybody the same questions with the same numbers.");
  const practice::ExamInput& input = exam_of(state).input;
  const Result<Exam> exam = practice::make_exam(state.practice.questions, input);
  {
    ui::Card card("offer", ui::CardTone::accent);
    state.announced = exam ? offer_sentence(input, *exam) : exam.problems().front().message;
    ui::status(state.announced, {.size = 20, .bold = true});
    ui::gap(4);
    ui::text("You may go back to any question until you hand in. What you answer stays in this browser.", {.tone = ui::Tone::quiet});
    ui::gap(12);
    ui::Flow flow;
    if (ui::button("Start", {.kind = ui::ButtonKind::primary, .disabled = !exam}) && exam) start(state, *exam);
    other_numbers(state);
    copy_link_button(state);
  }
  settings(state);
  begun_exams(state);
  ui::gap(24);
  ui::link("All questions", "#/practice");
}

// ---- While it runs -------------------------------------------------------------------------------------------------

// Whole minutes, drawn again when one more is over, so that the page rests in between. Never announced.
void time_line(State& state, const std::vector<ExamQuestion>& questions) {
  ExamRun& run = run_of(exam_of(state));
  const int taken = minutes_taken(state, run);
  if (!run.time_hidden) {
    const std::string planned = "meant for about " + minutes_words(planned_minutes(state, questions));
    ui::text(taken < 0 ? "The exam is " + planned + "." : (taken == 0 ? std::string("Just begun") : minutes_words(taken) + " so far") + ", " + planned + ".", {.tone = ui::Tone::quiet});
    if (taken >= 0) state.wake_in_ms = (taken + 1) * minute_ms - (state.clock_start_ms + state.clock_ms - run.started_ms) + 50;
  }
  ui::Flow flow;
  if (!ui::button(run.time_hidden ? "Show the time" : "Hide the time", {.kind = ui::ButtonKind::plain, .id = "time"})) return;
  run.time_hidden = !run.time_hidden;
  keep_run(state);
}

// A number for each question; those with an answer say so, and the present one is framed.
void question_buttons(State& state, const std::vector<ExamQuestion>& questions, std::size_t here) {
  ui::Scope nav(ui::Role::group, "Questions", "questions");
  ui::Flow flow;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    const Sheet sheet = exam_sheet(state, questions[i]);
    const bool answered = is_answered(sheet.question, sheet.attempt);
    const std::string number = std::to_string(i + 1);
    const std::string label = "Question " + number + (answered ? ", answered" : ", empty");
    const std::string id = "question-" + number;
    const ui::ButtonStyle style{.kind = i == here ? ui::ButtonKind::secondary : ui::ButtonKind::plain, .description = label, .id = id, .pressed = i == here ? 1 : 0};
    if (ui::button(ui::narrow() ? number + (answered ? " ✓" : "") : "Question " + number + (answered ? " ✓" : ""), style) && i != here)
      go_to(state, "/" + number);
  }
}

void steps_onward(State& state, std::size_t at, std::size_t all) {
  ui::gap(20);
  ui::Flow flow;
  if (at + 1 < all && ui::button("Next question", {.kind = ui::ButtonKind::primary})) go_to(state, "/" + std::to_string(at + 2));
  if (at > 0 && ui::button("Previous question")) go_to(state, "/" + std::to_string(at));
  if (ui::button("To the hand-in", {.kind = at + 1 < all ? ui::ButtonKind::secondary : ui::ButtonKind::primary})) go_to(state, "");
}

void one_question(State& state, const std::vector<ExamQuestion>& questions, std::size_t at) {
  Sheet sheet = exam_sheet(state, questions[at]);
  exam_title(state, sheet.question.title, "Question " + std::to_string(at + 1) + " of " + std::to_string(questions.size()) + ", about " + minutes_words(sheet.question.minutes) + ".");
  time_line(state, questions);
  ui::gap(8);
  question_buttons(state, questions, at);
  ui::gap(16);
  {
    ui::Scope around(ui::Role::section, "Question " + std::to_string(at + 1), questions[at].question);
    practice_scenario(sheet);
    practice_numbers(state, sheet);
    practice_decisions(state, sheet);
    practice_words(state, sheet);
  }
  steps_onward(state, at, questions.size());
}

void hand_in(State& state, const std::vector<ExamQuestion>& questions) {
  ExamRun& run = run_of(exam_of(state));
  run.handed_in = true;
  run.handed_in_on = state.day;
  run.handed_in_ms = state.clock_start_ms > 0 ? state.clock_start_ms + state.clock_ms : 0;
  for (const ExamQuestion& one : questions) {
    Sheet sheet = exam_sheet(state, one);
    check_whole(sheet);
    keep_attempt(state, sheet);
  }
  for (const practice::MarkedQuestion& marked : marked_exam(state))
    take_graded_question(state, marked, exam_sheet(state, {marked.question->id, marked.variant.seed}).attempt);
  keep_run(state);
  exam_of(state).moved = true;
}

void overview(State& state, const std::vector<ExamQuestion>& questions) {
  exam_title(state, "Hand in the exam", "You can go back to any question. With the hand-in the answers are marked, and the exam is over.");
  time_line(state, questions);
  ui::gap(8);
  std::size_t empty = 0;
  {
    ui::Scope list(ui::Role::list, "", "list");
    for (std::size_t i = 0; i < questions.size(); ++i) {
      const Sheet sheet = exam_sheet(state, questions[i]);
      const bool answered = is_answered(sheet.question, sheet.attempt);
      empty += answered ? 0 : 1;
      ui::Scope item(ui::Role::listitem, "", questions[i].question);
      if (ui::button(std::to_string(i + 1) + ". " + sheet.question.title, {.kind = ui::ButtonKind::plain, .id = "open"})) go_to(state, "/" + std::to_string(i + 1));
      ui::text(answered ? "✓ Answered" : "– Empty", {.size = ui::text_small, .tone = answered ? ui::Tone::good : ui::Tone::quiet});
      ui::gap(6);
    }
  }
  ui::gap(12);
  state.announced = empty == 0 ? "All questions have an answer." : std::to_string(empty) + " of " + std::to_string(questions.size()) + " questions are empty.";
  ui::status(state.announced, {.bold = true});
  ui::gap(12);
  ui::Flow flow;
  if (ui::button("Hand in", {.kind = ui::ButtonKind::primary})) hand_in(state, questions);
  if (ui::button("Drop this exam", {.description = "Forgets its answers"})) forget_exam(state);
}

// The place of "exam/3" among the questions; the end of the list for any other part.
std::size_t place_of(std::string_view part, std::size_t all) {
  if (part.size() < 6 || part.size() > 7) return all;
  std::size_t number = 0;
  for (const char c : part.substr(5)) {
    if (c < '0' || c > '9') return all;
    number = number * 10 + static_cast<std::size_t>(c - '0');
  }
  return number >= 1 && number <= all ? number - 1 : all;
}

}  // namespace

void exam_title(State& state, std::string_view words, std::string_view purpose) {
  page_head(words, purpose);
  if (std::exchange(exam_of(state).moved, false)) read_from_title(state);
}

void forget_exam(State& state) {
  const std::string key = exam_key(exam_of(state).input);
  ExamRun& run = run_of(exam_of(state));
  for (const ExamQuestion& one : run.questions) {
    const std::string place = answer_storage_key(key, one);
    state.practice.attempts.erase(place);
    state.wish({.kind = "store", .value = "", .key = place});
  }
  run = {};
  keep_run(state);
  exam_of(state).moved = true;
}

void practice_exam(State& state, std::string_view part) {
  const ExamRun& run = run_of(exam_of(state));
  const std::vector<ExamQuestion> questions = known_questions(state, run);
  if (questions.empty()) return offer(state);
  if (run.handed_in) return exam_report(state);
  const std::size_t at = place_of(part, questions.size());
  if (at == questions.size()) return overview(state, questions);
  one_question(state, questions, at);
}

}  // namespace storewright::app
