// What goes with the choice: second stores and those left out, extensions and their limits, the key to spread by, mistakes,
// when to look again, the way back.
#include "core/base/text.h"
#include "web/app/decide_details.h"
#include "web/app/decide_words.h"
#include "web/app/pages.h"

namespace storewright::app {
namespace {

using selection::Recommendation;

std::string amount(const Range& range) {
  const auto one = [](double value) { return display_number(value, value < 1 ? 4 : 1); };
  return range.exact() ? one(range.mid) : one(range.low) + " to " + one(range.high);
}

std::string now_words(const std::optional<Range>& now) { return now ? amount(*now) : "you have not said"; }

void addons(const State& state, const Recommendation& answer) {
  if (answer.addons.empty()) return;
  ui::gap(8);
  report::Table table{.caption = "Stores to add, and how they are fed", .columns = {{"Add"}, {"For"}, {"Fed by"}, {"May lag"}, {"Why"}}, .rows = {}};
  for (const selection::Addon& addon : answer.addons)
    table.rows.push_back({engine_name(*state.knowledge, addon.engine), addon.role, addon.feed, addon.window, addon.because});
  ui::table("addons", table);
}

void left_out(const State& state, const Recommendation& answer) {
  if (answer.left_out.empty()) return;
  ui::gap(10);
  ui::heading(3, "Left out, because you could not look after it");
  ui::gap(4);
  std::vector<std::string> sentences;
  for (const selection::LeftOut& store : answer.left_out) {
    std::string sentence = engine_name(*state.knowledge, store.engine) + " for " + store.role + ": " + store.because;
    if (!store.instead.empty()) sentence.append(" Until then: ").append(store.instead);
    sentences.push_back(std::move(sentence));
  }
  ui::bullets("Left out", sentences, {.size = ui::text_small});
}

void limits(const State& state, const selection::ExtensionUse& extension) {
  if (extension.limits.empty()) return;
  report::Table table{.caption = "Up to where " + engine_name(*state.knowledge, extension.id) + " was seen to suffice",
                      .columns = {{"Figure"}, {"Up to"}, {"You"}, {"As of"}, {"What happens there"}},
                      .rows = {}};
  for (const selection::ExtensionLimit& limit : extension.limits)
    table.rows.push_back({std::string(limit.figure), display_number(limit.amount, 0) + " " + std::string(limit.unit), now_words(limit.now), std::string(limit.as_of), limit.because});
  ui::gap(6);
  ui::table("limits-" + extension.id, table);
}

void extensions(const State& state, const Recommendation& answer) {
  for (const selection::ExtensionUse& extension : answer.extensions) {
    ui::gap(10);
    ui::heading(3, "With the extension " + engine_name(*state.knowledge, extension.id));
    ui::gap(4);
    ui::text(extension.because, {.size = ui::text_small});
    ui::text(extension.hosting_note, {.size = ui::text_small});
    limits(state, extension);
  }
}

void mistakes(const Recommendation& answer) {
  if (answer.mistakes.empty()) return;
  ui::Scope section(ui::Role::section, "Mistakes that your answers show", "mistakes");
  ui::gap(28);
  ui::heading(2, "Mistakes that your answers show");
  for (const selection::Mistake& mistake : answer.mistakes) {
    ui::gap(8);
    ui::Card card(mistake.rule, ui::CardTone::warning, 16);
    ui::heading(3, mistake.title);
    ui::gap(4);
    ui::text(mistake.because, {.size = ui::text_small});
    ui::gap(4);
    ui::text("What it costs: " + std::string(mistake.impact), {.size = ui::text_small});
    ui::gap(4);
    ui::text("Instead: " + mistake.fix, {.size = ui::text_small, .bold = true});
  }
}

void triggers(const Recommendation& answer) {
  if (answer.triggers.empty()) return;
  ui::Scope section(ui::Role::section, "When to look again", "triggers");
  ui::gap(28);
  ui::heading(2, "When to look again");
  ui::gap(8);
  report::Table table{.caption = "Figures that say when to look again", .columns = {{"When"}, {"You now"}, {"Read it at"}, {"Why"}}, .rows = {}};
  for (const selection::Trigger& trigger : answer.triggers) {
    const std::string when = trigger.figure.empty() ? "" : std::string(trigger.figure) + ": " + display_number(trigger.threshold, 4) + " " + std::string(trigger.unit);
    table.rows.push_back({when, now_words(trigger.now), std::string(trigger.read_at), trigger.because});
  }
  ui::table("triggers", table);
}

void way_back(const Recommendation& answer) {
  if (!answer.way_back && !answer.review) return;
  ui::Scope section(ui::Role::section, "The way back", "way-back");
  ui::gap(28);
  ui::heading(2, "The way back");
  ui::gap(4);
  if (answer.way_back) ui::text(answer.way_back->because);
  if (!answer.review) return;
  ui::gap(6);
  const selection::Review& review = *answer.review;
  ui::text("In use since " + review.chosen + "; the choice " + (review.overdue ? "was due to be looked at again on " : "is due to be looked at again on ") + review.due + ".",
           {.tone = review.overdue ? ui::Tone::warning : ui::Tone::normal});
}

}  // namespace

void decide_beside(State& state) {
  const Recommendation& answer = decide_answer(state);
  if (answer.addons.empty() && answer.left_out.empty() && answer.extensions.empty() && !answer.key_advice) return;
  ui::Scope section(ui::Role::section, "Beside it", "addons");
  ui::gap(28);
  ui::heading(2, "What goes with it");
  addons(state, answer);
  left_out(state, answer);
  extensions(state, answer);
  if (!answer.key_advice) return;
  ui::gap(10);
  ui::heading(3, "Spread the rows by " + std::string(answer.key_advice->key));
  ui::gap(4);
  ui::text(answer.key_advice->because, {.size = ui::text_small});
  ui::text(answer.key_advice->avoid, {.size = ui::text_small});
}

void decide_risks(State& state) {
  const Recommendation& answer = decide_answer(state);
  mistakes(answer);
  triggers(answer);
  way_back(answer);
}

}  // namespace storewright::app
