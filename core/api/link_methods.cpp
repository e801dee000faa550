#include <string>
#include <utility>

#include "core/api/groups.h"
#include "core/api/method.h"
#include "core/base/text.h"
#include "core/report/link.h"

namespace storewright::api {
namespace {

struct EncodeInput {
  std::string route;
  std::string data;
  std::string digest;
  std::vector<std::string> fields;  // "name=value", in order
};

constexpr Field encode_rows[] = {
    field<&EncodeInput::route>({.name = "route",
                                .label = "Page",
                                .help = "Its route, such as labs/ring; empty is the home page.",
                                .max_items = 2}),
    field<&EncodeInput::data>({.name = "data",
                               .label = "Version of the data pack",
                               .help = "So that a later reader learns whether the data has changed.",
                               .max_items = 1}),
    field<&EncodeInput::digest>({.name = "digest",
                                 .label = "Digest of the answer",
                                 .help = "So that a later reader learns whether the answer has changed.",
                                 .max_items = 1}),
    field<&EncodeInput::fields>({.name = "fields",
                                 .label = "Fields of the page",
                                 .help = "Each as name=value, in the text form of links.",
                                 .max_items = 256}),
};

FieldTable encode_fields() { return encode_rows; }

Result<std::string> encode(const EncodeInput& input) {
  report::Link link{.route = input.route, .data = input.data, .digest = input.digest, .fields = {}};
  Problems problems;
  for (std::size_t i = 0; i < input.fields.size(); ++i) {
    const std::string& text = input.fields[i];
    const std::size_t equals = text.find('=');
    const std::string name = text.substr(0, equals);
    if (equals == text.npos || name.empty() || name == "v" || name == "d" || name == "r")
      problems.push_back({1303, pointer_to("/fields", i),
                          "Write a field as name=value; the names v, d and r belong to the link itself."});
    else
      link.fields.emplace_back(name, text.substr(equals + 1));
  }
  if (!problems.empty()) return problems;
  return report::format_link(link);
}

void write_fragment(JsonWriter& out, const EncodeInput&, const std::string& fragment) {
  out.begin_object().member("fragment", fragment).end_object();
}

struct DecodeInput {
  std::string fragment;
};

constexpr Field decode_rows[] = {
    field<&DecodeInput::fragment>(
        {.name = "fragment", .label = "Link", .help = "The part of the address from # on.", .max_items = 640}),
};

FieldTable decode_fields() { return decode_rows; }

Result<report::Link> decode(const DecodeInput& input) { return report::parse_link(input.fragment); }

/// A link may hide broken UTF-8 in its escapes; such a text is shown with the escapes, as it came.
std::string readable(const std::string& text) { return valid_utf8(text) ? text : percent_encoded(text); }

// `route`, `data`, `digest` and `fields` are parameters of `link.encode` again.
void write_link(JsonWriter& out, const DecodeInput&, const report::Link& link) {
  out.begin_object()
      .member("route", link.route)
      .member("version", link.version)
      .member("newer", link.version > report::link_version)
      .member("data", readable(link.data))
      .member("digest", readable(link.digest));
  out.key("fields").begin_array();
  for (const auto& [name, value] : link.fields) out.text(readable(name) + "=" + readable(value));
  out.end_array().end_object();
}

}  // namespace

std::vector<Method> link_methods() {
  return {
      method<"link.encode", encode_fields, encode, write_fragment>("Makes the readable link of a page and its fields."),
      method<"link.decode", decode_fields, decode, write_link>("Takes a link apart into its page and fields."),
  };
}

}  // namespace storewright::api
