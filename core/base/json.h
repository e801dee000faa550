// A JSON value, read within limits and written in a fixed key order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/result.h"

namespace storewright {

struct JsonMember;

/// A JSON value as read: objects keep the order of the text and have unique keys.
class Json {
 public:
  using Array = std::vector<Json>;
  using Object = std::vector<JsonMember>;

  Json() = default;  // null
  explicit Json(bool value);
  explicit Json(double value);
  explicit Json(std::string value);
  explicit Json(Array value);
  explicit Json(Object value);

  bool is_null() const { return std::holds_alternative<std::monostate>(state_); }
  // Each returns null when the value is of another kind.
  const bool* boolean() const { return std::get_if<bool>(&state_); }
  const double* number() const { return std::get_if<double>(&state_); }
  const std::string* text() const { return std::get_if<std::string>(&state_); }
  const Array* array() const { return std::get_if<Array>(&state_); }
  const Object* object() const { return std::get_if<Object>(&state_); }
  Array* array() { return std::get_if<Array>(&state_); }
  Object* object() { return std::get_if<Object>(&state_); }

  /// The member of an object, or null when this is no object or has no such key.
  const Json* find(std::string_view key) const;

 private:
  std::variant<std::monostate, bool, double, std::string, Array, Object> state_;
};

struct JsonMember {
  std::string key;
  Json value;
};

// Here, because the variant can only be built once its members are complete.
inline Json::Json(bool value) : state_(value) {}
inline Json::Json(double value) : state_(value) {}
inline Json::Json(std::string value) : state_(std::move(value)) {}
inline Json::Json(Array value) : state_(std::move(value)) {}
inline Json::Json(Object value) : state_(std::move(value)) {}

struct JsonLimits {
  std::size_t max_bytes = std::size_t{1} << 20;  // parameters; packs are read with `pack_limits`
  int max_depth = 64;
};
inline constexpr JsonLimits pack_limits{std::size_t{16} << 20, 64};

/// Reads one JSON text (RFC 8259, UTF-8).
///
/// Problems: 1001 larger than the limit; 1002 not JSON (where = "byte N"); 1003 a key stands twice in one object
/// (where = its JSON Pointer); 1004 nested too deeply; 1005 broken UTF-8; 1006 a number beyond 1.8e308.
Result<Json> read_json(std::string_view text, JsonLimits limits = {});

/// `value` inside the JSON Pointer `base` (RFC 6901): "/a" + "b/c" is "/a/b~1c".
std::string pointer_to(std::string_view base, std::string_view key);
std::string pointer_to(std::string_view base, std::size_t index);

/// Writes JSON as it goes, with no value tree in between. Keys come out in the order they are written.
class JsonWriter {
 public:
  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);
  JsonWriter& text(std::string_view value);
  JsonWriter& number(double value);  // shortest digits that read back as the same double; not finite: null
  JsonWriter& integer(std::int64_t value);
  JsonWriter& boolean(bool value);
  JsonWriter& null();
  JsonWriter& raw(std::string_view json);  // a complete JSON value that is already written
  JsonWriter& value(const Json& value);

  JsonWriter& member(std::string_view name, std::string_view value) { return key(name).text(value); }
  JsonWriter& member(std::string_view name, const char* value) { return key(name).text(value); }
  JsonWriter& member(std::string_view name, const std::string& value) { return key(name).text(value); }
  JsonWriter& member(std::string_view name, double value) { return key(name).number(value); }
  JsonWriter& member(std::string_view name, int value) { return key(name).integer(value); }
  JsonWriter& member(std::string_view name, std::int64_t value) { return key(name).integer(value); }
  JsonWriter& member(std::string_view name, bool value) { return key(name).boolean(value); }

  const std::string& written() const { return out_; }
  std::string take() { return std::move(out_); }

 private:
  void before_value();

  std::string out_;
  bool needs_comma_ = false;
};

/// The shortest decimal digits that read back as the same double; integers below 2^53 without a point.
std::string shortest_number(double value);

}  // namespace storewright
