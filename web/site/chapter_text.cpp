#include "web/site/chapter_text.h"

#include "core/base/text.h"

namespace storewright::site {
namespace {

Json value_of(std::string_view written) {
  if (written.size() >= 2 && written.front() == '[' && written.back() == ']') {
    Json::Array items;
    for (const std::string& item : split(written.substr(1, written.size() - 2), ','))
      if (const std::string word = trimmed(item); !word.empty()) items.push_back(Json(word));
    return Json(std::move(items));
  }
  double number = 0;
  if (parse_number(written, number)) return Json(number);
  if (written.size() >= 2 && written.front() == '"' && written.back() == '"')
    written = written.substr(1, written.size() - 2);
  return Json(std::string(written));
}

Problem problem_at(int line, std::string message) { return {1430, "line " + std::to_string(line), std::move(message)}; }

}  // namespace

Result<ChapterText> split_chapter(std::string_view text) {
  Problems problems;
  Json::Object members;
  std::size_t at = 0;
  for (int line = 1; at < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string row = trimmed(text.substr(at, end - at));
    at = std::min(end + 1, text.size());
    if (line == 1 && row != "---")
      return problem_at(1, "A chapter begins with front matter: a line \"---\", lines \"key: value\", a line \"---\".");
    if (line == 1) continue;
    if (row == "---") {
      if (!problems.empty()) return problems;
      return ChapterText{Json(std::move(members)), text.substr(at), line + 1};
    }
    const std::size_t colon = row.find(':');
    if (colon == row.npos || colon == 0) {
      problems.push_back(problem_at(line, "This line of the front matter is not \"key: value\"."));
      continue;
    }
    const std::string key = row.substr(0, colon);
    for (const JsonMember& member : members)
      if (member.key == key) problems.push_back(problem_at(line, "\"" + key + "\" stands twice. Remove one of them."));
    members.push_back({key, value_of(trimmed(row.substr(colon + 1)))});
  }
  problems.push_back(problem_at(1, "The front matter is not closed. Add a line \"---\" below it."));
  return problems;
}

}  // namespace storewright::site
