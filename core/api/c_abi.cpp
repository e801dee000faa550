// The core behind four C functions: what core.wasm exports and web/host/core.js calls.
//
// sw_alloc gives room for a text, null when there is none, and sw_free takes it back. sw_call answers with UTF-8 JSON that
// is good until the next call; sw_result_size is its length in bytes.
#include <cstddef>
#include <cstdlib>
#include <string>

#include "core/api/api.h"

#ifdef __wasm__
#define STOREWRIGHT_EXPORT(name) __attribute__((used, export_name(#name)))
#else
#define STOREWRIGHT_EXPORT(name)
#endif

namespace {

std::string& reply() {
  static std::string text;
  return text;
}

}  // namespace

extern "C" {

STOREWRIGHT_EXPORT(sw_alloc) char* sw_alloc(std::size_t size) {
  return static_cast<char*>(std::malloc(size ? size : 1));
}

STOREWRIGHT_EXPORT(sw_free) void sw_free(char* text) { std::free(text); }

STOREWRIGHT_EXPORT(sw_call)
const char* sw_call(const char* method, std::size_t method_size, const char* params, std::size_t params_size) {
  reply() = storewright::api::call({method, method_size}, {params, params_size}).json;
  return reply().data();
}

STOREWRIGHT_EXPORT(sw_result_size) std::size_t sw_result_size() { return reply().size(); }
}
