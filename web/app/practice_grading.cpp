// What is checked of an answer on the Practise page, and what is made of it.
#include <algorithm>

#include "core/base/text.h"
#include "web/app/practice_parts.h"

namespace storewright::app {
namespace {

using practice::Mark;
using practice::MarkState;
using practice::Question;

bool has_option(const practice::Cell& cell, std::string_view id) {
  return std::any_of(cell.options->begin(), cell.options->end(), [&](const practice::Option& one) { return one.id == id; });
}

// The browser may have kept cells and options of an older version.
NamedTexts known_choices(const Question& question, const Texts& chosen) {
  NamedTexts known;
  for (const practice::Cell& cell : practice::cells_of(question.decisions)) {
    const auto found = chosen.find(cell.id);
    if (found == chosen.end()) continue;
    std::string ids;
    for (const std::string& id : split(found->second, ','))
      if (has_option(cell, id) && (ids.empty() || cell.several)) ids += (ids.empty() ? "" : ",") + id;
    if (!ids.empty()) known.emplace_back(cell.id, ids);
  }
  return known;
}

NamedTexts known_words(const Question& question, const Texts& words) {
  NamedTexts known;
  const auto add = [&](const std::string& field) {
    if (const auto found = words.find(field); found != words.end() && !trimmed(found->second).empty()) known.emplace_back(field, found->second);
  };
  for (const practice::WordField& field : question.fields) add(field.id);
  if (!question.criteria.empty()) add("text");
  return known;
}

NamedTexts known_numbers(const Question& question, const Texts& typed) {
  NamedTexts known;
  for (const auto& [step, text] : typed)
    if (question.step(step)) known.emplace_back(step, text);
  return known;
}

}  // namespace

const Mark* Sheet::number_mark(std::string_view step) const {
  const auto found = std::find_if(numbers.marks.begin(), numbers.marks.end(), [&](const Mark& one) { return one.id == step; });
  return found == numbers.marks.end() ? nullptr : &*found;
}

void keep_attempt(State& state, const Sheet& sheet) {
  state.toast.clear();   // of what was done before: it would be announced instead of the points
  state.wish({.kind = "store", .value = attempt_json(sheet.attempt), .key = sheet.key});
  ui::frame().again = true;
}

practice::Grade grade_numbers(const Question& question, const practice::Variant& variant, const Attempt& attempt) {
  const Result<practice::Grade> grade = practice::grade(question, variant, known_numbers(question, attempt.typed));
  return grade ? *grade : practice::Grade{};
}

practice::Answer checked_answer(const Question& question, const Attempt& attempt) {
  return {.words = known_words(question, attempt.words_checked),
          .structured = known_choices(question, attempt.chosen_checked),
          .numeric = known_numbers(question, attempt.checked)};
}

practice::AnswerGrade grade_checked(const State& state, const Question& question, const practice::Variant& variant, const Attempt& attempt) {
  const practice::Practice& practice = state.practice.content->practice;
  Result<practice::AnswerGrade> grade =
      practice::grade_answer(practice, practice.index_of(question.id), variant, *state.knowledge, checked_answer(question, attempt));
  return grade ? grade.take() : practice::AnswerGrade{};
}

void check_step(Sheet& sheet, const practice::Step& step) {
  const auto typed = sheet.attempt.typed.find(step.id);
  sheet.attempt.checked[step.id] = typed == sheet.attempt.typed.end() ? "" : typed->second;
  sheet.numbers = grade_numbers(sheet.question, sheet.variant, sheet.attempt);   // the number may have come with this very press
  const Mark* mark = sheet.number_mark(step.id);
  const bool read = mark != nullptr && mark->state != MarkState::not_found && mark->state != MarkState::cannot_tell;
  if (read && !step.assumption()) sheet.attempt.attempted = true;
}

void check_whole(Sheet& sheet) {
  Attempt& attempt = sheet.attempt;
  for (const practice::Step& step : sheet.question.steps) {
    const bool skipped = !sheet.numbers_only() && attempt.typed[step.id].empty();   // who answers in words need not hear of numbers
    if (skipped) attempt.checked.erase(step.id);
    else check_step(sheet, step);
  }
  attempt.chosen_checked = attempt.chosen;
  attempt.words_checked = attempt.words;
  attempt.judged = !attempt.is_empty();
  const bool said = !known_choices(sheet.question, attempt.chosen).empty() || !known_words(sheet.question, attempt.words).empty();
  if (said) attempt.attempted = true;
}

bool is_answered(const Question& question, const Attempt& attempt) {
  const auto typed = [&](const practice::Step& step) {
    const auto found = attempt.typed.find(step.id);
    return found != attempt.typed.end() && !trimmed(found->second).empty();
  };
  return !known_choices(question, attempt.chosen).empty() || !known_words(question, attempt.words).empty() ||
         std::any_of(question.steps.begin(), question.steps.end(), typed);
}

MarkLook look_of(MarkState state) {
  switch (state) {
    case MarkState::met: return {"✓", ui::Tone::good};
    case MarkState::partly: return {"≈", ui::Tone::good};
    case MarkState::contradicted: return {"×", ui::Tone::bad};
    case MarkState::not_found: return {"–", ui::Tone::quiet};
    case MarkState::cannot_tell: return {"?", ui::Tone::warning};
  }
  return {"", ui::Tone::normal};
}

std::string points_words(practice::Millipoints points, practice::Millipoints of) {
  return display_number(practice::points_of(points)) + " of " + display_number(practice::points_of(of)) + (of == 1000 ? " point" : " points");
}

}  // namespace storewright::app
