// Shared cases: calls whose replies must be the same bytes from the command and from core.wasm.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace storewright::cli {

/// Runs every case of a file {"cases": [{name, method, params or text, …}]} and prints a line for each: name, "ok" or
/// "error", the reply, with tabs between. `text` is the parameter text as it stands, for what is no JSON.
///
/// Problems: those of `read_json`; 1401 a case without name or method.
Result<std::string> case_lines(std::string_view file);

}  // namespace storewright::cli
