// Each word of an answer as it is meant: misspelt ones repaired, and one thing by one name, so that how something is spelt or
// called changes no count and no distance.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/practice/text_document.h"
#include "core/practice/text_typo.h"
#include "core/practice/vocabulary.h"

namespace storewright::practice {

/// A word that was read as another one.
struct Correction {
  std::string written, meant;
};

/// Repairs misspelt words; those of the question (`prompt`) are right as they are. Returns what a learner should hear of.
std::vector<Correction> repair_words(Document& document, const Vocabulary& vocabulary, const WordSet& prompt);

/// Makes one token of each other name, "change data capture", which then is the first name of that thing, "cdc".
void join_other_names(Document& document, const Vocabulary& vocabulary);

}  // namespace storewright::practice
