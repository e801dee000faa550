// Two or three records side by side: what differs stands first and says so in words.
#include <algorithm>

#include "core/base/text.h"
#include "core/report/record_compare.h"
#include "core/report/record_words.h"
#include "web/app/reference_parts.h"
#include "web/ui/form.h"

namespace storewright::app {
namespace {

constexpr std::size_t most = 3;
const report::CompareInput default_input;

bool contains(const std::vector<std::string>& list, const std::string& id) { return std::find(list.begin(), list.end(), id) != list.end(); }

void change(State& state, std::vector<std::string> engines) {
  state.reference.compare.engines = std::move(engines);
  state.named_step = true;
  state.toast.clear();
  ui::frame().again = true;
}

// The stores of one category as chips; those chosen are ticked.
void picker(State& state) {
  const std::vector<std::string>& chosen = state.reference.compare.engines;
  std::vector<ui::Choice> categories;
  for (const knowledge::Category& category : state.knowledge->categories) categories.push_back({category.id, category.name});
  int& index = state.reference.compare_category;
  if (ui::choice("Choose from", index, categories)) ui::frame().again = true;
  ui::gap(10);
  std::vector<const knowledge::Engine*> offered;
  for (const knowledge::Engine& engine : state.knowledge->engines)
    if (engine.category == state.knowledge->categories[static_cast<std::size_t>(index)].id && offered.size() < 32) offered.push_back(&engine);
  std::vector<ui::Choice> options;
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < offered.size(); ++i) {
    options.push_back({offered[i]->id, offered[i]->name});
    if (contains(chosen, offered[i]->id)) bits |= 1u << i;
  }
  const std::uint32_t before = bits;
  ui::field("engines", [&] { return ui::choices("Stores to compare", bits, options, "Two or three; untick one to make room."); });
  if (bits == before) return;
  std::vector<std::string> engines = chosen;
  for (std::size_t i = 0; i < offered.size(); ++i) {
    const bool now = bits >> i & 1u;
    if (now && !contains(engines, offered[i]->id)) engines.push_back(offered[i]->id);
    if (!now) engines.erase(std::remove(engines.begin(), engines.end(), offered[i]->id), engines.end());
  }
  if (engines.size() > most) state.toast = "Three are the most that fit side by side. Untick one first.";
  else change(state, std::move(engines));
}

void chosen_list(State& state) {
  const std::vector<std::string> chosen = state.reference.compare.engines;
  if (chosen.empty()) return;
  ui::gap(10);
  ui::Flow flow;
  for (const std::string& id : chosen) {
    const knowledge::Engine* engine = state.knowledge->engine(id);
    if (!ui::button("Remove " + (engine == nullptr ? shortened(id, 40) : engine->name), {.id = "remove-" + id})) continue;
    std::vector<std::string> rest = chosen;
    rest.erase(std::remove(rest.begin(), rest.end(), id), rest.end());
    change(state, std::move(rest));
  }
}

void make_table(State& state, const report::Comparison& comparison) {
  ui::SortableTable& table = state.reference.compare_table;
  const std::string revision = joined(state.reference.compare.engines, "/");
  if (table.revision == revision) return;
  table = {.caption = comparison.says, .columns = {{"fact", "Fact"}}, .rows = {}, .revision = revision};
  for (const report::RecordCard& card : comparison.cards) table.columns.push_back({card.id, card.name});
  table.columns.push_back({"differs", "Same?"});
  for (const report::ComparedTrait& trait : comparison.traits) {
    ui::SortableRow& row = table.rows.emplace_back(ui::SortableRow{trait.trait, {{trait.label}}});
    for (const std::string& value : trait.values) row.cells.push_back({report::capitalised(value)});
    row.cells.push_back({trait.differs ? "Differs" : "Same"});
  }
}

void not_for(const report::Comparison& comparison) {
  for (const report::RecordCard& card : comparison.cards) {
    if (card.not_for.empty()) continue;
    ui::gap(10);
    ui::heading(2, card.name + " is not for");
    ui::gap(4);
    ui::bullets(card.name + " is not for", card.not_for, {.size = ui::text_small});
  }
}

void side_by_side(State& state, const report::Comparison& comparison) {
  ui::Scope section(ui::Role::section, "Side by side", "result");
  ui::gap(20);
  ui::status(comparison.says, {.size = ui::text_sub, .bold = true});
  state.announced = comparison.says;
  ui::gap(8);
  {
    ui::Flow flow(16);
    for (const report::RecordCard& card : comparison.cards) ui::link(card.name + ": all facts and sources", "#/reference/" + card.id, false, ui::text_small);
    copy_link_button(state);
    download_button(state, "Export CSV", "comparison.csv", "text/csv", report::table_csv(report::comparison_table(comparison)));
  }
  need_evidence(state);
  not_for(comparison);
  ui::gap(16);
  make_table(state, comparison);
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < comparison.traits.size(); ++i) order.push_back(i);
  ui::sortable_table("table", state.reference.compare_table, order, {}, state.reference.compare_measure);
}

}  // namespace

LinkFields compare_link(const State& state) {
  return report::link_fields(report::compare_fields(), &state.reference.compare, &default_input, state.reference.compare_unknown);
}

void compare_from_link(State& state, const report::Link& link) {
  report::CompareInput input;
  report::LinkReading reading = report::read_link_fields(link, report::compare_fields(), &input);
  state.link_problems = std::move(reading.problems);
  // An address without fields is the way back from a card: the choice stays.
  if (link.fields.empty()) return;
  state.reference.compare_unknown = std::move(reading.unknown);
  state.reference.compare = std::move(input);
}

void compare_page(State& state) {
  page_head("Compare", "Two or three stores side by side, with what differs first.");
  const auto comparison = report::compare_records(*state.knowledge, state.reference.compare);
  if (comparison) {
    side_by_side(state, *comparison);
    ui::gap(28);
    ui::heading(2, "Compare others");
    ui::gap(8);
  }
  picker(state);
  chosen_list(state);
  if (comparison) return;
  const std::vector<std::string>& chosen = state.reference.compare.engines;
  ui::gap(16);
  if (chosen.size() < 2 && comparison.problems().size() == 1)
    ui::status(chosen.empty() ? "Tick two or three stores." : "Tick one or two more.", {.size = ui::text_sub, .bold = true});
  else
    for (const Problem& problem : comparison.problems()) problem_card(state, problem.code, problem.message, "problem" + problem.where);
}

}  // namespace storewright::app
