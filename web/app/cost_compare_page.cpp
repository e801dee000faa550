// Compare costs: the same workload on every option of the price book, with people, growth and every formula.
#include <algorithm>

#include "core/base/text.h"
#include "core/cost/compare_scene.h"
#include "web/app/calculator.h"
#include "web/app/cost_compare_state.h"
#include "web/app/fetched.h"
#include "web/app/pages.h"
#include "web/ui/form.h"

namespace storewright::app {
namespace {

using cost::CompareInput;

constexpr std::string_view notes_prefix = "calculate/compare/";
constexpr std::string_view verdicts_name = "verdicts";   // in `own`: options that the profile rules out are compared all the same
const CompareInput default_input;

// Without any value, so that the form shows the defaults as values of their own.
const CompareInput& blank_input() {
  static const CompareInput blank = [] {
    CompareInput input;
    for (const Field& field : cost::compare_fields())
      if (field.kind == FieldKind::number) static_cast<std::optional<Range>*>(field.member(&input))->reset();
    input.region.clear();
    return input;
  }();
  return blank;
}

struct Filled {
  std::string_view name;
  std::optional<Range> CompareInput::*member;
  std::optional<Range> selection::Profile::*from;
};

constexpr Filled filled_fields[] = {
    {"data_size_gb", &CompareInput::data_size_gb, &selection::Profile::data_size_gb},
    {"writes_per_second", &CompareInput::writes_per_second, &selection::Profile::writes_per_second},
    {"reads_per_second", &CompareInput::reads_per_second, &selection::Profile::reads_per_second},
    {"item_bytes", &CompareInput::item_bytes, &selection::Profile::item_bytes},
    {"peak_factor", &CompareInput::peak_factor, &selection::Profile::peak_factor},
    {"growth_percent_per_month", &CompareInput::growth_percent_per_month, &selection::Profile::growth_percent_per_month},
};

const CostCompareState* peek(const State& state) { return state.cost_compare.get(); }

bool takes(const State& state, const Filled& field) {
  const CostCompareState* own = peek(state);
  return state.decide.profile.*field.from && !(own && own->own.own.contains(field.name));
}

// The reader's input with the profile's values where the reader gave none.
CompareInput shown_input(const State& state) {
  CompareInput input = peek(state) ? peek(state)->own.input : CompareInput();
  for (const Filled& field : filled_fields)
    if (takes(state, field)) input.*field.member = state.decide.profile.*field.from;
  return input;
}

// Only what was computed already: pages are drawn before their links are written.
std::vector<cost::LeftOut> excluded_by_profile(const State& state, const cost::PriceRules& rules) {
  std::vector<cost::LeftOut> excluded;
  const DecideState& decide = state.decide;
  const bool answered = decide.recommendation.answer && *decide.recommendation.input == decide.profile;
  if (decide.profile == selection::Profile{} || !answered || peek(state)->own.own.contains(verdicts_name)) return excluded;
  for (const cost::PriceOption& option : rules.options)
    for (const selection::EngineVerdict& verdict : decide.recommendation.answer->verdicts)
      if (verdict.engine == option.engine && !verdict.rejections.empty())
        excluded.push_back({option.id, "Your workload rules it out. " + verdict.rejections.front().because});
  return excluded;
}

void change(State& state, CompareInput now) {
  CalculatorState<CompareInput>& own = cost_compare_of(state).own;
  const CompareInput before = shown_input(state);
  if (now == before) return;
  own.remember();
  // A field that the reader changed is the reader's; one that the profile filled stays the profile's.
  for (const Filled& field : filled_fields) {
    if (now.*field.member != before.*field.member) own.own.emplace(field.name);
    else now.*field.member = own.input.*field.member;
  }
  own.input = std::move(now);
  state.toast.clear();
  ui::frame().again = true;
}

void leave_profile_out(State& state) {
  CalculatorState<CompareInput>& own = cost_compare_of(state).own;
  own.remember();
  for (const Filled& field : filled_fields) own.own.emplace(field.name);
  own.own.emplace(verdicts_name);
  state.named_step = true;
  ui::forget_drafts();
  ui::frame().again = true;
}

std::vector<std::string> profile_sentences(const State& state, std::size_t excluded) {
  std::vector<std::string> sentences;
  for (const Filled& field : filled_fields) {
    if (!takes(state, field)) continue;
    const Field& row = *find_field(cost::compare_fields(), field.name);
    sentences.push_back(std::string(row.label) + ": " + report::amount_text(*(state.decide.profile.*field.from)) + " " + std::string(row.unit) + ".");
  }
  if (excluded > 0) sentences.push_back(std::to_string(excluded) + (excluded == 1 ? " option is left out" : " options are left out") + ", because your workload rules out its kind of store.");
  return sentences;
}

/// A load to begin with; what else was entered stays.
struct Example {
  std::string_view name;
  std::string_view label;
  std::string_view help;
  double data_size_gb, writes_per_second, reads_per_second, peak_factor;
};

constexpr Example examples[] = {
    {"table", "The source's table", "1 TB, 1,000 writes and 10,000 reads a second.", 1000, 1000, 10000, 1},
    {"young", "A young product", "20 GB, 20 writes and 200 reads a second, peaks of three times that. Ours.", 20, 20, 200, 3},
    {"busy", "A busy shop", "300 GB, 300 writes and 3,000 reads a second, peaks of three times that. Ours.", 300, 300, 3000, 3},
};

CompareInput with_example(CompareInput input, const Example& example) {
  input.data_size_gb = Range::exactly(example.data_size_gb);
  input.writes_per_second = Range::exactly(example.writes_per_second);
  input.reads_per_second = Range::exactly(example.reads_per_second);
  input.peak_factor = Range::exactly(example.peak_factor);
  return input;
}

void presets(State& state, const CompareInput& input) {
  std::vector<ui::Choice> options;
  int index = -1;
  for (const Example& example : examples) {
    if (with_example(input, example) == input) index = static_cast<int>(options.size());
    options.push_back({example.name, example.label, example.help});
  }
  if (!ui::choice("Examples", index, options) || index < 0) return;
  change(state, with_example(input, examples[static_cast<std::size_t>(index)]));
  state.named_step = true;
  ui::forget_drafts();
}

void inputs(State& state, const CompareInput& input) {
  ui::Scope section(ui::Role::section, "Your workload", "inputs");
  presets(state, input);
  ui::gap(16);
  CompareInput edited = input;
  bool changed = false;
  const auto show = [&](std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) changed |= calculator_field(cost::compare_fields(), name, &edited, &blank_input());
  };
  ui::group("The load", [&] {
    show({"data_size_gb", "writes_per_second", "reads_per_second", "growth_percent_per_month"});
    if (input.data_size_gb == default_input.data_size_gb && input.writes_per_second == default_input.writes_per_second) {
      ui::text("These are the numbers of the source's cost table. Put in your own.", {.size = ui::text_small, .tone = ui::Tone::warning});
      ui::gap(8);
    }
  });
  ui::gap(8);
  ui::group("Your people", [&] { show({"rate", "hours_managed", "hours_serverless", "hours_self_managed"}); });
  ui::gap(8);
  if (ui::disclosure("Peaks, sizes, reads")) {
    ui::gap(12);
    show({"peak_factor", "load_factor", "item_bytes", "reads", "disk_read_percent"});
  }
  if (ui::disclosure("Replicas, backups, traffic, moving")) {
    ui::gap(12);
    show({"replicas", "backup_days", "transfer_gb", "migration", "region"});
  }
  changed |= cost_price_file(state, edited);
  if (changed) change(state, std::move(edited));
  ui::gap(12);
  calculator_actions(state, cost_compare_of(state).own, default_input);
}

std::string message_of(const cost::CompareAnswer& answer) {
  std::string text = answer.headline + " " + answer.because;
  for (const cost::OptionCost& option : answer.options)
    text += "\n" + option.name + ": " + (option.left_out.empty() ? report::money_text(option.usd_per_month, 0) + " a month, " + report::money_text(option.usd_over_36_months, 0) + " over 36 months" : "left out");
  return text;
}

void warnings(const cost::CompareAnswer& answer) {
  if (!answer.stale.empty()) {
    ui::gap(8);
    ui::text(std::to_string(answer.stale.size()) + (answer.stale.size() == 1 ? " price is" : " prices are") + " past the date on which they should be read again. Look them up before you decide.",
             {.bold = true, .tone = ui::Tone::warning});
  }
  ui::gap(8);
  ui::text(answer.what_next, {.size = ui::text_small});
  ui::gap(6);
  if (answer.break_even) ui::text(answer.break_even->says, {.size = ui::text_small});
}

// Problems of a price file name their row as people count, from one.
Problems with_rows(Problems problems) {
  constexpr std::string_view rows = "/price_file/prices/";
  for (Problem& problem : problems) {
    double row = 0;
    if (problem.where.starts_with(rows) && parse_number(std::string_view(problem.where).substr(rows.size(), problem.where.find('/', rows.size()) - rows.size()), row))
      problem.message = "Your price file, row " + display_number(row + 1) + ": " + problem.message;
    else if (problem.where.starts_with("/price_file"))
      problem.message = "Your price file: " + problem.message;
    problem.message += " (SW-" + std::to_string(problem.code) + ")";
  }
  return problems;
}

void results(State& state, const Problems& problems, std::size_t excluded) {
  ui::Scope section(ui::Role::section, "What it costs", "result");
  if (!problems.empty()) {
    calculator_problems(with_rows(problems));
    ui::gap(12);
  }
  const CostCompareState& own = cost_compare_of(state);
  if (!own.answer) return;
  const cost::CompareAnswer& answer = *own.answer;
  calculator_answer(state, answer.headline, answer.because, problems.empty() ? freshness_of(cost::compare_fields()) : Freshness::stale);
  if (answer.missing.empty()) warnings(answer);
  const std::vector<std::string> sentences = profile_sentences(state, excluded);
  if (!sentences.empty()) ui::gap(12);
  if (from_profile(sentences)) leave_profile_out(state);
  ui::gap(20);
  const std::optional<report::Scene> picture = cost::compare_scene(answer, std::min(640.0f, ui::frame().area.width));
  if (picture) ui::figure("costs", *picture);
  ui::gap(12);
  const report::Table lines = cost::lines_table(answer);
  calculator_exports(state, {message_of(answer), "costs", lines, picture ? &*picture : nullptr, report::table_json(lines)});
  ui::gap(12);
  ui::link("One store, both ways: the total cost", "#/calculate/tco");
}

/// What moves the lead of the cheapest option over the second.
std::vector<sheet::Move> lead_moves(const CompareInput& input, const cost::PriceRules& rules, const cost::CompareAnswer& answer) {
  const Result<cost::PriceBook> book = cost::book_of(input, rules.book);
  if (!answer.break_even || !book) return {};
  const cost::PriceOption* first = rules.option(answer.break_even->cheapest);
  const cost::PriceOption* second = rules.option(answer.break_even->second);
  return moves_of_result(cost::compare_fields(), input, [&](const CompareInput& moved) -> std::optional<double> {
    const cost::MonthLoad load = cost::first_month(moved, cost::End::mid);
    const auto month = [&](const cost::PriceOption& option) { return cost::month_cost(option, *book, moved, load, cost::End::mid); };
    return month(*second) - month(*first);
  });
}

void moves(const CostCompareState& own) {
  if (!own.answer || !own.answer->break_even) return;
  ui::gap(28);
  const std::string& second = own.answer->option(own.answer->break_even->second)->name;
  calculator_moves({{"Result: what " + own.answer->options.front().name + " costs less a month than " + second + "; below zero it costs more", own.moves,
                     [](double value) { return report::money_text(Range::exactly(value), 0); }}});
}

/// The problems of this input; without any, its answer is the last one.
Problems work_out(State& state, CompareInput input, std::vector<cost::LeftOut> excluded) {
  CostCompareState& own = cost_compare_of(state);
  input.today = state.day;
  const bool same_excluded = std::equal(own.excluded.begin(), own.excluded.end(), excluded.begin(), excluded.end(),
                                        [](const cost::LeftOut& a, const cost::LeftOut& b) { return a.option == b.option && a.because == b.because; });
  if (own.answer && own.input == input && same_excluded) return {};
  Result<cost::CompareAnswer> answer = cost::compare_costs(input, own.pack.content, excluded);
  if (!answer) return answer.problems();
  own.answer = answer.take();
  own.moves = lead_moves(input, own.pack.content, *own.answer);
  own.input = std::move(input);
  own.excluded = std::move(excluded);
  ++own.revision;
  return {};
}

}  // namespace

