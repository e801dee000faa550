// Makes the content packs: every file under content/ becomes base.json (what decides) and evidence.json (why to believe
// it).
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace storewright::site {

struct Packs {
  std::string base;  // JSON, minified, fixed order
  std::string evidence;
};

/// The content files, by path below content/ ("rules/scale.json", "guide/factors/consistency.md"). Packs of records pass
/// over schemas and chapters.
using ContentFiles = std::map<std::string, std::string>;

/// Assembles both packs and loads them once, so that a pack with a problem is never written.
///
/// Problems: those of `read_json`, `load_base_pack` and `with_evidence`; 1401 a file that is missing or lacks its
/// items. `where` starts with the file's path where the problem is one of a file.
Result<Packs> assemble_packs(const ContentFiles& files);

/// A C++ source that defines `knowledge::built_in_base_pack()`, in pieces short enough for every compiler.
std::string base_pack_source(std::string_view base);

}  // namespace storewright::site
