// Scaling: the stage of a load, the month in which growth crosses the next mark, and how urgent a change is.
#include <algorithm>

#include "core/base/text.h"
#include "core/scaling/projection_scene.h"
#include "web/app/calculator.h"
#include "web/app/pages.h"
#include "web/ui/form.h"

namespace storewright::app {
namespace {

using scaling::ScalingAnswer;
using scaling::ScalingInput;
using Status = ScalingState::Status;

constexpr std::string_view notes_prefix = "calculate/scaling/";
const ScalingInput blank_input;

ScalingInput numbers(double gigabytes, double growth, double writes, double reads, double latency, double cpu, double memory, double io_wait) {
  ScalingInput input;
  input.data_size_gb = Range::exactly(gigabytes);
  input.growth_percent_per_month = Range::exactly(growth);
  input.writes_per_second = Range::exactly(writes);
  input.reads_per_second = Range::exactly(reads);
  input.latency_times = Range::exactly(latency);
  input.cpu_percent = Range::exactly(cpu);
  input.memory_percent = Range::exactly(memory);
  input.io_wait_percent = Range::exactly(io_wait);
  return input;
}

ScalingInput felt(ScalingInput input, double cost_growth, double revenue_growth, bool complaints, bool blocked, bool gap) {
  input.cost_growth_percent = Range::exactly(cost_growth);
  input.revenue_growth_percent = Range::exactly(revenue_growth);
  input.complaints = complaints;
  input.features_blocked = blocked;
  input.competitive_gap = gap;
  return input;
}

struct Example {
  std::string_view name;
  std::string_view label;
  std::string_view help;
  ScalingInput input;
};

// Invented by us, to have something to look at; the first is shown to who has given nothing yet.
const std::vector<Example>& examples() {
  static const std::vector<Example> all = {
      {"shop", "A growing shop", "320 GB, 6 % a month, first complaints.",
       felt(numbers(320, 6, 900, 6000, 1.6, 72, 78, 12), 25, 18, true, false, false)},
      {"calm", "Small and calm", "40 GB, 2 % a month, machines half idle.",
       felt(numbers(40, 2, 30, 400, 1, 35, 55, 3), 5, 10, false, false, false)},
      {"full", "At its limits", "3 TB on one database, everything slow.",
       [] {
         ScalingInput input = felt(numbers(3000, 5, 4000, 30000, 8, 94, 97, 45), 60, 20, true, true, true);
         input.running = scaling::Running::single;
         return input;
       }()},
  };
  return all;
}

struct Filled {
  std::string_view name;                                  // of the field here
  std::optional<Range> ScalingInput::*member;
  std::optional<Range> selection::Profile::*from;
};

constexpr Filled filled_fields[] = {
    {"data_size_gb", &ScalingInput::data_size_gb, &selection::Profile::data_size_gb},
    {"writes_per_second", &ScalingInput::writes_per_second, &selection::Profile::writes_per_second},
    {"reads_per_second", &ScalingInput::reads_per_second, &selection::Profile::reads_per_second},
    {"peak_factor", &ScalingInput::peak_factor, &selection::Profile::peak_factor},
    {"growth_percent_per_month", &ScalingInput::growth_percent_per_month, &selection::Profile::growth_percent_per_month},
    {"growth_gb_per_month", &ScalingInput::growth_gb_per_month, &selection::Profile::growth_gb_per_month},
    {"cpu_percent", &ScalingInput::cpu_percent, &selection::Profile::existing_cpu_percent},
    {"memory_percent", &ScalingInput::memory_percent, &selection::Profile::existing_memory_percent},
    {"io_wait_percent", &ScalingInput::io_wait_percent, &selection::Profile::existing_io_wait_percent},
};

// The reader's input with the profile's values where the reader gave none.
ScalingInput with_profile(const State& state) {
  ScalingInput input = state.scaling.own.input;
  for (const Filled& field : filled_fields)
    if (!(input.*field.member) && !state.scaling.own.own.contains(field.name)) input.*field.member = state.decide.profile.*field.from;
  return input;
}

bool shows_example(const State& state) { return state.scaling.own.own.empty() && with_profile(state) == blank_input; }

ScalingInput shown_input(const State& state) { return shows_example(state) ? examples().front().input : with_profile(state); }

void change(State& state, ScalingInput now) {
  CalculatorState<ScalingInput>& own = state.scaling.own;
  const ScalingInput before = shown_input(state);
  if (now == before) return;
  const bool example = shows_example(state);
  own.remember();
  // A field that the reader changed is the reader's; one that the profile filled stays the profile's.
  for (const Filled& field : filled_fields) {
    if (example || now.*field.member != before.*field.member) own.own.emplace(field.name);
    else now.*field.member = own.input.*field.member;
  }
  own.own.emplace("");  // something was entered, so that an emptied form does not turn into the example
  own.input = std::move(now);
  state.toast.clear();
  ui::frame().again = true;
}

void leave_profile_out(State& state) {
  CalculatorState<ScalingInput>& own = state.scaling.own;
  own.remember();
  for (const Filled& field : filled_fields) own.own.emplace(field.name);
  state.named_step = true;
  ui::forget_drafts();
  ui::frame().again = true;
}

std::vector<std::string> profile_sentences(const State& state) {
  std::vector<std::string> sentences;
  for (const Filled& field : filled_fields) {
    if (!(state.decide.profile.*field.from) || state.scaling.own.own.contains(field.name) || state.scaling.own.input.*field.member) continue;
    const Field& row = *find_field(scaling::urgency_fields(), field.name);
    sentences.push_back(std::string(row.label) + ": " + report::amount_text(*(state.decide.profile.*field.from)) + " " + std::string(row.unit) + ".");
  }
  return sentences;
}

void presets(State& state, const ScalingInput& input) {
  std::vector<ui::Choice> options;
  int index = -1;
  for (const Example& example : examples()) {
    if (example.input == input) index = static_cast<int>(options.size());
    options.push_back({example.name, example.label, example.help});
  }
  if (!ui::choice("Examples", index, options) || index < 0) return;
  change(state, examples()[static_cast<std::size_t>(index)].input);
  state.named_step = true;
  ui::forget_drafts();
}

void inputs(State& state, const ScalingInput& input) {
  ui::Scope section(ui::Role::section, "Your numbers", "inputs");
  presets(state, input);
  ui::gap(8);
  if (shows_example(state))
    ui::text("These numbers are an example of ours. Put in your own; an empty field is not known, not zero.", {.size = ui::text_small, .tone = ui::Tone::warning});
  ui::gap(12);
  ScalingInput edited = input;
  bool changed = false;
  const auto show = [&](std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) changed |= calculator_field(scaling::urgency_fields(), name, &edited, &blank_input);
  };
  ui::group("The load", [&] { show({"data_size_gb", "growth_percent_per_month", "writes_per_second", "reads_per_second"}); });
  if (ui::disclosure("Peaks, growth in GB, months")) {
    ui::gap(12);
    show({"peak_factor", "growth_gb_per_month", "months"});
  }
  ui::gap(16);
  ui::group("How the machines feel it", [&] { show({"running", "latency_times", "cpu_percent", "memory_percent", "io_wait_percent"}); });
  ui::gap(8);
  ui::group("How the business feels it",
            [&] { show({"cost_growth_percent", "revenue_growth_percent", "complaints", "features_blocked", "cost_ahead", "competitive_gap"}); });
  if (ui::disclosure("Judge the four parts yourself")) {
    ui::gap(12);
    show({"performance", "cost", "scalability", "business"});
  }
  if (changed) change(state, std::move(edited));
  ui::gap(12);
  calculator_actions(state, state.scaling.own, blank_input);
}

std::string message_of(const ScalingAnswer& answer) {
  std::string text = answer.headline + " " + answer.projection.headline;
  for (const report::FormulaLine& line : scaling::all_lines(answer)) text += "\n" + line.label + ": " + line.value + " (" + line.filled + ")";
  return text;
}

std::string because_of(const ScalingAnswer& answer) {
  std::string words;
  for (const std::string* part : {&answer.projection.headline, &answer.projection.because, &answer.urgency.because})
    if (!part->empty()) words += (words.empty() ? "" : " ") + *part;
  return words;
}

void results(State& state, const ScalingInput& input, const Problems& problems) {
  ui::Scope section(ui::Role::section, "When to scale", "result");
  if (!problems.empty()) {
    calculator_problems(problems);
    ui::gap(12);
  }
  const ScalingState& own = state.scaling;
  if (!own.answer) return;
  const ScalingAnswer& answer = *own.answer;
  calculator_answer(state, answer.headline, because_of(answer), problems.empty() ? freshness_of(scaling::urgency_fields()) : Freshness::stale);
  const std::vector<std::string> sentences = profile_sentences(state);
  if (!sentences.empty()) ui::gap(12);
  if (from_profile(sentences)) leave_profile_out(state);
  ui::gap(20);
  const double width = std::min(640.0f, ui::frame().area.width);
  const std::optional<report::Scene> picture = scaling::projection_scene(input, answer.projection, own.rules, width);
  if (picture) ui::figure("growth", *picture);
  ui::gap(12);
  calculator_exports(state, {message_of(answer), "scaling", report::formula_table("Scaling", scaling::all_lines(answer)), picture ? &*picture : nullptr});
}

void stage_section(const ScalingState& own) {
  const scaling::StageAnswer& stage = own.answer->stage;
  ui::Scope section(ui::Role::section, "What to do now", "stage");
  ui::heading(2, "What to do now");
  ui::gap(8);
  ui::text(stage.because);
  if (stage.group != nullptr) ui::text(stage.group->says, {.tone = ui::Tone::quiet});
  if (!stage.next.empty()) {
    ui::gap(4);
    ui::text(stage.next);
  }
  if (stage.decided_by != nullptr) {
    ui::gap(4);
    ui::text("Kind of this mark: " + std::string(knowledge::kind_words(stage.decided_by->kind)) + ".", {.size = ui::text_small, .tone = ui::Tone::quiet});
  }
  ui::gap(8);
  if (ui::disclosure("Other sources say", false, "others")) {
    ui::gap(8);
    ui::table("lists", scaling::others_table(stage));
    ui::gap(8);
    ui::text(own.rules.choice.says + " " + own.rules.choice.because);
    ui::gap(4);
    ui::link("How the lists differ, step by step", "#/guide/factors/scale");
  }
}

void urgency_section(const ScalingState& own) {
  formula_lines("Urgency and growth, with their formulas", scaling::all_lines(*own.answer), {},
                "Where each comes from, and what is our own, stands under “How it is worked out”.");
  ui::Scope section(ui::Role::section, "Signs that it is time", "signs");
  ui::heading(2, "Signs that it is time");
  ui::gap(4);
  ui::text("Each fires strictly above its limit: 80.0 % of the processor is not above 80 %.", {.size = ui::text_small, .tone = ui::Tone::quiet});
  ui::gap(8);
  ui::table("signs-table", scaling::signs_table(own.answer->urgency));
  ui::gap(8);
  if (ui::disclosure("The scales behind the points (product rule)", false, "scales")) {
    ui::gap(8);
    ui::text("The source gives the four weights and the bands, and leaves open how a part earns its points. These scales are ours.",
             {.size = ui::text_small, .tone = ui::Tone::quiet});
    ui::gap(8);
    ui::table("scales-table", scaling::scales_table(own.rules));
  }
}

// Whole months and hundredths of points: what is less than one of them moves nothing.
void moves(const ScalingState& own, const ScalingInput& input) {
  const auto month = [&](const ScalingInput& moved) -> std::optional<double> {
    const scaling::ProjectionAnswer answer = scaling::project(moved, own.rules);
    return answer.crossings.empty() ? std::nullopt : std::optional<double>(static_cast<double>(answer.crossings.front().month));
  };
  const auto score = [&](const ScalingInput& moved) -> std::optional<double> {
    const auto answer = scaling::judge_urgency(moved, own.rules);
    return answer ? std::optional<double>(static_cast<double>(answer->hundredths.mid)) : std::nullopt;
  };
  calculator_moves({{"Result: the month in which the next mark is reached", moves_of_result(scaling::urgency_fields(), input, month),
                     [](double value) { return "month " + display_number(value, 0); }},
                    {"Result: urgency, of 10 points", moves_of_result(scaling::urgency_fields(), input, score),
                     [](double value) { return scaling::score_text(static_cast<int>(value)); }}});
}

void details(const State& state, const ScalingInput& answered) {
  if (!state.scaling.answer) return;
  ui::gap(28);
  if (state.scaling.answer->stage.stage != nullptr) {
    stage_section(state.scaling);
    ui::gap(28);
  }
  moves(state.scaling, answered);
  urgency_section(state.scaling);
}

void ask_for_rules(State& state) {
  state.scaling.status = Status::asked;
  state.wish({.kind = "fetch", .value = "scaling"});
}

bool rules_are_here(State& state) {
  ScalingState& own = state.scaling;
  if (own.status == Status::loaded) return true;
  if (own.status == Status::absent) ask_for_rules(state);
  if (own.status == Status::asked) ui::status("Fetching the rules.", {.size = ui::text_small});
  if (own.status == Status::failed) {
    problem_card(state, 9008, own.problem, "scaling-problem");
    ui::gap(8);
    if (ui::button("Try again", {.id = "scaling-again"})) ask_for_rules(state);
  }
  return false;
}

/// The problems of this input; without any, its answer is the last one.
Problems work_out(ScalingState& own, const ScalingInput& input) {
  if (own.answer && own.input == input) return {};
  Result<ScalingAnswer> answer = scaling::analyze_scaling(input, own.rules);
  if (!answer) return answer.problems();
  own.answer = answer.take();
  own.input = input;
  return {};
}

}  // namespace

