// storewright-static PACKS_DIR OUT_DIR: writes the guide's packs as HTML pages.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "core/knowledge/knowledge.h"
#include "web/site/static_pages.h"

namespace {

namespace fs = std::filesystem;
using namespace storewright;

Result<Json> read_pack(const fs::path& folder, const std::string& name) {
  std::ifstream file(folder / (name + ".json"), std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return read_json(text.str(), pack_limits);
}

int complain(const Problems& problems) {
  for (const Problem& problem : problems)
    std::fprintf(stderr, "SW-%d %s: %s\n", problem.code, problem.where.c_str(), problem.message.c_str());
  return 1;
}

bool write_file(const fs::path& path, const std::string& text) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.flush();
  if (file) return true;
  std::fprintf(stderr, "storewright-static: cannot write %s\n", path.string().c_str());
  return false;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::fprintf(stderr, "usage: storewright-static PACKS_DIR OUT_DIR\n");
    return 2;
  }
  const fs::path packs = arguments[1];
  const fs::path out = arguments[2];
  const Result<Json> list = read_pack(packs, "guide");
  if (!list) return complain(list.problems());
  const Result<guide::Index> index = guide::read_index(*list);
  if (!index) return complain(index.problems());
  std::vector<guide::Chapter> chapters;
  for (const guide::Part& part : index->parts)
    for (const guide::ChapterEntry& entry : part.chapters) {
      const Result<Json> pack = read_pack(packs, guide::chapter_pack_name(entry.id));
      if (!pack) return complain(pack.problems());
      Result<guide::Chapter> chapter = guide::read_chapter(*pack);
      if (!chapter) return complain(chapter.problems());
      chapters.push_back(chapter.take());
    }
  const auto pages = site::static_pages(*index, chapters, knowledge::built_in());
  if (!pages) return complain(pages.problems());
  // Pages of chapters that are gone go with them.
  std::error_code error;
  fs::remove_all(out, error);
  for (const auto& [path, text] : *pages)
    if (!write_file(out / path, text)) return 1;
  return 0;
}
