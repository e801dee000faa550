// A learner's text in the letters that the grader compares: lower case, no accents, plain quotes and dashes; offsets kept.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace storewright::practice {

/// What a letter of another script, an emoji or a broken byte becomes: part of a word that nobody knows.
inline constexpr char foreign_letter = '\x7f';

struct Folded {
  std::string text;                     // ASCII
  std::vector<std::uint32_t> at;        // for each byte of `text`, and its end: the byte of the original that it came from
};

/// Folds UTF-8. Combining marks and zero-width characters vanish, so composed and decomposed letters fold alike.
Folded folded(std::string_view utf8);

}  // namespace storewright::practice
