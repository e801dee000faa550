// A learner's answer cut into tokens, sentences and blocks: one document of all its fields.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/practice/text_fold.h"

namespace storewright::practice {

/// What stands between a token and the one before it.
enum Gap : std::uint8_t { gap_comma = 1, gap_semicolon = 2, gap_colon = 4, gap_arrow = 8, gap_bracket = 16, gap_dash = 32, gap_slash = 64, gap_line = 128 };

struct Token {
  std::uint32_t start = 0, end = 0;           // bytes of the folded field
  int field = 0;
  int sentence = 0;
  std::uint8_t gap = 0;
  bool number = false;
  bool negative = false;                      // "don't" stands for "not", "can't" for "cannot"
  bool joined = false;                        // hangs on the token before by an underscore, as in code
  bool quoted = false;                        // stands in a quotation of several words
  double value = 0;                           // of a number
  int meant = -1;                             // index of the word that is meant, of a misspelt one or of another name; -1: as written
};

struct Sentence {
  std::size_t first = 0, last = 0;            // tokens [first, last)
  int block = 0;                              // paragraph or list, up to a blank line
  bool item = false;                          // begins with a bullet
  int label = 0;                              // of "(b)", "b)", "2." or "2)" at its begin: 2; 0 for none
  bool question = false;
};

struct FieldText {
  std::string id;
  Folded folded;
};

struct Document {
  std::vector<FieldText> fields;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<std::string> meant;             // words that tokens stand for

  /// The word that is meant, folded.
  std::string_view word(const Token& token) const;
  /// The word as it is written, folded.
  std::string_view written(const Token& token) const;
  /// The bytes of the learner's own text that tokens [first, last] of one field cover.
  std::size_t original_start(const Token& token) const { return fields[static_cast<std::size_t>(token.field)].folded.at[token.start]; }
  std::size_t original_end(const Token& token) const;
};

/// Appends a field. A line break ends a sentence unless a long line without a stop goes on in the next one.
void add_field(Document& document, std::string id, std::string_view text);

}  // namespace storewright::practice
