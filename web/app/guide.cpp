// The guide: its parts and chapters, the packs they come in, and the links that lead to them.
#include <algorithm>

#include "web/app/fetched.h"
#include "web/app/guide_widgets.h"
#include "web/app/pages.h"

namespace storewright::app {
namespace {

void guide_head() { page_head("Guide", "How to choose, size and evolve a data store, one chapter for each question."); }

void chapter_list(const guide::Part& part) {
  ui::Scope section(ui::Role::section, part.title, part.id);
  ui::gap(12);
  ui::heading(2, part.title);
  ui::text(part.summary, {.tone = ui::Tone::quiet});
  ui::gap(8);
  ui::Scope list(ui::Role::list, "", "chapters");
  for (const guide::ChapterEntry& entry : part.chapters) {
    ui::Scope item(ui::Role::listitem, "", entry.id);
    ui::link(entry.title, "#/guide/" + entry.id, false, ui::text_sub);
    ui::text(entry.purpose);
    ui::gap(12);
  }
}

bool have_index(State& state) {
  if (state.guide.index.status == Fetched<guide::Index>::Status::loaded) return true;
  guide_head();
  return have(state, state.guide.index, "guide");
}

void all_chapters(const State& state) {
  guide_head();
  for (const guide::Part& part : state.guide.index.content.parts)
    if (!part.chapters.empty()) chapter_list(part);
}

}  // namespace

void guide_take_pack(State& state, std::string_view name, const Result<Json>& json) {
  GuideState& guide = state.guide;
  if (name == "guide") return take(guide.index, json, guide::read_index);
  for (auto& [id, chapter] : guide.chapters)
    if (guide::chapter_pack_name(id) == name) return take(chapter, json, guide::read_chapter);
}

LinkFields guide_link(const State& state) {
  const GuideWidget* widget = widget_of_chapter(part_of_route(state));
  return widget == nullptr ? LinkFields() : widget->to_link(state);
}

// `at` names the section to go to. It leaves the address once the reader is there: the same link then works again, and
// going back leads to where the reader was.
void guide_from_link(State& state, const report::Link& given) {
  report::Link link = given;
  const auto at = std::find_if(link.fields.begin(), link.fields.end(), [](const auto& field) { return field.first == "at"; });
  state.guide.at.clear();
  state.guide.at_y = -1;
  if (at != link.fields.end()) {
    state.guide.at = at->second;
    link.fields.erase(at);
  }
  // A link without values leads to the text; what was chosen in its live part stays.
  if (link.fields.empty()) return;
  const GuideWidget* widget = widget_of_chapter(part_of_route(state));
  if (widget != nullptr) widget->from_link(state, link);
  else state.link_problems = report::read_link_fields(link, {}, nullptr).problems;
}

void guide_page(State& state) {
  const std::string_view id = part_of_route(state);
  if (!have_index(state)) return;
  if (id.empty()) return all_chapters(state);
  const guide::ChapterEntry* entry = guide::find_chapter(state.guide.index.content, id);
  if (entry == nullptr) {
    page_head("No such chapter", "The link names a chapter that this version does not have.");
    return ui::link("All chapters", "#/guide");
  }
  state.part_title = entry->title + " · ";
  page_head(entry->title, entry->purpose);
  Fetched<guide::Chapter>& chapter = state.guide.chapters[entry->id];
  if (have(state, chapter, guide::chapter_pack_name(entry->id))) guide_chapter(state, chapter.content);
}

}  // namespace storewright::app
