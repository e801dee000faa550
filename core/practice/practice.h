// Everything practice knows: the questions, the patterns by which words are recognised, and the vocabulary of both.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/practice/question.h"
#include "core/practice/skill.h"

namespace storewright::practice {

struct Practice {
  std::vector<Question> questions;
  std::vector<Patterns> patterns;             // one for each question, in its order
  std::vector<Skill> skills;
  Vocabulary vocabulary;

  /// The place of a question, or -1.
  int index_of(std::string_view id) const;
};

/// Reads a practice pack. Problems: those of `read_questions`; 2310 a pattern of no question, criterion or concept; two
/// concepts with one form that is not listed as shared; a protected pair that would be read as one word.
Result<Practice> read_practice(const Json& pack);

/// What is built into the command and core.wasm, read once; the page fetches it when first shown.
const Practice& built_in_practice();

}  // namespace storewright::practice
