// What is known about leaving a store or staying with it: symptoms, next steps, reasons, patterns and paths. Data, read from a pack.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/knowledge/knowledge.h"

namespace storewright::migration {

using knowledge::Condition;
using knowledge::FactKind;

/// What a statement rests on.
struct Backing {
  std::string source;                     // id, "" where the row's own holds
  FactKind kind = FactKind::rule_of_thumb;
};

/// One thing to do about a cause, in the order in which it is tried.
struct Advice {
  std::string text;
  std::string step;                       // id of the next step that it is, "" for none
  std::vector<std::string> engines;       // for these only; empty: for all but `not_engines`
  std::vector<std::string> not_engines;
  std::vector<std::string> after;         // ids of steps that come first
  Backing backing;
};

struct Cause {
  std::string text;
  Condition when;                         // what the measures must say; always: nothing measures it
  std::vector<Advice> advice;
};

/// A figure that a source names for the same limit.
struct Mark {
  double value = 0;
  std::string says;
};

struct Symptom {
  std::string id;
  std::string label;
  std::vector<std::string> words;         // how people call it
  std::string says;
  Condition when;                         // always: only a person can say that it is there
  Condition store;                        // over the traits of the present store
  std::vector<Mark> marks;
  std::vector<Cause> causes;
  std::string correction;
  Backing backing;
};

/// Why somebody wants another store.
struct Reason {
  std::string id;
  std::string label;
  std::vector<std::string> words;
  bool wrong = false;                     // not enough by itself
  std::string says;
  std::string first;                      // of a wrong one: what to find out before anything else
  Condition when;                         // what in a profile says it too; always: nothing does
  std::string correction;
  Backing backing;
};

/// What writes wait for when the move ends.
enum class Waits { nothing, lag, lag_or_copy, copy };  // lag_or_copy: the copy, unless changes are captured during it

/// A way to move data.
struct Pattern {
  std::string id;
  std::string label;
  std::string best_for;
  Condition when;                         // over `live`, `capture` and `size_tb`
  std::string risk;
  std::string downtime;
  Waits waits = Waits::copy;
  std::vector<std::string> steps;
  std::optional<double> max_lag_seconds;  // the switch needs a lag below it; absent where there is no lag
  double write_factor = 1;                // writes while it runs, against writes before
  std::string correction;
  Backing backing;
};

/// That the changes of an engine can be read as a stream, and how.
struct Capture {
  std::string engine;
  std::string how;
  Backing backing;
};

/// One end of a path: engines, or words where it is no engine ("self-hosted").
struct Side {
  std::string label;
  std::vector<std::string> engines;
  std::vector<std::string> words;
};

struct Tool {
  std::string name;
  std::string says;
  std::string struck;                     // why it is not the tool that it is often said to be, "" when it is
  Backing backing;
};

struct PathStep {
  std::string text;
  Backing backing;
};

struct Path {
  std::string id;
  Side from, to;
  bool same_engine = false;               // the engine stays, who runs it changes
  bool beside = false;                    // the old store stays, the new one is fed from it
  std::vector<std::string> why;           // ids of reasons and symptoms
  std::string reason;                     // the same in words
  std::string pattern;
  std::vector<Tool> tools;
  std::vector<PathStep> steps;
  std::string correction;
  std::string licence_source;
  Backing backing;
};

/// A step on the store that is there.
struct NextStep {
  std::string id;                         // the same for every engine that has such a step
  std::vector<std::string> engines;
  Condition where;                        // without engines: over the traits of the store
  std::string title;
  std::string does;
  std::string used_up;                    // the measure that says that it gives no more
  Condition used_up_when;                 // the same over the profile; always: nothing measures it
  std::vector<std::string> helps;         // ids of symptoms
  std::vector<std::string> after;
  Backing backing;
};

struct Tables {
  std::string version;
  std::vector<Symptom> symptoms;
  std::vector<Reason> reasons;
  std::vector<Pattern> patterns;          // in the order in which they are considered
  std::vector<Capture> capture;
  std::vector<Path> paths;
  std::vector<NextStep> next_steps;       // in the order in which they are tried

  const Symptom* symptom(std::string_view id) const;
  const Reason* reason(std::string_view id) const;
  const Pattern* pattern(std::string_view id) const;
  const Path* path(std::string_view id) const;
};

/// Reads `{"format": "storewright/migrations@1", …}`. Every problem is reported, with its place.
///
/// Problems: 1400 another format; 1401 a member missing or of the wrong type.
Result<Tables> read_tables(const Json& pack);

/// What the rows say of each other and of the catalogue.
///
/// Problems: 1402 a reference to nothing (engine, source, trait, step, symptom, reason, pattern); 1403 a row that stands
/// twice; 1410 steps that wait for each other, or for one that comes later; 1411 a row that nothing can ever choose.
Problems check_tables(const Tables& tables, const knowledge::Knowledge& knowledge);

/// The ids of all sources that the tables cite, without repeats, in the order of the tables.
std::vector<std::string> sources_of(const Tables& tables);

/// The tables that are built into the command and the module for tools, read once; the page fetches them when first shown.
const Tables& built_in_tables();

}  // namespace storewright::migration
