// How others decided: the published cases, those nearest to the reader's workload first, each with the text that tells it.
#include "core/base/text.h"
#include "core/selection/nearest_case.h"
#include "web/app/fetched.h"
#include "web/app/reference_parts.h"

namespace storewright::app {
namespace {

using knowledge::PublishedCase;

void citation(const knowledge::Citation& told, std::string_view read) {
  ui::Scope item(ui::Role::listitem, "", told.address);
  ui::link(told.title, told.address, false, ui::text_small);
  ui::text(told.publisher + (read.empty() ? "" : ", read " + std::string(read)), {.size = ui::text_small, .tone = ui::Tone::quiet});
  ui::gap(4);
}

void line(std::string_view label, const std::string& words) {
  ui::text(label, {.size = ui::text_small, .bold = true});
  ui::text(words);
  ui::gap(6);
}

void engine_links(const State& state, const PublishedCase& published) {
  if (published.engines_after.empty()) return;
  ui::Flow flow(16);
  for (const std::string& id : published.engines_after)
    if (const knowledge::Engine* engine = state.knowledge->engine(id)) ui::link(engine->name, "#/reference/" + id, false, ui::text_small);
}

void case_card(const State& state, const PublishedCase& published, const std::string& likeness) {
  ui::Card card(published.id);
  ui::heading(2, published.company + ", " + std::to_string(published.year));
  if (!likeness.empty()) {
    ui::gap(2);
    ui::text(likeness, {.size = ui::text_small, .tone = ui::Tone::accent});
  }
  ui::gap(8);
  line("Chose", published.chose);
  line("Because", published.why);
  line("Had before", published.before);
  line("Gave up", published.gave_up);
  line("What to take from it", published.lesson);
  engine_links(state, published);
  ui::gap(8);
  ui::Scope list(ui::Role::list, "", "told");
  citation(published.told, published.read);
  for (const knowledge::Citation& also : published.also) citation(also, "");
}

bool contains(const std::vector<selection::NearCase>& near, const PublishedCase& published) {
  for (const selection::NearCase& one : near)
    if (one.published == &published) return true;
  return false;
}

}  // namespace

void published_page(State& state) {
  page_head("How others decided", "What companies published about their own choice: what they had, what they took, and what they gave up.");
  if (!have(state, state.reference.published, "reference_published")) return;
  const std::vector<PublishedCase>& all = state.reference.published.content;
  const std::vector<selection::NearCase> near = selection::nearest_cases(state.decide.profile, all);
  const std::string count = std::to_string(all.size()) + " cases, ";
  ui::status(near.empty() ? count + "newest first. Describe your workload, and those like it come first."
                          : count + "those most like your workload first.",
             {.size = ui::text_sub, .bold = true});
  if (near.empty()) ui::link("Describe your workload", "#/decide");
  for (const selection::NearCase& one : near) {
    ui::gap(16);
    case_card(state, *one.published, one.says);
  }
  for (const PublishedCase& published : all) {
    if (contains(near, published)) continue;
    ui::gap(16);
    case_card(state, published, near.empty() ? "" : "Nothing of it can be compared with what you said.");
  }
}

}  // namespace storewright::app
