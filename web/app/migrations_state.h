// What the migrations page holds: the tables once they are fetched, and what was asked.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/labs/dual_write.h"
#include "core/migration/advice.h"
#include "core/migration/matrix.h"
#include "web/app/state.h"
#include "web/ui/sortable_table.h"
#include "web/ui/widgets.h"

namespace storewright::app {

/// What was done on the store already.
struct StoreHistory {
  std::vector<std::string> tried;          // ids of next steps

  bool operator==(const StoreHistory&) const = default;
};
FieldTable store_history_fields();

/// What the reader asks: from where to where and why, and what is known about the move.
struct MigrationsQuery {
  migration::PathInput path;
  StoreHistory store;
  migration::MoveInput move;
  migration::MatrixQuery order;
  labs::DualWriteInput twice;              // the two writes of the simulation

  bool operator==(const MigrationsQuery&) const = default;
};

struct MigrationsState {
  Fetched<migration::Tables> pack;
  MigrationsQuery query;
  bool own = false;                        // the reader said which store: the profile fills it no more
  LinkFields unknown;                      // of the link it was opened with, kept
  std::vector<std::pair<MigrationsQuery, bool>> undo;
  std::vector<migration::MatrixRow> rows;  // of the matrix, made when first shown
  ui::SortableTable matrix;
  ui::TableMeasure matrix_measure;
  Cached<selection::Profile, migration::MigrationAdvice> advice;  // for the Decide page
};

/// Made when it is first needed: the first pages know nothing of it.
MigrationsState& migrations_of(State& state);

/// True when the tables are here; otherwise asks for them and says how it stands.
bool migrations_are_here(State& state);

// The parts that the page and the section of Decide share.

/// Chips for ids, in the list of the field `name` that may hold other words as well, which stay. True when it changed.
bool offer_words(std::string_view name, std::string_view label, const std::vector<ui::Choice>& offered, std::vector<std::string>& words);
/// What the tables offer for `existing.symptoms`, `reasons` and `existing.tried` of a profile. A reason that is also a
/// symptom is offered once; steps are those of the store.
std::vector<ui::Choice> offered_symptoms(const migration::Tables& tables);
std::vector<ui::Choice> offered_reasons(const migration::Tables& tables);
std::vector<ui::Choice> offered_steps(const migration::Tables& tables, const knowledge::Engine* engine);

/// Sentences with their numbers.
void numbered(std::string_view name, const std::vector<std::string>& sentences);
/// The steps on the store, in order, each with the measure that says it is used up.
void ladder_list(const State& state, const migration::Ladder& ladder, std::size_t most);
/// A row of the matrix: steps, tools and what the sources have wrong about it.
void path_steps(const State& state, const migration::Path& path);
/// "Rule of thumb; Database Selection Framework": what a row rests on.
std::string backing_text(const State& state, const migration::Backing& backing);

}  // namespace storewright::app
