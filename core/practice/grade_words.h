// Marks an answer in words: reads it, and asks of each criterion whether it is said, said in part, said the other way, or not seen.
#pragma once

#include <string>
#include <vector>

#include "core/base/fields.h"
#include "core/practice/mark.h"
#include "core/practice/text_style.h"

namespace storewright::practice {

struct WordsInput {
  const Vocabulary& vocabulary;
  int owner = -1;
  const std::vector<WordField>& fields;
  const std::vector<Criterion>& criteria;
  const Patterns& patterns;
  const std::vector<std::string>& prompt;     // scenario and labels: the question's own words
  const std::vector<std::string>& model;      // the model answer, which somebody may have copied
};

struct WordsGrade {
  std::vector<Mark> marks;                    // one for each criterion, in its order
  Style style = Style::sentences;
  std::vector<std::string> read_as;           // "read “casandra” as Cassandra"
  bool copied_model = false;                  // more than four fifths of it stand in the model answer
};

/// Marks `texts`: by field id what was written, "text" for the box that takes a whole answer.
WordsGrade grade_words(const WordsInput& input, const NamedTexts& texts);

}  // namespace storewright::practice
