// storewright-pack CONTENT_DIR OUT_DIR: writes <name>.json and <name>_pack.cpp of each content pack, and the packs of the guide.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "web/site/guide.h"
#include "web/site/pack.h"

namespace {

namespace fs = std::filesystem;

storewright::site::ContentFiles read_content(const fs::path& folder) {
  storewright::site::ContentFiles files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    const fs::path ending = entry.path().extension();
    if (!entry.is_regular_file() || (ending != ".json" && ending != ".md")) continue;
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

int complain(const storewright::Problems& problems) {
  for (const storewright::Problem& problem : problems)
    std::fprintf(stderr, "SW-%d %s: %s\n", problem.code, problem.where.c_str(), problem.message.c_str());
  return 1;
}

/// Also takes away the packs of chapters that are gone.
bool write_guide(const fs::path& out, const storewright::site::GuidePacks& guide) {
  std::vector<fs::path> gone;
  for (const fs::directory_entry& entry : fs::directory_iterator(out)) {
    const std::string name = entry.path().stem().string();
    if (name.rfind("guide_", 0) == 0 && guide.packs.count(name) == 0) gone.push_back(entry.path());
  }
  for (const fs::path& path : gone) fs::remove(path);
  for (const auto& [name, text] : guide.packs)
    if (!write_file(out / (name + ".json"), text)) return false;
  return true;
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

  const storewright::site::ContentFiles files = read_content(arguments[1]);
  const auto packs = storewright::site::assemble_packs(files);
  if (!packs) return complain(packs.problems());
  const auto guide = storewright::site::assemble_guide(files);
  if (!guide) return complain(guide.problems());
  const fs::path out = arguments[2];
  fs::create_directories(out, error);
  for (const auto& [name, text] : *packs)
    if (!write_file(out / (name + ".json"), text) || !write_file(out / (name + "_pack.cpp"), storewright::site::pack_source(name, text)))
      return 1;
  return write_guide(out, *guide) ? 0 : 1;
}
