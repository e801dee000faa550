#include "core/guide/chapter.h"

#include "core/knowledge/member_reader.h"

namespace storewright::guide {
namespace {

using knowledge::MemberReader;
using knowledge::Presence;

bool has_format(const Json& pack, std::string_view wanted) {
  const Json* format = pack.find("format");
  return format && format->text() && *format->text() == wanted;
}

ChapterEntry read_entry(MemberReader& reader) {
  return {reader.required_text("id"), reader.required_text("title"), reader.required_text("purpose")};
}

// [kind, text] or [kind, text, id]: a chapter has a hundred of them.
void read_blocks(const Json& pack, std::vector<Block>& blocks, Problems& problems) {
  const Json* list = pack.find("blocks");
  if (!list || !list->array()) return problems.push_back({1401, "/blocks", "A chapter needs the list \"blocks\"."});
  for (std::size_t i = 0; i < list->array()->size(); ++i) {
    const Json::Array* parts = (*list->array())[i].array();
    std::string texts[3];
    bool good = parts && (parts->size() == 2 || parts->size() == 3);
    for (std::size_t part = 0; good && part < parts->size(); ++part) {
      const std::string* text = (*parts)[part].text();
      good = text != nullptr;
      if (good) texts[part] = *text;
    }
    if (good)
      blocks.push_back({texts[0], texts[1], texts[2]});
    else
      problems.push_back({1401, pointer_to("/blocks", i), "A block is [kind, text] or [kind, text, anchor]."});
  }
}

}  // namespace

std::string chapter_pack_name(std::string_view chapter) {
  std::string name = "guide_" + std::string(chapter);
  for (char& c : name)
    if (c == '/') c = '_';
  return name;
}

Result<Index> read_index(const Json& pack) {
  if (!has_format(pack, "storewright/guide@1"))
    return Problem{1400, "/format", "This is no guide pack of the format \"storewright/guide@1\"."};
  Problems problems;
  Index index;
  read_items(pack, "parts", Presence::required, problems, [&](MemberReader& reader) {
    Part part{reader.required_text("id"), reader.required_text("title"), reader.required_text("summary"), {}};
    const Json* chapters = reader.find("chapters");
    if (!chapters || !chapters->array()) return reader.wrong("chapters", "A part needs the list \"chapters\".");
    for (std::size_t i = 0; i < chapters->array()->size(); ++i) {
      MemberReader entry((*chapters->array())[i], pointer_to(reader.where() + "/chapters", i), problems);
      part.chapters.push_back(read_entry(entry));
    }
    index.parts.push_back(std::move(part));
  });
  if (!problems.empty()) return problems;
  return index;
}

Result<Chapter> read_chapter(const Json& pack) {
  if (!has_format(pack, "storewright/chapter@1"))
    return Problem{1400, "/format", "This is no chapter of the format \"storewright/chapter@1\"."};
  Problems problems;
  Chapter chapter;
  MemberReader head(pack, "", problems);
  chapter.entry = read_entry(head);
  chapter.reviewed = head.required_text("reviewed");
  read_blocks(pack, chapter.blocks, problems);
  read_items(pack, "sources", Presence::required, problems, [&](MemberReader& reader) {
    chapter.sources.push_back({reader.required_text("id"), reader.required_text("title"), reader.text("publisher"),
                               reader.text("address"), reader.text("read")});
  });
  if (!problems.empty()) return problems;
  return chapter;
}

const ChapterEntry* find_chapter(const Index& index, std::string_view chapter) {
  for (const Part& part : index.parts)
    for (const ChapterEntry& entry : part.chapters)
      if (entry.id == chapter) return &entry;
  return nullptr;
}

Neighbours neighbours_of(const Index& index, std::string_view chapter) {
  Neighbours neighbours;
  const ChapterEntry* last = nullptr;
  bool found = false;
  for (const Part& part : index.parts)
    for (const ChapterEntry& entry : part.chapters) {
      if (found && neighbours.after == nullptr) neighbours.after = &entry;
      if (entry.id == chapter) {
        found = true;
        neighbours.before = last;
      }
      last = &entry;
    }
  return neighbours;
}

}  // namespace storewright::guide