void scaling_take_pack(State& state, std::string_view, const Result<Json>& pack) {
  ScalingState& own = state.scaling;
  if (own.status == Status::loaded) return;
  Result<scaling::Rules> loaded = pack ? scaling::load_scaling_pack(*pack) : Result<scaling::Rules>(pack.problems());
  if (!loaded) {
    own.status = Status::failed;
    own.problem = loaded.problems().front().message;
    return;
  }
  own.rules = loaded.take();
  own.status = Status::loaded;
}

LinkFields scaling_link(const State& state) {
  if (shows_example(state)) return state.scaling.own.unknown;
  const ScalingInput input = with_profile(state);
  LinkFields fields = calculator_link(scaling::urgency_fields(), &input, &blank_input, state.scaling.own.unknown);
  // An emptied form says so, or its link would open the example.
  if (input == blank_input) fields.emplace_back("data_size_gb", "");
  return fields;
}

void scaling_from_link(State& state, const report::Link& link) {
  CalculatorState<ScalingInput>& own = state.scaling.own;
  ScalingInput input;
  report::LinkReading reading = report::read_link_fields(link, scaling::urgency_fields(), &input);
  own.own.clear();
  for (const auto& [name, value] : link.fields)
    if (find_field(scaling::urgency_fields(), name) != nullptr) own.own.emplace(name);
  state.link_problems = std::move(reading.problems);
  own.unknown = std::move(reading.unknown);
  own.input = std::move(input);
}

bool scaling_undo(State& state) { return state.scaling.own.go_back(); }

void scaling_page(State& state) {
  page_head("Scaling", "How far your store carries you, when the next step is due, and how urgent it is.");
  if (!rules_are_here(state)) return;
  const ScalingInput input = shown_input(state);
  const Problems problems = work_out(state.scaling, input);
  // What stands below belongs together, so the picture is that of the last answer, too.
  const ScalingInput answered = state.scaling.input.value_or(input);
  calculator_layout([&] { inputs(state, input); }, [&] { results(state, answered, problems); }, [&] { details(state, answered); });
  ui::gap(28);
  calculator_notes(state, notes_prefix);
  std::vector<std::string> used = calculator_sources(state, notes_prefix);
  for (const std::string& source : scaling::sources_of(state.scaling.rules))
    if (std::find(used.begin(), used.end(), source) == used.end()) used.push_back(source);
  sources(state, used);
}

}  // namespace storewright::app
