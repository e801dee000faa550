// Calls of `recommend` a second through the method table, as tools call it. tests/bench/bench.mjs does the same with
// core.wasm under Node. Usage: storewright-bench PROFILES.json SECONDS
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "core/api/api.h"
#include "core/base/json.h"

namespace {

std::string text_of(const char* path) {
  std::string text;
  std::FILE* file = std::fopen(path, "rb");
  if (!file) return text;
  char part[4096];
  for (std::size_t got = 0; (got = std::fread(part, 1, sizeof part, file)) > 0;) text.append(part, got);
  std::fclose(file);
  return text;
}

double seconds_now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::fprintf(stderr, "usage: storewright-bench PROFILES.json SECONDS\n");
    return 2;
  }
  const auto profiles = storewright::read_json(text_of(arguments[1]));
  if (!profiles || !profiles->array() || profiles->array()->empty()) {
    std::fprintf(stderr, "%s: not a list of profiles\n", arguments[1]);
    return 1;
  }
  std::vector<std::string> params;
  for (const storewright::Json& profile : *profiles->array()) {
    storewright::JsonWriter writer;
    params.push_back(writer.value(profile).take());
  }

  const double wanted_seconds = std::atof(arguments[2]);
  const double started = seconds_now();
  double elapsed = 0;
  long calls = 0;
  while (elapsed < wanted_seconds) {
    for (const std::string& profile : params) {
      const storewright::api::Reply reply = storewright::api::call("recommend", profile);
      if (!reply.ok) {
        std::fprintf(stderr, "%s\n", reply.json.c_str());
        return 1;
      }
      ++calls;
    }
    elapsed = seconds_now() - started;
  }
  std::printf("%.0f\n", static_cast<double>(calls) / elapsed);
}
