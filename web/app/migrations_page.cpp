// Migrations: the next step on the store you run, then the way to another one, and what both rest on.
#include <algorithm>

#include "core/base/text.h"
#include "core/report/record_words.h"
#include "web/app/calculator.h"
#include "web/app/migrations_reading.h"
#include "web/app/migrations_state.h"
#include "web/app/pages.h"
#include "web/ui/form.h"

namespace storewright::app {
namespace {

using migration::Tables;

const MigrationsQuery default_query;
const MigrationsQuery blank_query = [] {
  MigrationsQuery query;
  query.move.differing_percent.reset();
  return query;
}();

/// What the query gives.
struct Findings {
  migration::Situation situation;
  migration::Symptoms symptoms;
  migration::Reasons reasons;
  migration::Ladder ladder;
  Result<migration::PathAnswer> paths = migration::PathAnswer{};
  const migration::Path* path = nullptr;      // the one that is meant
  Result<migration::MoveAnswer> move = migration::MoveAnswer{};
  std::string capture;                        // how changes of the store can be read, "" when nothing is known
};

std::vector<std::string> of_kind(const std::vector<std::string>& why, bool symptoms, const Tables& tables) {
  std::vector<std::string> out;
  for (const std::string& words : why)
    if ((tables.symptom(words) != nullptr) == symptoms) out.push_back(words);
  return out;
}

migration::MoveInput filled_move(const migration::MoveInput& input, const migration::Capture* capture, const migration::Path* path) {
  migration::MoveInput move = input;
  if (capture != nullptr && !move.capture) move.capture = true;
  if (path != nullptr && move.pattern.empty()) move.pattern = path->pattern;
  return move;
}

Findings findings_of(const State& state, const Tables& tables, const MigrationsQuery& query) {
  const knowledge::Knowledge& knowledge = *state.knowledge;
  Findings found;
  selection::Profile profile;
  // What Decide knows of the same store, its measures above all, counts here as well.
  if (!state.decide.profile.existing_store.empty() && query.path.from == state.decide.profile.existing_store) profile = state.decide.profile;
  profile.existing_store = query.path.from;
  for (const std::string& id : query.store.tried) profile.existing_tried.push_back(id);
  for (const std::string& id : of_kind(query.path.why, true, tables)) profile.existing_symptoms.push_back(id);
  const std::vector<std::string> reasons = of_kind(query.path.why, false, tables);
  profile.reasons.insert(profile.reasons.end(), reasons.begin(), reasons.end());

  found.situation = migration::situation_of(profile, knowledge);
  found.symptoms = migration::find_symptoms(tables, found.situation);
  found.reasons = migration::judge_reasons(tables, found.situation.reasons, found.situation, !found.symptoms.found.empty());
  found.ladder = migration::next_steps(tables, found.situation, found.symptoms);
  found.paths = migration::find_paths(query.path, tables, knowledge);
  const bool asked = !query.path.from.empty() || !query.path.to.empty() || !query.path.why.empty();
  if (asked && found.paths && found.paths->decided) found.path = found.paths->matches.front().path;
  const migration::Capture* capture = nullptr;
  for (const migration::Capture& row : tables.capture)
    if (found.situation.engine != nullptr && row.engine == found.situation.engine->id) capture = &row;
  if (capture != nullptr) found.capture = capture->how;
  found.move = migration::plan_move(filled_move(query.move, capture, found.path), tables);
  return found;
}

MigrationsQuery filled_query(const MigrationsState& own, const State& state) {
  MigrationsQuery query = own.query;
  if (!own.own && query.path.from.empty()) query.path.from = state.decide.profile.existing_store;
  return query;
}

void change(State& state, const MigrationsQuery& before, MigrationsQuery now) {
  MigrationsState& own = migrations_of(state);
  if (now == before) return;
  constexpr std::size_t undo_steps = 100;
  own.undo.emplace_back(own.query, own.own);
  if (own.undo.size() > undo_steps) own.undo.erase(own.undo.begin());
  if (now.path.from != before.path.from) own.own = true;
  else if (!own.own) now.path.from = own.query.path.from;  // what the profile filled stays the profile's
  own.query = std::move(now);
  state.toast.clear();
  ui::frame().again = true;
}

// ---- Inputs --------------------------------------------------------------------------------------------------------

// The engines that rows and steps name, in their order.
std::vector<ui::Choice> known_stores(const State& state, const Tables& tables) {
  std::vector<ui::Choice> stores;
  const auto add = [&](const std::vector<std::string>& ids) {
    for (const std::string& id : ids) {
      const knowledge::Engine* engine = state.knowledge->engine(id);
      const bool there = std::any_of(stores.begin(), stores.end(), [&](const ui::Choice& one) { return one.name == id; });
      if (engine != nullptr && !there) stores.push_back({engine->id, engine->name});
    }
  };
  for (const migration::Path& path : tables.paths) add(path.from.engines);
  for (const migration::NextStep& step : tables.next_steps) add(step.engines);
  return stores;
}

void store_choice(State& state, const Tables& tables, MigrationsQuery& query, const Findings& found) {
  const std::vector<ui::Choice> stores = known_stores(state, tables);
  int index = -1;
  for (std::size_t i = 0; i < stores.size(); ++i)
    if (found.situation.engine != nullptr && found.situation.engine->id == stores[i].name) index = static_cast<int>(i);
  if (ui::choice("Which store do you run?", index, stores, "Another") && index >= 0) {
    query.path.from = stores[static_cast<std::size_t>(index)].name;
    query.path.to.clear();
    state.named_step = true;
    ui::forget_drafts();
  } else if (index < 0 && found.situation.engine != nullptr && query.path.from == found.situation.engine->id) {
    query.path.from.clear();
    state.named_step = true;
    ui::forget_drafts();
  }
  ui::gap(14);
  calculator_field(migration::path_fields(), "from", &query.path, &blank_query.path);
}

void target_choice(State& state, MigrationsQuery& query, const Findings& found) {
  if (!found.paths || query.path.from.empty() || found.paths->matches.size() < 2) return;
  std::vector<ui::Choice> targets;
  std::vector<std::string> values;
  int index = -1;
  for (const migration::PathMatch& match : found.paths->matches) {
    const migration::Side& to = match.path->to;
    values.push_back(to.engines.empty() ? to.words.front() : to.engines.front());
    if (query.path.to == values.back()) index = static_cast<int>(targets.size());
    targets.push_back({match.path->id, to.label});
  }
  ui::gap(14);
  if (!ui::choice("Where to?", index, targets, "Not sure")) return;
  query.path.to = index < 0 ? "" : values[static_cast<std::size_t>(index)];
  state.named_step = true;
}

void pattern_choice(State& state, const Tables& tables, migration::MoveInput& move) {
  std::vector<ui::Choice> options;
  int index = -1;
  for (const migration::Pattern& pattern : tables.patterns) {
    if (pattern.id == move.pattern) index = static_cast<int>(options.size());
    options.push_back({pattern.id, pattern.label});
  }
  if (!ui::choice("Pattern", index, options, "The one that fits")) return;
  move.pattern = index < 0 ? "" : tables.patterns[static_cast<std::size_t>(index)].id;
  state.named_step = true;
}

void actions(State& state, const MigrationsQuery& shown) {
  MigrationsState& own = migrations_of(state);
  ui::Flow flow;
  if (ui::button("Undo", {.disabled = own.undo.empty(), .description = "Also Ctrl+Z"})) {
    migrations_undo(state);
    ui::forget_drafts();
    ui::frame().again = true;
  }
  if (ui::button("Reset", {.disabled = shown == default_query})) {
    own.undo.emplace_back(own.query, own.own);
    own.query = {};
    own.own = true;
    state.named_step = true;
    ui::forget_drafts();
    ui::frame().again = true;
  }
}

void inputs(State& state, const Tables& tables, const MigrationsQuery& query, const Findings& found) {
  ui::Scope section(ui::Role::section, "Your store and your reason", "inputs");
  MigrationsQuery edited = query;
  ui::group("Your store", [&] {
    store_choice(state, tables, edited, found);
    bool chosen = offer_words("why", "What hurts?", offered_symptoms(tables), edited.path.why);
    const std::vector<ui::Choice> steps = offered_steps(tables, found.situation.engine);
    if (!steps.empty()) {
      ui::gap(14);
      chosen |= offer_words("tried", "What have you tried on it?", steps, edited.store.tried);
    }
    ui::gap(14);
    chosen |= offer_words("why", "Why else do you want to change?", offered_reasons(tables), edited.path.why);
    if (chosen) state.named_step = true;
    target_choice(state, edited, found);
  });
  ui::gap(20);
  ui::group("The move", [&] {
    for (const std::string_view name : {"size_tb", "rate_mb_per_second", "live", "capture", "lag_seconds", "switch_seconds"})
      calculator_field(migration::move_fields(), name, &edited.move, &blank_query.move);
    pattern_choice(state, tables, edited.move);
    ui::gap(14);
    calculator_field(migration::move_fields(), "differing_percent", &edited.move, &blank_query.move);
  });
  change(state, query, std::move(edited));
  ui::gap(12);
  actions(state, query);
}

// ---- Answer --------------------------------------------------------------------------------------------------------

struct Headline {
  std::string text, because;
};

Headline headline_of(const Findings& found) {
  if (found.reasons.stop == Truth::yes) {
    const migration::Reason& reason = *found.reasons.wrong.front().reason;
    return {found.reasons.headline, reason.says + " " + reason.first};
  }
  if (found.situation.engine != nullptr && !found.ladder.steps.empty()) {
    const migration::NextStep& step = *found.ladder.steps.front().step;
    return {"Next on " + found.situation.engine->name + ": " + step.title + ".", step.does + " Used up when " + step.used_up + "."};
  }
  if (found.situation.engine != nullptr && !found.ladder.used_up.empty()) return {"The steps on " + found.situation.engine->name + " are used up.", "Now a move is worth its price."};
  if (found.path != nullptr) return {found.path->from.label + " to " + found.path->to.label + ".", found.path->reason + "."};
  if (!found.symptoms.found.empty() && !found.symptoms.found.front().causes.empty()) {
    const migration::FoundCause& cause = found.symptoms.found.front().causes.front();
    return {found.symptoms.found.front().symptom->label + ".",
            cause.cause->text + (cause.advice.empty() ? "" : " First: " + cause.advice.front()->text)};
  }
  if (!found.reasons.sound.empty()) return {found.reasons.headline, found.reasons.sound.front().reason->says};
  return {"Say which store you run, or what hurts.", "Then the next step on that store stands here, and the way to another one below it."};
}

std::vector<std::string> unknown_words(const MigrationsQuery& query, const Findings& found) {
  std::vector<std::string> out;
  if (!found.paths) return out;
  for (const std::string& words : found.paths->not_known)
    if (migration::contains(query.path.why, words)) out.push_back("“" + shortened(words, 60) + "”");
  return out;
}

void symptom_cards(const State& state, const Findings& found) {
  for (const migration::Finding& finding : found.symptoms.found) {
    ui::gap(16);
    ui::Scope section(ui::Role::section, finding.symptom->label, finding.symptom->id);
    ui::heading(2, finding.symptom->label);
    for (const migration::FoundCause& cause : finding.causes) {
      ui::gap(4);
      ui::text(cause.cause->text);
      std::vector<std::string> advice;
      for (const migration::Advice* one : cause.advice) advice.push_back(one->text);
      for (const migration::Advice* one : cause.later) advice.push_back("Later: " + one->text);
      numbered(cause.cause->text, advice);
    }
    if (!finding.symptom->marks.empty()) {
      std::vector<std::string> marks;
      for (const migration::Mark& mark : finding.symptom->marks) marks.push_back(display_number(mark.value, 0) + " a second (" + mark.says + ")");
      ui::text("The sources name " + sentence_list(marks) + ".", {.size = ui::text_small});
    }
    if (!finding.symptom->correction.empty()) ui::text(finding.symptom->correction, {.size = ui::text_small, .tone = ui::Tone::warning});
    ui::text(backing_text(state, finding.symptom->backing), {.size = ui::text_small, .tone = ui::Tone::quiet});
  }
}

void ladder(const State& state, const Findings& found) {
  if (found.situation.engine == nullptr || found.ladder.steps.empty()) return;
  ui::gap(28);
  ui::Scope section(ui::Role::section, "Before you move", "before");
  ui::heading(2, "Before you move: steps on " + found.situation.engine->name);
  ui::gap(8);
  ladder_list(state, found.ladder, found.ladder.steps.size());
}

void way(const State& state, const Findings& found) {
  ui::gap(28);
  ui::Scope section(ui::Role::section, "The way", "way");
  if (found.path != nullptr) {
    ui::heading(2, found.path->from.label + " to " + found.path->to.label);
    ui::text("Because: " + found.path->reason + ".");
    ui::gap(8);
    path_steps(state, *found.path);
    return;
  }
  ui::heading(2, "The way to another store");
  if (found.paths) ui::text(found.situation.engine != nullptr || !found.paths->not_known.empty() ? found.paths->headline : "Choose a store, and a reason or a target.");
}

void move(const State& state, const Findings& found) {
  ui::gap(28);
  ui::Scope section(ui::Role::section, "The move itself", "move");
  ui::heading(2, "The move itself");
  ui::gap(4);
  if (!found.move) return calculator_problems(found.move.problems());
  const migration::MoveAnswer& answer = *found.move;
  ui::status(answer.headline, {.size = 18, .bold = true});
  ui::text(answer.because);
  if (!found.capture.empty()) ui::text("How changes are read: " + found.capture, {.size = ui::text_small});
  if (answer.pattern != nullptr) {
    ui::gap(8);
    ui::text("Risk: " + answer.pattern->risk);
    ui::text("Downtime: " + answer.pattern->downtime + ".");
    if (!answer.pattern->correction.empty()) ui::text(answer.pattern->correction, {.size = ui::text_small, .tone = ui::Tone::warning});
    if (found.path == nullptr || found.path->pattern != answer.pattern->id) {
      ui::gap(8);
      numbered("Steps of the pattern", answer.pattern->steps);
    }
    ui::text(backing_text(state, answer.pattern->backing), {.size = ui::text_small, .tone = ui::Tone::quiet});
  }
  ui::gap(16);
  formula_lines("Its numbers", answer.lines);
}

std::string message_of(const Headline& headline, const Findings& found) {
  std::string text = headline.text + " " + headline.because;
  if (found.path != nullptr) {
    text += "\n" + found.path->from.label + " to " + found.path->to.label + ":";
    for (std::size_t i = 0; i < found.path->steps.size(); ++i) text += "\n" + std::to_string(i + 1) + ". " + found.path->steps[i].text;
  }
  if (found.move && found.move->pattern != nullptr) text += "\n" + found.move->headline;
  return text;
}

bool says_nothing(MigrationsQuery query) {
  query.order = {};
  return query == MigrationsQuery{};
}

void results(State& state, const MigrationsQuery& query, const Findings& found) {
  ui::Scope section(ui::Role::section, "What to do", "result");
  if (!found.paths) {
    calculator_problems(found.paths.problems());
    return move(state, found);
  }
  const Headline headline = headline_of(found);
  calculator_answer(state, headline.text, headline.because);
  const std::vector<std::string> words = unknown_words(query, found);
  if (!words.empty()) {
    ui::gap(8);
    ui::text("Nothing here knows " + sentence_list(words) + "; it is kept and decides nothing.", {.size = ui::text_small, .tone = ui::Tone::warning});
  }
  ui::gap(12);
  MigrationsState& own = migrations_of(state);
  const report::Table table = migration::matrix_table(own.rows, migration::matrix_order(own.rows, query.order));
  calculator_exports(state, {message_of(headline, found), "migrations", table, nullptr});
  // Before anything is said there is nothing to weigh: the question at the top stands alone.
  if (says_nothing(query)) return;
  symptom_cards(state, found);
  ladder(state, found);
  way(state, found);
  move(state, found);
}

// ---- Tables --------------------------------------------------------------------------------------------------------

void make_matrix(MigrationsState& own) {
  if (!own.rows.empty()) return;
  own.rows = migration::matrix_rows(own.pack.content);
  own.matrix.caption = "From one store to another";
  own.matrix.revision = "matrix";
  for (const std::string_view label : migration::matrix_labels) own.matrix.columns.push_back({migration::lower(label), std::string(label)});
  for (const migration::MatrixRow& row : own.rows) {
    ui::SortableRow& out = own.matrix.rows.emplace_back(ui::SortableRow{row.path, {}});
    for (const std::string& cell : row.cells) out.cells.push_back({cell});
  }
}

// A header that is pressed sorts by its column, and pressed again the other way round.
void matrix(State& state, const MigrationsQuery& query) {
  MigrationsState& own = migrations_of(state);
  ui::gap(32);
  ui::Scope section(ui::Role::section, "From and to", "matrix");
  ui::heading(2, "From one store to another");
  ui::gap(8);
  const ui::SortedBy sorted{static_cast<int>(query.order.sort.value_or(migration::MatrixColumn::from)), query.order.descending.value_or(false)};
  const int pressed = ui::sortable_table("table", own.matrix, migration::matrix_order(own.rows, query.order), sorted, own.matrix_measure);
  if (pressed < 0) return;
  MigrationsQuery now = query;
  const auto column = static_cast<migration::MatrixColumn>(pressed);
  const bool again = query.order.sort.value_or(migration::MatrixColumn::from) == column;
  const bool down = again && !query.order.descending.value_or(false);
  now.order = {};
  if (column != migration::MatrixColumn::from) now.order.sort = column;
  if (down) now.order.descending = true;
  state.named_step = true;
  change(state, query, std::move(now));
}

// Both writes, step by step, with what can be changed about them.
void two_writes(State& state, const MigrationsQuery& query) {
  ui::gap(28);
  ui::Scope section(ui::Role::section, "Two writes, one of which fails", "two-writes");
  ui::heading(2, "Two writes, one of which fails");
  ui::text("A dual write sends every change to both stores. Choose what goes wrong, and see what is left.", {.tone = ui::Tone::quiet});
  ui::gap(12);
  MigrationsQuery edited = query;
  for (const std::string_view name : {"failure", "repair", "backfill", "fails_at"})
    calculator_field(labs::dual_write_fields(), name, &edited.twice, &default_query.twice);
  const Result<labs::DualWriteAnswer> answer = labs::write_twice(query.twice);
  if (answer) {
    ui::status(answer->because, {.size = 18, .bold = true});
    ui::text(std::to_string(query.twice.writes) + " changes made " + std::to_string(answer->writes_sent) + " writes.");
    if (ui::disclosure("Step by step", false, "two-writes-steps")) {
      ui::gap(4);
      std::vector<std::string> steps;
      for (const labs::DualWriteStep& step : answer->steps) steps.push_back(step.action);
      numbered("Step by step", steps);
    }
  } else {
    calculator_problems(answer.problems());
  }
  change(state, query, std::move(edited));
}

}  // namespace

LinkFields migrations_link(const State& state) {
  if (!state.migrations) return {};
  const MigrationsState& own = *state.migrations;
  const MigrationsQuery query = filled_query(own, state);
  LinkFields fields = report::link_fields(migration::path_fields(), &query.path, &default_query.path);
  const LinkFields move = calculator_link(migration::move_fields(), &query.move, &default_query.move, {});
  const LinkFields store = report::link_fields(store_history_fields(), &query.store, &default_query.store);
  fields.insert(fields.end(), store.begin(), store.end());
  const LinkFields twice = report::link_fields(labs::dual_write_fields(), &query.twice, &default_query.twice);
  fields.insert(fields.end(), twice.begin(), twice.end());
  const LinkFields order = report::link_fields(migration::matrix_fields(), &query.order, &default_query.order, own.unknown);
  fields.insert(fields.end(), move.begin(), move.end());
  fields.insert(fields.end(), order.begin(), order.end());
  return fields;
}

void migrations_from_link(State& state, const report::Link& link) {
  MigrationsState& own = migrations_of(state);
  MigrationsQuery query;
  state.link_problems.clear();
  report::Link rest = link;
  const auto read = [&](FieldTable table, void* input) {
    report::Link mine = rest;
    mine.fields.clear();
    LinkFields others;
    for (const auto& one : rest.fields) (find_field(table, one.first) != nullptr ? mine.fields : others).push_back(one);
    report::LinkReading reading = report::read_link_fields(mine, table, input);
    state.link_problems.insert(state.link_problems.end(), reading.problems.begin(), reading.problems.end());
    rest.fields = std::move(others);
  };
  read(migration::path_fields(), &query.path);
  read(store_history_fields(), &query.store);
  read(migration::move_fields(), &query.move);
  read(labs::dual_write_fields(), &query.twice);
  // The last one also says which names nobody knows.
  report::LinkReading reading = report::read_link_fields(rest, migration::matrix_fields(), &query.order);
  state.link_problems.insert(state.link_problems.end(), reading.problems.begin(), reading.problems.end());
  own.unknown = std::move(reading.unknown);
  own.own = !link.fields.empty();
  own.query = std::move(query);
}

bool migrations_undo(State& state) {
  MigrationsState& own = migrations_of(state);
  if (own.undo.empty()) return false;
  own.query = std::move(own.undo.back().first);
  own.own = own.undo.back().second;
  own.undo.pop_back();
  return true;
}

void migrations_page(State& state) {
  page_head("Migrations", "What to do next on the store you run, and how to leave it once that is used up.");
  if (!migrations_are_here(state)) return;
  MigrationsState& own = migrations_of(state);
  make_matrix(own);
  const MigrationsQuery query = filled_query(own, state);
  const Findings found = findings_of(state, own.pack.content, query);
  calculator_layout([&] { inputs(state, own.pack.content, query, found); }, [&] { results(state, query, found); });
  matrix(state, query);
  migration_patterns(state, own.pack.content);
  two_writes(state, query);
  wrong_reasons(state, own.pack.content);
  sources(state, migration::sources_of(own.pack.content));
}

}  // namespace storewright::app
