#include "core/practice/typed_number.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/math.h"
#include "core/base/text.h"
#include "core/practice/expression.h"

namespace storewright::practice {
namespace {

constexpr std::size_t most_bytes = 120;
constexpr double largest = 1e15;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + with.size())) text.replace(at, what.size(), with);
  return text;
}

/// "$2400.-", "3000,-" and "2400." without what stands for no cents.
std::string without_cash_dash(std::string text) {
  while (!text.empty() && text.back() == ' ') text.pop_back();
  const std::size_t size = text.size();
  if (size >= 3 && text[size - 1] == '-' && (text[size - 2] == '.' || text[size - 2] == ',') && is_digit(text[size - 3])) text.resize(size - 2);
  else if (size >= 2 && text[size - 1] == '.' && is_digit(text[size - 2])) text.resize(size - 1);
  return text;
}

/// Lower case, with plain spaces, minus, times and division signs.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
  constexpr std::pair<std::string_view, std::string_view> signs[] = {
      {"\u00a0", " "}, {"\u202f", " "}, {"\u2009", " "}, {"\u2212", "-"}, {"\u2013", "-"}, {"\u00d7", "*"}, {"\u00b7", "*"},
      {"\u00f7", "/"}, {"\u2019", "'"}, {"\u00bd", ".5"}, {"\u00bc", ".25"}, {"\u00be", ".75"}, {"\u2248", "~"}, {"\u2264", "<="}};
  for (const auto& [sign, with] : signs) out = replaced(std::move(out), sign, with);
  constexpr std::string_view wide_digits[] = {"\uff10", "\uff11", "\uff12", "\uff13", "\uff14", "\uff15", "\uff16", "\uff17", "\uff18", "\uff19"};
  for (std::size_t digit = 0; digit < 10; ++digit) out = replaced(std::move(out), wide_digits[digit], std::string(1, static_cast<char>('0' + digit)));
  return replaced(without_cash_dash(std::move(out)), " x ", " * ");
}

std::string without_spaces(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != ' ') out += c;
  return out;
}

/// "2.5" with its point moved by `places` digits: "2500" for 3, "0.0025" for -3.
std::string with_point_moved(const std::string& number, int places) {
  const std::size_t point = std::min(number.find('.'), number.size());
  std::string digits = number.substr(0, point);
  if (point < number.size()) digits += number.substr(point + 1);
  int at = static_cast<int>(point) + places;
  if (at <= 0) {
    digits.insert(0, static_cast<std::size_t>(1 - at), '0');
    at = 1;
  }
  if (at > static_cast<int>(digits.size())) digits.append(static_cast<std::size_t>(at) - digits.size(), '0');
  if (at < static_cast<int>(digits.size())) digits.insert(static_cast<std::size_t>(at), 1, '.');
  return digits;
}

/// "2.5e6" and "6e-6" written out, as calculators and languages print them. Beyond 15 digits they stay, and are then unreadable.
std::string without_exponents(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const bool starts = is_digit(text[i]) && (i == 0 || !(is_digit(text[i - 1]) || is_letter(text[i - 1]) || text[i - 1] == '.' || text[i - 1] == ','));
    if (!starts) {
      out += text[i++];
      continue;
    }
    std::size_t e = i;
    while (e < text.size() && (is_digit(text[e]) || text[e] == '.')) ++e;
    const std::string number = text.substr(i, e - i);
    const std::size_t sign = e + 1 < text.size() && text[e] == 'e' ? e + 1 : text.size();
    const bool signed_one = sign < text.size() && (text[sign] == '-' || text[sign] == '+');
    const std::size_t first = signed_one ? sign + 1 : sign;
    std::size_t end = std::min(first, text.size());
    while (end < text.size() && is_digit(text[end])) ++end;
    int exponent = 0;
    for (std::size_t d = first; d < end && exponent <= 15; ++d) exponent = exponent * 10 + (text[d] - '0');
    const bool told = end > first && exponent <= 15 && (end == text.size() || !is_letter(text[end])) && number.find('.') == number.rfind('.');
    out += told ? with_point_moved(number, signed_one && text[sign] == '-' ? -exponent : exponent) : number;
    i = told ? end : e;
  }
  return out;
}

/// What people write before a number without changing it.
std::string without_lead(std::string text) {
  for (bool again = true; again;) {
    again = false;
    text = trimmed(text);
    for (const std::string_view word : {"about", "approximately", "approx.", "around", "roughly", "at most", "up to", "<=", "~", "=", "+"})
      if (text.starts_with(word)) {
        text.erase(0, word.size());
        again = true;
      }
  }
  return text;
}

