// How each mention of an answer is meant: stated, negated, ruled out, left for later, one of two, compared, or only asked.
#pragma once

#include <cstddef>
#include <vector>

#include "core/practice/text_mentions.h"

namespace storewright::practice {

/// A phrase that turns what stands near it.
struct TriggerAt {
  std::size_t first = 0, last = 0;            // tokens [first, last]
  TriggerKind kind = TriggerKind::negation;
};

/// What polarity is read from: by token its stem, clause, and the trigger that begins or ends there.
struct PolarityInput {
  const Vocabulary& vocabulary;
  const std::vector<int>& stems;
  const std::vector<int>& clauses;
  const std::vector<TriggerAt>& triggers;
};

/// Sets the polarity of every mention. A trigger reaches eight tokens within its clause and ends at "and" before a new advice.
void read_polarity(Reading& reading, const PolarityInput& input);

}  // namespace storewright::practice
