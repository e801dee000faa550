// What the address of an embedded page asks for: which page, with which values, and what its reader may change.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/report/link.h"

namespace storewright::report {

/// `view=calculate/tco&hours=12&lock=rate&show=hours,rate&theme=dark`, taken apart.
struct Embed {
  Link link;                           // the page and its fields, as a link holds them
  std::vector<std::string> lock = {};  // fields that are shown and stay as they are
  std::vector<std::string> show = {};  // the only fields that are shown; empty: all
  std::string theme = "auto";          // "light", "dark", "auto"
  bool text = false;                   // as plain text instead of drawn
  Problems problems = {};              // what was left out
};

/// Takes the part of an address behind "?" apart. Whatever is wrong with it, a page can be shown.
///
/// Problems: 2602 a value that `theme` or `mode` does not have; 2604 a link version or page name that can't be read.
Embed read_embed(std::string_view query);

/// The own parameter of an embed that a wrong name comes near to, or "".
std::string nearest_parameter(std::string_view name);

}  // namespace storewright::report