enum class Separator { none, group, decimal, unclear };

/// What the commas or points of "1.234,5" mean; `other_later`: the other separator stands after the last of them.
Separator meaning_of(std::string_view digits, char mark, bool other_later, bool other_earlier) {
  const std::size_t first = digits.find(mark), last = digits.rfind(mark);
  if (first == digits.npos) return Separator::none;
  const auto run_after = [&](std::size_t at) {
    std::size_t end = at + 1;
    while (end < digits.size() && is_digit(digits[end])) ++end;
    return end - at - 1;
  };
  bool threes = first >= 1 && first <= 3 && digits[0] != '0';
  for (std::size_t at = first; at != digits.npos; at = digits.find(mark, at + 1)) threes = threes && run_after(at) == 3;
  if (first != last) return threes && !other_earlier ? Separator::group : Separator::unclear;
  if (other_later) return threes ? Separator::group : Separator::unclear;
  if (other_earlier) return Separator::decimal;
  if (!threes) return Separator::decimal;
  return mark == ',' ? Separator::group : Separator::unclear;   // 3,000 is English; 3.000 is three or three thousand
}

struct Amount {
  std::optional<double> value;
  std::string problem;
  std::string read_as = {};
};

/// What "63.072" is: a decimal number, unless it is money, which has two decimals.
enum class LonePoint { decimal, unclear };

LonePoint lone_point_of(const Units& units) {
  for (const UnitWords& unit : units.units)
    for (const std::string& word : unit.words)
      if (word.find('$') != word.npos) return LonePoint::unclear;
  return LonePoint::decimal;
}

/// One number with its separators, no sign: "3,000.50", "3 000", "4,5".
Amount read_amount(std::string_view text, LonePoint lone_point) {
  std::string digits;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool groups = text[i] == ' ' || text[i] == '\'' || text[i] == '_';
    if (!groups) {
      digits += text[i];
      continue;
    }
    // Spaces group thousands only: "3 000", not "3 5".
    std::size_t run = 0;
    while (i + 1 + run < text.size() && is_digit(text[i + 1 + run])) ++run;
    if (digits.empty() || run != 3) return {{}, "there are two numbers, and I cannot tell which one you mean"};
  }
  const std::size_t comma = digits.rfind(','), point = digits.rfind('.');
  const bool both = comma != digits.npos && point != digits.npos;
  const Separator commas = meaning_of(digits, ',', both && point > comma, both && point < comma);
  const Separator points = meaning_of(digits, '.', both && comma > point, both && comma < point);
  const bool decimal = points == Separator::unclear && !both && lone_point == LonePoint::decimal && digits.find('.') == point;
  if (points == Separator::unclear && !both && !decimal)
    return {{}, std::string(text) + " may be " + replaced(digits, ".", "") + " or " + digits.substr(0, digits.find('.')) + "; write it without a point, or with two decimals"};
  if (commas == Separator::unclear || (points == Separator::unclear && !decimal)) return {{}, "its points and commas can be read in two ways"};
  std::string number;
  for (const char c : digits) {
    if ((c == ',' && commas == Separator::group) || (c == '.' && points == Separator::group)) continue;
    number += c == ',' ? '.' : c;
  }
  double value = 0;
  if (!parse_number(number, value)) return {{}, "it is no number"};
  return {value, "", decimal ? "read " + std::string(text) + " as a decimal number" : ""};
}

/// The factor of the words around a number, or nothing when they are not among `units`.
std::optional<double> factor_of(std::string around, const Units& units) {
  double factor = 1;
  const auto take = [&](const std::vector<UnitWords>& list) {
    std::size_t best = 0, at = 0;
    double by = 1;
    for (const UnitWords& unit : list)
      for (const std::string& word : unit.words) {
        const std::string bare = without_spaces(word);
        const std::size_t found = around.find(bare);
        if (found == around.npos || bare.size() <= best) continue;
        best = bare.size();
        at = found;
        by = unit.factor;
      }
    around.erase(at, best);
    factor *= by;
  };
  take(units.periods);   // first: "h" must not be found in "a month"
  take(units.units);
  if (!around.empty()) return std::nullopt;
  return factor;
}

