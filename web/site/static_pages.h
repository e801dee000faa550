// The guide as plain HTML: pages that read well without any script, from the same packs as the live ones.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/guide/chapter.h"
#include "core/knowledge/knowledge.h"

namespace storewright::site {

/// Pages by path below the site's root: "guide/index.html", "guide/factors/consistency/index.html".
///
/// Every address in them is relative. `assemble.mjs` replaces @HASH@ by the folder of scripts and styles, and the line
/// @CANONICAL:path@ by a canonical link, or by nothing when the site's address is not known.
///
/// Problems: 1432 a figure or widget that has no static form.
Result<std::map<std::string, std::string>> static_pages(const guide::Index& index,
                                                        const std::vector<guide::Chapter>& chapters,
                                                        const knowledge::Knowledge& knowledge);

}  // namespace storewright::site
