// What an answer speaks of: each concept it names, how it is meant, what it is said about, and each number with its unit.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/practice/text_document.h"
#include "core/practice/text_meant.h"
#include "core/practice/vocabulary.h"
#include "core/practice/words.h"

namespace storewright::practice {

enum class Polarity { asserted, negated, rejected, deferred, alternative, compared, asked, quoted };

std::string_view words_of(Polarity polarity);   // "stated", "ruled out", …

/// One concept or number in the text.
struct Mention {
  int concept_index = -1;                     // -1: a number
  std::size_t first = 0, last = 0;            // tokens [first, last]
  int clause = 0;
  int sentence = 0;
  Polarity polarity = Polarity::asserted;
  int partner = -1;                           // of an alternative: the other concept
  bool denied = false;                        // its whole sentence is said not to be true
  bool copied = false;                        // stands in a passage of the question's own words
  std::vector<int> about;                     // slots that it is bound to
  Unit unit = Unit::none;                     // of a number
  double value = 0;                           // of a number, in seconds, per cent, bytes or as it is
};

struct Reading {
  Document document;
  std::vector<Mention> mentions;              // in the order of the text
  std::vector<Correction> corrections;
  std::vector<bool> linked;                   // by sentence: goes on with what the one before says
  std::vector<bool> unsaid;                   // by sentence: ends by denying what it says, "… and do not use it"
  std::size_t copied_tokens = 0;
  std::size_t unknown_tokens = 0;             // words of no concept and no common word
  bool disowned = false;                      // the writer takes back the whole, or quotes it to reject it
};

struct ReadingInput {
  const Vocabulary& vocabulary;
  int owner = -1;                             // index of the question
  const std::vector<std::string>& prompt;     // its own words, which are no answer
  const std::vector<WordField>& fields;
};

/// Reads an answer. Linear in its length.
Reading read_answer(Document document, const ReadingInput& input);

}  // namespace storewright::practice
