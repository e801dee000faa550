// Makes the content packs: every file under content/ goes into base (what decides), evidence (why to believe it) or a pack
// of its own kind (the questions, the cases).
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace storewright::site {

/// The packs by name; each is JSON, minified, in a fixed order.
using Packs = std::map<std::string, std::string>;

/// The content files, by path below content/ ("rules/scale.json", "guide/factors/consistency.md"). Packs of records pass
/// over schemas and chapters.
using ContentFiles = std::map<std::string, std::string>;

/// Assembles the packs and loads each once, so that a pack with a problem is never written.
///
/// Problems: those of `read_json` and of the reader of each pack; 1401 a file that is missing or lacks its items.
/// `where` starts with the file's path where the problem is one of a file.
Result<Packs> assemble_packs(const ContentFiles& files);

/// A C++ source that defines `packs::<name>()` of core/base/packs.h, in pieces short enough for every compiler.
std::string pack_source(const std::string& name, std::string_view text);

}  // namespace storewright::site
