// The parts of the reference and what they share.
#pragma once

#include <string>
#include <string_view>

#include "web/app/pages.h"

namespace storewright::app {

/// One part: its place below "reference", its name in the index, how it is drawn, and its state in links.
struct ReferencePart {
  std::string_view part;
  std::string_view title;
  void (*draw)(State& state);
  LinkFields (*to_link)(const State& state);
  void (*from_link)(State& state, const report::Link& link);
};

/// The part of that name, or null: then it is the id of a record.
const ReferencePart* find_reference_part(std::string_view part);

/// The index of the reference: a link to each part.
void reference_index(const State& state);

/// The pack of the reference is here; otherwise asks for it and says how it stands.
bool reference_is_here(State& state);

void records_page(State& state);
LinkFields records_link(const State& state);
void records_from_link(State& state, const report::Link& link);

void glance_page(State& state);
LinkFields glance_link(const State& state);
void glance_from_link(State& state, const report::Link& link);

void cheat_sheet_page(State& state);
LinkFields cheat_sheet_link(const State& state);
void cheat_sheet_from_link(State& state, const report::Link& link);

void checklist_page(State& state);
LinkFields checklist_link(const State& state);
void checklist_from_link(State& state, const report::Link& link);

/// "Money needs transactions": ids of rules are written to be read.
std::string rule_title(std::string_view id);

void rules_page(State& state);
LinkFields rules_link(const State& state);
void rules_from_link(State& state, const report::Link& link);

void compare_page(State& state);
LinkFields compare_link(const State& state);
void compare_from_link(State& state, const report::Link& link);

void audit_page(State& state);
LinkFields audit_link(const State& state);
void audit_from_link(State& state, const report::Link& link);
/// The checked figures of the reference or of the practice questions, as the host fetched them.
void audit_take_pack(State& state, std::string_view name, const Result<Json>& pack);

void published_page(State& state);
void branches_page(State& state);

/// The store that the profile leads to, and why, with a link to Decide that carries the same answers.
void answer_so_far(State& state, std::string_view progress);

}  // namespace storewright::app
