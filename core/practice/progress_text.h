// What somebody hands in as progress: a file or a code, told apart by how it begins.
#pragma once

#include <string_view>
#include <vector>

#include "core/practice/progress_code.h"

namespace storewright::practice {

/// Problems: those of `read_progress_json` and `read_progress_code`.
Result<ReadProgress> read_progress(std::string_view text, const std::vector<Skill>& skills);

}  // namespace storewright::practice
