// The method table: JSON in, JSON out. The command, the ES module and the app call the same functions.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/base/fields.h"

namespace storewright::api {

/// A method: its input struct as a field table, and what it does with one.
struct Method {
  std::string_view name;                    // "sharding.ring"
  std::string_view summary;                 // one sentence
  FieldTable fields;
  // Makes an input with its defaults, reads `params` into it, runs, writes the result. Returns problems or nothing.
  Problems (*run)(const Json& params, JsonWriter& result);
  void (*write_params_schema)(JsonWriter& writer);
};

std::span<const Method> methods();

struct Reply {
  bool ok = false;
  std::string json;   // the result, or {"error":{"code","message","where","problems":[…]}}
};

/// Runs one method. Never throws, never keeps state: the same call gives the same bytes.
/// Problems: 1201 no such method (names the nearest); those of `read_json`, of `read_fields` and of the method.
Reply call(std::string_view method, std::string_view params);

/// The reply for problems, as `call` writes it.
std::string error_json(const Problems& problems);

/// "SW-2101".
std::string code_text(int code);

}  // namespace storewright::api
