// The groups of methods, one function each. A new group is a line here and one in `methods()`.
#pragma once

#include <vector>

#include "core/api/api.h"

namespace storewright::api {

std::vector<Method> selection_methods();  // recommend
std::vector<Method> whatif_methods();     // flips, next_question, recommend.worlds
std::vector<Method> sharding_methods();   // sharding.ring, sharding.plan, sharding.tail_latency
std::vector<Method> cost_methods();       // cost.tco, cost.serverless
std::vector<Method> price_methods();      // cost.compare, cost.dynamodb, cost.quoted, cost.prices
std::vector<Method> scaling_methods();    // scaling.stage, .project, .urgency, .technologies, .plan, guide.filters
std::vector<Method> sheet_methods();      // one for each file of content/calculators: cost.hidden, scaling.degradation, …
std::vector<Method> practice_methods();   // practice.list, .question, .variant, .solution, .grade
std::vector<Method> progress_methods();   // practice.skills, .review, .due, .progress, .merge
std::vector<Method> case_methods();       // cases.list, cases.show
std::vector<Method> consistency_methods();  // consistency.lost_update, consistency.replica_lag
std::vector<Method> polyglot_methods();   // polyglot.check, polyglot.select, hosting.compare
std::vector<Method> sizing_methods();     // sizing.vectors
std::vector<Method> link_methods();       // link.encode, link.decode
std::vector<Method> migration_methods();  // migration.symptoms, .path, .pattern, .dual_write, .reasons
std::vector<Method> reference_methods();  // reference.records, reference.record
std::vector<Method> reference_form_methods();  // reference.categories, reference.cheat_sheet, reference.checklist
std::vector<Method> rule_methods();  // reference.rules, reference.compare
std::vector<Method> published_methods();  // reference.published, published.nearest
std::vector<Method> audit_methods();  // audit.claims

}  // namespace storewright::api
