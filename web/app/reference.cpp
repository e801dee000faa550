// Reference: every engine, service and extension in one table that sorts and filters; each name leads to its card.
#include "core/knowledge/review.h"
#include "core/report/record_words.h"
#include "web/app/reference_parts.h"
#include "web/ui/form.h"
#include "web/ui/sortable_table.h"

namespace storewright::app {
namespace {

const report::RecordQuery default_query;

// The query is another one: what was done before is no longer news.
void changed(State& state) {
  state.toast.clear();
  ui::frame().again = true;
}

// Made again once the pack says how well each record is backed.
void make_rows(State& state) {
  ReferenceState& reference = state.reference;
  const bool backed = reference.content.status == Fetched<knowledge::Reference>::Status::loaded;
  if (!reference.rows.empty() && reference.rows_backed == backed) return;
  reference.rows = report::record_rows(*state.knowledge, backed ? &reference.content.content : nullptr);
  reference.rows_backed = backed;
  ui::SortableTable& table = reference.table;
  table = {};
  table.caption = "Engines, services and extensions";
  table.revision = "records";
  for (const report::RecordColumnText& column : report::record_columns())
    table.columns.push_back({std::string(column.id), std::string(column.label)});
  for (const report::RecordRow& row : reference.rows) {
    ui::SortableRow& out = table.rows.emplace_back(ui::SortableRow{row.id, {}});
    for (std::size_t column = 0; column < row.cells.size(); ++column)
      out.cells.push_back({column == 0 ? row.cells[0] : report::capitalised(row.cells[column])});
    out.cells[0].href = "#/reference/" + row.id;
  }
}

// A field of the query as chips, "All" first.
void chips(State& state, std::string_view name) {
  const Field* field = find_field(report::record_query_fields(), name);
  std::vector<ui::Choice> options = {{"all", "All"}};
  for (const Option& option : field->options) options.push_back({option.name, option.label});
  ui::field(name, [&] {
    int index = field->get_choice(&state.reference.query) + 1;
    if (!ui::choice(field->label, index, options)) return false;
    field->set_choice(&state.reference.query, index - 1);
    state.named_step = true;
    changed(state);
    return true;
  });
}

void more_filters(State& state) {
  const report::RecordQuery& query = state.reference.query;
  const bool used = query.record || query.licence || query.hosting || query.state;
  if (!ui::disclosure("More filters", used, "more-filters")) return;
  for (const std::string_view name : {"record", "licence", "hosting"}) {
    ui::gap(12);
    chips(state, name);
  }
  ui::gap(12);
  if (reference_is_here(state)) chips(state, "state");
}

void filter_field(State& state) {
  const Field* field = find_field(report::record_query_fields(), "filter");
  if (ui::form_field(*field, &state.reference.query, &default_query)) changed(state);
}

// A header that is pressed sorts by its column, and pressed again the other way round.
void sort_by(State& state, int column) {
  report::RecordQuery& query = state.reference.query;
  const auto pressed = static_cast<report::RecordColumn>(column);
  const bool again = query.sort.value_or(report::RecordColumn::name) == pressed;
  const bool down = again && !query.descending.value_or(false);
  query.sort.reset();
  query.descending.reset();
  if (pressed != report::RecordColumn::name) query.sort = pressed;
  if (down) query.descending = true;
  state.named_step = true;
  changed(state);
}

void actions(State& state, const std::vector<std::size_t>& chosen) {
  ReferenceState& reference = state.reference;
  ui::Flow flow;
  if (ui::button("Clear", {.disabled = reference.query == default_query, .description = "Filter, category and order"})) {
    reference.query = {};
    state.named_step = true;
    ui::forget_drafts();
    changed(state);
  }
  copy_link_button(state);
  if (ui::button("Export CSV")) {
    state.wish({.kind = "download", .value = report::table_csv(report::record_table(reference.rows, chosen)), .key = "records.csv", .type = "text/csv"});
    state.toast = "Saved by your browser: the rows below, in their order.";
  }
}

void records(State& state) {
  ReferenceState& reference = state.reference;
  make_rows(state);
  filter_field(state);
  ui::gap(16);
  chips(state, "category");
  ui::gap(12);
  more_filters(state);
  ui::gap(16);
  report::RecordQuery query = reference.query;
  if (query.as_of.empty() && knowledge::is_day(state.day)) query.as_of = state.day;
  const std::vector<std::size_t> chosen = report::select_records(reference.rows, query);
  ui::Scope section(ui::Role::section, "Records", "records");
  const std::string count = report::record_count_sentence(chosen.size(), reference.rows.size());
  ui::status(count, {.size = ui::text_sub, .bold = true});
  state.announced = count;
  ui::gap(8);
  actions(state, chosen);
  ui::gap(20);
  if (chosen.empty()) return;
  const ui::SortedBy sorted{static_cast<int>(reference.query.sort.value_or(report::RecordColumn::name)), reference.query.descending.value_or(false)};
  const int pressed = ui::sortable_table("table", reference.table, chosen, sorted, reference.table_measure);
  if (pressed >= 0) sort_by(state, pressed);
  ui::gap(12);
  ui::text("Columns sort by meaning, from least to most; what is not known stays last. Each name leads to every fact with its source, and says which facts nobody has verified.",
           {.size = ui::text_small, .tone = ui::Tone::quiet});
}

}  // namespace

LinkFields records_link(const State& state) {
  return report::link_fields(report::record_query_fields(), &state.reference.query, &default_query, state.reference.unknown);
}

void records_from_link(State& state, const report::Link& link) {
  report::RecordQuery query;
  report::LinkReading reading = report::read_link_fields(link, report::record_query_fields(), &query);
  state.link_problems = std::move(reading.problems);
  state.reference.unknown = std::move(reading.unknown);
  state.reference.query = std::move(query);
}

void records_page(State& state) {
  page_head("Reference", "Every engine, service and extension we know, side by side. Filter, sort, and open one for its facts and their sources.");
  records(state);
}

}  // namespace storewright::app
