#include "core/practice/text_fold.h"

#include <cstddef>

namespace storewright::practice {
namespace {

struct Character {
  std::uint32_t code = 0;
  std::size_t bytes = 1;
};

constexpr std::uint32_t broken = 0xFFFD;

/// The character at `at`; a byte that starts none is one broken character, so that reading always goes on.
Character character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
  const std::uint32_t first = byte(at);
  if (first < 0x80) return {first, 1};
  const std::size_t bytes = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || at + bytes > text.size()) return {broken, 1};
  std::uint32_t code = first & (0x7Fu >> bytes);
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((byte(at + i) & 0xC0u) != 0x80u) return {broken, 1};
    code = code << 6 | (byte(at + i) & 0x3Fu);
  }
  return {code, bytes};
}

// U+00C0 to U+00FF and U+0100 to U+017F by their base letter.
constexpr std::string_view latin_1 = "aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo/ouuuuypy";
constexpr std::string_view latin_a =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(latin_1.size() == 64 && latin_a.size() == 128);

bool vanishes(std::uint32_t code) {
  return (code >= 0x300 && code <= 0x36F) || (code >= 0x200B && code <= 0x200D) || code == 0x2060 || code == 0xFEFF || code == 0xAD;
}

/// The folded form of one character, of at most two letters.
std::string_view fold(std::uint32_t code) {
  // A backtick quotes code as an apostrophe does.
  static constexpr std::string_view ascii =
      "                                 !\"#$%&'()*+,-./0123456789:;<=>?@abcdefghijklmnopqrstuvwxyz[\\]^_'abcdefghijklmnopqrstuvwxyz{|}~ ";
  static_assert(ascii.size() == 128);
  static constexpr char unknown[] = {foreign_letter, '\0'};
  if (code == '\n') return "\n";
  if (code < 0x80) return ascii.substr(code, 1);
  if (code >= 0xC0 && code <= 0xFF) return latin_1.substr(code - 0xC0, 1);
  if (code >= 0x100 && code <= 0x17F) return latin_a.substr(code - 0x100, 1);
  if (code == 0xA0 || (code >= 0x2000 && code <= 0x200A) || code == 0x202F || code == 0x3000) return " ";
  if (code == 0x2018 || code == 0x2019 || code == 0x201A || code == 0x02BC || code == 0xB4) return "'";
  if (code == 0x201C || code == 0x201D || code == 0x201E || code == 0xAB || code == 0xBB) return "\"";
  if (code >= 0x2010 && code <= 0x2015) return "-";
  if (code == 0x2212) return "-";
  if (code == 0x2190) return "<-";
  if (code == 0x2192 || code == 0x21D2 || code == 0x27A1) return "->";
  if (code == 0x2022 || code == 0xB7 || code == 0x25AA || code == 0x25CF) return "*";
  if (code == 0x2026) return " ";                // "SELECT … FOR UPDATE" leaves something out and goes on
  if (code == 0x2028 || code == 0x2029 || code == 0x85) return "\n";
  if (code == 0xD7) return "x";
  if (code == 0x20AC || code == 0xA3) return "$";
  return unknown;
}

}  // namespace

Folded folded(std::string_view utf8) {
  Folded out;
  out.text.reserve(utf8.size());
  out.at.reserve(utf8.size() + 1);
  for (std::size_t at = 0; at < utf8.size();) {
    const Character character = character_at(utf8, at);
    if (!vanishes(character.code))
      for (const char letter : fold(character.code)) {
        out.text += letter;
        out.at.push_back(static_cast<std::uint32_t>(at));
      }
    at += character.bytes;
  }
  out.at.push_back(static_cast<std::uint32_t>(utf8.size()));
  return out;
}

}  // namespace storewright::practice
