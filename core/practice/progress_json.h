// Progress as a file: JSON with everything that is known, its version and a checksum.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/practice/progress.h"

namespace storewright::practice {

inline constexpr int progress_version = 1;
inline constexpr std::string_view progress_format = "storewright/progress@";

/// JSON of the format "storewright/progress@1"; `check` is a checksum over the rest, however it is laid out.
std::string progress_json(const Progress& progress);

/// Members that this version does not know are kept and written again.
/// Problems: 2321 not JSON, or of another format; 2322 the checksum does not fit; 2323 of a newer version; 2324 a member that is
/// missing, of the wrong type or out of its limits.
Result<Progress> read_progress_json(std::string_view text);

}  // namespace storewright::practice
