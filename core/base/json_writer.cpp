#include <array>
#include <cstring>

#include "core/base/json.h"
#include "core/base/text.h"

namespace storewright {
namespace {

void append_escaped(std::string& out, char c) {
  constexpr char digits[] = "0123456789abcdef";
  switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: break;
  }
  const auto byte = static_cast<unsigned char>(c);
  if (byte >= 0x20) {
    out += c;
    return;
  }
  out += "\\u00";
  out += digits[byte >> 4];
  out += digits[byte & 15];
}

// Whether any of eight bytes is below `limit` (at most 0x80): a byte that is borrows from its own highest bit.
constexpr std::uint64_t each_byte = 0x0101010101010101u;
bool any_below(std::uint64_t bytes, std::uint64_t limit) {
  return ((bytes - each_byte * limit) & ~bytes & each_byte * 0x80u) != 0;
}

// What stands in JSON as it is. A table, because most names are shorter than the eight bytes that are looked at together.
constexpr auto is_plain = [] {
  std::array<bool, 256> plain = {};
  for (int byte = 0x20; byte < 0x80; ++byte) plain[static_cast<std::size_t>(byte)] = byte != '"' && byte != '\\';
  return plain;
}();

// How many bytes from the start stand in JSON as they are: ASCII without control characters, quote and backslash. Looks
// at eight at once, since most of an answer is such text.
std::size_t plain_prefix(std::string_view text) {
  std::size_t size = 0;
  for (; size + 8 <= text.size(); size += 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + size, 8);
    const bool foreign = (bytes & each_byte * 0x80u) != 0;
    if (foreign || any_below(bytes, 0x20) || any_below(bytes ^ each_byte * '"', 1) ||
        any_below(bytes ^ each_byte * '\\', 1))
      break;
  }
  while (size < text.size() && is_plain[static_cast<unsigned char>(text[size])]) ++size;
  return size;
}

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  // Nearly every text is plain from start to end.
  const std::size_t plain = plain_prefix(text);
  out.append(text.substr(0, plain));
  text.remove_prefix(plain);
  while (!text.empty()) {
    const std::size_t valid = valid_utf8_prefix(text);
    for (const char c : text.substr(0, valid)) append_escaped(out, c);
    text.remove_prefix(valid);
    if (text.empty()) break;
    // What we write must always be JSON, so a broken byte becomes the replacement character.
    out += "\xEF\xBF\xBD";
    text.remove_prefix(1);
  }
  out += '"';
}

}  // namespace

void JsonWriter::before_value() {
  if (needs_comma_) out_ += ',';
  needs_comma_ = true;
}

JsonWriter& JsonWriter::begin_object() {
  before_value();
  out_ += '{';
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::end_object() {
  out_ += '}';
  needs_comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::begin_array() {
  before_value();
  out_ += '[';
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::end_array() {
  out_ += ']';
  needs_comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  before_value();
  append_quoted(out_, name);
  out_ += ':';
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view value) {
  before_value();
  append_quoted(out_, value);
  return *this;
}

JsonWriter& JsonWriter::number(double value) { return raw(shortest_number(value)); }

JsonWriter& JsonWriter::integer(std::int64_t value) { return raw(std::to_string(value)); }

JsonWriter& JsonWriter::boolean(bool value) { return raw(value ? "true" : "false"); }

JsonWriter& JsonWriter::null() { return raw("null"); }

JsonWriter& JsonWriter::raw(std::string_view json) {
  before_value();
  out_ += json;
  return *this;
}

JsonWriter& JsonWriter::value(const Json& value) {
  if (const bool* flag = value.boolean()) return boolean(*flag);
  if (const double* digits = value.number()) return number(*digits);
  if (const std::string* words = value.text()) return text(*words);
  if (const Json::Array* items = value.array()) {
    begin_array();
    for (const Json& item : *items) this->value(item);
    return end_array();
  }
  if (const Json::Object* members = value.object()) {
    begin_object();
    for (const JsonMember& each : *members) key(each.key).value(each.value);
    return end_object();
  }
  return null();
}

}  // namespace storewright
