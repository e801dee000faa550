// storewright-pack CONTENT_DIR OUT_DIR: writes <name>.json and <name>_pack.cpp of each content pack.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "web/site/pack.h"

namespace {

namespace fs = std::filesystem;

storewright::site::ContentFiles read_content(const fs::path& folder) {
  storewright::site::ContentFiles files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().extension() != ".json") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    files.emplace(fs::relative(entry.path(), folder).generic_string(), text.str());
  }
  return files;
}

bool write_file(const fs::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.flush();
  if (file) return true;
  std::fprintf(stderr, "storewright-pack: cannot write %s\n", path.string().c_str());
  return false;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::fprintf(stderr, "usage: storewright-pack CONTENT_DIR OUT_DIR\n");
    return 2;
  }
  std::error_code error;
  if (!fs::is_directory(arguments[1], error)) {
    std::fprintf(stderr, "storewright-pack: there is no folder %s\n", arguments[1]);
    return 2;
  }

  const auto packs = storewright::site::assemble_packs(read_content(arguments[1]));
  if (!packs) {
    for (const storewright::Problem& problem : packs.problems())
      std::fprintf(stderr, "SW-%d %s: %s\n", problem.code, problem.where.c_str(), problem.message.c_str());
    return 1;
  }
  const fs::path out = arguments[2];
  fs::create_directories(out, error);
  for (const auto& [name, text] : *packs)
    if (!write_file(out / (name + ".json"), text) || !write_file(out / (name + "_pack.cpp"), storewright::site::pack_source(name, text)))
      return 1;
  return 0;
}
