#include "core/cli/files.h"

#include <cstdio>
#include <filesystem>

namespace storewright::cli {
namespace {

namespace fs = std::filesystem;

}  // namespace

std::optional<std::string> read_file(const std::string& path) {
  std::error_code error;
  if (path != "-" && fs::is_directory(path, error)) return std::nullopt;
  std::FILE* file = path == "-" ? stdin : std::fopen(path.c_str(), "rb");
  if (!file) return std::nullopt;
  std::string text;
  char piece[65536];
  std::size_t size = 0;
  while ((size = std::fread(piece, 1, sizeof piece, file)) > 0) text.append(piece, size);
  const bool whole = std::ferror(file) == 0;
  if (file != stdin) std::fclose(file);
  return whole ? std::optional<std::string>(std::move(text)) : std::nullopt;
}

bool write_file(const std::string& path, std::string_view text) {
  std::error_code error;
  const fs::path folder = fs::path(path).parent_path();
  if (!folder.empty()) fs::create_directories(folder, error);
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (!file) return false;
  const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  return (std::fclose(file) == 0) && written;
}

std::optional<std::map<std::string, std::string>> read_content_files(const std::string& folder) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) return std::nullopt;
  std::map<std::string, std::string> files;
  fs::recursive_directory_iterator entry(folder, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    const fs::path ending = entry->path().extension();
    if (!entry->is_regular_file() || (ending != ".json" && ending != ".md")) continue;
    std::optional<std::string> text = read_file(entry->path().string());
    if (!text) return std::nullopt;
    files.emplace(fs::relative(entry->path(), folder, error).generic_string(), std::move(*text));
  }
  if (error) return std::nullopt;
  return files;
}

}  // namespace storewright::cli
