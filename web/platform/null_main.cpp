// The command `storewright-pages`: shows what a page says, without a browser, and compares it with the golden texts.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "web/platform/null_platform.h"
#include "web/ui/overflow.h"

namespace storewright::platform {
namespace {

constexpr const char* usage =
    "storewright-pages --route HREF [--width N] [--height N] [--dark] [--actions FILE] [--packs DIR] [--json]\n"
    "    Prints the page's tree: as text, or as the JSON that the mirror reads. FILE holds an array of messages.\n"
    "storewright-pages --golden DIR [--update] [--packs DIR]\n"
    "    Runs every entry of DIR/pages.json, [{\"name\", \"route\", \"width\", \"height\", \"dark\", \"packs\": false, "
    "\"actions\": [...]}],\n"
    "    compares it with DIR/<name>.txt, and looks for words that leave their place; --update writes the files instead.\n";

struct Arguments {
  std::string route;
  std::string actions_file;
  std::string golden_folder;
  NullOptions null;
  bool json = false;
  bool update = false;
};

int fail(const std::string& message) {
  std::fprintf(stderr, "storewright-pages: %s\n", message.c_str());
  return 2;
}

// One page to show: a visit of a route, and what is done there.
struct Visit {
  std::string name;
  std::string route;
  NullOptions null;
  std::vector<std::string> messages;
};

std::string written(const Json& value) { return JsonWriter().value(value).take(); }

std::vector<std::string> messages_of(const Json* array) {
  std::vector<std::string> messages;
  if (!array || !array->array()) return messages;
  for (const Json& message : *array->array()) messages.push_back(written(message));
  return messages;
}

void read_size(const Json& json, std::string_view key, float& size) {
  const Json* value = json.find(key);
  if (value && value->number() && *value->number() >= 1) size = static_cast<float>(*value->number());
}

std::string text_of(const Json& json, std::string_view key) {
  const Json* value = json.find(key);
  return value && value->text() ? *value->text() : "";
}

Visit read_visit(const Json& json, const NullOptions& null) {
  Visit visit{text_of(json, "name"), text_of(json, "route"), null, messages_of(json.find("actions"))};
  read_size(json, "width", visit.null.view.width);
  read_size(json, "height", visit.null.view.height);
  // An entry with "packs": false shows its page as on a broken server.
  const Json* packs = json.find("packs");
  if (packs && packs->boolean() && !*packs->boolean()) visit.null.packs_folder.clear();
  const Json* dark = json.find("dark");
  if (dark && dark->boolean()) visit.null.view.dark = *dark->boolean();
  return visit;
}

void walk(NullPlatform& platform, const Visit& visit) {
  platform.open(visit.route);
  for (const std::string& message : visit.messages) platform.send(message);
}

std::string shown(const Visit& visit, bool json) {
  NullPlatform platform(visit.null);
  walk(platform, visit);
  return json ? ui::tree_json(platform.tree()) + "\n" : ui::tree_golden(platform.tree());
}

/// Prints the words that leave their place, at the width of the visit and on a phone. True when there are none.
bool fits(Visit visit) {
  constexpr float phone = 360;
  bool all = true;
  for (const float width : {visit.null.view.width, phone}) {
    visit.null.view.width = width;
    NullPlatform platform(visit.null);
    walk(platform, visit);
    for (const std::string& sentence : ui::overflowing_words(platform.tree())) {
      std::printf("%s at width %g: %s\n", visit.name.c_str(), static_cast<double>(width), sentence.c_str());
      all = false;
    }
  }
  return all;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = text.find('\n', begin);
    lines.push_back(text.substr(begin, end - begin));
    if (end == std::string::npos) break;
    begin = end + 1;
  }
  return lines;
}

// Prints what differs between equal beginnings and equal ends, with the line number in the golden file.
void print_difference(const std::string& expected, const std::string& actual) {
  const std::vector<std::string> old_lines = lines_of(expected), new_lines = lines_of(actual);
  std::size_t first = 0;
  while (first < old_lines.size() && first < new_lines.size() && old_lines[first] == new_lines[first]) ++first;
  std::size_t old_end = old_lines.size(), new_end = new_lines.size();
  while (old_end > first && new_end > first && old_lines[old_end - 1] == new_lines[new_end - 1]) --old_end, --new_end;
  if (first > 0) std::printf("  %4zu   %s\n", first, old_lines[first - 1].c_str());
  constexpr std::size_t most = 30;
  for (std::size_t i = first; i < old_end && i < first + most; ++i)
    std::printf("  %4zu - %s\n", i + 1, old_lines[i].c_str());
  for (std::size_t i = first; i < new_end && i < first + most; ++i) std::printf("       + %s\n", new_lines[i].c_str());
  if (old_end > first + most || new_end > first + most) std::printf("       … and more\n");
}

bool write_file(const std::string& path, const std::string& text) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (!file) return false;
  const bool complete = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  return std::fclose(file) == 0 && complete;
}

