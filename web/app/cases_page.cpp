// The case studies: all of them as cards, or the one that the route names.
#include "core/base/text.h"
#include "web/app/pages.h"

namespace storewright::app {
namespace {

using Status = CasesState::Status;

void ask_for_cases(State& state) {
  state.cases.status = Status::asked;
  state.wish({.kind = "fetch", .value = "cases"});
}

std::string technology_path(const cases::Case& study) {
  std::vector<std::string> counts;
  for (const cases::Part& part : study.parts)
    counts.push_back(part.name + " " + std::to_string(cases::technologies_of(part).size()));
  return "Technologies: " + joined(counts, ", ") + ".";
}

void list_page(State& state) {
  page_head("Case studies", "Companies that grew: what they ran at each size, what it cost, and what the rules would say.");
  if (!cases_are_here(state)) return;
  for (const cases::Case& study : state.cases.all) {
    if (&study != &state.cases.all.front()) ui::gap(16);
    ui::Card card(study.id);
    ui::heading(2, study.title);
    ui::gap(6);
    ui::text(study.sentence);
    ui::gap(4);
    ui::text(technology_path(study), {.size = ui::text_small, .tone = ui::Tone::quiet});
    ui::gap(10);
    ui::Flow flow(20);
    for (const cases::Part& part : study.parts) ui::link(part.name, "#/cases/" + study.id + "/" + part.id);
  }
  std::vector<std::string> used;
  for (const cases::Case& study : state.cases.all) used.push_back(study.source);
  sources(state, used);
}

}  // namespace

void cases_take_pack(State& state, std::string_view, const Result<Json>& pack) {
  CasesState& own = state.cases;
  if (own.status == Status::loaded) return;
  Result<std::vector<cases::Case>> loaded = pack ? cases::load_case_pack(*pack) : Result<std::vector<cases::Case>>(pack.problems());
  if (!loaded) {
    own.status = Status::failed;
    own.problem = loaded.problems().front().message;
    return;
  }
  own.all = loaded.take();
  own.status = Status::loaded;
}

bool cases_are_here(State& state) {
  CasesState& own = state.cases;
  if (own.status == Status::loaded) return true;
  if (own.status == Status::absent) ask_for_cases(state);
  if (own.status == Status::asked) ui::status("Fetching the cases.", {.size = ui::text_small});
  if (own.status == Status::failed) {
    problem_card(state, 9008, own.problem, "cases-problem");
    ui::gap(8);
    if (ui::button("Try again", {.id = "cases-again"})) ask_for_cases(state);
  }
  return false;
}

void cases_page(State& state) {
  const std::string below(part_of_route(state));
  if (below.empty()) return list_page(state);
  if (state.cases.status != Status::loaded) {
    page_head("Case study", "What a company ran at each size, what it cost, and what the rules would say.");
    cases_are_here(state);
    return;
  }
  const std::size_t slash = below.find('/');
  const cases::Case* study = cases::find_case(state.cases.all, below.substr(0, slash));
  if (study == nullptr) return missing_page(state);
  case_page(state, *study, slash == std::string::npos ? std::string_view() : std::string_view(below).substr(slash + 1));
}

}  // namespace storewright::app
