// What the checked figures hold once a page shows them: their packs, and what was asked of the list.
#pragma once

#include <memory>

#include "core/audit/query.h"
#include "web/app/state.h"

namespace storewright::app {

struct AuditState {
  Fetched<audit::Audit> of_reference;
  Fetched<audit::Audit> of_questions;  // fetched with a solution only, since they give answers away
  audit::ClaimQuery query;
  LinkFields unknown;  // of the link it was opened with, kept
};

/// The state, made when it is first needed.
inline AuditState& audit_state(State& state) {
  if (!state.audit) state.audit = std::make_shared<AuditState>();
  return *state.audit;
}

/// One checked figure: what is quoted, what it comes to, what to do, and on demand how.
enum class ClaimStanding { card, item };
void claim_entry(State& state, const audit::Claim& claim, int heading_level, ClaimStanding standing);

/// The figures of a practice question's answer, or nothing where none belongs to it. Fetches them when it must.
void claims_of_question(State& state, std::string_view question);

}  // namespace storewright::app
