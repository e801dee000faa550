#include "web/site/static_pages.h"

#include <optional>

#include "core/base/text.h"
#include "core/guide/figures.h"
#include "core/guide/widget_results.h"
#include "web/site/marks.h"

namespace storewright::site {
namespace {

constexpr double wide_figure = 640;    // the width of the text
constexpr double narrow_figure = 320;  // that of a phone's

/// What every page has around its text. `root` leads back to the site's root: "../../../".
struct Frame {
  std::string title;
  std::string description;
  std::string path;  // below the root, ending in a slash: "guide/factors/consistency/"
  std::string root;
};

std::string tag(std::string_view name, std::string_view inner) {
  return "<" + std::string(name) + ">" + std::string(inner) + "</" + std::string(name) + ">\n";
}

std::string link(const std::string& address, std::string_view words) {
  return "<a href=\"" + escaped_markup(address) + "\">" + escaped_markup(words) + "</a>";
}

std::string page(const Frame& frame, const std::string& main) {
  const std::string& root = frame.root;
  std::string out =
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; img-src 'self' "
      "data:; base-uri 'none'; form-action 'none'\">\n";
  out += "<title>" + escaped_markup(frame.title) + "</title>\n";
  out += "<meta name=\"description\" content=\"" + escaped_markup(frame.description) + "\">\n";
  out += "<meta name=\"color-scheme\" content=\"light dark\">\n@CANONICAL:" + frame.path + "@\n";
  out += "<link rel=\"icon\" href=\"" + root + "@HASH@/icon.svg\" type=\"image/svg+xml\">\n";
  out += "<link rel=\"stylesheet\" href=\"" + root + "@HASH@/style.css\">\n<link rel=\"stylesheet\" href=\"" + root +
         "@HASH@/static.css\">\n</head>\n<body>\n";
  out += "<a class=\"skip\" href=\"#main\">Skip to the text</a>\n<header>\n<nav aria-label=\"Site\">\n<ul>\n";
  out += "<li>" + link(root, "Storewright") + "</li>\n<li>" + link(root + "guide/", "Guide") + "</li>\n<li>" +
         link(root + "#/decide", "Choose a database") + "</li>\n";
  out += "</ul>\n</nav>\n</header>\n<main id=\"main\" class=\"document\">\n" + main + "</main>\n";
  out +=
      "<footer class=\"document\">\n<p>Storewright runs on your machine. Nothing you type leaves it. MIT "
      "licence.</p>\n</footer>\n</body>\n</html>\n";
  return out;
}

// Scrolls sideways on a phone, by keyboard as well.
constexpr std::string_view wide_box = "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">";

std::string table_html(const report::Table& table) {
  std::string out = std::string(wide_box) + "<table>\n<caption>" + escaped_markup(table.caption) + "</caption>\n<thead><tr>";
  for (const report::Column& column : table.columns)
    out += std::string("<th scope=\"col\"") + (column.numeric ? " class=\"numeric\"" : "") + ">" +
           escaped_markup(column.name) + "</th>";
  out += "</tr></thead>\n<tbody>\n";
  for (const std::vector<std::string>& row : table.rows) {
    out += "<tr>";
    for (std::size_t i = 0; i < row.size(); ++i)
      out += std::string("<td") + (table.columns[i].numeric ? " class=\"numeric\"" : "") + ">" + escaped_markup(row[i]) +
             "</td>";
    out += "</tr>\n";
  }
  return out + "</tbody>\n</table></div>\n";
}

/// One chapter on its way to HTML.
class ChapterPage {
 public:
  ChapterPage(const guide::Chapter& chapter, const guide::Index& index, const knowledge::Knowledge& knowledge)
      : chapter_(chapter), index_(index), knowledge_(knowledge) {}

