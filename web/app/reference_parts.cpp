#include "web/app/reference_parts.h"

#include <algorithm>

#include "core/selection/recommend.h"
#include "web/app/fetched.h"

namespace storewright::app {
namespace {

constexpr ReferencePart reference_parts[] = {
    {"", "Engines", records_page, records_link, records_from_link},
    {"categories", "Categories at a glance", glance_page, glance_link, glance_from_link},
    {"cheat-sheet", "Cheat sheet", cheat_sheet_page, cheat_sheet_link, cheat_sheet_from_link},
    {"checklist", "Checklist", checklist_page, checklist_link, checklist_from_link},
    {"migrations", "Migrations", migrations_page, migrations_link, migrations_from_link},
    {"rules", "Rules", rules_page, rules_link, rules_from_link},
    {"compare", "Compare", compare_page, compare_link, compare_from_link},
    {"audit", "Check the numbers", audit_page, audit_link, audit_from_link},
    {"published", "How others decided", published_page, nullptr, nullptr},
    {"topics", "The whole subject", branches_page, nullptr, nullptr},
};

}  // namespace

const ReferencePart* find_reference_part(std::string_view part) {
  // "rules/strong-reads" is of the part "rules"; no other part has pages below it, and the first is the list of records.
  const std::string_view name = part.substr(0, part.substr(0, 6) == "rules/" ? 5 : part.npos);
  for (const ReferencePart& one : reference_parts)
    if (one.part == name) return &one;
  return nullptr;
}

void reference_index(const State& state) {
  ui::Scope nav(ui::Role::navigation, "Parts of the reference", "reference_parts");
  ui::gap(ui::narrow() ? 12 : 24);
  // Ten links are half a phone's screen.
  if (ui::narrow() && !ui::disclosure("Parts of the reference", false, "open")) return;
  ui::Scope list(ui::Role::list, "", "list");
  ui::Flow flow(20);
  for (const ReferencePart& one : reference_parts) {
    ui::Scope item(ui::Role::listitem, "", "item");
    const std::string href = one.part.empty() ? "#/reference" : "#/reference/" + std::string(one.part);
    ui::link(one.title, href, &one == find_reference_part(part_of_route(state)), ui::text_small);
  }
}

bool reference_is_here(State& state) { return have(state, state.reference.content, "reference"); }

void reference_take_pack(State& state, std::string_view name, const Result<Json>& pack) {
  ReferenceState& reference = state.reference;
  if (name == "reference") return take(reference.content, pack, knowledge::load_reference_pack);
  if (name == "reference_audit") return audit_take_pack(state, name, pack);
  if (name == "reference_published") take(reference.published, pack, knowledge::load_published_pack);
}

LinkFields reference_link(const State& state) {
  const ReferencePart* part = find_reference_part(part_of_route(state));
  return part == nullptr || part->to_link == nullptr ? LinkFields() : part->to_link(state);
}

void reference_from_link(State& state, const report::Link& link) {
  const ReferencePart* part = find_reference_part(part_of_route(state));
  if (part != nullptr && part->from_link != nullptr) part->from_link(state, link);
}

// The forms fill the profile, so their last step is one of the profile's.
bool reference_undo(State& state) {
  const std::string_view part = part_of_route(state);
  if (part == "migrations") return migrations_undo(state);
  return (part == "cheat-sheet" || part == "checklist") && decide_undo(state);
}

void reference_page(State& state) {
  reference_index(state);
  const std::string_view id = part_of_route(state);
  const ReferencePart* part = find_reference_part(id);
  if (part == nullptr) return reference_card(state, id);
  if (!part->part.empty()) state.part_title = std::string(part->title) + " · ";
  part->draw(state);
}

void answer_so_far(State& state, std::string_view progress) {
  ui::Scope section(ui::Role::section, "The answer so far", "answer");
  ui::Card card("so-far", ui::CardTone::accent);
  ui::heading(2, "The answer so far");
  ui::gap(4);
  ui::status(progress, {.size = ui::text_small});
  ui::gap(8);
  if (state.decide.profile == selection::Profile{}) {
    ui::text("Nothing is known of your workload yet. Answer the first question and a store appears here.");
    return;
  }
  const selection::Recommendation& answer = decide_answer(state);
  const knowledge::Engine* engine = answer.primary ? state.knowledge->engine(answer.primary->engine) : nullptr;
  if (engine != nullptr) ui::fact(answer.clear_winner ? "Use" : "Ahead, but not clearly", engine->name);
  const std::string sentence = selection::answer_sentence(answer, *state.knowledge);
  ui::status(sentence, {.bold = true});
  state.announced = sentence;
  ui::gap(8);
  std::vector<std::string> reasons;
  for (const selection::EngineVerdict& verdict : answer.verdicts)
    if (engine != nullptr && verdict.engine == engine->id)
      for (const selection::Reason& reason : verdict.preferences)
        if (reasons.size() < 3) reasons.push_back(reason.because);
  if (!reasons.empty()) {
    ui::heading(3, "Why");
    ui::gap(4);
    ui::bullets("Why", reasons, {.size = ui::text_small});
  }
  ui::gap(8);
  report::Link link;
  link.route = "decide";
  link.fields = decide_fields(state.decide.profile);
  if (!link.fields.empty()) link.data = state.knowledge->version;
  ui::link("Open the whole recommendation", report::format_link(link));
}

}  // namespace storewright::app
