// The guide as its packs hold it: the list of chapters, and one chapter as blocks of text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/knowledge/knowledge.h"

namespace storewright::guide {

/// One block of a chapter, in reading order.
struct Block {
  std::string kind;  // "h2", "h3"; "p", "li", "ol", "quote", "code", "table"; "figure", "widget"
  std::string text;  // with marks (ARCHITECTURE.md, "The guide"); h2, h3: plain; figure, widget: its name
  std::string id;    // h2, h3: the anchor, unique in the chapter
};

struct ChapterEntry {
  std::string id;  // "factors/consistency", as in its route
  std::string title;
  std::string purpose;  // one sentence
};

struct Part {
  std::string id;
  std::string title;
  std::string summary;
  std::vector<ChapterEntry> chapters;
};

/// All parts and chapters in reading order.
struct Index {
  std::vector<Part> parts;
};

struct Chapter {
  ChapterEntry entry;
  std::string reviewed;  // ISO date on which its facts were last checked
  std::vector<Block> blocks;
  std::vector<knowledge::Source> sources;  // whole, so that a chapter needs no other pack
};

/// The name of the pack that holds a chapter: "guide_factors_consistency".
std::string chapter_pack_name(std::string_view chapter);

/// Problems: 1400 not such a pack, or of a newer format; 1401 a member missing or of the wrong type.
Result<Index> read_index(const Json& pack);
Result<Chapter> read_chapter(const Json& pack);

/// The chapters before and after one, null where there is none.
struct Neighbours {
  const ChapterEntry* before = nullptr;
  const ChapterEntry* after = nullptr;
};
Neighbours neighbours_of(const Index& index, std::string_view chapter);

/// The chapter of that id and its part; null when there is none.
const ChapterEntry* find_chapter(const Index& index, std::string_view chapter);

}  // namespace storewright::guide