  std::string html(Problems& problems) {
    const guide::ChapterEntry& entry = chapter_.entry;
    std::string main =
        "<h1>" + escaped_markup(entry.title) + "</h1>\n<p class=\"lead\">" + escaped_markup(entry.purpose) + "</p>\n";
    main += "<p class=\"note\">" + link(live(), "Open the live page") +
            " to change the values in it; this one stands still and needs no script.</p>\n";
    main += contents();
    for (std::size_t i = 0; i < chapter_.blocks.size(); ++i) main += block(i, problems);
    main += sources() + neighbours();
    return page({entry.title + " · Storewright guide", entry.purpose, "guide/" + entry.id + "/", root}, main);
  }

 private:
  static constexpr const char* root = "../../../";

  std::string live() const { return root + std::string("#/guide/") + chapter_.entry.id; }

  std::string address(std::string_view to) const {
    constexpr std::string_view guide_route = "#/guide/";
    const std::string written(to);
    if (!written.starts_with("#/")) return written;
    if (!written.starts_with(guide_route)) return written == "#/guide" ? std::string(root) + "guide/" : root + written;
    const std::size_t question = written.find("?at=");
    const std::string id =
        written.substr(guide_route.size(), question == written.npos ? written.npos : question - guide_route.size());
    const std::string anchor = question == written.npos ? "" : "#" + written.substr(question + 4);
    if (id == chapter_.entry.id && !anchor.empty()) return anchor;
    return std::string(root) + "guide/" + id + "/" + anchor;
  }

  std::string inline_of(std::string_view marked) const {
    return inline_html(marked, [&](std::string_view to) { return address(to); });
  }

  std::string contents() const {
    std::string out = "<nav aria-label=\"On this page\" class=\"contents\">\n<h2>On this page</h2>\n<ul>\n";
    for (const guide::Block& block : chapter_.blocks)
      if (block.kind == "h2") out += "<li>" + link("#" + block.id, block.text) + "</li>\n";
    return out + "<li><a href=\"#sources\">Sources</a></li>\n</ul>\n</nav>\n";
  }

  bool is_kind(std::size_t i, std::string_view kind) const {
    return i < chapter_.blocks.size() && chapter_.blocks[i].kind == kind;
  }

  // Items that follow each other share a list.
  std::string item(std::size_t i, std::string_view kind, std::string_view list) const {
    std::string out = i > 0 && is_kind(i - 1, kind) ? "" : "<" + std::string(list) + ">\n";
    out += tag("li", inline_of(chapter_.blocks[i].text));
    return is_kind(i + 1, kind) ? out : out + "</" + std::string(list) + ">\n";
  }

  std::string block(std::size_t i, Problems& problems) const {
    const guide::Block& block = chapter_.blocks[i];
    if (block.kind == "h2" || block.kind == "h3")
      return "<" + block.kind + " id=\"" + block.id + "\">" + escaped_markup(block.text) + "</" + block.kind + ">\n";
    if (block.kind == "li") return item(i, "li", "ul");
    if (block.kind == "ol") return item(i, "ol", "ol");
    if (block.kind == "quote") return "<blockquote>" + tag("p", inline_of(block.text)) + "</blockquote>\n";
    if (block.kind == "code") return "<pre tabindex=\"0\"><code>" + escaped_markup(block.text) + "</code></pre>\n";
    if (block.kind == "table") return marked_table(block.text);
    if (block.kind == "figure") return figure(block.text, problems);
    if (block.kind == "widget") return widget(block.text, problems);
    return tag("p", inline_of(block.text));
  }

  std::string marked_table(const std::string& text) const {
    std::string out = std::string(wide_box) + "<table>\n";
    bool head = true;
    for (const std::string& row : split(text, '\n')) {
      out += head ? "<thead><tr>" : "<tr>";
      for (const std::string& cell : split(row, '\t'))
        out += (head ? "<th scope=\"col\">" : "<td>") + inline_of(cell) + (head ? "</th>" : "</td>");
      out += head ? "</tr></thead>\n<tbody>\n" : "</tr>\n";
      head = false;
    }
    return out + "</tbody>\n</table></div>\n";
  }

