// Which record of the catalogue people mean by the name they use.
#pragma once

#include <string_view>

#include "core/knowledge/knowledge.h"

namespace storewright::selection {

/// The record that a person means by a free text such as "Postgres 14 on RDS"; null when none is near.
const knowledge::Engine* matched_store(const knowledge::Knowledge& knowledge, std::string_view text);

/// The note "retired/NAME" about a store that is offered no more, when the text names it; null otherwise.
const knowledge::Note* retired_store(const knowledge::Knowledge& knowledge, std::string_view text);

}  // namespace storewright::selection
