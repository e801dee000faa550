// Small text helpers: numbers for people, lists in a sentence, the nearest known word, percent encoding.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace storewright {

/// A number for the screen: thousands separated by commas, at most `decimals` digits after the point, trailing zeros cut.
/// 1234567.891 with 1 decimal is "1,234,567.9". Halves round away from zero, as people read them: 0.285 with 2 decimals is
/// "0.29". From 1e18 on in the form "1e18".
std::string display_number(double value, int decimals = 2);

/// A share (0 to 1) as a percentage: 0.9901 with 1 decimal is "99.0 %". Zeros are kept.
std::string display_percent(double share, int decimals = 1);

/// "a, b and c".
std::string sentence_list(std::span<const std::string> words);

std::string joined(std::span<const std::string> words, std::string_view separator);
std::vector<std::string> split(std::string_view text, char separator);
std::string trimmed(std::string_view text);

/// The candidate with the fewest edits to `word` (at most a third of its length, at least 1), or "" when none is near.
/// Upper and lower case count as the same letter; of equally near candidates the first.
std::string nearest_word(std::string_view word, std::span<const std::string_view> candidates);

/// `{name}` in `pattern` replaced by what `lookup` returns for it.
template <class Lookup>
std::string filled(std::string_view pattern, Lookup&& lookup) {
  std::string out;
  out.reserve(pattern.size() + 32);
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t open = pattern.find('{', at);
    const std::size_t close = open == pattern.npos ? pattern.npos : pattern.find('}', open);
    if (close == pattern.npos) return out.append(pattern.substr(at));
    out.append(pattern.substr(at, open - at));
    out.append(lookup(pattern.substr(open + 1, close - open - 1)));
    at = close + 1;
  }
  return out;
}

/// Percent encoding of everything but unreserved characters and `keep`.
std::string percent_encoded(std::string_view text, std::string_view keep = "");
/// The opposite; a stray or cut escape is kept as it stands. `+` is not a space.
std::string percent_decoded(std::string_view text);

bool valid_utf8(std::string_view text);
/// How many bytes from the start are whole, valid UTF-8 characters; the size of `text` when all are.
std::size_t valid_utf8_prefix(std::string_view text);

/// At most `max_bytes` bytes of `text`, cut between characters and then ended by "…".
std::string shortened(std::string_view text, std::size_t max_bytes);

/// Reads a whole decimal number ("12", "1e6", "0.5"); false when anything else stands there or it is not finite.
bool parse_number(std::string_view text, double& value);

/// Text for HTML and XML, between tags or in quoted attributes. Control characters, which XML cannot hold, are left out.
std::string escaped_markup(std::string_view text);

/// 64-bit FNV-1a: stable ids and digests that need no security.
unsigned long long fnv1a(std::string_view text);
std::string hex(unsigned long long value, int digits = 16);

}  // namespace storewright
