// Calculate: all calculators in plain words, or the small one that the route names.
#include "web/app/calculate_state.h"
#include "web/app/calculator.h"
#include "web/app/embed.h"
#include "web/app/fetched.h"
#include "web/app/pages.h"
#include "web/ui/form.h"

namespace storewright::app {
namespace {

// Those with pages of their own.
struct Listed {
  std::string_view title;
  std::string_view question;
  std::string_view href;
};
constexpr Listed larger[] = {
    {"Total cost", "Is a managed database cheaper than running it ourselves?", "#/calculate/tco"},
    {"Compare costs", "What does the same workload cost on nine services and set-ups?", "#/calculate/compare"},
    {"Scaling", "When does our store need its next step, and how urgent is it?", "#/calculate/scaling"},
};

void listed(const Listed& one) {
  ui::Scope item(ui::Role::listitem, "", one.href);
  ui::text(one.question);
  ui::gap(2);
  ui::link(one.title, one.href);
  ui::gap(16);
}

void list_page(State& state) {
  page_head("Calculate", "Ask what a database costs, saves or slows. Every number comes with its formula, and takes ranges.");
  ui::Scope list(ui::Role::list, "", "calculators");
  for (const Listed& one : larger) listed(one);
  if (!have(state, calculate_of(state).pack, "calculators")) return;
  for (const auto& sheet : calculate_of(state).pack.content) listed({sheet->title, sheet->question, "#/calculate/" + sheet->id});
}

SheetState& open_sheet(State& state) { return calculate_of(state).sheets[std::string(part_of_route(state))]; }

const sheet::Sheet* sheet_of(const State& state) {
  if (!state.calculate) return nullptr;
  return sheet::find_sheet(state.calculate->pack.content, part_of_route(state));
}

Problems read_link(const report::Link& link, const sheet::Sheet& sheet, SheetState& to) {
  sheet::SheetInput input = sheet.defaults;
  report::LinkReading reading = report::read_link_fields(link, sheet.table(), &input);
  to.own.unknown = std::move(reading.unknown);
  to.own.input = std::move(input);
  to.own.own.clear();
  for (const auto& [name, value] : link.fields) to.own.own.emplace(name);
  to.opened = true;
  to.waiting.reset();
  return std::move(reading.problems);
}

// The link it was opened with could not be read before the names of its inputs were here.
void catch_up(State& state, const sheet::Sheet& sheet, SheetState& to) {
  if (to.opened) return;
  const Problems problems = read_link(to.waiting.value_or(report::Link{}), sheet, to);
  if (state.embed.on) embed_knows_fields(state, find_page(state.route), problems, sheet.table());
  else state.link_problems.insert(state.link_problems.end(), problems.begin(), problems.end());
}

}  // namespace

CalculateState& calculate_of(State& state) {
  if (!state.calculate) state.calculate = std::make_shared<CalculateState>();
  return *state.calculate;
}

void calculate_take_pack(State& state, std::string_view, const Result<Json>& pack) {
  CalculateState& own = calculate_of(state);
  if (own.pack.status == Fetched<sheet::Sheets>::Status::loaded) return;
  take(own.pack, pack, sheet::load_sheets);
  if (const sheet::Sheet* sheet = sheet_of(state)) catch_up(state, *sheet, open_sheet(state));
}

LinkFields calculate_link(const State& state) {
  if (part_of_route(state).empty() || !state.calculate) return {};
  const auto own = state.calculate->sheets.find(part_of_route(state));
  if (own == state.calculate->sheets.end()) return {};
  const sheet::Sheet* sheet = sheet_of(state);
  if (sheet == nullptr || !own->second.opened) return own->second.waiting ? own->second.waiting->fields : LinkFields();
  const sheet::SheetInput input = shown_input(state, *sheet, own->second);
  return calculator_link(sheet->table(), &input, &sheet->defaults, own->second.own.unknown);
}

void calculate_from_link(State& state, const report::Link& link) {
  if (part_of_route(state).empty()) return;
  SheetState& own = open_sheet(state);
  if (const sheet::Sheet* sheet = sheet_of(state)) {
    state.link_problems = read_link(link, *sheet, own);
    return;
  }
  own.waiting = link;
  own.opened = false;
}

bool calculate_undo(State& state) { return !part_of_route(state).empty() && open_sheet(state).own.go_back(); }

void calculate_page(State& state) {
  if (part_of_route(state).empty()) return list_page(state);
  CalculateState& own = calculate_of(state);
  if (own.pack.status != Fetched<sheet::Sheets>::Status::loaded) {
    page_head("Calculate", "A number for your decision, with its formula.");
    have(state, own.pack, "calculators");
    return;
  }
  const sheet::Sheet* sheet = sheet_of(state);
  if (sheet == nullptr) return missing_page(state);
  state.part_title = sheet->title + " · ";
  SheetState& opened = open_sheet(state);
  catch_up(state, *sheet, opened);
  sheet_page(state, *sheet, opened);
}

}  // namespace storewright::app
