// Reads the Markdown of a chapter into blocks: the part of CommonMark that chapters use, and a problem for the rest.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace storewright::site {

/// One block with the line on which it stands.
struct MarkdownBlock {
  std::string kind;  // "h2", "h3"; "p", "li", "ol", "quote", "code", "table"; "figure", "widget", "note"
  std::string text;  // marked (marks.h), of a heading plain; a table's cells are divided by tabs, its rows by line
                     // breaks, the head first; figure, widget, note: its name
  std::string id;  // h2, h3: the anchor made of its words
  int line = 0;
};

/// Says where a link leads: gets the address as written and its line, and returns the one for the page. What is wrong
/// with it the resolver reports itself.
using ResolveLink = std::function<std::string(std::string_view address, int line)>;

/// Reads `text`, whose first line is line `first_line` of its file. A picture that stands alone in its paragraph refers
/// to a figure, widget or note: `![](figure:replica-lag)`.
///
/// Problems: 1431 what a chapter cannot hold, with `where` = "line N" and the cure in the message.
Result<std::vector<MarkdownBlock>> read_markdown(std::string_view text, int first_line, const ResolveLink& resolve);

/// "Read your writes: you see" is "read-your-writes-you-see": letters and digits, one dash between words.
std::string anchor_of(std::string_view words);

}  // namespace storewright::site
