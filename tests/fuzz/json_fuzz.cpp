// A libFuzzer entry for read_json: whatever is read can be written and read again as the same text, nothing crashes.
//
// Run it for a minute from the root of the checkout:
//   clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined -I. core/base/*.cpp tests/fuzz/json_fuzz.cpp -o
//   build/json_fuzz build/json_fuzz -max_len=4096 -max_total_time=60
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "core/base/json.h"
#include "core/base/text.h"

using namespace storewright;

namespace {

std::string written(const Json& json) {
  JsonWriter writer;
  writer.value(json);
  return writer.take();
}

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Result<Json> json = read_json({reinterpret_cast<const char*>(data), size});
  if (!json) {
    for (const Problem& problem : json.problems()) require(valid_utf8(problem.message) && valid_utf8(problem.where));
    return 0;
  }
  const std::string once = written(*json);
  const Result<Json> again = read_json(once, pack_limits);  // escapes may have made it longer than the input's limit
  require(static_cast<bool>(again));
  require(written(*again) == once);
  return 0;
}