CostCompareState& cost_compare_of(State& state) {
  if (!state.cost_compare) state.cost_compare = std::make_shared<CostCompareState>();
  return *state.cost_compare;
}

void cost_compare_take_pack(State& state, std::string_view, const Result<Json>& pack) { take(cost_compare_of(state).pack, pack, cost::load_prices_pack); }

LinkFields cost_compare_link(const State& state) {
  CompareInput input = shown_input(state);
  input.price_file.clear();   // too long for an address, and the reader's own
  return calculator_link(cost::compare_fields(), &input, &default_input, peek(state) ? peek(state)->own.unknown : LinkFields());
}

void cost_compare_from_link(State& state, const report::Link& link) {
  CalculatorState<CompareInput>& own = cost_compare_of(state).own;
  CompareInput input;
  report::LinkReading reading = report::read_link_fields(link, cost::compare_fields(), &input);
  own.own.clear();
  for (const auto& [name, value] : link.fields)
    if (find_field(cost::compare_fields(), name) != nullptr) own.own.emplace(name);
  state.link_problems = std::move(reading.problems);
  own.unknown = std::move(reading.unknown);
  if (input.price_file.empty()) input.price_file = own.input.price_file;
  input.today.clear();
  own.input = std::move(input);
}

bool cost_compare_undo(State& state) { return cost_compare_of(state).own.go_back(); }

