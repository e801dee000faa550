#include "web/site/guide.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/guide/chapter.h"
#include "core/guide/names.h"
#include "core/knowledge/schema_check.h"
#include "web/site/chapter_text.h"
#include "web/site/markdown.h"

namespace storewright::site {
namespace {

constexpr std::string_view folder = "guide/";
constexpr std::string_view ending = ".md";

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

std::string text_of(const Json& object, std::string_view key) {
  const Json* value = object.find(key);
  return value && value->text() ? *value->text() : std::string();
}

std::vector<std::string> texts_of(const Json& object, std::string_view key) {
  std::vector<std::string> texts;
  const Json* list = object.find(key);
  if (list && list->array())
    for (const Json& item : *list->array())
      if (item.text()) texts.push_back(*item.text());
  return texts;
}

bool has(const std::vector<std::string>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_date(std::string_view text) {
  if (text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (i == 4 || i == 7 ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
  return true;
}

/// " Did you mean …?" and where a new one is made.
std::string hint(std::string_view word, std::span<const std::string_view> known, std::string_view otherwise) {
  const std::string near = nearest_word(word, known);
  return near.empty() ? " " + std::string(otherwise) : " Did you mean \"" + near + "\"?";
}

/// The records that chapters refer to, by id.
struct Shelf {
  std::map<std::string, Json> notes, sources;

  std::vector<std::string_view> ids(const std::map<std::string, Json>& records) const {
    std::vector<std::string_view> names;
    for (const auto& [id, record] : records) names.push_back(id);
    return names;
  }
};

struct Chapter {
  std::string path;  // "guide/factors/consistency.md"
  std::string id;    // "factors/consistency"
  std::string part;
  Json front;
  std::vector<MarkdownBlock> blocks;
  std::vector<std::string> sources;
  std::vector<std::string> anchors;
};

/// A link to be checked once all chapters are read.
struct PendingLink {
  std::string where;
  std::string chapter;
  std::string anchor;
};

class Assembly {
 public:
  explicit Assembly(const ContentFiles& files) : files_(files) {}

  Result<GuidePacks> assemble() {
    read_shelf();
    for (const auto& [path, text] : files_)
      if (path.starts_with(folder) && ends_with(path, ending)) read_chapter(path, text);
    read_parts();
    check_links();
    if (!problems_.empty()) return problems_;
    GuidePacks made;
    made.packs["guide"] = index_pack();
    for (const Chapter& chapter : chapters_) {
      made.packs[guide::chapter_pack_name(chapter.id)] = chapter_pack(chapter);
      made.cited.insert(chapter.sources.begin(), chapter.sources.end());
      made.reviewed[chapter.path] = text_of(chapter.front, "reviewed");
    }
    check_packs(made);
    if (!problems_.empty()) return problems_;
    return made;
  }

 private:
  // ---- What there is

  void each_item(const std::string& path, const std::function<void(const Json&)>& use) {
    const auto file = files_.find(path);
    if (file == files_.end())
      return problems_.push_back({1401, path, "The content needs this file with a list \"items\"."});
    const Result<Json> json = read_json(file->second, pack_limits);
    const Json* items = json ? json->find("items") : nullptr;
    if (!items || !items->array())
      return problems_.push_back({1401, path, "The content needs this file with a list \"items\"."});
    for (const Json& item : *items->array()) use(item);
  }

  void read_shelf() {
    each_item("sources.json", [&](const Json& item) { shelf_.sources[text_of(item, "id")] = item; });
    for (const auto& [path, text] : files_)
      if (path.starts_with("notes/"))
        each_item(path, [&](const Json& item) { shelf_.notes[text_of(item, "id")] = item; });
    const auto pack = files_.find("pack.json");
    const Result<Json> json =
        pack == files_.end() ? Result<Json>(Problem{1401, "pack.json", "Missing."}) : read_json(pack->second);
    if (json) version_ = text_of(*json, "version");
  }

  void read_parts() {
    if (chapters_.empty() && files_.find("guide/parts.json") == files_.end()) return;
    each_item("guide/parts.json", [&](const Json& item) { parts_.push_back(item); });
    for (const Chapter& chapter : chapters_) {
      const auto part = std::find_if(parts_.begin(), parts_.end(),
                                     [&](const Json& one) { return text_of(one, "id") == chapter.part; });
      if (part == parts_.end())
        problem(1432, chapter.path, 1,
                "There is no part \"" + chapter.part + "\" in guide/parts.json. Add it there, or move the file.");
    }
    std::stable_sort(chapters_.begin(), chapters_.end(),
                     [](const Chapter& a, const Chapter& b) { return order_of(a) < order_of(b); });
    for (std::size_t i = 0; i < chapters_.size(); ++i)
      for (std::size_t k = i + 1; k < chapters_.size(); ++k)
        if (chapters_[i].part == chapters_[k].part && order_of(chapters_[i]) == order_of(chapters_[k]))
          problem(1430, chapters_[k].path, 1,
                  "Its order is that of " + chapters_[i].path + ". Give each chapter of a part a number of its own.");
  }

  static double order_of(const Chapter& chapter) {
    const Json* order = chapter.front.find("order");
    return order && order->number() ? *order->number() : 0;
  }

  // ---- One chapter

  void problem(int code, const std::string& path, int line, std::string message) {
    problems_.push_back({code, path + ":" + std::to_string(line), std::move(message)});
  }

  // Problems inside of a file say "line N".
  void problems_of(const std::string& path, const Problems& more) {
    for (const Problem& one : more) problems_.push_back({one.code, path + ":" + one.where.substr(5), one.message});
  }

  void read_chapter(const std::string& path, const std::string& text) {
    Chapter chapter;
    chapter.path = path;
    chapter.id = path.substr(folder.size(), path.size() - folder.size() - ending.size());
    chapter.part = chapter.id.substr(0, chapter.id.find('/'));
    if (std::count(chapter.id.begin(), chapter.id.end(), '/') != 1)
      return problem(1430, path, 1, "A chapter is content/guide/<part>/<chapter>.md. Move the file.");
    const Result<ChapterText> parts = split_chapter(text);
    if (!parts) return problems_of(path, parts.problems());
    chapter.front = parts->front;
    if (!check_front(chapter)) return;
    chapter.sources = texts_of(chapter.front, "sources");
    Result<std::vector<MarkdownBlock>> blocks =
        read_markdown(parts->body, parts->body_line,
                      [&](std::string_view address, int line) { return resolve(chapter, address, line); });
    if (!blocks) {
      unread_.insert(chapter.id);
      return problems_of(path, blocks.problems());
    }
    take_blocks(chapter, *blocks);
    chapters_.push_back(std::move(chapter));
  }

  bool check_front(const Chapter& chapter) {
    const std::size_t before = problems_.size();
    const auto schema = files_.find("schemas/chapter.schema.json");
    const Result<Json> json = schema == files_.end() ? Result<Json>(Problem{1408, "", ""}) : read_json(schema->second);
    if (!json)
      problem(1408, chapter.path, 1,
              "No schema says what the front matter may hold; write schemas/chapter.schema.json.");
    else
      for (const Problem& one : knowledge::check_schema(chapter.front, *json))
        problem(1408, chapter.path, 1,
                "Front matter" + (one.where.empty() ? std::string() : " " + one.where) + ": " + one.message);
    if (!is_date(text_of(chapter.front, "reviewed")))
      problem(1430, chapter.path, 1, "\"reviewed\" is the day on which the facts were last checked, like 2026-11-22.");
    for (const std::string& id : texts_of(chapter.front, "sources"))
      if (shelf_.sources.count(id) == 0) {
        const auto ids = shelf_.ids(shelf_.sources);
        problem(1432, chapter.path, 1, "There is no source \"" + id + "\"." + hint(id, ids, "Add it to sources.json."));
      }
    return problems_.size() == before;
  }

  void take_blocks(Chapter& chapter, const std::vector<MarkdownBlock>& blocks) {
    std::vector<std::string> widgets;
    for (const MarkdownBlock& block : blocks) {
      if (block.kind == "note") {
        take_note(chapter, block);
        continue;
      }
      if (block.kind == "figure")
        check_name(chapter, block, guide::figure_names, "figure", "A new one is made in core/guide/figures.cpp.");
      if (block.kind == "widget") {
        check_name(chapter, block, guide::widget_names, "widget", "A new one is made in web/app/guide_widgets.cpp.");
        widgets.push_back(block.text);
      }
      add(chapter, block);
    }
    const std::vector<std::string> declared = texts_of(chapter.front, "widgets");
    for (const std::string& name : widgets)
      if (!has(declared, name))
        problem(
            1430, chapter.path, 1,
            "The text shows the widget \"" + name + "\", which the front matter does not name. Add it to \"widgets\".");
    for (const std::string& name : declared)
      if (!has(widgets, name))
        problem(1430, chapter.path, 1,
                "The front matter names the widget \"" + name + "\", which the text does not show. Remove it.");
  }

  void check_name(const Chapter& chapter, const MarkdownBlock& block, std::span<const std::string_view> known,
                  const std::string& kind, std::string_view otherwise) {
    if (std::find(known.begin(), known.end(), block.text) != known.end()) return;
    problem(1432, chapter.path, block.line,
            "There is no " + kind + " \"" + block.text + "\"." + hint(block.text, known, otherwise));
  }

  void add(Chapter& chapter, const MarkdownBlock& block) {
    if (!block.id.empty()) {
      if (has(chapter.anchors, block.id))
        problem(
            1431, chapter.path, block.line,
            "Two headings of this chapter make the same anchor \"" + block.id + "\". Word one of them differently.");
      chapter.anchors.push_back(block.id);
    }
    chapter.blocks.push_back(block);
  }

  // A note brings its title as a heading, its paragraphs, its correction and its source.
  void take_note(Chapter& chapter, const MarkdownBlock& block) {
    const auto found = shelf_.notes.find(block.text);
    if (found == shelf_.notes.end()) {
      const auto ids = shelf_.ids(shelf_.notes);
      return problem(
          1432, chapter.path, block.line,
          "There is no note \"" + block.text + "\"." + hint(block.text, ids, "Add it to a file of content/notes."));
    }
    if (chapter.anchors.empty())
      problem(1431, chapter.path, block.line,
              "A note brings a ### heading, so it stands below a ##. Begin the section first.");
    const Json& note = found->second;
    const std::string name = block.text.substr(block.text.rfind('/') + 1);
    add(chapter, {"h3", text_of(note, "title"), anchor_of(name), block.line});
    for (const std::string& paragraph : split(text_of(note, "text"), '\n'))
      if (!paragraph.empty()) add(chapter, {"p", paragraph, "", block.line});
    if (const std::string correction = text_of(note, "correction"); !correction.empty())
      add(chapter, {"quote", correction, "", block.line});
    if (const std::string source = text_of(note, "source"); !has(chapter.sources, source))
      chapter.sources.push_back(source);
  }

  // ---- Links

  std::string resolve(const Chapter& chapter, std::string_view address, int line) {
    const std::string written(address);
    const auto nowhere = [&](const std::string& message) {
      problem(1432, chapter.path, line, message);
      return written;
    };
    if (written.starts_with("source:")) return resolve_source(chapter, written.substr(7), line);
    if (written.starts_with("#/")) {
      if (const std::string wrong = wrong_route(written.substr(2, written.find('?') - 2)); !wrong.empty())
        return nowhere(wrong);
      return written;
    }
    if (written.starts_with("#")) return resolve_chapter(chapter, chapter.id, written.substr(1), line);
    const std::string path = written.substr(0, written.find('#'));
    if (ends_with(path, ending) && path.find(':') == path.npos) {
      std::string id = path.substr(0, path.size() - ending.size());
      if (id.starts_with("../"))
        id = id.substr(3);
      else
        id = chapter.part + "/" + id;
      return resolve_chapter(chapter, id, written.size() > path.size() ? written.substr(path.size() + 1) : "", line);
    }
    if (written.find("://") != written.npos)
      return nowhere(
          "Addresses outside of the site are sources: add it to sources.json with the date you read it, name it in the "
          "front matter, and link to source:ID.");
    return nowhere("The link \"" + written +
                   "\" leads nowhere. Write #anchor, chapter.md#anchor, ../part/chapter.md, #/page or source:ID.");
  }

  std::string resolve_source(const Chapter& chapter, const std::string& id, int line) {
    const std::vector<std::string> named = texts_of(chapter.front, "sources");
    const auto found = shelf_.sources.find(id);
    if (!has(named, id) || found == shelf_.sources.end()) {
      std::vector<std::string_view> ids(named.begin(), named.end());
      problem(1432, chapter.path, line,
              "The front matter names no source \"" + id + "\"." + hint(id, ids, "Add it to \"sources\" there."));
      return "#";
    }
    const std::string address = text_of(found->second, "address");
    if (address.empty())
      problem(1432, chapter.path, line,
              "The source \"" + id + "\" has no address to link to. Name it in the front matter alone.");
    return address;
  }

  std::string resolve_chapter(const Chapter& from, const std::string& id, const std::string& anchor, int line) {
    pending_.push_back({from.path + ":" + std::to_string(line), id, anchor});
    return "#/guide/" + id + (anchor.empty() ? "" : "?at=" + anchor);
  }

  std::string wrong_route(const std::string& route) const {
    constexpr std::string_view card = "reference/";
    if (route.starts_with("guide/"))
      return "Chapters link to each other by file: chapter.md#anchor or ../part/chapter.md.";
    if (route.starts_with(card)) {
      if (files_.count("engines/" + route.substr(card.size()) + ".json") > 0) return "";
      return "There is no record \"" + route.substr(card.size()) + "\" in content/engines.";
    }
    constexpr std::string_view calculator = "calculate/";
    if (route.starts_with(calculator) && files_.count("calculators/" + route.substr(calculator.size()) + ".json") > 0) return "";
    if (std::find(std::begin(guide::page_routes), std::end(guide::page_routes), route) != std::end(guide::page_routes))
      return "";
    return "There is no page \"" + route + "\" that chapters link to." +
           hint(route, guide::page_routes, "A new one is named in core/guide/names.h.");
  }

  void check_links() {
    for (const PendingLink& link : pending_) {
      if (unread_.count(link.chapter) > 0) continue;  // it has problems of its own, and its anchors are not known
      const auto chapter =
          std::find_if(chapters_.begin(), chapters_.end(), [&](const Chapter& one) { return one.id == link.chapter; });
      if (chapter == chapters_.end()) {
        problems_.push_back({1432, link.where, "There is no chapter content/guide/" + link.chapter + ".md."});
      } else if (!link.anchor.empty() && !has(chapter->anchors, link.anchor)) {
        std::vector<std::string_view> anchors(chapter->anchors.begin(), chapter->anchors.end());
        problems_.push_back({1432, link.where,
                             "No heading of " + chapter->path + " makes the anchor \"" + link.anchor + "\"." +
                                 hint(link.anchor, anchors, "Anchors are made of a heading's words.")});
      }
    }
  }

  // ---- The packs

  void write_entry(JsonWriter& writer, const Chapter& chapter) const {
    writer.member("id", chapter.id)
        .member("title", text_of(chapter.front, "title"))
        .member("purpose", text_of(chapter.front, "purpose"));
  }

  std::string index_pack() const {
    JsonWriter writer;
    writer.begin_object()
        .member("format", "storewright/guide@1")
        .member("version", version_)
        .key("parts")
        .begin_array();
    for (const Json& part : parts_) {
      writer.begin_object();
      for (const std::string_view key : {"id", "title", "summary"}) writer.member(key, text_of(part, key));
      writer.key("chapters").begin_array();
      for (const Chapter& chapter : chapters_) {
        if (chapter.part != text_of(part, "id")) continue;
        writer.begin_object();
        write_entry(writer, chapter);
        writer.end_object();
      }
      writer.end_array().end_object();
    }
    writer.end_array().end_object();
    return writer.take();
  }

  std::string chapter_pack(const Chapter& chapter) const {
    JsonWriter writer;
    writer.begin_object().member("format", "storewright/chapter@1").member("version", version_);
    write_entry(writer, chapter);
    writer.member("reviewed", text_of(chapter.front, "reviewed")).key("blocks").begin_array();
    for (const MarkdownBlock& block : chapter.blocks) {
      writer.begin_array().text(block.kind).text(block.text);
      if (!block.id.empty()) writer.text(block.id);
      writer.end_array();
    }
    writer.end_array().key("sources").begin_array();
    for (const std::string& id : chapter.sources) {
      const auto source = shelf_.sources.find(id);
      if (source == shelf_.sources.end()) continue;
      writer.begin_object();
      for (const std::string_view key : {"id", "title", "publisher", "address", "read"})
        writer.member(key, text_of(source->second, key));
      writer.end_object();
    }
    writer.end_array().end_object();
    return writer.take();
  }

  // Reads what was just written the way every program will.
  void check_packs(const GuidePacks& made) {
    for (const auto& [name, text] : made.packs) {
      const Result<Json> json = read_json(text, pack_limits);
      const Problems wrong = !json             ? json.problems()
                             : name == "guide" ? problems_in(guide::read_index(*json))
                                               : problems_in(guide::read_chapter(*json));
      problems_.insert(problems_.end(), wrong.begin(), wrong.end());
    }
  }

  template <class Read>
  static Problems problems_in(const Result<Read>& read) {
    return read ? Problems() : read.problems();
  }

  const ContentFiles& files_;
  Shelf shelf_;
  std::string version_;
  std::vector<Json> parts_;
  std::vector<Chapter> chapters_;
  std::vector<PendingLink> pending_;
  std::set<std::string> unread_;  // ids of chapters whose text has problems
  Problems problems_;
};

}  // namespace

Result<GuidePacks> assemble_guide(const ContentFiles& files) { return Assembly(files).assemble(); }

}  // namespace storewright::site