/// True when the page says what its golden file says, with all words in their places.
bool check_visit(const Visit& visit, const Arguments& arguments) {
  const std::string path = arguments.golden_folder + "/" + visit.name + ".txt";
  const std::string actual = shown(visit, false);
  if (arguments.update) return write_file(path, actual);
  std::string expected;
  if (!read_file(path, expected)) {
    std::printf("%s: there is no %s.txt; run with --update to write it\n", visit.name.c_str(), visit.name.c_str());
    return false;
  }
  if (expected == actual) return fits(visit);
  std::printf("%s: %s at width %g says something else than %s.txt\n", visit.name.c_str(), visit.route.c_str(),
              static_cast<double>(visit.null.view.width), visit.name.c_str());
  print_difference(expected, actual);
  return false;
}

int run_goldens(const Arguments& arguments) {
  const std::string path = arguments.golden_folder + "/pages.json";
  std::string text;
  if (!read_file(path, text)) return fail(path + " cannot be read.");
  const auto list = read_json(text);
  if (!list) return fail(path + ": " + list.problems()[0].where + " " + list.problems()[0].message);
  if (!list->array()) return fail(path + " must hold an array of pages.");
  int passed = 0, failed = 0;
  for (const Json& entry : *list->array()) {
    const Visit visit = read_visit(entry, arguments.null);
    if (visit.name.empty()) return fail(path + ": every page needs a name.");
    check_visit(visit, arguments) ? ++passed : ++failed;
  }
  std::printf("%d passed, %d failed\n", passed, failed);
  return failed == 0 ? 0 : 1;
}

int show_page(const Arguments& arguments) {
  Visit visit{"", arguments.route, arguments.null, {}};
  if (!arguments.actions_file.empty()) {
    std::string text;
    if (!read_file(arguments.actions_file, text)) return fail(arguments.actions_file + " cannot be read.");
    const auto messages = read_json(text);
    if (!messages) return fail(arguments.actions_file + ": " + messages.problems()[0].message);
    visit.messages = messages_of(&*messages);
  }
  std::fputs(shown(visit, arguments.json).c_str(), stdout);
  return 0;
}

int run(int count, char** words) {
  Arguments arguments;
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    const bool has_value = i + 1 < count;
    if (word == "--help") return std::fputs(usage, stdout), 0;
    if (word == "--json")
      arguments.json = true;
    else if (word == "--update")
      arguments.update = true;
    else if (word == "--dark")
      arguments.null.view.dark = true;
    else if (!has_value)
      return fail("'" + word + "' is unknown or lacks its value. Try --help.");
    else if (word == "--route")
      arguments.route = words[++i];
    else if (word == "--actions")
      arguments.actions_file = words[++i];
    else if (word == "--golden")
      arguments.golden_folder = words[++i];
    else if (word == "--packs")
      arguments.null.packs_folder = words[++i];
    else if (word == "--width")
      arguments.null.view.width = std::strtof(words[++i], nullptr);
    else if (word == "--height")
      arguments.null.view.height = std::strtof(words[++i], nullptr);
    else
      return fail("'" + word + "' is unknown. Try --help.");
  }
  if (arguments.null.view.width < 1 || arguments.null.view.height < 1)
    return fail("--width and --height must be positive.");
  if (!arguments.golden_folder.empty()) return run_goldens(arguments);
  if (arguments.route.empty()) return std::fputs(usage, stderr), 2;
  return show_page(arguments);
}

}  // namespace
}  // namespace storewright::platform

int main(int count, char** words) { return storewright::platform::run(count, words); }
