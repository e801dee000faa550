#include "core/report/link.h"

#include "core/base/text.h"

namespace storewright::report {
namespace {

constexpr std::string_view route_keep = "/";
// Characters that browsers leave alone inside a fragment and that make lists, ranges and dates readable.
constexpr std::string_view value_keep = ",:~/";

bool reserved(std::string_view name) { return name == "v" || name == "d" || name == "r"; }

/// The version number of a link, or 0 when the text is none.
int version_of(std::string_view text) {
  if (text.empty() || text.size() > 6) return 0;
  int version = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return 0;
    version = version * 10 + (c - '0');
  }
  return version;
}

std::string nearest_field(std::string_view name, FieldTable table) {
  std::vector<std::string_view> names;
  for (const Field& field : table) names.push_back(field.name);
  return nearest_word(name, names);
}

/// A name from outside, short enough to stand in a sentence.
std::string quoted(std::string_view name) {
  constexpr std::size_t longest = 40;
  if (!valid_utf8(name)) return "(unreadable)";
  if (name.size() <= longest) return "\"" + std::string(name) + "\"";
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0u) == 0x80u) --end;  // never cut a character
  return "\"" + std::string(name.substr(0, end)) + "…\"";
}

Problem unknown_field(std::string_view name, FieldTable table) {
  const std::string near = nearest_field(name, table);
  std::string message = "This page does not know the field " + quoted(name) + " of the link; it is kept.";
  if (!near.empty()) message += " Did you mean \"" + near + "\"?";
  return {1303, pointer_to("", valid_utf8(name) ? name : "?"), message};
}

}  // namespace

Result<Link> parse_link(std::string_view fragment) {
  if (!fragment.empty() && fragment.front() == '#') fragment.remove_prefix(1);
  if (!fragment.empty() && fragment.front() != '/')
    return Problem{1301, "", "This is not a link of this site: the part behind # should begin with a slash."};
  if (!fragment.empty()) fragment.remove_prefix(1);

  Link link;
  const std::size_t question = fragment.find('?');
  link.route = percent_decoded(fragment.substr(0, question));
  if (!valid_utf8(link.route))
    return Problem{1301, "", "This is not a link of this site: its page name is unreadable."};
  if (question == fragment.npos) return link;

  for (const std::string& pair : split(fragment.substr(question + 1), '&')) {
    if (pair.empty()) continue;
    const std::size_t equals = pair.find('=');
    const std::string name = percent_decoded(std::string_view(pair).substr(0, equals));
    const std::string value = equals == pair.npos ? "" : percent_decoded(std::string_view(pair).substr(equals + 1));
    if (name == "v") {
      link.version = version_of(value);
      if (link.version == 0) return Problem{1301, "/v", "The version of this link is no number; copy the link again."};
    } else if (name == "d") {
      link.data = value;
    } else if (name == "r") {
      link.digest = value;
    } else {
      link.fields.emplace_back(name, value);
    }
  }
  return link;
}

std::string format_link(const Link& link) {
  std::string out = "#/" + percent_encoded(link.route, route_keep);
  if (link.fields.empty() && link.data.empty() && link.digest.empty() && link.version == link_version) return out;
  out += "?v=" + std::to_string(link.version);
  if (!link.data.empty()) out += "&d=" + percent_encoded(link.data, value_keep);
  if (!link.digest.empty()) out += "&r=" + percent_encoded(link.digest, value_keep);
  for (const auto& [name, value] : link.fields)
    if (!reserved(name)) out += "&" + percent_encoded(name, value_keep) + "=" + percent_encoded(value, value_keep);
  return out;
}

LinkReading read_link_fields(const Link& link, FieldTable table, void* input) {
  LinkReading reading;
  if (link.version > link_version)
    reading.problems.push_back({1302, "/v",
                                "This link was made by a newer version of Storewright (link version " +
                                    std::to_string(link.version) + "); what is known is filled in."});
  for (const auto& [name, value] : link.fields) {
    if (const Field* field = find_field(table, name)) {
      const Problems problems = read_field_text(value, *field, input);
      reading.problems.insert(reading.problems.end(), problems.begin(), problems.end());
    } else {
      reading.unknown.emplace_back(name, value);
      reading.problems.push_back(unknown_field(name, table));
    }
  }
  return reading;
}

std::vector<std::pair<std::string, std::string>> link_fields(
    FieldTable table, const void* input, const void* defaults,
    const std::vector<std::pair<std::string, std::string>>& unknown) {
  std::vector<std::pair<std::string, std::string>> fields;
  for (const Field& field : table) {
    std::string text = field_text(field, input, defaults);
    if (!text.empty()) fields.emplace_back(field.name, std::move(text));
  }
  fields.insert(fields.end(), unknown.begin(), unknown.end());
  return fields;
}

std::string digest_of(std::string_view result) {
  const unsigned long long hash = fnv1a(result);
  return hex((hash >> 32) ^ (hash & 0xffffffffull), 8);
}

}  // namespace storewright::report
