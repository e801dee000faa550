// Practise: the list of questions (practice_list.cpp), and one question: its scenario, a number for each step, feedback, hints, the solution.
#include <algorithm>
#include <string>

#include "core/base/text.h"
#include "web/app/audit_state.h"
#include "web/app/pages.h"
#include "web/app/practice_list.h"
#include "web/app/reference_parts.h"

namespace storewright::app {
namespace {

using practice::Mark;
using practice::MarkState;
using practice::Question;
using practice::Step;

struct SeedInput {
  int seed = 0;
};
constexpr Field seed_rows[] = {field<&SeedInput::seed>({.name = "seed", .label = "Seed of the numbers", .min = 0, .max = practice::largest_seed})};
const SeedInput default_seed;

std::string words_of_kind(std::string kind) {
  std::replace(kind.begin(), kind.end(), '_', ' ');
  return kind;
}

// The question as it is asked, with what the reader has done so far.
struct Sheet {
  const Question& question;
  practice::Variant variant;
  Attempt& attempt;
  practice::Grade grade;

  std::string text(std::string_view words) const { return practice::with_numbers(words, variant.variables); }
  const Mark* mark(std::string_view step) const {
    const auto found = std::find_if(grade.marks.begin(), grade.marks.end(), [&](const Mark& one) { return one.id == step; });
    return found == grade.marks.end() ? nullptr : &*found;
  }
};

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

void keep(State& state, const Sheet& sheet) {
  state.wish({.kind = "store", .value = attempt_json(sheet.attempt), .key = attempt_key(sheet.question.id, sheet.variant.seed)});
}

practice::Grade graded(const Question& question, const practice::Variant& variant, const Attempt& attempt) {
  practice::Answers known;
  for (const auto& [step, text] : answers_of(attempt))
    if (question.step(step)) known.emplace_back(step, text);   // the browser may have kept steps of an older version
  const Result<practice::Grade> grade = practice::grade(question, variant, known);
  return grade ? *grade : practice::Grade{};
}

void check(Sheet& sheet, const Step& step) {
  const auto typed = sheet.attempt.typed.find(step.id);
  sheet.attempt.checked[step.id] = typed == sheet.attempt.typed.end() ? "" : typed->second;
  sheet.grade = graded(sheet.question, sheet.variant, sheet.attempt);   // the number may have come with this very press
  const Mark* mark = sheet.mark(step.id);
  const bool read = mark != nullptr && mark->state != MarkState::not_found && mark->state != MarkState::cannot_tell;
  if (read && !step.assumption()) sheet.attempt.attempted = true;
}

// A mark and a word: nothing is said by colour alone.
struct Look {
  std::string_view sign;
  ui::Tone tone;
};
Look look_of(MarkState state) {
  switch (state) {
    case MarkState::met: return {"✓", ui::Tone::good};
    case MarkState::partly: return {"≈", ui::Tone::good};
    case MarkState::contradicted: return {"×", ui::Tone::bad};
    case MarkState::not_found: return {"–", ui::Tone::quiet};
    case MarkState::cannot_tell: return {"?", ui::Tone::warning};
  }
  return {"", ui::Tone::normal};
}

void feedback(const Sheet& sheet, const Step& step) {
  if (!sheet.attempt.is_checked(step.id)) return;
  const Mark* mark = sheet.mark(step.id);
  if (mark == nullptr) return;
  const Look look = look_of(mark->state);
  ui::gap(8);
  ui::badge(std::string(look.sign) + " " + std::string(practice::words_of(mark->state)), look.tone);
  if (mark->state == MarkState::cannot_tell || mark->state == MarkState::not_found) return;   // the field or the badge says it all
  ui::gap(4);
  ui::status(mark->why);
  if (!mark->complete.empty() && mark->state == MarkState::contradicted) ui::text("Next: " + mark->complete, {.tone = ui::Tone::quiet});
}

void hints(Sheet& sheet, const Step& step) {
  const int shown = std::min(static_cast<int>(step.hints.size()), sheet.attempt.hints[step.id]);
  for (int i = 0; i < shown; ++i) {
    ui::gap(6);
    ui::text("Hint " + std::to_string(i + 1) + ": " + sheet.text(step.hints[static_cast<std::size_t>(i)]), {.tone = ui::Tone::quiet});
  }
}

void step_buttons(State& state, Sheet& sheet, const Step& step) {
  const int all = static_cast<int>(step.hints.size());
  int& shown = sheet.attempt.hints[step.id];
  ui::Flow flow;
  if (!step.assumption() && ui::button("Check", {.description = sheet.text(step.prompt), .id = "check"})) {
    check(sheet, step);
    keep(state, sheet);
    ui::frame().again = true;
  }
  if (shown < all) {
    const std::string label = all == 1 ? "Hint" : "Hint " + std::to_string(shown + 1) + " of " + std::to_string(all);
    if (ui::button(label, {.kind = ui::ButtonKind::plain, .description = sheet.text(step.prompt), .id = "hint"})) {
      ++shown;
      keep(state, sheet);
      ui::frame().again = true;
    }
  }
}

// A right number leads to the next field; any other keeps the focus where it can be mended.
void check_and_go_on(State& state, Sheet& sheet, const Step& step, std::string_view step_scope) {
  check(sheet, step);
  keep(state, sheet);
  ui::frame().again = true;
  const Mark* mark = sheet.mark(step.id);
  const bool done = mark == nullptr || mark->state == MarkState::met || mark->state == MarkState::partly;
  const std::size_t next = static_cast<std::size_t>(&step - sheet.question.steps.data()) + 1;
  if (!done || next >= sheet.question.steps.size()) return;
  const std::string_view around = step_scope.substr(0, step_scope.size() - step.id.size());
  state.wish({.kind = "focus", .value = std::string(around) + sheet.question.steps[next].id + "/number"});
}

void step_card(State& state, Sheet& sheet, const Step& step, int number) {
  ui::Scope scope(ui::Role::group, step.assumption() ? "Your assumption" : "Step " + std::to_string(number), step.id);
  ui::Card card("card", ui::CardTone::plain, ui::narrow() ? 14 : 18);
  const std::string label = (step.assumption() ? "" : std::to_string(number) + ". ") + sheet.text(step.prompt);
  std::string& typed = sheet.attempt.typed[step.id];
  const Mark* mark = sheet.mark(step.id);
  const bool unreadable = sheet.attempt.is_checked(step.id) && mark != nullptr && mark->state == MarkState::cannot_tell;
  const ui::FieldStyle style{.unit = step.units.name, .placeholder = step.assumption() ? "none" : "", .problem = unreadable ? std::string_view(mark->why) : "",
                             .numeric = true, .width = 300, .id = "number"};
  if (ui::text_field(label, typed, style)) {
    if (step.assumption()) sheet.attempt.checked[step.id] = typed;   // it has no Check of its own
    keep(state, sheet);
    ui::frame().again = true;
  }
  // Enter, or the key of a phone that says "next", checks and goes on.
  if (ui::take_action(scope.id() + "/number", "press")) check_and_go_on(state, sheet, step, scope.id());
  ui::gap(8);
  step_buttons(state, sheet, step);
  hints(sheet, step);
  feedback(sheet, step);
}

std::string total_sentence(const Sheet& sheet) {
  double points = 0;
  int checked = 0, steps = 0;
  for (const Mark& mark : sheet.grade.marks) {
    if (mark.max_points <= 0) continue;
    ++steps;
    if (!sheet.attempt.is_checked(mark.id)) continue;
    ++checked;
    points += mark.points;
  }
  const std::string all = display_number(sheet.grade.max_points);
  if (checked == 0) return std::to_string(steps) + " numbers to find, one point each.";
  const std::string sum = display_number(points) + " of " + all + " points";
  if (points == sheet.grade.max_points) return sum + ". All of it is right.";
  return sum + ", " + std::to_string(checked) + " of " + std::to_string(steps) + " numbers checked.";
}

void solution(State& state, Sheet& sheet) {
  ui::Scope section(ui::Role::section, "Solution", "solution");
  ui::gap(24);
  ui::heading(2, "The solution");
  ui::gap(8);
  if (!sheet.attempt.attempted) {
    ui::text("It opens once you have checked a number of your own.", {.tone = ui::Tone::quiet});
    return;
  }
  if (!ui::disclosure("Show the solution", false, "open")) return;
  const Result<practice::Values> numbers = practice::right_numbers(sheet.question, sheet.variant);
  if (!numbers) return;
  ui::gap(8);
  std::vector<ui::Block> blocks;
  for (const std::string& paragraph : practice::with_numbers(sheet.question.solution, *numbers)) blocks.push_back({"p", paragraph});
  ui::prose("solution-text", std::move(blocks));
  ui::gap(12);
  report::Table table{.caption = "Each number and how it comes about", .columns = {{"Step", false}, {"Formula", false}, {"Number", true}}};
  for (const Step& step : sheet.question.steps)
    if (!step.assumption())
      table.rows.push_back({sheet.text(step.prompt), practice::formula_with_numbers(step.formula, *numbers),
                            display_number(numbers->find(step.id)->second) + " " + step.units.name});
  ui::table("solution-table", table);
  claims_of_question(state, sheet.question.id);
}

void total(State& state, Sheet& sheet) {
  ui::Scope section(ui::Role::section, "Your points", "total");
  ui::gap(16);
  ui::Card card("points", ui::CardTone::accent);
  state.announced = total_sentence(sheet);
  ui::status(state.announced, {.size = 20, .bold = true});
  ui::gap(12);
  ui::Flow flow;
  if (ui::button("Check all", {.kind = ui::ButtonKind::primary})) {
    for (const Step& step : sheet.question.steps) check(sheet, step);
    keep(state, sheet);
    ui::frame().again = true;
  }
  if (ui::button("New numbers", {.description = "The same question with other numbers; the link keeps which"})) {
    state.practice.seed = state.practice.seed >= practice::largest_seed ? 1 : state.practice.seed + 1;
    state.named_step = true;
    ui::frame().again = true;
  }
  const bool untouched = std::all_of(sheet.attempt.typed.begin(), sheet.attempt.typed.end(), [](const auto& one) { return one.second.empty(); });
  if (ui::button("Start over", {.disabled = untouched})) {
    sheet.attempt = {};
    keep(state, sheet);
    ui::frame().again = true;
  }
  copy_link_button(state);
}

void question_page(State& state, const Question& question) {
  page_head(question.title, question.purpose);
  PracticeState& practice = state.practice;
  const practice::Variant variant = practice::variant_of(question, practice.seed);
  Attempt& attempt = practice.attempts[attempt_key(question.id, practice.seed)];
  Sheet sheet{question, variant, attempt, graded(question, variant, attempt)};
  {
    ui::Scope section(ui::Role::section, "The situation", "scenario");
    std::vector<ui::Block> blocks;
    for (const std::string& paragraph : question.scenario) blocks.push_back({"p", sheet.text(paragraph)});
    ui::prose("scenario-" + std::to_string(practice.seed), std::move(blocks));
    ui::gap(8);
    const std::string origin = practice.seed == 0 ? "Example numbers, a " + words_of_kind(question.kind) + " read " + question.read + " in the source below; no price list."
                                                  : "Numbers drawn for practice, set " + std::to_string(practice.seed) + "; no price list.";
    ui::text(origin, {.size = ui::text_small, .tone = ui::Tone::quiet});
  }
  ui::gap(20);
  {
    ui::Scope section(ui::Role::section, "Your numbers", "steps");
    ui::heading(2, "Your numbers");
    ui::gap(4);
    ui::text("Type a number or a sum, such as 3 * 80. A wrong number costs its own point only: what follows from it still counts.",
             {.tone = ui::Tone::quiet});
    ui::gap(12);
    int number = 0;
    for (const Step& step : question.steps) {
      step_card(state, sheet, step, step.assumption() ? number : ++number);
      ui::gap(12);
    }
  }
  total(state, sheet);
  solution(state, sheet);
  ui::gap(24);
  ui::link("All questions", "#/practice");
  sources(state, {question.source});
}

void question_list(State& state) {
  page_head("Practise", "Short questions with hints, and feedback that says why. What you type stays in your browser.");
  if (!questions_there(state)) return;
  practice_list(state);
}

}  // namespace

void practice_page(State& state) {
  const std::string part(part_of_route(state));
  if (part.empty()) return question_list(state);
  const Question* question = practice::find_question(state.practice.questions, part);
  if (question != nullptr) return question_page(state, *question);
  const bool loaded = state.practice.status == PracticeState::Status::loaded;
  page_head(loaded ? "There is no such question" : "Practise", loaded ? "The link names a question this version does not have." : "A question with hints and feedback.");
  if (questions_there(state)) ui::link("All questions", "#/practice");
}

LinkFields practice_link(const State& state) {
  if (part_of_route(state).empty()) return practice_list_link(state);
  const SeedInput input{state.practice.seed};
  return report::link_fields(seed_rows, &input, &default_seed, state.practice.unknown);
}

void practice_from_link(State& state, const report::Link& link) {
  if (link.route == "practice") return practice_list_from_link(state, link);
  SeedInput input;
  report::LinkReading reading = report::read_link_fields(link, seed_rows, &input);
  state.link_problems = std::move(reading.problems);
  state.practice.unknown = std::move(reading.unknown);
  state.practice.seed = input.seed;
}

void practice_take_pack(State& state, std::string_view name, const Result<Json>& pack) {
  if (name == "practice_audit") return audit_take_pack(state, name, pack);
  PracticeState& practice = state.practice;
  Result<std::vector<Question>> questions = pack ? practice::read_questions(*pack) : Result<std::vector<Question>>(pack.problems());
  practice.status = questions ? PracticeState::Status::loaded : PracticeState::Status::failed;
  practice.problem = questions ? "" : questions.problems().front().message;
  if (!questions) return;
  practice.questions = questions.take();
  Problems none;   // the build has read the topics, too
  practice.topics = practice::read_topics(*pack, none);
}

void practice_take_stored(State& state, const std::string& key, const std::string& value) {
  state.practice.attempts[key] = read_attempt(value);
}

}  // namespace storewright::app