void cost_compare_page(State& state) {
  page_head("Compare costs", "The same workload on services and on machines of your own: bill and people, from unit prices that you can read and replace.");
  CostCompareState& own = cost_compare_of(state);
  if (!have(state, own.pack, "prices")) return;
  if (!(state.decide.profile == selection::Profile{})) decide_answer(state);
  const CompareInput input = shown_input(state);
  std::vector<cost::LeftOut> excluded = excluded_by_profile(state, own.pack.content);
  const std::size_t excluded_count = excluded.size();
  const Problems problems = work_out(state, input, std::move(excluded));
  calculator_layout([&] { inputs(state, input); }, [&] { results(state, problems, excluded_count); }, [&] { moves(cost_compare_of(state)); });
  CompareInput edited = input;
  if (own.answer && own.answer->missing.empty()) {
    ui::gap(28);
    if (cost_options(state, edited)) change(state, std::move(edited));
  }
  ui::gap(28);
  cost_quoted(state);
  ui::gap(28);
  calculator_notes(state, notes_prefix);
  std::vector<std::string> used = calculator_sources(state, notes_prefix);
  for (const std::string& source : cost::sources_of(own.pack.content))
    if (std::find(used.begin(), used.end(), source) == used.end()) used.push_back(source);
  sources(state, used);
}

}  // namespace storewright::app
