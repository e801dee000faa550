// Takes a chapter's file apart: the front matter between two lines of dashes, and the Markdown below it.
#pragma once

#include <string_view>

#include "core/base/json.h"

namespace storewright::site {

struct ChapterText {
  Json front;             // an object: texts, numbers, and lists of texts for [a, b]
  std::string_view body;  // into the text that was given
  int body_line = 1;      // the line of the file on which it begins
};

/// Problems: 1430 front matter that is missing, not closed, or a line of it that is not "key: value"; `where` = "line
/// N".
Result<ChapterText> split_chapter(std::string_view text);

}  // namespace storewright::site
