// The marks inside a block's text: **strong**, *emphasis*, `code`, [words](address), and a backslash before a character
// that is meant as itself. web/host/prose.js reads the same.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace storewright::site {

/// Text in which no character marks anything.
std::string unmarked(std::string_view text);

/// The marked text as inline HTML; `address` turns the address of a link into the one to write.
using Address = std::function<std::string(std::string_view address)>;
std::string inline_html(std::string_view marked, const Address& address);

/// The words alone.
std::string plain_words(std::string_view marked);

}  // namespace storewright::site
