// Makes the packs of the guide: every chapter in content/guide/<part>/ becomes one, and guide.json lists them.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "web/site/pack.h"

namespace storewright::site {

struct GuidePacks {
  std::map<std::string, std::string> packs;     // JSON by name: "guide", "guide_factors_consistency"
  std::set<std::string> cited;                  // ids of the sources that chapters name
  std::map<std::string, std::string> reviewed;  // ISO date by path of the chapter
};

/// Reads content/guide/parts.json and every chapter with what it refers to (notes, sources, engines, the schema of the
/// front matter), and loads each pack once.
///
/// Problems: 1430 front matter; 1431 what a chapter cannot hold; 1432 a reference that leads nowhere; 1408 front matter
/// that does not fit its schema; 1401 and 1403 in parts.json. `where` is "guide/factors/consistency.md:41".
Result<GuidePacks> assemble_guide(const ContentFiles& files);

}  // namespace storewright::site
