// A misspelt word of the lexicon, read as what was meant; only where no other reading is possible.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "core/practice/vocabulary.h"

namespace storewright::practice {

/// How many letters must be added, left out, changed or swapped with the next to get from one word to the other; more than
/// `limit` counts as limit + 1.
int letter_edits(std::string_view a, std::string_view b, int limit);

/// Words beside those of the lexicon, sorted.
using WordSet = std::set<std::string, std::less<>>;

/// The word that an unknown word misspells, or "". Two letters that changed places are put back from four letters on, whatever
/// the word, one of `also` too. Else it is a word of the lexicon that is nearer than those of `also`, one edit from five letters on, two from nine; never a second word as near,
/// never across a protected pair or a prefix that turns the meaning round ("in", "un", "de", "non", "a").
std::string corrected(std::string_view word, const Vocabulary& vocabulary, const WordSet& also = {});

/// The listed word that has the very letters of `word`, two neighbours exchanged, or "".
std::string listed_of_its_letters(std::string_view word, const Vocabulary& vocabulary);

}  // namespace storewright::practice
