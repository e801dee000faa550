// The whole subject: its five branches and where each is found, and the topics to read on with.
#include "web/app/reference_parts.h"

namespace storewright::app {
namespace {

constexpr std::string_view topics = "reference/topics/";

void branch(const knowledge::Branch& one) {
  ui::Scope section(ui::Role::section, one.title, one.id);
  ui::heading(2, one.title);
  ui::gap(2);
  ui::text(one.says);
  ui::gap(4);
  {
    ui::Scope list(ui::Role::list, "", "links");
    for (const knowledge::BranchLink& link : one.links) {
      ui::Scope item(ui::Role::listitem, "", link.href);
      ui::link(link.label, link.href);
      ui::gap(6);
    }
  }
  ui::gap(16);
}

}  // namespace

void branches_page(State& state) {
  page_head("The whole subject", "Five branches: what decides, what it costs, several stores, moving, and where things go.");
  if (!reference_is_here(state)) return;
  for (const knowledge::Branch& one : state.reference.content.content.branches) branch(one);
  ui::Scope section(ui::Role::section, "Topics to read on with", "topics");
  ui::heading(2, "Topics to read on with");
  ui::gap(8);
  std::vector<std::string> used;
  for (const knowledge::Note& entry : state.knowledge->notes) {
    if (entry.id.substr(0, topics.size()) != topics) continue;
    ui::heading(3, entry.title);
    ui::gap(2);
    note(state, entry.id, false);
    if (used.empty() && !entry.source.empty()) used.push_back(entry.source);
  }
  sources(state, used);
}

}  // namespace storewright::app
