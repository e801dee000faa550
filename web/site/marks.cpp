#include "web/site/marks.h"

#include "core/base/text.h"

namespace storewright::site {
namespace {

constexpr std::string_view special = "\\`*[]";

// Where the mark `end` closes what begins at `from`, outside of escapes; npos when nothing stands between.
std::size_t closing(std::string_view text, std::size_t from, std::string_view end) {
  for (std::size_t at = from; at < text.size(); ++at) {
    if (at > from && text.substr(at, end.size()) == end) return at;
    if (text[at] == '\\') ++at;
  }
  return text.npos;
}

/// What is done with the parts of a marked text.
struct Writer {
  std::function<std::string(std::string_view)> words;
  std::function<std::string(std::string_view tag, std::string inner)> element;
  std::function<std::string(std::string_view address, std::string inner)> link;
};

std::string written(std::string_view text, const Writer& writer) {
  std::string out;
  std::size_t plain = 0;  // where the unwritten words begin
  for (std::size_t at = 0; at < text.size();) {
    const auto take = [&](std::string made, std::size_t next) {
      out += writer.words(text.substr(plain, at - plain));
      out += made;
      at = plain = next;
    };
    const std::string_view rest = text.substr(at);
    if (rest[0] == '\\' && rest.size() > 1 && special.find(rest[1]) != special.npos) {
      take(writer.words(rest.substr(1, 1)), at + 2);
      continue;
    }
    if (rest[0] == '`') {
      const std::size_t end = text.find('`', at + 1);
      if (end != text.npos && end > at + 1) {
        take(writer.element("code", writer.words(text.substr(at + 1, end - at - 1))), end + 1);
        continue;
      }
    }
    if (rest[0] == '*') {
      const std::string_view mark = rest.substr(0, 2) == "**" ? "**" : "*";
      const std::size_t end = closing(text, at + mark.size(), mark);
      if (end != text.npos) {
        const std::string_view inner = text.substr(at + mark.size(), end - at - mark.size());
        take(writer.element(mark.size() == 2 ? "strong" : "em", written(inner, writer)), end + mark.size());
        continue;
      }
    }
    if (rest[0] == '[') {
      const std::size_t middle = closing(text, at + 1, "]");
      const std::size_t end =
          middle != text.npos && text.substr(middle, 2) == "](" ? text.find(')', middle) : text.npos;
      if (end != text.npos) {
        const std::string_view inner = text.substr(at + 1, middle - at - 1);
        take(writer.link(text.substr(middle + 2, end - middle - 2), written(inner, writer)), end + 1);
        continue;
      }
    }
    ++at;
  }
  return out + writer.words(text.substr(plain));
}

}  // namespace

std::string unmarked(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (special.find(c) != special.npos) out += '\\';
    out += c;
  }
  return out;
}

std::string inline_html(std::string_view marked, const Address& address) {
  return written(marked, {
                             .words = [](std::string_view words) { return escaped_markup(words); },
                             .element =
                                 [](std::string_view tag, std::string inner) {
                                   return "<" + std::string(tag) + ">" + inner + "</" + std::string(tag) + ">";
                                 },
                             .link =
                                 [&](std::string_view to, std::string inner) {
                                   return "<a href=\"" + escaped_markup(address(to)) + "\">" + inner + "</a>";
                                 },
                         });
}

std::string plain_words(std::string_view marked) {
  return written(marked, {
                             .words = [](std::string_view words) { return std::string(words); },
                             .element = [](std::string_view, std::string inner) { return inner; },
                             .link = [](std::string_view, std::string inner) { return inner; },
                         });
}

}  // namespace storewright::site
