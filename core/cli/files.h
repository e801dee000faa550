// Reading and writing whole files for the command.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace storewright::cli {

/// The bytes of a file, "-" for standard input; nothing when it cannot be read.
std::optional<std::string> read_file(const std::string& path);

/// Writes a file and the folders above it; false when that fails.
bool write_file(const std::string& path, std::string_view text);

/// Every .json and .md file below a folder, by path relative to it with forward slashes; nothing when there is no such folder.
std::optional<std::map<std::string, std::string>> read_content_files(const std::string& folder);

}  // namespace storewright::cli