  std::string figure(const std::string& name, Problems& problems) const {
    const std::optional<report::Scene> wide = guide::figure_scene(name, wide_figure);
    const std::optional<report::Scene> narrow = guide::figure_scene(name, narrow_figure);
    if (!wide || !narrow) return missing("figure", name, problems);
    return "<figure>\n" + report::scene_svg_inline(*wide, "on-wide") + report::scene_svg_inline(*narrow, "on-narrow") +
           "<figcaption>\n<p>" + escaped_markup(wide->takeaway) +
           "</p>\n<details>\n<summary>The numbers as a table</summary>\n" + table_html(wide->table) +
           "</details>\n</figcaption>\n</figure>\n";
  }

  std::string widget(const std::string& name, Problems& problems) const {
    const std::optional<guide::WidgetResult> result = guide::widget_result(name, knowledge_);
    if (!result) return missing("widget", name, problems);
    std::string out = "<div class=\"example\">\n<p><strong>" + escaped_markup(result->title) + ".</strong> " +
                      escaped_markup(result->sentence) + "</p>\n";
    for (const report::Table& table : result->tables) out += table_html(table);
    return out + "<p>" + link(live(), "Try it with your own values") + "</p>\n</div>\n";
  }

  std::string missing(const std::string& kind, const std::string& name, Problems& problems) const {
    problems.push_back(
        {1432, "guide/" + chapter_.entry.id, "The " + kind + " \"" + name + "\" has no static form; see core/guide."});
    return "";
  }

  std::string sources() const {
    std::string out = "<section aria-labelledby=\"sources\">\n<h2 id=\"sources\">Sources</h2>\n<ul>\n";
    for (const knowledge::Source& source : chapter_.sources) {
      const std::string title =
          source.address.empty() ? escaped_markup(source.title) : link(source.address, source.title);
      out += "<li>" + title + ", " + escaped_markup(source.publisher) + ", read " + escaped_markup(source.read) + "</li>\n";
    }
    return out + "</ul>\n<p>Facts of this chapter checked on " + escaped_markup(chapter_.reviewed) +
           ".</p>\n</section>\n";
  }

  std::string neighbours() const {
    const guide::Neighbours found = guide::neighbours_of(index_, chapter_.entry.id);
    if (!found.before && !found.after) return "";
    std::string out = "<nav aria-label=\"Chapters\">\n<ul>\n";
    if (found.before)
      out += "<li>Before: " + link(address("#/guide/" + found.before->id), found.before->title) + "</li>\n";
    if (found.after) out += "<li>Next: " + link(address("#/guide/" + found.after->id), found.after->title) + "</li>\n";
    return out + "</ul>\n</nav>\n";
  }

  const guide::Chapter& chapter_;
  const guide::Index& index_;
  const knowledge::Knowledge& knowledge_;
};

std::string guide_page(const guide::Index& index) {
  const std::string purpose = "How to choose, size and evolve a data store, one chapter for each question.";
  std::string main = "<h1>Guide</h1>\n<p class=\"lead\">" + purpose + "</p>\n";
  for (const guide::Part& part : index.parts) {
    if (part.chapters.empty()) continue;
    main += tag("h2", escaped_markup(part.title)) + tag("p", escaped_markup(part.summary)) + "<ul>\n";
    for (const guide::ChapterEntry& entry : part.chapters)
      main += "<li>" + link(entry.id + "/", entry.title) + "<br>" + escaped_markup(entry.purpose) + "</li>\n";
    main += "</ul>\n";
  }
  return page({"Guide · Storewright", purpose, "guide/", "../"}, main);
}

}  // namespace

Result<std::map<std::string, std::string>> static_pages(const guide::Index& index,
                                                        const std::vector<guide::Chapter>& chapters,
                                                        const knowledge::Knowledge& knowledge) {
  Problems problems;
  std::map<std::string, std::string> pages;
  pages["guide/index.html"] = guide_page(index);
  for (const guide::Chapter& chapter : chapters)
    pages["guide/" + chapter.entry.id + "/index.html"] = ChapterPage(chapter, index, knowledge).html(problems);
  if (!problems.empty()) return problems;
  return pages;
}

}  // namespace storewright::site
