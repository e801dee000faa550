// Feedback on a whole answer: each criterion with its state, points and reason, and the learner's text with the words that counted.
#include <algorithm>

#include "core/base/text.h"
#include "web/app/practice_contest.h"
#include "web/app/practice_parts.h"

namespace storewright::app {
namespace {

using practice::Mark;
using practice::MarkState;
using practice::Question;

// Of taps and words, "not found" never says "wrong".
std::string_view word_of(MarkState state) {
  constexpr std::string_view words[] = {"Met", "Partly", "Contradicted", "Not found", "Cannot tell"};
  return words[static_cast<int>(state)];
}

ui::MarkKind kind_of(MarkState state) {
  switch (state) {
    case MarkState::met: return ui::MarkKind::full;
    case MarkState::partly: return ui::MarkKind::part;
    case MarkState::contradicted: return ui::MarkKind::against;
    default: return ui::MarkKind::unsure;
  }
}

bool is_number(const Question& question, const Mark& mark) { return question.step(mark.id) != nullptr; }

bool is_of_words(const Question& question, const Mark& mark) {
  return std::any_of(question.criteria.begin(), question.criteria.end(), [&](const practice::Criterion& one) { return one.id == mark.id; });
}

// "Riders, Store: PostgreSQL" of the cell "board.riders.store"; "" when nothing is chosen there.
std::string cell_words(const Question& question, const Texts& chosen, const std::string& cell) {
  const auto found = chosen.find(cell);
  if (found == chosen.end() || found->second.empty()) return "";
  const auto labels = [&](const std::vector<practice::Option>& options) {
    std::vector<std::string> words;
    for (const std::string& id : split(found->second, ','))
      for (const practice::Option& option : options)
        if (option.id == id) words.push_back(option.label);
    return joined(words, ", ");
  };
  for (const practice::Decision& decision : question.decisions) {
    if (decision.id == cell) return labels(decision.options);
    for (const practice::Row& row : decision.rows)
      for (const practice::Column& column : decision.columns)
        if (decision.id + "." + row.id + "." + column.id == cell) return row.label + ", " + column.label + ": " + labels(column.options);
  }
  return "";
}

const practice::Check* check_of(const Question& question, std::string_view id) {
  const auto found = std::find_if(question.checks.begin(), question.checks.end(), [&](const practice::Check& one) { return one.id == id; });
  return found == question.checks.end() ? nullptr : &*found;
}

// The statement as it was understood: of a constraint the cells it looks at, by their labels.
std::string understood(const Sheet& sheet, const Mark& mark) {
  if (check_of(sheet.question, mark.id) == nullptr) return mark.understood;
  std::vector<std::string> cells;
  for (const practice::Span& span : mark.evidence)
    if (std::string words = cell_words(sheet.question, sheet.attempt.chosen_checked, span.field); !words.empty()) cells.push_back(std::move(words));
  return joined(cells, "; ");
}

std::string quotes(const Sheet& sheet, const Mark& mark) {
  std::vector<std::string> words;
  for (const practice::Span& span : mark.evidence) {
    const auto text = sheet.attempt.words_checked.find(span.field);
    if (text == sheet.attempt.words_checked.end() || span.end > text->second.size()) continue;
    const std::string quote = "“" + text->second.substr(span.start, span.end - span.start) + "”";
    if (std::find(words.begin(), words.end(), quote) == words.end()) words.push_back(quote);
  }
  return joined(words, ", ");
}

std::string chapter_title(std::string_view chapter) {
  std::string title(chapter.substr(chapter.rfind('/') + 1));
  std::replace(title.begin(), title.end(), '-', ' ');
  return "In the guide: " + title;
}

void misconception(const Sheet& sheet, const Mark& mark) {
  for (const practice::Misconception& one : sheet.question.misconceptions)
    if (one.id == mark.misconception) ui::text(one.title + ": " + one.why);
}

// First a question back; what is missing only for who asks.
void what_completes(const Sheet& sheet, const Mark& mark) {
  if (mark.state == MarkState::met) return;
  ui::gap(6);
  if (!mark.question.empty()) ui::text("Ask yourself: " + sheet.text(mark.question));
  if (mark.complete.empty()) return;
  if (mark.question.empty()) {
    ui::text("Ask yourself: " + sheet.text(mark.complete));
  } else if (ui::disclosure("What would complete it", false, "complete")) {
    ui::gap(4);
    ui::text(sheet.text(mark.complete));
  }
}

void criterion_head(const Mark& mark, const std::string& asks) {
  const MarkLook look = look_of(mark.state);
  {
    ui::Flow flow;
    const ui::Tone tone = mark.state == MarkState::partly ? ui::Tone::accent : look.tone;   // as the words that count are marked
    ui::badge(std::string(look.sign) + " " + std::string(word_of(mark.state)), tone);
    ui::text(points_words(mark.points, mark.max_points), {.size = ui::text_small, .tone = ui::Tone::quiet});
  }
  ui::gap(6);
  ui::text(asks, {.bold = true});
  ui::gap(2);
}

void criterion_card(State& state, const Sheet& sheet, const Mark& mark) {
  const std::string asks = sheet.text(mark.asks);
  ui::Scope scope(ui::Role::group, asks, mark.id);
  ui::Card card("card", ui::CardTone::plain, ui::narrow() ? 14 : 16);
  const bool of_words = is_of_words(sheet.question, mark);
  criterion_head(mark, asks);
  ui::text(sheet.text(mark.why));
  ui::gap(4);
  const std::string seen = understood(sheet, mark);
  if (!seen.empty()) ui::text((of_words ? "Understood as: " : "You chose: ") + seen, {.size = ui::text_small, .tone = ui::Tone::quiet});
  if (const std::string words = of_words ? quotes(sheet, mark) : ""; !words.empty())
    ui::text("Your words: " + words, {.size = ui::text_small, .tone = ui::Tone::quiet});
  if (!mark.misconception.empty()) misconception(sheet, mark);
  what_completes(sheet, mark);
  if (!mark.guide.empty()) ui::link(chapter_title(mark.guide), "#/guide/" + mark.guide, false, ui::text_small);
  if (of_words && sheet.judged->words) contest_reading(state, sheet, mark);
}

void criteria(State& state, const Sheet& sheet, std::string_view title, std::string_view id, bool of_words) {
  const auto shown = [&](const Mark& mark) { return !is_number(sheet.question, mark) && is_of_words(sheet.question, mark) == of_words; };
  if (std::none_of(sheet.judged->grade.marks.begin(), sheet.judged->grade.marks.end(), shown)) return;
  ui::gap(16);
  ui::Scope section(ui::Role::section, title, id);
  ui::heading(3, title);
  ui::gap(8);
  for (const Mark& mark : sheet.judged->grade.marks) {
    if (!shown(mark)) continue;
    criterion_card(state, sheet, mark);
    ui::gap(10);
  }
}

// ---- The learner's text ----------------------------------------------------------------------------------------------

std::vector<ui::TextMark> marks_in(const Sheet& sheet, const std::string& field, std::size_t length) {
  std::vector<ui::TextMark> marks;
  for (const Mark& mark : sheet.judged->grade.marks)
    for (const practice::Span& span : mark.evidence)
      if (is_of_words(sheet.question, mark) && span.field == field && span.end <= length) marks.push_back({span.start, span.end, kind_of(mark.state)});
  // Words that count for several criteria are marked once, as where they count most.
  std::stable_sort(marks.begin(), marks.end(), [](const ui::TextMark& a, const ui::TextMark& b) { return a.kind < b.kind; });
  std::vector<ui::TextMark> apart;
  for (const ui::TextMark& mark : marks)
    if (std::none_of(apart.begin(), apart.end(), [&](const ui::TextMark& other) { return mark.start < other.end && other.start < mark.end; })) apart.push_back(mark);
  return apart;
}

void marked_field(const Sheet& sheet, const std::string& label, const std::string& field) {
  const auto text = sheet.attempt.words_checked.find(field);
  if (text == sheet.attempt.words_checked.end() || trimmed(text->second).empty()) return;
  ui::gap(8);
  ui::text(label, {.size = ui::text_small, .bold = true});
  ui::gap(2);
  ui::marked_text(text->second, marks_in(sheet, field, text->second.size()));
}

void own_text(const Sheet& sheet) {
  if (!sheet.judged->words) return;
  const bool any = std::any_of(sheet.attempt.words_checked.begin(), sheet.attempt.words_checked.end(), [](const auto& one) { return !trimmed(one.second).empty(); });
  if (!any) return;
  ui::gap(16);
  ui::Scope section(ui::Role::section, "Your text as it was read", "own-text");
  ui::heading(3, "Your text as it was read");
  ui::gap(4);
  ui::text("The words that counted are marked: one line below them where a criterion is met, dashes where it is met in part, two lines where they speak against it, dots where we could not tell.",
           {.size = ui::text_small, .tone = ui::Tone::quiet});
  for (const practice::WordField& field : sheet.question.fields) marked_field(sheet, field.label, field.id);
  marked_field(sheet, sheet.question.fields.empty() ? "Your answer" : "The whole answer in one piece", "text");
  for (const std::string& correction : sheet.judged->read_as) {
    ui::gap(4);
    ui::text("We " + correction + ".", {.size = ui::text_small, .tone = ui::Tone::quiet});
  }
}

// What is said of the text as a whole, "" when nothing needs saying.
std::string_view style_sentence(practice::Style style) {
  switch (style) {
    case practice::Style::sentences: return "";
    case practice::Style::too_short: return "That is too short to tell much. Write a sentence, or answer by taps.";
    case practice::Style::keywords: return "These are words without sentences, and they count little. Say what goes with what, and why.";
    case practice::Style::shuffled: return "We could not follow these words. Write them as plain sentences.";
    case practice::Style::off_topic: return "This seems to answer another question.";
    case practice::Style::foreign: return "We read English only. Write it in English, or answer by taps.";
    case practice::Style::code: return "This is code rather than sentences. Say in words what you would do, and why.";
    case practice::Style::definitions: return "This tells what words mean. Say what you would do in this case.";
    case practice::Style::disowned: return "You take back what you write, so nothing of it counts yet. Say what you would do yourself.";
  }
  return "";
}

void remarks(const Sheet& sheet) {
  const auto say = [](std::string_view words) {
    if (words.empty()) return;
    ui::gap(8);
    ui::text(words, {.tone = ui::Tone::warning});
  };
  if (sheet.attempt.changed()) say("You have changed your answer since. This is about the one you checked.");
  say(style_sentence(sheet.judged->style));
  if (sheet.judged->copied_model) say("Most of this is our own text. Put it in your words, and you will know what you know.");
}

std::string counts_sentence(const Sheet& sheet) {
  int counts[5] = {};
  for (const Mark& mark : sheet.judged->grade.marks)
    if (!is_number(sheet.question, mark)) ++counts[static_cast<int>(mark.state)];
  std::vector<std::string> parts;
  for (int i = 0; i < 5; ++i) {
    if (counts[i] == 0) continue;
    std::string word(word_of(static_cast<MarkState>(i)));
    word[0] = static_cast<char>(word[0] + ('a' - 'A'));
    parts.push_back(std::to_string(counts[i]) + " " + word);
  }
  return parts.empty() ? "" : "Of the criteria: " + sentence_list(parts) + ".";
}

}  // namespace

void practice_feedback(State& state, Sheet& sheet) {
  if (sheet.judged == nullptr) return;
  ui::gap(24);
  ui::Scope section(ui::Role::section, "Feedback", "feedback");
  ui::heading(2, "Feedback");
  ui::gap(4);
  ui::text(counts_sentence(sheet));
  remarks(sheet);
  criteria(state, sheet, "What you chose", "taps", false);
  criteria(state, sheet, "What you wrote", "written", true);
  own_text(sheet);
}

}  // namespace storewright::app
