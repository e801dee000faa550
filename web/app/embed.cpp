#include "web/app/embed.h"

#include <algorithm>
#include <memory>

#include "core/base/text.h"
#include "web/app/pages.h"

namespace storewright::app {
namespace {

constexpr float widest_embed = 1080;

// A link may hold fields that its page does not know; an embed was written by hand, so its author should hear of them.
Problem as_embed_problem(const Problem& problem) {
  if (problem.code != 1303) return problem;
  const std::string name = problem.where.empty() ? "?" : problem.where.substr(1);
  const std::size_t hint = problem.message.find("Did you mean");
  std::string message = "This embed names \"" + name + "\", which the page does not have; the rest works without it.";
  if (hint != std::string::npos) message += " " + problem.message.substr(hint);
  else if (const std::string near = report::nearest_parameter(name); !near.empty()) message += " Did you mean \"" + near + "\"?";
  return {2601, problem.where, message};
}

Problems as_embed_problems(const Problems& problems) {
  Problems named;
  for (const Problem& problem : problems) named.push_back(as_embed_problem(problem));
  return named;
}

Problems unknown_to_a_page_without_fields(const LinkFields& fields) {
  Problems problems;
  for (const auto& field : fields) problems.push_back(as_embed_problem({1303, "/" + field.first, ""}));
  return problems;
}

// Asks the page itself which of these names it knows, by a link that only names them, away from the state on screen.
Problems unknown_names(const State& state, const Page& page, const std::vector<std::string>& names) {
  report::Link probe;
  probe.route = state.route;
  for (const std::string& name : names) probe.fields.emplace_back(name, "");
  if (names.empty()) return {};
  if (page.from_link == nullptr) return unknown_to_a_page_without_fields(probe.fields);
  const auto aside = std::make_unique<State>();
  aside->knowledge = state.knowledge;
  aside->route = state.route;
  page.from_link(*aside, probe);
  Problems problems;
  for (const Problem& problem : aside->link_problems)
    if (problem.code == 1303) problems.push_back(as_embed_problem(problem));
  return problems;
}

LinkFields locked_values(const State& state, const Page& page) {
  LinkFields values;
  for (auto& field : page.to_link(state))
    if (std::find(state.embed.locked.begin(), state.embed.locked.end(), field.first) != state.embed.locked.end()) values.push_back(std::move(field));
  return values;
}

// The page's values now, with the locked ones as they were.
void put_back(State& state, const Page& page) {
  report::Link link;
  link.route = state.route;
  for (auto& field : page.to_link(state))
    if (std::find(state.embed.locked.begin(), state.embed.locked.end(), field.first) == state.embed.locked.end()) link.fields.push_back(std::move(field));
  link.fields.insert(link.fields.end(), state.embed.kept.begin(), state.embed.kept.end());
  Problems shown = std::move(state.link_problems);
  page.from_link(state, link);
  state.link_problems = std::move(shown);
}

bool has_links(const Page* page) { return page != nullptr && page->to_link != nullptr && page->from_link != nullptr; }

void append(Problems& to, Problems from) { to.insert(to.end(), from.begin(), from.end()); }

}  // namespace

void begin_embed(State& state, const Page* page, const report::Embed& embed) {
  state.embed = {.on = true, .locked = embed.lock, .kept = {}};
  Problems problems = embed.problems;
  append(problems, as_embed_problems(state.link_problems));
  if (page == nullptr) {
    problems.push_back({2603, "/view", "This embed asks for a page that does not exist: \"" + state.route + "\"."});
  } else {
    if (page->from_link == nullptr) append(problems, unknown_to_a_page_without_fields(embed.link.fields));
    append(problems, unknown_names(state, *page, embed.lock));
    append(problems, unknown_names(state, *page, embed.show));
  }
  state.link_problems = std::move(problems);
  if (has_links(page)) state.embed.kept = locked_values(state, *page);
}

void embed_knows_fields(State& state, const Page* page, const Problems& problems, FieldTable table) {
  append(state.link_problems, as_embed_problems(problems));
  for (const std::string& name : state.embed.locked)
    if (find_field(table, name) == nullptr) state.link_problems.push_back(as_embed_problem({1303, "/" + name, ""}));
  if (has_links(page)) state.embed.kept = locked_values(state, *page);
}

bool keep_locked(State& state, const Page* page) {
  if (!state.embed.on || state.embed.locked.empty() || !has_links(page)) return false;
  if (locked_values(state, *page) == state.embed.kept) return false;
  put_back(state, *page);
  // A page that takes an empty link as no link has its last step undone.
  if (locked_values(state, *page) != state.embed.kept && page->undo != nullptr) page->undo(state);
  state.toast = "The page around this one fixes " + sentence_list(state.embed.locked) + "; that stays as it is.";
  return true;
}

void embed_frame(State& state, const Page* page) {
  ui::Frame& f = ui::frame();
  const float margin = ui::narrow() ? 16.0f : 24.0f;
  const float free = f.around.width - 2 * margin;
  const float content = std::min(free, widest_embed);
  f.area = {margin + (free - content) / 2, content};
  {
    ui::Scope main(ui::Role::main, "", "main");
    if (!state.link_problems.empty() || !state.notices.empty()) ui::gap(16);
    page_notices(state);
    draw_page(state, page);
    page_toast(state);
  }
  ui::Scope foot(ui::Role::contentinfo, "", "footer");
  ui::gap(24);
  ui::divider();
  ui::gap(10);
  ui::link("Storewright, open in full", link_of(state), false, ui::text_small);
  ui::gap(12);
}

std::string outward(std::string_view href) {
  return href.empty() || href.front() != '#' ? std::string(href) : "./" + std::string(href);
}

}  // namespace storewright::app
