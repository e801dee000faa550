// The cheat sheet: nine questions with yes or no that fill the profile, and the answer that the rules give so far.
#include <algorithm>

#include "core/base/text.h"
#include "core/selection/cheat_sheet.h"
#include "web/app/reference_parts.h"
#include "web/ui/form.h"

namespace storewright::app {
namespace {

using selection::CheatSheetAnswer;
using selection::CheatSheetInput;
using selection::ShortReply;

const CheatSheetInput default_input;

CheatSheetInput input_of(const State& state) { return {state.decide.profile, state.reference.yes, state.reference.no}; }

void erase(std::vector<std::string>& list, const std::string& id) { list.erase(std::remove(list.begin(), list.end(), id), list.end()); }

// The profile takes what it can hold; only the rest is kept beside it.
void answer(State& state, const knowledge::ShortQuestion& question, std::optional<bool> yes) {
  ReferenceState& reference = state.reference;
  erase(reference.yes, question.id);
  erase(reference.no, question.id);
  const selection::Profile& before = state.decide.profile;
  selection::Profile after = yes ? selection::with_answer(before, question, *yes) : selection::without_answer(before, question);
  if (yes && selection::said_by_profile(question, after) != yes) (*yes ? reference.yes : reference.no).push_back(question.id);
  if (!(after == before)) change_profile(state, std::move(after));
  state.named_step = true;
  ui::forget_drafts();
  ui::frame().again = true;
}

// The number behind a question, for those who know it; for lists only once they apply.
void exact_field(State& state, const ShortReply& reply) {
  const bool of_list = !reply.question->no_when && reply.question->yes_when;
  if (reply.question->field.empty() || (of_list && reply.answer != true)) return;
  const Field* field = find_field(selection::profile_fields(), reply.question->field);
  static const selection::Profile silent;
  selection::Profile edited = state.decide.profile;
  if (field == nullptr) return;
  ui::gap(8);
  if (ui::form_field(*field, &edited, &silent)) change_profile(state, std::move(edited));
}

void question(State& state, const ShortReply& reply, std::size_t number) {
  const knowledge::ShortQuestion& asked = *reply.question;
  ui::Scope section(ui::Role::section, "Question " + std::to_string(number), asked.id);
  constexpr ui::Choice yes_no[] = {{"yes", "Yes"}, {"no", "No"}};
  const int before = !reply.answer ? -1 : *reply.answer ? 0 : 1;
  ui::field(asked.id, [&] {
    int index = before;
    if (!ui::choice(std::to_string(number) + ". " + asked.question, index, yes_no, "Not sure")) return false;
    answer(state, asked, index < 0 ? std::nullopt : std::optional<bool>(index == 0));
    return true;
  });
  ui::gap(4);
  if (reply.follows != nullptr) ui::text(reply.follows->says, {.bold = true});
  ui::text(asked.term + (reply.from_profile ? ". Your profile says it." : "."), {.size = ui::text_small, .tone = ui::Tone::quiet});
  if (!asked.correction.empty()) ui::text(asked.correction, {.size = ui::text_small, .tone = ui::Tone::quiet});
  if (asked.id == "tight_budget") ui::link("Work out the total cost", "#/calculate/tco", false, ui::text_small);
  exact_field(state, reply);
  ui::gap(24);
}

void questions(State& state, const CheatSheetAnswer& so_far) {
  ui::Scope section(ui::Role::section, "Nine questions", "questions");
  ui::heading(2, "Nine questions");
  ui::gap(12);
  for (std::size_t i = 0; i < so_far.replies.size(); ++i) question(state, so_far.replies[i], i + 1);
  ui::Flow flow;
  const bool blank = input_of(state) == default_input;
  if (ui::button("Clear all", {.disabled = blank, .description = "Also what other pages know of your workload"})) {
    state.reference.yes.clear();
    state.reference.no.clear();
    change_profile(state, {});
    state.named_step = true;
    ui::forget_drafts();
  }
  copy_link_button(state);
}

void votes(const State& state, const CheatSheetAnswer& so_far) {
  if (so_far.votes.empty()) return;
  ui::gap(16);
  ui::heading(3, "Votes");
  ui::gap(4);
  std::vector<std::string> lines;
  for (const selection::CategoryVotes& one : so_far.votes) {
    const knowledge::Category* category = state.knowledge->category(one.category);
    lines.push_back((category == nullptr ? one.category : category->name) + ": " + std::to_string(one.votes));
  }
  ui::bullets("Votes", lines, {.size = ui::text_small});
}

void results(State& state, const CheatSheetAnswer& so_far) {
  answer_so_far(state, so_far.says);
  votes(state, so_far);
}

}  // namespace

LinkFields cheat_sheet_link(const State& state) {
  const CheatSheetInput input = input_of(state);
  return report::link_fields(selection::cheat_sheet_fields(), &input, &default_input, state.decide.unknown);
}

void cheat_sheet_from_link(State& state, const report::Link& link) {
  CheatSheetInput input;
  report::LinkReading reading = report::read_link_fields(link, selection::cheat_sheet_fields(), &input);
  state.link_problems = std::move(reading.problems);
  // An address without fields is the way back from elsewhere: the answers stay.
  if (link.fields.empty()) return;
  state.decide.unknown = std::move(reading.unknown);
  state.reference.yes = std::move(input.yes);
  state.reference.no = std::move(input.no);
  if (state.decide.profile == input.profile) return;
  state.decide.profile = std::move(input.profile);
  state.decide.undo.clear();
}

void cheat_sheet_page(State& state) {
  page_head("Cheat sheet", "Nine questions with yes or no. Each answer goes into your profile, and the rules choose from it.");
  if (!reference_is_here(state)) return;
  const auto so_far = selection::answer_cheat_sheet(input_of(state), state.reference.content.content, *state.knowledge);
  if (!so_far) {
    // A link may name questions that do not exist.
    for (const Problem& problem : so_far.problems()) problem_card(state, problem.code, problem.message, "problem");
    ui::gap(8);
    if (ui::button("Forget these answers")) {
      state.reference.yes.clear();
      state.reference.no.clear();
      ui::frame().again = true;
    }
    return;
  }
  if (ui::narrow()) {
    results(state, *so_far);
    ui::gap(28);
    questions(state, *so_far);
  } else {
    const float whole = ui::frame().area.width;
    const float right = std::min(400.0f, whole * 0.42f);
    ui::Columns columns({whole - right - 40, right}, 40);
    questions(state, *so_far);
    columns.next();
    results(state, *so_far);
  }
  std::vector<std::string> used;
  for (const ShortReply& reply : so_far->replies)
    if (std::find(used.begin(), used.end(), reply.question->source) == used.end()) used.push_back(reply.question->source);
  sources(state, used);
}

}  // namespace storewright::app
