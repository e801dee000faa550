// The list of practice questions, a part of the Practise page, and what its link keeps.
#pragma once

#include "web/app/pages.h"

namespace storewright::app {

/// Draws the filters and the questions by topic; the questions must be there.
void practice_list(State& state);

LinkFields practice_list_link(const State& state);
void practice_list_from_link(State& state, const report::Link& link);

}  // namespace storewright::app
