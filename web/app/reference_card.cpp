// A card of the reference: one record with every fact, how well it is backed, and what your workload makes of it.
#include <algorithm>

#include "core/base/text.h"
#include "core/knowledge/review.h"
#include "core/report/record_card.h"
#include "core/report/record_words.h"
#include "web/app/reference_parts.h"
#include "web/app/rule_reasons.h"
#include "web/ui/sortable_table.h"

namespace storewright::app {
namespace {


// The table as it was left: filtered and sorted as before.
std::string way_back(const State& state) {
  const report::RecordQuery everything;
  report::Link link;
  link.route = "reference";
  link.fields = report::link_fields(report::record_query_fields(), &state.reference.query, &everything, state.reference.unknown);
  if (!link.fields.empty()) link.data = state.knowledge->version;
  return report::format_link(link);
}

void reasons(const State& state, std::string_view title, const std::vector<selection::Reason>& list) {
  if (list.empty()) return;
  ui::gap(10);
  ui::heading(3, title);
  ui::gap(4);
  rule_reasons(state, title, list);
}

std::string verdict_sentence(const report::RecordCard& card, const selection::EngineVerdict& verdict) {
  switch (verdict.verdict) {
    case selection::Verdict::rejected: return card.name + " is out for your workload.";
    case selection::Verdict::undecided: return card.name + " stays in, but an open question could still rule it out.";
    case selection::Verdict::kept: return card.name + " stays in: no rule of your workload rejects it.";
  }
  return "";
}

void for_your_workload(State& state, const report::RecordCard& card) {
  ui::Scope section(ui::Role::section, "For your workload", "workload");
  ui::gap(24);
  ui::heading(2, "For your workload");
  ui::gap(6);
  if (state.decide.profile == selection::Profile{}) {
    ui::text("You have not described a workload yet, so no rule speaks for or against " + card.name + ".");
    ui::gap(6);
    ui::link("Describe your workload", "#/decide");
    return;
  }
  const selection::Recommendation& answer = decide_answer(state);
  for (const selection::EngineVerdict& verdict : answer.verdicts) {
    if (verdict.engine != card.id) continue;
    ui::text(verdict_sentence(card, verdict), {.size = ui::text_sub, .bold = true});
    reasons(state, "Rules that reject it", verdict.rejections);
    reasons(state, "Rules that an open question decides", verdict.open);
    reasons(state, "Rules that speak for it", verdict.preferences);
  }
  ui::gap(6);
  ui::link("See the whole recommendation", "#/decide");
}

void uses(std::string_view title, std::string_view id, const std::vector<std::string>& list) {
  ui::Scope section(ui::Role::section, title, id);
  ui::heading(2, title);
  ui::gap(6);
  ui::bullets(title, list);
}

void best_and_not(const report::RecordCard& card) {
  if (card.best_for.empty() && card.not_for.empty()) return;
  ui::gap(8);
  const float half = (ui::frame().area.width - 32) / 2;
  ui::Columns columns({half, half}, 32);
  uses("Best for", "best-for", card.best_for);
  columns.next();
  uses("Not for", "not-for", card.not_for);
}

// "Documented by the vendor, read 2026-11-22": how sure a fact is.
std::string backing(const report::RecordFact& fact, std::string_view today) {
  if (fact.read.empty()) return fact.kind;
  const bool overdue = knowledge::is_day(today) && knowledge::is_overdue(fact.read, today);
  return fact.kind + ", read " + fact.read + (overdue ? ". Due to be read again" : "");
}

ui::SortableRow fact_row(const report::RecordFact& fact, bool backed, std::string_view today) {
  ui::SortableRow row{fact.trait, {{fact.label}, {report::capitalised(fact.value)}}};
  if (!backed) return row;
  row.cells.push_back({fact.note.empty() ? "No more to say." : fact.note});
  row.cells.push_back({backing(fact, today)});
  row.cells.push_back({fact.source_title.empty() ? "None" : fact.source_title, fact.source_address});
  return row;
}

// The facts as a table, made again when another card is shown or the evidence has come.
void make_facts(State& state, const report::RecordCard& card) {
  ui::SortableTable& table = state.reference.facts;
  const std::string revision = card.id + (card.backed ? "/backed" : "/bare");
  if (table.revision == revision) return;
  table = {.caption = "Facts about " + card.name, .columns = {{"fact", "Fact"}, {"value", "Value"}}, .rows = {}, .revision = revision};
  if (card.backed) {
    table.columns.push_back({"note", "What exactly"});
    table.columns.push_back({"kind", "How sure"});
    table.columns.push_back({"source", "Source"});
  }
  for (const report::RecordFact& fact : card.facts) table.rows.push_back(fact_row(fact, card.backed, state.day));
}

std::string facts_sentence(const report::RecordCard& card) {
  const auto total = card.facts.size();
  if (!card.backed) return std::to_string(total) + " facts. Their sources are still to come.";
  const auto verified = static_cast<std::size_t>(std::count_if(card.facts.begin(), card.facts.end(), [](const auto& fact) { return fact.verified; }));
  if (verified == total) return "All " + std::to_string(total) + " facts name what they rest on.";
  return std::to_string(verified) + " of " + std::to_string(total) + " facts name what they rest on; treat the other " +
         std::to_string(total - verified) + " as unverified.";
}

void facts(State& state, const report::RecordCard& card) {
  ui::Scope section(ui::Role::section, "Facts", "facts");
  ui::gap(28);
  ui::heading(2, "Every fact and its source");
  ui::text(facts_sentence(card), {.tone = ui::Tone::quiet});
  ui::gap(12);
  make_facts(state, card);
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < state.reference.facts.rows.size(); ++i) order.push_back(i);
  ui::sortable_table("table", state.reference.facts, order, {}, state.reference.facts_measure);
}

void actions(State& state, const report::RecordCard& card) {
  ui::gap(8);
  ui::Flow flow;
  ui::link("All records", way_back(state));
  ui::link("Compare with others", "#/reference/compare?v=1&engines=" + card.id);
  copy_link_button(state);
  if (ui::button("Export CSV")) {
    state.wish({.kind = "download", .value = report::table_csv(report::record_facts_table(card)), .key = card.id + ".csv", .type = "text/csv"});
    state.toast = "Saved by your browser.";
  }
}

std::vector<std::string> used_sources(const report::RecordCard& card) {
  std::vector<std::string> used;
  for (const report::RecordFact& fact : card.facts)
    if (!fact.source.empty() && std::find(used.begin(), used.end(), fact.source) == used.end()) used.push_back(fact.source);
  return used;
}

void no_such_record(const State& state, const Problem& problem) {
  page_head("No such record", problem.message);
  ui::link("All records", way_back(state));
}

}  // namespace

void reference_card(State& state, std::string_view id) {
  const Result<report::RecordCard> found = report::record_card(*state.knowledge, {.id = std::string(id)});
  if (!found) return no_such_record(state, found.problems().front());
  const report::RecordCard& card = *found;
  state.part_title = card.name + " · ";
  page_head(card.name, card.summary.empty() ? card.category_name + " " + card.record + "." : card.summary);
  {
    ui::Flow flow;
    ui::badge(card.category_name, ui::Tone::accent);
    ui::badge(report::capitalised(card.record), ui::Tone::normal);
  }
  ui::gap(8);
  actions(state, card);
  ui::gap(16);
  need_evidence(state);
  best_and_not(card);
  for_your_workload(state, card);
  facts(state, card);
  if (card.backed) sources(state, used_sources(card));
}

}  // namespace storewright::app
