// The rules, readable: each as a sentence with its reason, source and kind, filtered by step, effect and words; and one
// rule by itself, with the records that it meets.
#include <algorithm>

#include "core/base/text.h"
#include "core/report/record_words.h"
#include "core/report/rule_words.h"
#include "core/selection/rule_reach.h"
#include "core/selection/said.h"
#include "web/app/reference_parts.h"
#include "web/ui/form.h"

namespace storewright::app {
namespace {

using knowledge::Rule;

const report::RuleQuery default_query;

const knowledge::Reference& words(const State& state) { return state.reference.content.content; }

std::string met_words(const State& state, const Rule& rule) {
  const selection::Rulebook& rulebook = selection::built_in_rulebook();
  if (selection::depends_on_named_stores(rule, rulebook)) return "Meets the stores that you name";
  const std::size_t count = selection::records_met(rule, rulebook).size();
  if (count == 0) return "Meets no store in particular";
  return (selection::is_hard(rule) ? "Puts out " : "Meets ") + std::to_string(count) + " of " +
         std::to_string(state.knowledge->engines.size()) + " stores";
}

std::string meta_of(const State& state, const Rule& rule) {
  const knowledge::Source* source = state.knowledge->source(rule.source);
  return std::string(report::effect_words(rule.effect)) + ". " + met_words(state, rule) + ". " +
         std::string(report::words_of(rule.kind)) + (source == nullptr ? "" : ": " + source->title) + ".";
}

template <class Choice>
void chips(State& state, std::string_view name, std::optional<Choice>& chosen) {
  const Field* field = find_field(report::rule_query_fields(), name);
  std::vector<ui::Choice> options = {{"all", "All"}};
  for (const Option& option : field->options) options.push_back({option.name, option.label});
  int index = chosen ? static_cast<int>(*chosen) + 1 : 0;
  if (ui::choice(field->label, index, options)) {
    if (index == 0) chosen.reset();
    else chosen = static_cast<Choice>(index - 1);
    state.named_step = true;
    state.toast.clear();
    ui::frame().again = true;
  }
  ui::gap(12);
}

void rule_item(const State& state, const Rule& rule) {
  ui::Scope item(ui::Role::listitem, "", rule.id);
  ui::link(rule_title(rule.id), "#/reference/rules/" + rule.id, false, ui::text_sub);
  ui::gap(2);
  ui::text(report::rule_sentence(rule, words(state)));
  ui::text(meta_of(state, rule), {.size = ui::text_small, .tone = ui::Tone::quiet});
  ui::gap(16);
}

void rules_by_step(const State& state, const std::vector<const Rule*>& rules) {
  for (int step = 0; step < knowledge::step_count; ++step) {
    const auto of_step = [&](const Rule* rule) { return static_cast<int>(rule->step) == step; };
    if (std::none_of(rules.begin(), rules.end(), of_step)) continue;
    const std::string_view title = report::step_words(static_cast<knowledge::Step>(step));
    ui::Scope section(ui::Role::section, title, report::step_id(static_cast<knowledge::Step>(step)));
    ui::gap(16);
    ui::heading(2, title);
    ui::gap(8);
    ui::Scope list(ui::Role::list, "", "rules");
    for (const Rule* rule : rules)
      if (of_step(rule)) rule_item(state, *rule);
  }
}

std::vector<std::string> sources_of(const std::vector<const Rule*>& rules) {
  std::vector<std::string> used;
  for (const Rule* rule : rules)
    if (std::find(used.begin(), used.end(), rule->source) == used.end()) used.push_back(rule->source);
  return used;
}

void all_rules(State& state) {
  report::RuleQuery& query = state.reference.rules;
  const Field* filter = find_field(report::rule_query_fields(), "filter");
  if (ui::form_field(*filter, &query, &default_query)) ui::frame().again = true;
  ui::gap(12);
  chips(state, "step", query.step);
  chips(state, "effect", query.effect);
  const std::vector<const Rule*> rules = report::select_rules(*state.knowledge, words(state), query);
  const std::string count = report::rule_count_sentence(rules.size(), state.knowledge->rules.size());
  ui::status(count, {.size = ui::text_sub, .bold = true});
  state.announced = count;
  ui::gap(8);
  {
    ui::Flow flow;
    if (ui::button("Clear", {.disabled = query == default_query, .description = "Filter, step and effect"})) {
      query = {};
      state.named_step = true;
      ui::forget_drafts();
      ui::frame().again = true;
    }
    copy_link_button(state);
  }
  rules_by_step(state, rules);
  sources(state, sources_of(rules));
}

void records_met(const State& state, const Rule& rule) {
  const std::vector<std::string> ids = selection::records_met(rule, selection::built_in_rulebook());
  if (ids.empty()) return;
  const std::string title = selection::is_hard(rule) ? "Whom it puts out" : "Whom it meets";
  ui::Scope section(ui::Role::section, title, "met");
  ui::gap(20);
  ui::heading(2, title);
  ui::gap(8);
  ui::Scope list(ui::Role::list, "", "records");
  ui::Flow flow(16);
  for (const std::string& id : ids) {
    const knowledge::Engine* engine = state.knowledge->engine(id);
    ui::Scope item(ui::Role::listitem, "", id);
    if (engine != nullptr) ui::link(engine->name, "#/reference/" + id);
  }
}

void for_your_workload(const State& state, const Rule& rule) {
  ui::Scope section(ui::Role::section, "For your workload", "workload");
  ui::gap(20);
  ui::heading(2, "For your workload");
  ui::gap(6);
  if (state.decide.profile == selection::Profile{}) {
    ui::text("You have not described a workload yet.");
  } else {
    switch (selection::says(state.decide.profile, rule.when)) {
      case Truth::yes: ui::text("What it asks for holds, so the rule applies.", {.bold = true}); break;
      case Truth::no: ui::text("What it asks for does not hold, so the rule is silent.", {.bold = true}); break;
      case Truth::unknown: ui::text("What you said does not decide it, so the rule is open.", {.bold = true}); break;
    }
  }
  ui::gap(6);
  ui::link("Describe your workload", "#/decide");
}

void one_rule(State& state, const Rule& rule) {
  state.part_title = rule_title(rule.id) + " · ";
  page_head(rule_title(rule.id), report::rule_sentence(rule, words(state)));
  {
    ui::Flow flow;
    ui::badge(report::step_words(rule.step), ui::Tone::accent);
    ui::badge(report::effect_words(rule.effect), ui::Tone::normal);
    ui::badge(report::words_of(rule.kind), ui::Tone::normal);
  }
  ui::gap(12);
  ui::text(report::general_reason(rule));
  ui::gap(8);
  ui::text(met_words(state, rule) + ".", {.tone = ui::Tone::quiet});
  ui::gap(8);
  ui::Flow flow;
  ui::link("All rules", "#/reference/rules");
  copy_link_button(state);
}

}  // namespace

std::string rule_title(std::string_view id) {
  std::string title(id);
  for (char& letter : title)
    if (letter == '-') letter = ' ';
  return report::capitalised(title);
}

LinkFields rules_link(const State& state) {
  if (part_of_route(state) != "rules") return {};
  return report::link_fields(report::rule_query_fields(), &state.reference.rules, &default_query, state.reference.rules_unknown);
}

void rules_from_link(State& state, const report::Link& link) {
  // A rule has no fields of its own; the list keeps what it was asked, for the way back.
  if (part_of_route(state) != "rules") return;
  report::RuleQuery query;
  report::LinkReading reading = report::read_link_fields(link, report::rule_query_fields(), &query);
  state.link_problems = std::move(reading.problems);
  state.reference.rules_unknown = std::move(reading.unknown);
  state.reference.rules = std::move(query);
}

void rules_page(State& state) {
  const std::string_view part = part_of_route(state);
  const std::size_t slash = part.find('/');
  const std::string_view id = slash == part.npos ? std::string_view() : part.substr(slash + 1);
  if (id.empty() || state.reference.content.status != Fetched<knowledge::Reference>::Status::loaded) {
    page_head("Rules", "Every rule by which a store is chosen: what it asks, what it does, and where it comes from.");
    if (reference_is_here(state)) all_rules(state);
    return;
  }
  for (const Rule& rule : state.knowledge->rules)
    if (rule.id == id) {
      one_rule(state, rule);
      for_your_workload(state, rule);
      records_met(state, rule);
      return sources(state, {rule.source});
    }
  page_head("No such rule", "The link names a rule that this version does not have.");
  ui::link("All rules", "#/reference/rules");
}

}  // namespace storewright::app
