// One chapter: its sections on a side, its prose with live parts and figures in between, its sources at the foot.
#include <algorithm>

#include "core/guide/figures.h"
#include "web/app/guide_widgets.h"
#include "web/app/pages.h"

namespace storewright::app {
namespace {

constexpr float contents_width = 232;
constexpr float widest_text = 680;
constexpr float room_for_contents = 900;   // below this, the sections are folded above the text

std::string section_link(const guide::Chapter& chapter, const std::string& anchor) {
  return "#/guide/" + chapter.entry.id + "?at=" + anchor;
}

void section_links(const guide::Chapter& chapter, float size) {
  ui::Scope list(ui::Role::list, "", "sections");
  for (const guide::Block& block : chapter.blocks) {
    if (block.kind != "h2") continue;
    ui::Scope item(ui::Role::listitem, "", block.id);
    ui::link(block.text, section_link(chapter, block.id), false, size);
    ui::gap(8);
  }
}

void contents_beside(const guide::Chapter& chapter) {
  ui::Scope nav(ui::Role::navigation, "On this page", "contents");
  ui::text("On this page", {.size = ui::text_small, .bold = true});
  ui::gap(8);
  section_links(chapter, ui::text_small);
}

void contents_above(const guide::Chapter& chapter) {
  ui::Scope nav(ui::Role::navigation, "On this page", "contents");
  if (ui::disclosure("On this page", false, "sections-of-page")) {
    ui::gap(8);
    section_links(chapter, ui::text_body);
  }
  ui::gap(16);
}

/// The chapter on its way down the page.
class Text {
 public:
  Text(State& state, const guide::Chapter& chapter) : state_(state), chapter_(chapter) {}

  void draw() {
    for (const guide::Block& block : chapter_.blocks) {
      if (block.kind == "h2" || block.kind == "h3") heading(block);
      else if (block.kind == "figure") figure(block.text);
      else if (block.kind == "widget") widget(block.text);
      else waiting_.push_back({block.kind, block.text});
    }
    flush();
    go_to_section();
  }

 private:
  // Prose between two other things is one piece: paragraphs share their margins, items their list.
  void flush() {
    if (waiting_.empty()) return;
    measured_ &= ui::prose("prose-" + std::to_string(++pieces_), std::move(waiting_));
    waiting_.clear();
    ui::gap(16);
  }

  void heading(const guide::Block& block) {
    flush();
    ui::gap(block.kind == "h2" ? 28.0f : 12.0f);
    ui::heading(block.kind == "h2" ? 2 : 3, block.text);
    if (block.id == state_.guide.at) {
      const ui::Node& node = ui::frame().tree.nodes.back();
      target_ = node.id;
      target_y_ = node.rect.y;
    }
    ui::gap(8);
  }

  void figure(const std::string& name) {
    flush();
    ui::gap(8);
    if (const std::optional<report::Scene> scene = guide::figure_scene(name, std::min(640.0f, ui::frame().area.width))) ui::figure(name, *scene);
    ui::gap(20);
  }

  void widget(const std::string& name) {
    flush();
    for (const GuideWidget& one : guide_widgets())
      if (one.name == name) one.draw(state_);
    ui::gap(16);
  }

  // Texts above the section move it while the browser measures them; the reader follows until they rest.
  void go_to_section() {
    GuideState& guide = state_.guide;
    if (!target_.empty() && target_y_ != guide.at_y) {
      state_.wish({.kind = "focus", .value = target_});
      guide.at_y = target_y_;
    }
    if (measured_ || target_.empty()) guide.at.clear();
  }

  State& state_;
  const guide::Chapter& chapter_;
  std::vector<ui::Block> waiting_;
  int pieces_ = 0;
  bool measured_ = true;
  std::string target_;
  float target_y_ = -1;
};

void chapter_sources(const guide::Chapter& chapter) {
  ui::Scope section(ui::Role::section, "Sources", "sources");
  ui::gap(32);
  ui::heading(2, "Sources");
  ui::gap(8);
  {
    ui::Scope list(ui::Role::list, "", "list");
    for (const knowledge::Source& source : chapter.sources) source_item(source);
  }
  ui::gap(8);
  ui::text("Facts of this chapter checked on " + chapter.reviewed + ".", {.size = ui::text_small, .tone = ui::Tone::quiet});
}

void neighbours(const State& state, const guide::Chapter& chapter) {
  const guide::Neighbours found = guide::neighbours_of(state.guide.index.content, chapter.entry.id);
  if (found.before == nullptr && found.after == nullptr) return;
  ui::Scope nav(ui::Role::navigation, "Chapters", "neighbours");
  ui::gap(24);
  ui::Flow flow(24);
  if (found.before != nullptr) ui::link("Before: " + found.before->title, "#/guide/" + found.before->id);
  if (found.after != nullptr) ui::link("Next: " + found.after->title, "#/guide/" + found.after->id);
}

}  // namespace

void guide_chapter(State& state, const guide::Chapter& chapter) {
  ui::Frame& f = ui::frame();
  const ui::Area whole = f.area;
  const float top = f.y;
  float contents_end = top;
  if (whole.width >= room_for_contents) {
    f.area = {whole.x + whole.width - contents_width, contents_width};
    contents_beside(chapter);
    contents_end = f.y;
    f.y = top;
    f.area = {whole.x, std::min(widest_text, whole.width - contents_width - 48)};
  } else {
    contents_above(chapter);
    f.area.width = std::min(widest_text, whole.width);
  }
  Text(state, chapter).draw();
  chapter_sources(chapter);
  neighbours(state, chapter);
  f.area = whole;
  f.y = std::max(f.y, contents_end);
}

}  // namespace storewright::app
