#include "core/base/text.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "core/base/json.h"
#include "core/base/math.h"

namespace storewright {
namespace {

/// A finite number as decimal digits: 0.DIGITS times ten to `point`. 12.5 is {false, "125", 2}.
struct Decimal {
  bool negative = false;
  std::string digits;
  int point = 0;
};

/// From the shortest digits, so that rounding for the screen starts from the number people see elsewhere.
Decimal decimal_of(double value) {
  Decimal decimal;
  const std::string shortest = shortest_number(value);
  std::string_view text = shortest;
  decimal.negative = text.starts_with('-');
  if (decimal.negative) text.remove_prefix(1);
  if (const std::size_t e = text.find('e'); e != text.npos) {
    decimal.point = std::atoi(shortest.c_str() + shortest.find('e') + 1);
    text = text.substr(0, e);
  }
  const std::size_t dot = std::min(text.find('.'), text.size());
  decimal.digits = text.substr(0, dot);
  if (dot < text.size()) decimal.digits += text.substr(dot + 1);
  decimal.point += static_cast<int>(dot);
  return decimal;
}

/// Digits before and after the point, exactly `decimals` of the latter; halves away from zero.
std::string fixed(const Decimal& decimal, int decimals) {
  const int kept = decimal.point + decimals;  // how many of the digits survive
  std::string digits = decimal.digits;
  bool up = false;
  if (kept < 0) {
    digits.clear();
  } else if (kept < static_cast<int>(digits.size())) {
    up = digits[static_cast<std::size_t>(kept)] >= '5';
    digits.resize(static_cast<std::size_t>(kept));
  }
  // Now the digits of value * 10^decimals as a whole number, at least one of them before the point.
  digits.append(static_cast<std::size_t>(std::max(0, kept - static_cast<int>(digits.size()))), '0');
  const auto least = static_cast<std::size_t>(decimals) + 1;
  if (digits.size() < least) digits.insert(0, least - digits.size(), '0');
  if (up) {
    std::size_t at = digits.size();
    while (at > 0 && digits[at - 1] == '9') digits[--at] = '0';
    if (at == 0)
      digits.insert(0, 1, '1');
    else
      ++digits[at - 1];
  }
  const bool zero = digits.find_first_not_of('0') == digits.npos;
  const std::size_t leading = digits.find_first_not_of('0');
  const std::size_t whole = digits.size() - static_cast<std::size_t>(decimals);
  digits.erase(0, std::min(leading, whole - 1));
  if (decimals > 0) digits.insert(digits.size() - static_cast<std::size_t>(decimals), 1, '.');
  return decimal.negative && !zero ? "-" + digits : digits;
}

void group_thousands(std::string& number) {
  const std::size_t first = number.starts_with('-') ? 1 : 0;
  std::size_t at = std::min(number.find('.'), number.size());
  while (at > first + 3) {
    at -= 3;
    number.insert(at, 1, ',');
  }
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Levenshtein distance, upper and lower case alike.
std::size_t edits_between(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (lower(a[i - 1]) == lower(b[j - 1]) ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_unreserved(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.' || c == '_' ||
         c == '~';
}

int hex_digit(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// Bytes of the character that starts `text`, 0 when it is cut or broken (RFC 3629: no surrogates, no overlong forms).
std::size_t character_size(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return 1;
  const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() < size) return 0;
  for (std::size_t i = 1; i < size; ++i)
    if ((byte(i) & 0xC0) != 0x80) return 0;
  if (first == 0xE0 && byte(1) < 0xA0) return 0;
  if (first == 0xED && byte(1) > 0x9F) return 0;
  if (first == 0xF0 && byte(1) < 0x90) return 0;
  if (first == 0xF4 && byte(1) > 0x8F) return 0;
  return size;
}

}  // namespace

std::string display_number(double value, int decimals) {
  if (value != value) return "unknown";
  if (!is_finite(value)) return value > 0 ? "unlimited" : "-unlimited";
  if (value >= 1e18 || value <= -1e18) return shortest_number(value);
  std::string out = fixed(decimal_of(value), decimals);
  if (decimals > 0) {
    out.erase(out.find_last_not_of('0') + 1);
    if (out.ends_with('.')) out.pop_back();
  }
  group_thousands(out);
  return out;
}

std::string display_percent(double share, int decimals) {
  if (!is_finite(share)) return display_number(share) + " %";
  Decimal decimal = decimal_of(share);
  decimal.point += 2;  // times a hundred without a rounding error
  std::string out = fixed(decimal, decimals);
  group_thousands(out);
  return out + " %";
}

std::string sentence_list(std::span<const std::string> words) {
  if (words.empty()) return "";
  if (words.size() == 1) return words[0];
  return joined(words.first(words.size() - 1), ", ") + " and " + words.back();
}

std::string joined(std::span<const std::string> words, std::string_view separator) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += separator;
    out += words[i];
  }
  return out;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == text.npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string trimmed(std::string_view text) {
  constexpr std::string_view space = " \t\r\n\f\v";
  const std::size_t first = text.find_first_not_of(space);
  if (first == text.npos) return "";
  return std::string(text.substr(first, text.find_last_not_of(space) - first + 1));
}

std::string nearest_word(std::string_view word, std::span<const std::string_view> candidates) {
  const std::size_t limit = std::max<std::size_t>(1, word.size() / 3);
  std::size_t fewest = limit + 1;
  std::string_view nearest;
  for (const std::string_view candidate : candidates) {
    const std::size_t longer = std::max(word.size(), candidate.size());
    const std::size_t shorter = std::min(word.size(), candidate.size());
    if (longer - shorter >= fewest) continue;  // each missing letter is an edit; also spares us huge words
    const std::size_t edits = edits_between(word, candidate);
    if (edits >= fewest) continue;
    fewest = edits;
    nearest = candidate;
  }
  return std::string(nearest);
}

std::string percent_encoded(std::string_view text, std::string_view keep) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (is_unreserved(c) || keep.find(c) != keep.npos) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape =
        text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 && hex_digit(text[i + 2]) >= 0;
    if (!escape) {
      out += text[i];
      continue;
    }
    out += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
    i += 2;
  }
  return out;
}

bool valid_utf8(std::string_view text) { return valid_utf8_prefix(text) == text.size(); }

std::size_t valid_utf8_prefix(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t size = character_size(text.substr(at));
    if (size == 0) break;
    at += size;
  }
  return at;
}

