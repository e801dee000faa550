#include "core/report/link.h"
#include "web/app/pages.h"

namespace storewright::app {
namespace {

// A new page is one row here and one file beside this one.
constexpr Page all_pages[] = {
    {"", "Home", home_page, nullptr, nullptr, nullptr},
    {"decide", "Choose a database", decide_page, decide_link, decide_from_link, decide_undo},
    {"calculate/tco", "Calculate: total cost", tco_page, tco_link, tco_from_link, tco_undo},
    {"labs/ring", "Lab: shard ring", ring_page, ring_link, ring_from_link, ring_undo},
    {"reference", "Reference", reference_page, reference_link, reference_from_link, nullptr, true},
    {"guide", "Guide", guide_page, guide_link, guide_from_link, nullptr, true},
    {"tools", "For your own tools", tools_page, nullptr, nullptr, nullptr},
};

}  // namespace

std::span<const Page> pages() { return all_pages; }

const Page* find_page(std::string_view route) {
  for (const Page& page : all_pages) {
    if (page.route == route) return &page;
    const bool below = route.size() > page.route.size() && route.substr(0, page.route.size()) == page.route && route[page.route.size()] == '/';
    if (page.has_parts && below) return &page;
  }
  return nullptr;
}

std::string_view part_of_route(const State& state) {
  const Page* page = find_page(state.route);
  const std::string_view route = state.route;
  return page == nullptr || route.size() <= page->route.size() ? std::string_view() : route.substr(page->route.size() + 1);
}

std::string link_of(const State& state) {
  const Page* page = find_page(state.route);
  report::Link link;
  link.route = state.route;
  if (page != nullptr && page->to_link != nullptr) link.fields = page->to_link(state);
  if (!link.fields.empty()) {
    link.data = state.knowledge->version;
    if (state.route == "decide" && state.decide.digest.answer) link.digest = *state.decide.digest.answer;
  }
  if (!state.reading_mode.empty()) link.fields.emplace_back("mode", state.reading_mode);
  return report::format_link(link);
}

}  // namespace storewright::app
