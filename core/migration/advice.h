// All that is known about leaving the present store of a profile, or staying with it: the next step on it comes first.
#pragma once

#include <string>
#include <vector>

#include "core/migration/next_steps.h"
#include "core/migration/paths.h"
#include "core/migration/pattern.h"
#include "core/migration/reasons.h"
#include "core/selection/recommend.h"

namespace storewright::migration {

struct MigrationAdvice {
  Symptoms symptoms;
  Reasons reasons;
  Ladder ladder;
  bool must_leave = false;           // a hard rule rejects the present store for what it lacks, not for its size
  std::string must_leave_because;
  std::string first;                 // what to do first, in one sentence
  std::string why_not_yet;           // why not another store before that; "" when nothing speaks against it
  const Path* path = nullptr;        // the row of the matrix, where one leads to the answer or helps the reasons given
  Truth path_fits = Truth::unknown;  // its reason is one of those of the profile
  MoveAnswer move;                   // by which pattern, with what the profile says of size and engine
  std::vector<std::string> steps;    // of the path, else of the pattern
};

/// For a recommendation whose `migration` is there.
MigrationAdvice advise(const selection::Profile& profile, const selection::Recommendation& answer,
                       const knowledge::Knowledge& knowledge, const Tables& tables);

/// The members that `migration` of the answer has besides from, to, needed and note.
void write_advice(JsonWriter& writer, const MigrationAdvice& advice);

// The parts, for methods of their own.
void write_symptoms(JsonWriter& writer, const Symptoms& symptoms);
void write_ladder(JsonWriter& writer, const Ladder& ladder);
void write_reasons(JsonWriter& writer, const Reasons& reasons);
void write_path(JsonWriter& writer, const Path& path);
void write_move(JsonWriter& writer, const MoveAnswer& move);

}  // namespace storewright::migration
