#include "web/app/practice_contest.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/base/text.h"

namespace storewright::app {
namespace {

using practice::Contest;
using practice::Mark;
using practice::MarkState;

constexpr std::size_t most_clauses = 32;   // a bit each
constexpr std::size_t longest_note = 500;

ContestState& contests_in(State& state) {
  if (!state.practice.contests) state.practice.contests = std::make_shared<ContestState>();
  return *state.practice.contests;
}

bool is_number(const Sheet& sheet, const Mark& mark) { return sheet.question.step(mark.id) != nullptr; }

// What it may have been instead.
std::vector<MarkState> other_states(const Sheet& sheet, const Mark& mark) {
  std::vector<MarkState> states;
  for (const MarkState one : {MarkState::met, MarkState::partly, MarkState::contradicted, MarkState::not_found})
    if (one != mark.state && (!is_number(sheet, mark) || one == MarkState::met || one == MarkState::contradicted)) states.push_back(one);
  return states;
}

// Of words by what was said, of a number by what it is.
std::string state_choice(MarkState state, bool number) {
  if (number) return std::string(practice::words_of(state));
  switch (state) {
    case MarkState::met: return "Said in full";
    case MarkState::partly: return "Said in part";
    case MarkState::contradicted: return "Said the other way";
    default: return "Not said";
  }
}

void keep(State& state, const std::string& key) {
  const ContestState& contests = contests_in(state);
  const auto found = contests.kept.find(key);
  state.wish({.kind = "store", .value = found == contests.kept.end() ? std::string() : practice::contest_line(found->second), .key = key});
  ui::frame().again = true;
}

void take_back(State& state, const std::string& key) {
  contests_in(state).kept.erase(key);
  keep(state, key);
  state.toast = "Taken back.";
}

std::vector<std::string> quotes_of(const practice::Answer& answer, const std::vector<practice::Clause>& clauses, std::uint32_t bits) {
  std::vector<std::string> quotes;
  for (std::size_t i = 0; i < clauses.size(); ++i)
    for (const auto& [field, text] : answer.words)
      if ((bits >> i & 1u) != 0 && field == clauses[i].field) quotes.push_back(text.substr(clauses[i].start, clauses[i].end - clauses[i].start));
  return quotes;
}

void clause_field(const practice::Answer& answer, const std::vector<practice::Clause>& clauses, ContestDraft& draft) {
  const std::vector<std::string> words = quotes_of(answer, clauses, ~0u);
  std::vector<ui::Choice> options;
  for (std::size_t i = 0; i < words.size(); ++i) options.push_back({words[i], words[i]});
  ui::choices("Which of your words say it?", draft.clauses, options);
  ui::gap(10);
}

void form(State& state, const Sheet& sheet, const Mark& mark, const std::string& key) {
  ContestDraft& draft = contests_in(state).drafts[key];
  practice::Answer answer = checked_answer(sheet.question, sheet.attempt);
  const bool number = is_number(sheet, mark);
  const std::vector<practice::Clause> clauses = number ? std::vector<practice::Clause>{} : practice::clauses_of(answer.words, most_clauses);
  ui::gap(8);
  if (!clauses.empty()) clause_field(answer, clauses, draft);
  const std::vector<MarkState> states = other_states(sheet, mark);
  std::vector<std::string> labels;
  for (const MarkState one : states) labels.push_back(state_choice(one, number));
  std::vector<ui::Choice> options;
  for (const std::string& label : labels) options.push_back({label, label});
  ui::choice("It should count as", draft.want, options);
  ui::gap(10);
  if (ui::text_field("Why, if you like", draft.note, {.multiline = true, .width = ui::prose_width, .height = 72, .id = "why"})) ui::frame().again = true;
  ui::gap(8);
  const bool ready = clauses.empty() || draft.clauses != 0;
  ui::Flow flow;
  if (!ui::button("Keep this", {.disabled = !ready, .description = "Kept in this browser; your points stay as they are", .id = "keep"}) || !ready) return;
  contests_in(state).kept[key] = {.question = sheet.question.id,
                                  .version = sheet.question.version,
                                  .seed = sheet.variant.seed,
                                  .criterion = mark.id,
                                  .was = mark.state,
                                  .want = states[static_cast<std::size_t>(std::clamp(draft.want, 0, static_cast<int>(states.size()) - 1))],
                                  .quotes = quotes_of(answer, clauses, draft.clauses),
                                  .note = shortened(draft.note, longest_note),
                                  .answer = std::move(answer)};
  keep(state, key);
  state.toast = "Kept in this browser, listed below. Your points stay as they are.";
}

std::string spaced(std::string_view name) {
  std::string words(name);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

// One of the list: which criterion, what it was and should be, the words.
void contest_item(State& state, const std::string& key, const Contest& contest, std::string_view name) {
  ui::Scope item(ui::Role::listitem, "", key);
  ui::text(name, {.bold = true});
  ui::text("Marked as " + spaced(practice::name_of(contest.was)) + ", should be " + spaced(practice::name_of(contest.want)) + ".", {.size = ui::text_small});
  for (const std::string& quote : contest.quotes) ui::text("“" + quote + "”", {.size = ui::text_small, .tone = ui::Tone::quiet});
  if (!contest.note.empty()) ui::text(contest.note, {.size = ui::text_small});
  ui::gap(4);
  if (ui::button("Take back", {.kind = ui::ButtonKind::plain, .description = name, .id = "take-back"})) take_back(state, key);
  ui::gap(8);
}

std::string criterion_words(const practice::Question& question, const Contest& contest) {
  if (const practice::Step* step = question.step(contest.criterion)) return practice::with_numbers(step->prompt, practice::variant_of(question, contest.seed).variables);
  for (const practice::Criterion& criterion : question.criteria)
    if (criterion.id == contest.criterion) return criterion.asks;
  return contest.criterion;
}

// Copied, because taking one back changes the map that is drawn.
std::vector<std::pair<std::string, Contest>> contests_about(State& state, std::string_view question) {
  std::vector<std::pair<std::string, Contest>> found;
  for (const auto& [key, contest] : contests_in(state).kept)
    if (contest.question == question) found.emplace_back(key, contest);
  return found;
}

void list_of(State& state, const practice::Question& question, const std::vector<std::pair<std::string, Contest>>& contests) {
  std::string lines;
  {
    ui::Scope list(ui::Role::list, "", "list");
    for (const auto& [key, contest] : contests) {
      lines += practice::contest_line(contest) + "\n";
      contest_item(state, key, contest, criterion_words(question, contest));
    }
  }
  ui::Flow flow;
  copy_button(state, "Copy as test cases", lines, "Copied: one line for each, as `storewright grade " + question.id + "` reads them.");
  download_button(state, "Save as test cases", "contested-" + question.id + ".jsonl", "application/jsonl", lines);
}

}  // namespace

std::string contest_key(std::string_view question, int seed, std::string_view criterion) {
  return std::string(contest_key_start) + std::string(question) + "/" + std::to_string(seed) + "/" + std::string(criterion);
}

void contest_reading(State& state, const Sheet& sheet, const Mark& mark) {
  const std::string key = contest_key(sheet.question.id, sheet.variant.seed, mark.id);
  ui::Scope scope(ui::Role::group, "This reading", "contest");
  ui::gap(6);
  if (contests_in(state).kept.contains(key)) {
    ui::text("You contest this reading. Your points stay as they are.", {.size = ui::text_small, .tone = ui::Tone::quiet});
    if (ui::button("Take back", {.kind = ui::ButtonKind::plain, .description = "What you said against this reading"})) take_back(state, key);
    return;
  }
  const std::string_view label = is_number(sheet, mark) ? "This can be read" : mark.state == MarkState::met ? "I did not say this" : "I did say this";
  if (ui::disclosure(label, false, "open")) form(state, sheet, mark, key);
}

void contests_of_question(State& state, const Sheet& sheet) {
  const auto contests = contests_about(state, sheet.question.id);
  if (contests.empty()) return;
  ui::gap(24);
  ui::Scope section(ui::Role::section, "What you contest", "contested");
  ui::heading(2, "What you contest");
  ui::gap(4);
  ui::text("Kept in this browser. It changes no mark; as a test case it may change the next version.", {.tone = ui::Tone::quiet});
  ui::gap(8);
  list_of(state, sheet.question, contests);
}

void all_contests(State& state) {
  bool first = true;
  for (const practice::Question& question : state.practice.questions) {
    const auto contests = contests_about(state, question.id);
    if (contests.empty()) continue;
    ui::gap(24);
    if (std::exchange(first, false)) {
      ui::heading(2, "Readings you contest");
      ui::gap(8);
    }
    ui::Scope section(ui::Role::section, "Readings you contest: " + question.title, "contested-" + question.id);
    ui::link(question.title, "#/practice/" + question.id);
    ui::gap(6);
    list_of(state, question, contests);
  }
}

bool contest_take_stored(State& state, const std::string& key, const std::string& value) {
  if (!key.starts_with(contest_key_start)) return false;
  Result<Contest> contest = practice::read_contest(value);
  if (contest) contests_in(state).kept[key] = contest.take();
  return true;
}

}  // namespace storewright::app
