// Which symptoms a profile shows of the store that runs, why, and what to do about each in which order.
#pragma once

#include <string>
#include <vector>

#include "core/migration/situation.h"
#include "core/migration/tables.h"

namespace storewright::migration {

/// A cause that the measures do not exclude.
struct FoundCause {
  const Cause* cause = nullptr;
  Truth shown = Truth::unknown;             // unknown: nothing measured it
  std::vector<std::string> missing;         // fields that would tell
  std::vector<const Advice*> advice;        // for this store, in order
  std::vector<const Advice*> later;         // only after steps that nobody has said to have tried
};

struct Finding {
  const Symptom* symptom = nullptr;
  bool named = false;                       // a person said so; false: the measures do
  std::vector<FoundCause> causes;
  std::vector<std::string> missing;         // of an open one: the fields that would tell
};

struct Symptoms {
  std::vector<Finding> found;
  std::vector<Finding> open;                // measurable, and not measured
  std::vector<std::string> not_known;       // words of the profile that no symptom is called

  bool has(std::string_view id) const;
};

/// A symptom is found when it is named, or when its condition holds and suits the store. A lower bound is inclusive and
/// "above" is strict: 500 ms are no slow read, 501 ms are; 10,000 writes a second are near the ceiling, 9,999 are not.
Symptoms find_symptoms(const Tables& tables, const Situation& situation);

}  // namespace storewright::migration
