// The interview: one question at a time, each time the one whose answer is expected to tell most.
#include <algorithm>

#include "core/base/text.h"
#include "core/selection/rulebook.h"
#include "web/app/decide_details.h"
#include "web/app/decide_words.h"
#include "web/app/pages.h"
#include "web/ui/form.h"

namespace storewright::app {
namespace {

using selection::Profile;
using selection::Question;
using selection::QuestionAnswer;

constexpr std::uint64_t seed = 1;
constexpr std::size_t every_question = 64;

// Draws worlds until there are enough to say what to ask; null until then.
const QuestionAnswer* asked(DecideDetails& details) {
  const selection::Rulebook& rulebook = selection::built_in_rulebook();
  if (details.question) return &*details.question;
  if (!may_work(details)) return nullptr;
  if (!details.asking) details.asking.emplace(rulebook, details.profile, selection::Open::ranges_and_unknowns, seed);
  const bool any = !details.asking->inputs().empty();
  details.asking->draw(any ? worlds_a_frame : 1);
  if (any && details.asking->drawn() < worlds_in_all) return nullptr;
  details.question = next_question(*details.asking, rulebook, every_question);
  return &*details.question;
}

const Question* first_open(const State& state, const QuestionAnswer& answer) {
  const std::vector<std::string>& skipped = state.decide.skipped;
  for (const Question& question : answer.questions)
    if (std::find(skipped.begin(), skipped.end(), question.field->name) == skipped.end()) return &question;
  return nullptr;
}

void answer_with(State& state, Profile profile) {
  change_profile(state, std::move(profile));
  state.named_step = true;
  ui::forget_drafts();
}

void skip(State& state, const Question& question) {
  remember_step(state);
  state.decide.skipped.emplace_back(question.field->name);
}

void flag_buttons(State& state, const Question& question) {
  ui::Flow flow;
  for (const bool value : {true, false}) {
    if (!ui::button(value ? "Yes" : "No")) continue;
    Profile profile = state.decide.profile;
    *static_cast<std::optional<bool>*>(question.field->member(&profile)) = value;
    answer_with(state, std::move(profile));
  }
}

void choice_buttons(State& state, const Question& question) {
  ui::Flow flow;
  for (std::size_t i = 0; i < question.field->options.size(); ++i) {
    const Option& option = question.field->options[i];
    if (!ui::button(option.label, {.description = option.help, .id = option.name})) continue;
    Profile profile = state.decide.profile;
    question.field->set_choice(&profile, static_cast<int>(i));
    answer_with(state, std::move(profile));
  }
}

void list_of_choices(State& state, const Question& question) {
  std::vector<ui::Choice> choices;
  for (const Option& option : question.field->options) choices.push_back({option.name, option.label, option.help});
  ui::choices(question.field->label, state.decide.ticked, choices, question.field->help);
  ui::gap(8);
  if (!ui::button("That is all", {.kind = ui::ButtonKind::primary, .disabled = state.decide.ticked == 0})) return;
  Profile profile = state.decide.profile;
  *static_cast<std::uint32_t*>(question.field->member(&profile)) = state.decide.ticked;
  answer_with(state, std::move(profile));
}

void number_or_span(State& state, const Question& question) {
  const Field& field = *question.field;
  DecideState& decide = state.decide;
  Profile profile = decide.profile;
  const Problems problems = decide.typed.empty() ? Problems{} : ui::read_typed_number(decide.typed, field, &profile);
  const std::string problem = problems.empty() ? "" : problems.front().message;
  ui::text_field(field.label, decide.typed, {.unit = field.unit, .help = field.help, .placeholder = "a number, or 100 to 900", .problem = problem, .numeric = true, .id = "number"});
  ui::gap(8);
  if (ui::button("Take this number", {.kind = ui::ButtonKind::primary, .disabled = decide.typed.empty() || !problems.empty()}))
    return answer_with(state, std::move(profile));
  if (question.narrows) return;
  ui::gap(10);
  ui::text("Or roughly:", {.size = ui::text_small, .tone = ui::Tone::quiet});
  ui::gap(4);
  ui::Flow flow;
  for (const selection::ExpectedAnswer& expected : question.answers) {
    if (!ui::button(expected.answer)) continue;
    Profile rough = decide.profile;
    if (ui::read_typed_number(expected.answer, field, &rough).empty()) answer_with(state, std::move(rough));
  }
}

void controls(State& state, const Question& question) {
  switch (question.field->kind) {
    case FieldKind::flag: return flag_buttons(state, question);
    case FieldKind::choice: return choice_buttons(state, question);
    case FieldKind::choices: return list_of_choices(state, question);
    default: return number_or_span(state, question);
  }
}

// How the cases that agree with the answers so far come out.
std::string standing(const QuestionAnswer& answer, const knowledge::Knowledge& knowledge) {
  if (answer.winners.empty()) return "";
  std::vector<std::string> words;
  for (const selection::CategoryShare& share : answer.winners)
    if (words.size() < 3) words.push_back(category_name(knowledge, share.category) + " in " + display_percent(share.share, 0));
  return "Over everything you have not said yet, the answer would be " + sentence_list(words) + " of the cases.";
}

void question_card(State& state, const QuestionAnswer& answer, const Question& question) {
  ui::heading(2, question.field->label);
  ui::gap(4);
  ui::text(question.why, {.size = ui::text_small});
  ui::gap(12);
  {
    ui::Scope group(ui::Role::group, "Your answer", question.field->name);
    controls(state, question);
  }
  ui::gap(12);
  ui::text(standing(answer, *state.knowledge), {.size = ui::text_small, .tone = ui::Tone::quiet});
  ui::gap(12);
  ui::Flow flow;
  if (ui::button("I don't know", {.kind = ui::ButtonKind::plain})) skip(state, question);
  if (ui::button("Back", {.kind = ui::ButtonKind::plain, .disabled = state.decide.undo.empty()})) decide_undo(state);
}

void nothing_to_ask(State& state, const QuestionAnswer& answer) {
  ui::heading(2, "No more questions");
  ui::gap(4);
  const bool some_skipped = !answer.questions.empty();
  ui::text(some_skipped ? "What is still open are the questions you could not answer; the answer stands on the rest." : answer.says, {.size = ui::text_small});
  ui::gap(8);
  ui::Flow flow;
  if (some_skipped && ui::button("Ask them again")) {
    remember_step(state);
    state.decide.skipped.clear();
  }
  if (ui::button("Back", {.kind = ui::ButtonKind::plain, .disabled = state.decide.undo.empty()})) decide_undo(state);
}

}  // namespace

void decide_interview(State& state) {
  DecideDetails& details = details_of(state);
  ui::Scope section(ui::Role::section, "The next question", "interview");
  ui::Card card("interview", ui::CardTone::plain, 16);
  const QuestionAnswer* answer = asked(details);
  if (answer == nullptr) {
    ui::heading(2, "The next question");
    ui::gap(4);
    ui::text("Working out what to ask next.", {.size = ui::text_small, .tone = ui::Tone::quiet});
    return;
  }
  const Question* question = first_open(state, *answer);
  if (question == nullptr) nothing_to_ask(state, *answer);
  else question_card(state, *answer, *question);
}

}  // namespace storewright::app
