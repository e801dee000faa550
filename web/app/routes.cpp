#include "core/report/link.h"
#include "web/app/pages.h"

namespace storewright::app {
namespace {

// A new page is one row here and one file beside this one. Those up to the line are in app.wasm. All others, and what only
// they use, come later in pages.wasm: the build links the program a second time without them, and takes the difference.
constexpr Page all_pages[] = {
    {"", "Home", home_page, nullptr, nullptr, nullptr},
    {"decide", "Choose a database", decide_page, decide_link, decide_from_link, decide_undo},
#ifndef STOREWRIGHT_FIRST_PAGES
    {"calculate", "Calculate", calculate_page, calculate_link, calculate_from_link, calculate_undo, true, "calculators", calculate_take_pack},
    {"calculate/tco", "Calculate: total cost", tco_page, tco_link, tco_from_link, tco_undo},
    {"calculate/compare", "Compare costs", cost_compare_page, cost_compare_link, cost_compare_from_link, cost_compare_undo, false, "prices", cost_compare_take_pack},
    {"calculate/scaling", "Calculate: scaling", scaling_page, scaling_link, scaling_from_link, scaling_undo, false, "scaling", scaling_take_pack},
    {"labs/ring", "Lab: shard ring", ring_page, ring_link, ring_from_link, ring_undo},
    {"reference", "Reference", reference_page, reference_link, reference_from_link, reference_undo, true, "reference", reference_take_pack},
    {"practice", "Practise", practice_page, practice_link, practice_from_link, practice_undo, true, "practice", practice_take_pack, attempt_key_start, practice_take_stored},
    {"cases", "Case studies", cases_page, cases_link, cases_from_link, cases_undo, true, "cases", cases_take_pack},
    {"guide", "Guide", guide_page, guide_link, guide_from_link, nullptr, true, "guide", guide_take_pack},
    {"tools", "For your own tools", tools_page, nullptr, nullptr, nullptr},
#endif
};
constexpr std::size_t first_pages = 2;

// What explains on a first page, and what draws worlds or searches: later too.
constexpr Part all_parts[] = {
#ifndef STOREWRIGHT_FIRST_PAGES
    {"decide/contradiction", decide_contradiction},
    {"decide/interview", decide_interview},
    {"decide/picture", decide_picture},
    {"decide/migration", decide_migration, "migrations", migrations_take_pack},
    {"decide/details", decide_details},
#endif
    {},  // a table of nothing does not exist
};

}  // namespace

std::span<const Page> pages() { return all_pages; }

bool is_first_page(const Page& page) { return &page < all_pages + first_pages; }

const Page* find_page(std::string_view route) {
  // A page of its own comes before the parts of a page above it: "calculate/tco" and "calculate".
  for (const Page& page : all_pages)
    if (page.route == route) return &page;
  for (const Page& page : all_pages) {
    const bool below = route.size() > page.route.size() && route.substr(0, page.route.size()) == page.route && route[page.route.size()] == '/';
    if (page.has_parts && below) return &page;
  }
  return nullptr;
}

std::span<const Part> parts() { return all_parts; }

const Part* find_part(std::string_view name) {
  for (const Part& part : all_parts)
    if (part.draw != nullptr && part.name == name) return &part;
  return nullptr;
}

bool waits_for_code(const State& state, const Page* page) {
  return page != nullptr && !is_first_page(*page) && state.code.status != FetchState::Status::loaded;
}

std::string_view part_of_route(const State& state) {
  const Page* page = find_page(state.route);
  const std::string_view route = state.route;
  return page == nullptr || route.size() <= page->route.size() ? std::string_view() : route.substr(page->route.size() + 1);
}

std::string link_of(const State& state) {
  const Page* page = find_page(state.route);
  if (waits_for_code(state, page)) return state.href;
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
