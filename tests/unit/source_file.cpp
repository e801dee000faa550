#include "tests/unit/source_file.h"

#include <fstream>
#include <sstream>

namespace storewright {

const std::string& source_root() {
  static const std::string root = STOREWRIGHT_SOURCE_DIR;
  return root;
}

std::string source_file(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(source_root() + "/" + path, std::ios::binary).rdbuf();
  return text.str();
}

}  // namespace storewright
