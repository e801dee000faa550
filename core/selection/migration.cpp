#include "core/selection/migration.h"

namespace storewright::selection {

using knowledge::Engine;
using knowledge::RecordKind;

const Engine* existing_engine(const Evaluation& evaluation) {
  return matched_store(evaluation.knowledge, evaluation.profile.existing_store);
}

std::optional<Migration> migration_of(const Evaluation& evaluation, const std::optional<Primary>& primary) {
  const Engine* from = existing_engine(evaluation);
  if (!from || !primary) return std::nullopt;
  const std::string& base = from->record == RecordKind::engine ? from->id : from->host;
  if (base == primary->engine)
    return Migration{from->id, primary->engine, false,
                     "You run " + from->name + " already: keep it and tune it before you change anything."};
  return Migration{
      from->id, primary->engine, true,
      "Leaving " + from->name +
          " costs work and risk that this answer does not count; move only when a limit you have measured forces it."};
}

}  // namespace storewright::selection
