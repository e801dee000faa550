// Is the content whole? Every file against its schema, every reference, every id.
#pragma once

#include <map>
#include <string>

#include "core/base/result.h"

namespace storewright::cli {

/// Every problem of the content files (by path below content/), each with file and place in `where`.
///
/// Problems: those of `read_json`; 1408 a file that does not fit its schema, or has none; those of the assembled packs;
/// 1409 a source that nothing cites; those of `read_profile` for presets.
Problems validate_content(const std::map<std::string, std::string>& files);

}  // namespace storewright::cli
