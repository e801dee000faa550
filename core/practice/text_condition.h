// Does an answer fulfil a condition over its mentions, and which of them show it?
#pragma once

#include <cstddef>
#include <vector>

#include "core/practice/text_mentions.h"
#include "core/practice/words.h"

namespace storewright::practice {

struct Match {
  bool found = false;
  std::vector<std::size_t> evidence;          // indices of mentions
};

/// Looks at every mention a fixed number of times for each part of the condition: linear in the answer.
Match match(const TextCondition& condition, const Reading& reading, const Vocabulary& vocabulary);

/// The same, with all that fulfils the condition as evidence: each clause or sentence in which it does.
Match match_everywhere(const TextCondition& condition, const Reading& reading, const Vocabulary& vocabulary);

/// Mentions of concepts that the condition speaks of, whatever is said of them; slots are left out. At most `most`.
std::vector<std::size_t> touched(const TextCondition& condition, const Reading& reading, const Vocabulary& vocabulary, std::size_t most);

}  // namespace storewright::practice
