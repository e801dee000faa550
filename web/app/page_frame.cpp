// What stands around every page: skip link, header, navigation, notices, footer, and the parts that pages share.
#include <algorithm>

#include "core/api/api.h"
#include "core/base/text.h"
#include "web/app/pages.h"

namespace storewright::app {
namespace {

constexpr float side_width = 216;
constexpr float widest_content = 1080;

void theme_choice(State& state) {
  constexpr ui::Choice options[] = {{"system", "As the system"}, {"light", "Light"}, {"dark", "Dark"}};
  int index = state.theme == "light" ? 1 : state.theme == "dark" ? 2 : 0;
  if (ui::choice("Colours", index, options)) {
    state.theme = options[index].name;
    state.wish({.kind = "theme", .value = state.theme});
    state.wish({.kind = "store", .value = state.theme, .key = "theme"});
  }
}

void mode_button(State& state) {
  const bool text = state.reading_mode == "text";
  if (ui::button(text ? "Back to the drawn page" : "Read as plain text", {.id = "mode"})) {
    state.reading_mode = text ? "" : "text";
    state.wish({.kind = "mode", .value = text ? "drawn" : "text"});
  }
}

void page_links(const State& state) {
  for (const Page& page : pages()) {
    ui::Scope item(ui::Role::listitem, "", "item");
    const bool here = &page == find_page(state.route);
    ui::Frame& f = ui::frame();
    if (here) ui::draw_box({f.area.x - 12, f.y + 2, 3, 20}, f.theme->accent, 1.5f);
    ui::link(page.title, "#/" + std::string(page.route), here);
    ui::gap(12);
  }
}

void brand() {
  ui::link("Storewright", "#/", false, 20);
}

void side_navigation(State& state) {
  ui::Scope nav(ui::Role::navigation, "Pages", "nav");
  ui::gap(28);
  brand();
  ui::gap(28);
  {
    ui::Scope list(ui::Role::list, "", "pages");
    page_links(state);
  }
  ui::gap(16);
  if (ui::disclosure("View", false, "view")) {
    ui::gap(8);
    theme_choice(state);
    ui::gap(12);
    mode_button(state);
  }
}

void top_navigation(State& state) {
  ui::Scope nav(ui::Role::navigation, "Pages", "nav");
  ui::gap(12);
  brand();
  ui::gap(4);
  if (ui::disclosure("Menu", false, "menu")) {
    ui::gap(8);
    {
      ui::Scope list(ui::Role::list, "", "pages");
      page_links(state);
    }
    theme_choice(state);
    ui::gap(12);
    mode_button(state);
  }
  ui::gap(8);
  ui::divider();
}

void footer(const State& state) {
  ui::Scope scope(ui::Role::contentinfo, "", "footer");
  ui::gap(48);
  ui::divider();
  ui::gap(16);
  ui::text("Storewright runs on your machine. Nothing you type leaves this page.", {.size = ui::text_small, .tone = ui::Tone::quiet});
  ui::text("Facts as of data pack " + state.knowledge->version + ". MIT licence.", {.size = ui::text_small, .tone = ui::Tone::quiet});
  ui::gap(32);
}

}  // namespace

void problem_card(const State& state, int code, const std::string& message, std::string_view id) {
  ui::Card card(id, ui::CardTone::warning, 14);
  ui::text(message, {.size = ui::text_small, .bold = true});
  const knowledge::ErrorText* known = state.knowledge->error(code);
  if (known != nullptr) ui::text(known->cure, {.size = ui::text_small});
  ui::text(api::code_text(code), {.size = ui::text_small, .tone = ui::Tone::quiet});
}

void page_notices(State& state) {
  for (std::size_t i = 0; i < state.link_problems.size(); ++i) {
    problem_card(state, state.link_problems[i].code, state.link_problems[i].message, "link-problem-" + std::to_string(i));
    ui::gap(12);
  }
  for (std::size_t i = 0; i < state.notices.size(); ++i) {
    problem_card(state, state.notices[i].code, state.notices[i].text, "notice-" + std::to_string(i));
    ui::gap(12);
  }
  const bool any = !state.link_problems.empty() || !state.notices.empty();
  if (any && ui::button("Dismiss", {.id = "dismiss"})) {
    state.link_problems.clear();
    state.notices.clear();
    ui::frame().again = true;
  }
  if (any) ui::gap(16);
}

void page_toast(State& state) {
  if (state.toast.empty()) return;
  ui::gap(12);
  ui::text(state.toast, {.size = ui::text_small, .tone = ui::Tone::good});
}

void page_head(std::string_view title, std::string_view purpose) {
  ui::gap(ui::narrow() ? 20 : 40);
  ui::heading(1, title);
  ui::gap(4);
  ui::text(purpose, {.size = 18, .tone = ui::Tone::quiet});
  ui::gap(24);
}

void read_from_title(State& state) {
  const auto& nodes = ui::frame().tree.nodes;
  const auto title = std::find_if(nodes.rbegin(), nodes.rend(), [](const ui::Node& node) { return node.role == ui::Role::heading && node.level == 1; });
  if (title != nodes.rend()) state.wish({.kind = "focus", .value = title->id});
}

void copy_button(State& state, std::string_view label, std::string text, std::string_view done) {
  if (!ui::button(label)) return;
  state.wish({.kind = "copy", .value = std::move(text)});
  state.toast = done;
}

void copy_link_button(State& state) {
  if (!ui::button("Copy link")) return;
  state.wish({.kind = "copy", .value = link_of(state), .key = "link"});
  state.toast = "Link copied. It opens this page with these values.";
}

void download_button(State& state, std::string_view label, std::string file, std::string type, std::string text) {
  if (!ui::button(label)) return;
  state.wish({.kind = "download", .value = std::move(text), .key = std::move(file), .type = std::move(type)});
  state.toast = "Saved by your browser.";
}

namespace {

void ask_for_evidence(State& state) {
  state.evidence.status = FetchState::Status::asked;
  state.wish({.kind = "fetch", .value = "evidence"});
}

// What stands in for texts that are not here yet: nothing, a word of patience, or what went wrong.
void evidence_status(State& state) {
  FetchState& evidence = state.evidence;
  if (evidence.status == FetchState::Status::asked) ui::status("Fetching the texts.", {.size = ui::text_small});
  if (evidence.status != FetchState::Status::failed) return;
  problem_card(state, 9008, evidence.problem, "evidence-problem");
  ui::gap(8);
  if (ui::button("Try again", {.id = "evidence-again"})) ask_for_evidence(state);
}

}  // namespace

void need_evidence(State& state) {
  if (state.evidence.status == FetchState::Status::absent) ask_for_evidence(state);
  evidence_status(state);
}

void need_titles(State& state, const std::vector<std::string>& ids) {
  if (state.evidence.status != FetchState::Status::absent) return;
  for (const std::string& id : ids)
    if (state.knowledge->source(id) == nullptr) return ask_for_evidence(state);
}

void note(State& state, std::string_view id, bool with_title) {
  const knowledge::Note* found = state.knowledge->note(id);
  if (found == nullptr) return;
  if (with_title) {
    ui::heading(4, found->title);
    ui::gap(2);
  }
  if (state.evidence.status == FetchState::Status::absent) ask_for_evidence(state);
  if (found->text.empty()) return evidence_status(state);
  std::vector<ui::Block> blocks;
  for (const std::string& paragraph : split(found->text, '\n'))
    if (!paragraph.empty()) blocks.push_back({"p", paragraph});
  if (!found->correction.empty()) blocks.push_back({"quote", found->correction});
  ui::prose("note-" + std::string(id), std::move(blocks));
  ui::gap(16);
}

void source_item(const knowledge::Source& source) {
  ui::Scope item(ui::Role::listitem, "", source.id);
  const std::string by = source.publisher.empty() ? "" : ", " + source.publisher;
  if (source.address.empty()) ui::text(source.title + by, {.size = ui::text_small});
  else {
    ui::link(source.title, source.address, false, ui::text_small);
    ui::text(source.publisher + ", read " + source.read, {.size = ui::text_small, .tone = ui::Tone::quiet});
  }
  ui::gap(6);
}

void sources(State& state, const std::vector<std::string>& ids) {
  ui::Scope section(ui::Role::section, "Sources", "sources");
  ui::gap(32);
  ui::heading(2, "Sources");
  ui::gap(8);
  if (state.evidence.status == FetchState::Status::absent && ui::button("Show addresses and dates", {.id = "evidence"}))
    ask_for_evidence(state);
  evidence_status(state);
  ui::gap(8);
  if (ids.empty()) return;
  ui::Scope list(ui::Role::list, "", "list");
  for (const std::string& id : ids) {
    const knowledge::Source* source = state.knowledge->source(id);
    if (source != nullptr) source_item(*source);
  }
}

namespace {

// In the place of code that has not come yet: that it is on its way, or what went wrong, with another try.
void code_status(State& state, std::string_view awaited, std::string_view id) {
  FetchState& code = state.code;
  bool wanted = code.status == FetchState::Status::absent;
  if (code.status == FetchState::Status::failed) {
    problem_card(state, 9010, code.problem, std::string(id) + "-problem");
    ui::gap(8);
    wanted = ui::button("Try again", {.id = std::string(id) + "-again"});
  } else {
    ui::status(awaited);
  }
  if (!wanted) return;
  code.status = FetchState::Status::asked;
  state.wish({.kind = "code", .value = ""});
  ui::frame().again = true;
}

void page_without_code(State& state, const Page& page) {
  page_head(page.title, "This page is loaded when it is first opened.");
  code_status(state, "Loading the page.", "code");
}

}  // namespace

bool draw_part(State& state, std::string_view name, std::string_view awaited) {
  if (state.code.status != FetchState::Status::loaded) {
    ui::gap(20);
    code_status(state, awaited, name);
    return false;
  }
  if (const Part* part = find_part(name)) part->draw(state);
  return true;
}

void draw_page(State& state, const Page* page) {
  if (page == nullptr) missing_page(state);
  else if (waits_for_code(state, page)) page_without_code(state, *page);
  else page->draw(state);
}

void page_frame(State& state, const Page* page) {
  if (state.embed.on) return embed_frame(state, page);
  ui::Frame& f = ui::frame();
  const float width = f.around.width;
  const bool wide = !ui::narrow();
  const float margin = wide ? 32.0f : 16.0f;
  if (wide) {
    f.area = {24, side_width - 32};
    side_navigation(state);
    f.y = 0;
    const float free = width - side_width - 2 * margin;
    const float content = std::min(free, widest_content);
    f.area = {side_width + margin + std::max(0.0f, (free - content) / 2) * 0.5f, content};
  } else {
    f.area = {margin, width - 2 * margin};
    ui::Scope head(ui::Role::banner, "", "head");
    top_navigation(state);
  }
  {
    ui::Scope main(ui::Role::main, "", "main");
    if (!state.link_problems.empty() || !state.notices.empty()) ui::gap(16);
    page_notices(state);
    draw_page(state, page);
    page_toast(state);
  }
  footer(state);
}

}  // namespace storewright::app
