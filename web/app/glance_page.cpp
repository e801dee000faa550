// The categories at a glance: nine rows that sort, and a filter by the writes that one node must take.
#include <algorithm>

#include "core/base/sort.h"
#include "core/base/text.h"
#include "core/report/record_words.h"
#include "web/app/reference_parts.h"
#include "web/ui/form.h"

namespace storewright::app {
namespace {

const report::GlanceInput default_input;

constexpr std::string_view columns[][2] = {
    {"category", "Category"}, {"engines", "Such as"},       {"consistency", "Consistency"}, {"writes", "Writes on one node"},
    {"queries", "Queries"},   {"complexity", "Complexity"}, {"best_for", "Best for"},       {"kind", "How sure"},
};
constexpr int writes_column = 3;
constexpr int complexity_column = 5;

void make_table(State& state, const report::GlanceAnswer& answer) {
  ui::SortableTable& table = state.reference.glance.table;
  if (!table.rows.empty()) return;
  table.caption = "Categories at a glance";
  table.revision = "glance";
  for (const auto& [id, label] : columns) table.columns.push_back({std::string(id), std::string(label)});
  for (const report::GlanceRow& row : answer.rows)
    table.rows.push_back({row.glance->category,
                          {{row.name, "#/reference?v=1&category=" + row.glance->category},
                           {sentence_list(row.engines)},
                           {row.glance->consistency},
                           {report::capitalised(row.writes)},
                           {row.glance->queries},
                           {std::string(report::words_of(row.glance->complexity))},
                           {row.glance->best_for},
                           {std::string(report::words_of(row.glance->kind))}}});
}

// By the upper end, where "and more" is more than any number; what varies stands last both ways.
double most_writes(const knowledge::Glance& glance) {
  constexpr double beyond = 1e16;
  return glance.writes_high.value_or(beyond);
}

std::vector<std::size_t> ordered(const report::GlanceAnswer& answer, const ui::SortableTable& table, ui::SortedBy sorted) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < answer.rows.size(); ++i)
    if (answer.rows[i].reach != report::Reach::not_listed) order.push_back(i);
  const auto less = [&](std::size_t a, std::size_t b) {
    const knowledge::Glance& first = *answer.rows[a].glance;
    const knowledge::Glance& second = *answer.rows[b].glance;
    if (sorted.column == writes_column) return most_writes(first) < most_writes(second);
    if (sorted.column == complexity_column) return first.complexity < second.complexity;
    const auto column = static_cast<std::size_t>(sorted.column);
    return table.rows[a].cells[column].text < table.rows[b].cells[column].text;
  };
  sort_stably(order, [&](std::size_t a, std::size_t b) {
    const bool known_a = answer.rows[a].glance->writes_low.has_value();
    const bool known_b = answer.rows[b].glance->writes_low.has_value();
    if (sorted.column == writes_column && (!known_a || !known_b)) return known_a && !known_b;
    return sorted.descending ? less(b, a) : less(a, b);
  });
  return order;
}

void sort_by(State& state, int column) {
  ui::SortedBy& sorted = state.reference.glance.sorted;
  sorted = {column, sorted.column == column && !sorted.descending};
  ui::frame().again = true;
}

void corrections(const report::GlanceAnswer& answer) {
  std::vector<std::string> lines;
  for (const report::GlanceRow& row : answer.rows)
    if (!row.glance->correction.empty()) lines.push_back(row.name + ": " + row.glance->correction);
  ui::gap(24);
  ui::heading(2, "What to know about these figures");
  ui::gap(6);
  ui::bullets("What to know about these figures", lines, {.size = ui::text_small});
}

}  // namespace

LinkFields glance_link(const State& state) {
  return report::link_fields(report::glance_fields(), &state.reference.glance.input, &default_input, state.reference.glance.unknown);
}

void glance_from_link(State& state, const report::Link& link) {
  report::GlanceInput input;
  report::LinkReading reading = report::read_link_fields(link, report::glance_fields(), &input);
  state.link_problems = std::move(reading.problems);
  state.reference.glance.unknown = std::move(reading.unknown);
  state.reference.glance.input = input;
}

void glance_page(State& state) {
  page_head("Categories at a glance", "Nine kinds of stores in one table: what each promises, what one node takes, what it is best for.");
  if (!reference_is_here(state)) return;
  GlanceState& glance = state.reference.glance;
  const Field& field = *find_field(report::glance_fields(), "writes_per_second");
  if (ui::form_field(field, &glance.input, &default_input)) ui::frame().again = true;
  ui::gap(16);
  const report::GlanceAnswer answer = report::categories_at_a_glance(glance.input, state.reference.content.content, *state.knowledge);
  ui::status(answer.says, {.size = ui::text_sub, .bold = true});
  state.announced = answer.says;
  ui::gap(8);
  {
    ui::Flow flow;
    copy_link_button(state);
    download_button(state, "Export CSV", "categories.csv", "text/csv", report::table_csv(report::glance_table(answer)));
  }
  ui::gap(16);
  make_table(state, answer);
  if (glance.sorted.column < 0) glance.sorted.column = 0;
  const int pressed = ui::sortable_table("table", glance.table, ordered(answer, glance.table, glance.sorted), glance.sorted, glance.measure);
  if (pressed >= 0) sort_by(state, pressed);
  ui::gap(12);
  ui::text("The ranges are quoted from one text without a measurement of ours, each for one node with small rows. Each category leads to its engines, whose own figures name their sources.",
           {.size = ui::text_small, .tone = ui::Tone::quiet});
  corrections(answer);
  std::vector<std::string> used;
  for (const report::GlanceRow& row : answer.rows)
    if (std::find(used.begin(), used.end(), row.glance->source) == used.end()) used.push_back(row.glance->source);
  sources(state, used);
}

}  // namespace storewright::app
