// Check the numbers: figures that are often quoted, those first that change a decision, the others folded by topic.
#include <algorithm>

#include "web/app/audit_state.h"
#include "web/app/fetched.h"
#include "web/app/reference_parts.h"
#include "web/ui/form.h"

namespace storewright::app {
namespace {

using audit::Claim;
using audit::ClaimQuery;
using Claims = std::vector<const Claim*>;

const ClaimQuery default_query;

void changed(State& state) {
  state.named_step = true;
  state.toast.clear();
  ui::frame().again = true;
}

template <class Chosen>
void chips(State& state, std::string_view name, std::optional<Chosen>& chosen) {
  const Field* field = find_field(audit::claim_query_fields(), name);
  ui::field(name, [&] {
    std::vector<ui::Choice> options = {{"all", "All"}};
    for (const Option& option : field->options) options.push_back({option.name, option.label});
    int index = chosen ? static_cast<int>(*chosen) + 1 : 0;
    if (!ui::choice(field->label, index, options)) return false;
    if (index == 0)
      chosen.reset();
    else
      chosen = static_cast<Chosen>(index - 1);
    changed(state);
    return true;
  });
  ui::gap(12);
}

void actions(State& state) {
  ui::Flow flow;
  if (ui::button("Clear",
                 {.disabled = audit_state(state).query == default_query, .description = "Filter, text and verdict"})) {
    audit_state(state).query = {};
    ui::forget_drafts();
    changed(state);
  }
  copy_link_button(state);
}

void filters(State& state) {
  ui::Scope section(ui::Role::section, "Find a figure", "find");
  ClaimQuery& query = audit_state(state).query;
  // A list that a link has narrowed says at once by what.
  const bool narrowed = !(query == default_query);
  if (!ui::disclosure("Find a figure by words, text or verdict", narrowed, narrowed ? "open-narrowed" : "open")) return;
  ui::gap(8);
  const Field* filter = find_field(audit::claim_query_fields(), "filter");
  if (ui::form_field(*filter, &query, &default_query)) changed(state);
  ui::gap(12);
  chips(state, "document", query.document);
  chips(state, "verdict", query.verdict);
  actions(state);
}

void decisive(State& state, const Claims& claims) {
  ui::Scope section(ui::Role::section, "What changes a decision", "decisive");
  ui::gap(20);
  ui::heading(2, "What changes a decision");
  ui::gap(10);
  ui::Scope list(ui::Role::list, "", "claims");
  for (const Claim* claim : claims) claim_entry(state, *claim, 3, ClaimStanding::card);
}

void topic(State& state, const audit::Topic& topic, const Claims& claims, bool open) {
  const std::string count = std::to_string(claims.size());
  const std::string id = topic.id + (open ? "-found" : "");
  if (!ui::disclosure(topic.title + " (" + count + ")", open, id)) return;
  ui::gap(8);
  ui::Scope list(ui::Role::list, topic.title, "claims-" + topic.id);
  for (const Claim* claim : claims) claim_entry(state, *claim, 3, ClaimStanding::item);
}

void by_topic(State& state, const audit::Audit& all, const Claims& claims, bool alone, bool open) {
  const std::string_view title = alone ? "By topic" : "The others, by topic";
  ui::Scope section(ui::Role::section, title, "topics");
  ui::gap(20);
  ui::heading(2, title);
  ui::gap(8);
  for (std::size_t index = 0; index < all.topics.size(); ++index) {
    Claims of_topic;
    for (const Claim* claim : claims)
      if (claim->topic == index) of_topic.push_back(claim);
    if (!of_topic.empty()) topic(state, all.topics[index], of_topic, open);
  }
}

std::size_t size_of(const audit::VerdictCounts& counts) {
  std::size_t all = 0;
  for (const std::size_t count : counts) all += count;
  return all;
}

void list(State& state, const audit::Audit& all) {
  const ClaimQuery& query = audit_state(state).query;
  const Result<Claims> found = audit::select_claims(all, query);
  const Claims claims = found ? *found : Claims();
  const bool narrowed = !(query == default_query);
  if (narrowed) {
    const std::string count = audit::shown_sentence(claims.size(), all.claims.size());
    ui::gap(12);
    ui::status(count, {.size = ui::text_sub, .bold = true});
    state.announced = count;
    if (!found) ui::text(found.problems().front().message);
  }
  Claims first, others;
  for (const Claim* claim : claims) (claim->changes_a_decision ? first : others).push_back(claim);
  if (!first.empty()) decisive(state, first);
  if (!others.empty()) by_topic(state, all, others, first.empty(), narrowed && others.size() <= 20);
}

}  // namespace

LinkFields audit_link(const State& state) {
  if (!state.audit) return {};
  return report::link_fields(audit::claim_query_fields(), &state.audit->query, &default_query, state.audit->unknown);
}

void audit_from_link(State& state, const report::Link& link) {
  AuditState& audit = audit_state(state);
  ClaimQuery query;
  report::LinkReading reading = report::read_link_fields(link, audit::claim_query_fields(), &query);
  state.link_problems = std::move(reading.problems);
  audit.unknown = std::move(reading.unknown);
  audit.query = std::move(query);
}

void audit_page(State& state) {
  page_head("Check the numbers",
            "Figures of two texts that are often quoted: what they say, what it comes to, and what to do.");
  AuditState& audit = audit_state(state);
  if (!have(state, audit.of_reference, "reference_audit")) return;
  const audit::Audit& all = audit.of_reference.content;
  ui::status(audit::totals_sentence(all.totals), {.size = ui::text_sub, .bold = true});
  ui::gap(4);
  const std::size_t checked = size_of(all.totals);
  ui::text("Every number under “Recomputed” is worked out as you read it. " +
               std::to_string(checked - all.claims.size()) + " of the " + std::to_string(checked) +
               " belong to practice questions and stand with their solutions.",
           {.size = ui::text_small, .tone = ui::Tone::quiet});
  ui::gap(8);
  filters(state);
  list(state, all);
  sources(state, {"dataflow-article", "selection-chapter"});
}

void audit_take_pack(State& state, std::string_view name, const Result<Json>& pack) {
  AuditState& audit = audit_state(state);
  take(name == "practice_audit" ? audit.of_questions : audit.of_reference, pack, audit::load_audit_pack);
}

}  // namespace storewright::app
