// Links: a route and the fields of its page as readable text that opens the same page years later.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/fields.h"

namespace storewright::report {

inline constexpr int link_version = 1;

/// `#/decide?v=1&d=2026.11.22&r=1f2e3d4c&money=true`, taken apart.
struct Link {
  std::string route = "";                                        // "decide", "labs/ring", "" for home
  int version = link_version;
  std::string data = "";                                         // `d`: version of the data pack it was made with
  std::string digest = "";                                       // `r`: digest of the answer then
  std::vector<std::pair<std::string, std::string>> fields = {};  // the rest, in order, decoded
};

/// Takes a fragment apart; never loses a field, also of a link that a newer version made (see `read_link_fields`).
/// Problems: 1301 not a link of this site.
Result<Link> parse_link(std::string_view fragment);
std::string format_link(const Link& link);

/// Fills `input` from the fields of a link. Fields the table does not know are kept in `unknown` (problem 1303 each,
/// which does not stop the rest); fields with a bad value are problems of `read_field_text` and leave the default. A
/// link of a newer version is read as far as it is understood, with problem 1302 first.
struct LinkReading {
  Problems problems;
  std::vector<std::pair<std::string, std::string>> unknown;
};
LinkReading read_link_fields(const Link& link, FieldTable table, void* input);

/// The fields of `input` that differ from `defaults`, in table order, then `unknown`.
std::vector<std::pair<std::string, std::string>> link_fields(
    FieldTable table, const void* input, const void* defaults,
    const std::vector<std::pair<std::string, std::string>>& unknown = {});

/// Eight hexadecimal digits of a result's bytes: enough to notice that an answer has changed.
std::string digest_of(std::string_view result);

}  // namespace storewright::report