/// Takes "k" or "million" from the start of what follows a number.
double take_multiplier(std::string& after) {
  constexpr std::pair<std::string_view, double> words[] = {{"thousand", 1e3}, {"million", 1e6}, {"k", 1e3}};
  for (const auto& [word, factor] : words) {
    if (!after.starts_with(word) || (after.size() > word.size() && is_letter(after[word.size()]))) continue;
    after.erase(0, word.size());
    return factor;
  }
  return 1;
}

TypedNumber unreadable(std::string_view typed, const std::string& why, const Units& units) {
  TypedNumber result{.readability = Readability::unreadable, .problem = "I cannot read “" + shortened(typed, 40) + "”: " + why + "."};
  result.problem += units.name.empty() ? " Write one number." : " Write one number in " + units.name + ".";
  return result;
}

/// "600 + 12 * 200" without any words, or nothing when it is no sum.
std::optional<double> worked_out(const std::string& text) {
  if (text.find_first_of("+*/(-^", 1) == text.npos) return std::nullopt;
  std::string sum;
  for (std::size_t i = 0; i < text.size(); ++i) {
    // Commas inside numbers group thousands; anything else with a comma is no sum.
    const bool group = text[i] == ',' && i + 3 < text.size() && is_digit(text[i + 1]) && is_digit(text[i + 2]) && is_digit(text[i + 3]);
    if (group || text[i] == '$') continue;
    sum += text[i];
  }
  const Result<double> value = evaluate(sum, {});
  return value ? std::optional(*value) : std::nullopt;
}

/// "8-16" is as likely a range as a subtraction.
bool looks_like_range(const std::string& text) {
  const std::size_t minus = text.find('-', 1);
  if (minus == text.npos || text.find_first_of("+*/()^") != text.npos) return false;
  double low = 0, high = 0;
  return parse_number(trimmed(text.substr(0, minus)), low) && parse_number(trimmed(text.substr(minus + 1)), high) && low < high;
}

TypedNumber read_plain(const std::string& text, std::string_view typed, const Units& units) {
  if (looks_like_range(text)) return unreadable(typed, "it may be a range", units);
  const auto in_percent = [&](double value) { return units.shares && value > 0 && value < 1 ? value * 100 : value; };
  if (const std::optional<double> sum = worked_out(text)) return {.readability = Readability::read, .value = in_percent(*sum)};
  const std::size_t first = text.find_first_of("0123456789");
  if (first == text.npos) return unreadable(typed, "there is no number in it", units);
  const std::size_t last = text.find_last_of("0123456789");
  std::size_t begin = first;
  if (begin > 0 && text[begin - 1] == '.') --begin;
  std::string before = without_spaces(text.substr(0, begin));
  std::string after = trimmed(text.substr(last + 1));
  const std::size_t minus = before.find('-');
  const bool negative = minus != before.npos;
  if (negative) before.erase(minus, 1);
  const std::string body = text.substr(begin, last + 1 - begin);
  if (body.find_first_not_of("0123456789., '_") != body.npos) return unreadable(typed, "there is more in it than one number", units);
  const Amount amount = read_amount(body, lone_point_of(units));
  if (!amount.value) return unreadable(typed, amount.problem, units);
  const double multiplier = take_multiplier(after);
  const std::string around = before + without_spaces(after);
  const std::optional<double> factor = factor_of(around, units);
  if (!factor) return unreadable(typed, "I do not know its unit here", units);
  double value = *amount.value * multiplier * *factor;
  if (negative) value = -value;
  return {.readability = Readability::read, .value = around.empty() ? in_percent(value) : value, .read_as = amount.read_as};
}

}  // namespace

TypedNumber read_typed_number(std::string_view typed, const Units& units) {
  const std::size_t start = typed.find_first_not_of(" \t\r\n");
  if (start == typed.npos) return {};
  const std::size_t end = typed.find_last_not_of(" \t\r\n") + 1;
  if (typed.size() > most_bytes || !valid_utf8(typed)) return unreadable(typed.substr(0, valid_utf8_prefix(typed)), "it is too long or not text", units);
  std::string text = without_exponents(plain(typed.substr(start, end - start)));
  const std::size_t equals = text.rfind('=');
  if (equals != text.npos && equals > 0 && text[equals - 1] != '<') text.erase(0, equals + 1);
  TypedNumber result = read_plain(without_lead(std::move(text)), typed.substr(start, end - start), units);
  if (result.readability == Readability::read && (result.value > largest || result.value < -largest))
    result = unreadable(typed.substr(start, end - start), "it is larger than anything here", units);
  result.start = start;
  result.end = end;
  return result;
}

}  // namespace storewright::practice
