// What a practice question asks in words: a field for each part, and one box for a whole answer. Invited, never required.
#include "web/app/practice_parts.h"

namespace storewright::app {
namespace {

void words_field(State& state, Sheet& sheet, std::string_view label, const std::string& field, float height) {
  std::string& text = sheet.attempt.words[field];
  const bool too_long = text.size() > longest_words;
  const ui::FieldStyle style{.problem = too_long ? "This is more than your browser keeps for you. It is read all the same." : "",
                             .multiline = true, .width = ui::prose_width, .height = height, .id = field};
  if (ui::text_field(label, text, style)) keep_attempt(state, sheet);
  ui::gap(14);
}

}  // namespace

void practice_words(State& state, Sheet& sheet) {
  if (sheet.question.criteria.empty()) return;
  ui::gap(8);
  ui::Scope section(ui::Role::section, "In your own words", "words");
  ui::heading(2, "In your own words");
  ui::gap(4);
  const bool taps = !sheet.question.decisions.empty();
  ui::text(taps ? "If you like, say what you would do and why; a few plain sentences for each. A part that you leave empty costs nothing: taps alone count, words alone count, and together both do."
                : "Say what you would do and why, in plain sentences.",
           {.tone = ui::Tone::quiet});
  ui::gap(12);
  for (const practice::WordField& field : sheet.question.fields) words_field(state, sheet, field.label, field.id, 96);
  words_field(state, sheet, sheet.question.fields.empty() ? "Your answer" : "Or the whole answer in one piece", "text", 168);
  ui::text("What you write stays in this browser. It is never part of the link.", {.size = ui::text_small, .tone = ui::Tone::quiet});
}

}  // namespace storewright::app