std::string shortened(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return std::string(text);
  text = text.substr(0, max_bytes);
  return std::string(text.substr(0, valid_utf8_prefix(text))) + "…";
}

bool parse_number(std::string_view text, double& value) {
  std::size_t at = 0;
  const auto digits = [&] {
    const std::size_t start = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    return at - start;
  };
  if (at < text.size() && text[at] == '-') ++at;
  std::size_t count = digits();
  if (at < text.size() && text[at] == '.') {
    ++at;
    count += digits();
  }
  if (count == 0) return false;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    if (digits() == 0) return false;
  }
  if (at != text.size()) return false;
  // strtod rounds correctly in glibc and musl alike; the grammar above keeps out its "inf", "nan" and hexadecimal
  // forms.
  const double parsed = std::strtod(std::string(text).c_str(), nullptr);
  if (!is_finite(parsed)) return false;
  value = parsed + 0.0;  // -0 becomes 0
  return true;
}

std::string escaped_markup(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') out += c;
    }
  }
  return out;
}

unsigned long long fnv1a(std::string_view text) {
  std::uint64_t hash = 14695981039346656037u;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1099511628211u;
  }
  return hash;
}

std::string hex(unsigned long long value, int digits) {
  constexpr char names[] = "0123456789abcdef";
  std::string out(static_cast<std::size_t>(digits), '0');
  for (auto digit = out.rbegin(); digit != out.rend(); ++digit, value >>= 4) *digit = names[value & 15];
  return out;
}

}  // namespace storewright
