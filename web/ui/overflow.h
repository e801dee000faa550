// Which words of a page leave the place they belong to: a check that every page is held to, at both widths.
#pragma once

#include <string>
#include <vector>

#include "web/ui/semantics.h"

namespace storewright::ui {

/// A sentence for each node whose drawn words reach over its own rectangle by more than a pixel.
std::vector<std::string> overflowing_words(const Tree& tree);

}  // namespace storewright::ui
