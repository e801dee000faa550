#include "core/report/embed.h"

#include <algorithm>

#include "core/base/text.h"

namespace storewright::report {
namespace {

// `id` comes back to the host with the height; the app has no use for it.
constexpr std::string_view own_names[] = {"view", "lock", "show", "theme", "mode", "id"};

bool is_own(std::string_view name) { return std::find(std::begin(own_names), std::end(own_names), name) != std::end(own_names); }

std::vector<std::string> names_of(std::string_view list) {
  std::vector<std::string> names;
  for (const std::string& name : split(list, ',')) {
    const std::string word(trimmed(name));
    if (!word.empty() && valid_utf8(word)) names.push_back(word);
  }
  return names;
}

void take_theme(Embed& embed, const std::string& value) {
  if (value == "light" || value == "dark" || value == "auto") embed.theme = value;
  else if (!value.empty())
    embed.problems.push_back({2602, "/theme", "The colours of an embed are light, dark or auto; what it asks for is none of these, so it follows the page around it."});
}

void take_mode(Embed& embed, const std::string& value) {
  if (value == "text") embed.text = true;
  else if (!value.empty() && value != "drawn")
    embed.problems.push_back({2602, "/mode", "The mode of an embed is text or drawn; what it asks for is neither, so the page is drawn."});
}

void take_own(Embed& embed, std::string_view name, const std::string& value) {
  if (name == "lock") embed.lock = names_of(value);
  if (name == "show") embed.show = names_of(value);
  if (name == "theme") take_theme(embed, value);
  if (name == "mode") take_mode(embed, value);
}

// "labs/ring", also as people copy it from an address: "#/labs/ring", "/labs/ring/".
std::string route_of(std::string_view view) {
  if (!view.empty() && view.front() == '#') view.remove_prefix(1);
  while (!view.empty() && view.front() == '/') view.remove_prefix(1);
  while (!view.empty() && view.back() == '/') view.remove_suffix(1);
  return std::string(view);
}

}  // namespace

Embed read_embed(std::string_view query) {
  if (!query.empty() && query.front() == '?') query.remove_prefix(1);
  Embed embed;
  std::string view, rest;
  for (const std::string& pair : split(query, '&')) {
    const std::size_t equals = pair.find('=');
    const std::string name = percent_decoded(std::string_view(pair).substr(0, equals));
    const std::string value = equals == pair.npos ? "" : percent_decoded(std::string_view(pair).substr(equals + 1));
    if (name == "view") view = route_of(value);
    else if (is_own(name)) take_own(embed, name, value);
    else if (!pair.empty()) rest += (rest.empty() ? "" : "&") + pair;
  }
  Result<Link> link = parse_link("#/" + percent_encoded(view, "/") + "?" + rest);
  if (link) embed.link = link.take();
  else {
    embed.problems.push_back({2604, link.problems().front().where, "The address of this embed cannot be read: " + link.problems().front().message});
    if (valid_utf8(view)) embed.link.route = view;
  }
  return embed;
}

std::string nearest_parameter(std::string_view name) {
  return nearest_word(name, own_names);
}

}  // namespace storewright::report
