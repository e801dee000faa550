// The two things we take from nlohmann/json: its parser, behind our limits, and its shortest digits of a double.
// They share this file because the header takes ten seconds to compile.
#include <algorithm>
#include <array>

#include "core/base/json.h"
#include "core/base/math.h"
#include "core/base/sort.h"
#include "core/base/text.h"

// The parser reports through the handler and never throws; saying so keeps one behaviour in every build.
#define JSON_NOEXCEPTION
#define JSON_NO_IO
#include <nlohmann/json.hpp>

namespace storewright {
namespace {

constexpr int id_of_number_overflow = 406;  // nlohmann's out_of_range for a number beyond the largest double

/// "line 3, column 5" of a byte, both counted from 1, columns in characters.
std::string place_of(std::string_view text, std::size_t offset) {
  std::size_t line = 1;
  std::size_t column = 1;
  for (const char c : text.substr(0, offset)) {
    if (c == '\n') {
      ++line;
      column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
      ++column;
    }
  }
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

/// nlohmann's reason without its prefix ("… while parsing value - ") and without the text it read last, which may end
/// inside a character and may imitate what follows it.
std::string reason_of(std::string_view what) {
  if (const std::size_t dash = what.find(" - "); dash != what.npos) what.remove_prefix(dash + 3);
  return std::string(what.substr(0, what.find("; last read")));
}

Problem not_json(std::string_view text, std::size_t offset, const std::string& reason) {
  return Problem{1002, "byte " + std::to_string(offset),
                 "This is not JSON from " + place_of(text, offset) + " on: " + reason +
                     ". Look there for a missing or extra quote, comma or bracket."};
}

/// Builds a `Json` from the parser's events and stops at the first problem.
class Builder {
 public:
  Builder(std::string_view text, int max_depth) : text_(text), max_depth_(static_cast<std::size_t>(max_depth)) {}

  bool null() { return add(Json()); }
  bool boolean(bool value) { return add(Json(value)); }
  bool number_integer(std::int64_t value) { return add(Json(static_cast<double>(value))); }
  bool number_unsigned(std::uint64_t value) { return add(Json(static_cast<double>(value))); }
  bool number_float(double value, const std::string&) { return add(Json(value)); }
  bool string(std::string& value) { return add(Json(std::move(value))); }
  bool binary(nlohmann::json::binary_t&) { return false; }  // does not occur in text

  bool start_object(std::size_t) { return open(Json(Json::Object{})); }
  bool start_array(std::size_t) { return open(Json(Json::Array{})); }

  bool key(std::string& name) {
    open_.back().key = std::move(name);
    return true;
  }

  bool end_object() {
    if (const std::string* twice = repeated_key(*open_.back().value.object())) {
      open_.back().key = *twice;
      problem_ = Problem{1003, here(), "The member “" + *twice + "” stands twice in one object; keep one of them."};
      return false;
    }
    return close();
  }
  bool end_array() { return close(); }

  bool parse_error(std::size_t position, const std::string& token, const nlohmann::json::exception& error) {
    const std::size_t offset = std::min(position == 0 ? 0 : position - 1, text_.size());
    if (error.id == id_of_number_overflow) {
      const std::size_t start = position < token.size() ? 0 : position - token.size();
      problem_ = Problem{1006, "byte " + std::to_string(start),
                         "The number " + shortened(token, 40) + " at " + place_of(text_, start) +
                             " is beyond 1.8e308, the largest we can hold; write a smaller one."};
    } else {
      problem_ = not_json(text_, offset, reason_of(error.what()));
    }
    return false;
  }

  Result<Json> take() {
    if (problem_.code != 0) return std::move(problem_);
    return std::move(root_);
  }

 private:
  struct Open {
    Json value;       // the array or object that is being filled
    std::string key;  // of the member that is being read
  };

  bool add(Json value) {
    if (open_.empty())
      root_ = std::move(value);
    else if (Json::Array* items = open_.back().value.array())
      items->push_back(std::move(value));
    else
      open_.back().value.object()->push_back({std::move(open_.back().key), std::move(value)});
    return true;
  }

  bool open(Json container) {
    if (open_.size() >= max_depth_) {
      problem_ =
          Problem{1004, here(),
                  "The JSON is nested more than " + std::to_string(max_depth_) + " levels deep; write it flatter."};
      return false;
    }
    open_.push_back({std::move(container), {}});
    return true;
  }

  bool close() {
    Json done = std::move(open_.back().value);
    open_.pop_back();
    return add(std::move(done));
  }

  /// JSON Pointer of the value that is being read.
  std::string here() const {
    std::string pointer;
    for (const Open& level : open_) {
      if (const Json::Array* items = level.value.array())
        pointer = pointer_to(pointer, items->size());
      else
        pointer = pointer_to(pointer, std::string_view(level.key));
    }
    return pointer;
  }

  /// By sorting, because an object of a megabyte may have a hundred thousand members.
  static const std::string* repeated_key(const Json::Object& members) {
    std::vector<const std::string*> keys;
    keys.reserve(members.size());
    for (const JsonMember& member : members) keys.push_back(&member.key);
    sort_stably(keys, [](const std::string* a, const std::string* b) { return *a < *b; });
    const auto twice = std::adjacent_find(keys.begin(), keys.end(),
                                          [](const std::string* a, const std::string* b) { return *a == *b; });
    return twice == keys.end() ? nullptr : *twice;
  }

  std::string_view text_;
  std::size_t max_depth_;
  std::vector<Open> open_;
  Json root_;
  Problem problem_{};
};

}  // namespace

Result<Json> read_json(std::string_view text, JsonLimits limits) {
  if (text.size() > limits.max_bytes)
    return Problem{1001, "",
                   "The text has " + display_number(static_cast<double>(text.size())) + " bytes; at most " +
                       display_number(static_cast<double>(limits.max_bytes)) + " are read. Send less at a time."};
  if (const std::size_t broken = valid_utf8_prefix(text); broken != text.size())
    return Problem{1005, "byte " + std::to_string(broken),
                   "The text is not UTF-8 at " + place_of(text, broken) + "; save it as UTF-8 and try again."};
  // The parser takes a zero byte for the end of its input and would not look at what follows.
  if (const std::size_t zero = text.find('\0'); zero != text.npos)
    return not_json(text, zero, "a zero byte cannot stand in JSON");

  Builder builder(text, limits.max_depth);
  nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
  return builder.take();
}

std::string shortest_number(double value) {
  if (!is_finite(value)) return "null";
  constexpr double exact_integers = 9007199254740992.0;  // 2^53
  if (value > -exact_integers && value < exact_integers && floor_of(value) == value)
    return std::to_string(static_cast<long long>(value));  // also turns -0 into 0

  std::array<char, 64> buffer;
  const char* const end = nlohmann::detail::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  const std::string_view digits(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
  const std::size_t e = digits.find('e');
  if (e == digits.npos) return std::string(digits);

  // "1e+21" and "5e-07" become "1e21" and "5e-7": shorter, and a plus sign would need an escape in links.
  std::string out(digits.substr(0, e + 1));
  std::string_view exponent = digits.substr(e + 1);
  if (exponent.front() == '-') out += '-';
  exponent.remove_prefix(std::min(exponent.find_first_not_of("+-0"), exponent.size()));
  out += exponent;
  return out;
}

}  // namespace storewright
