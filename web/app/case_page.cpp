// One case: step through its phases, see what runs, what it costs, and whether the rules would do the same.
#include <algorithm>
#include <tuple>

#include "core/base/text.h"
#include "core/cases/case_scenes.h"
#include "core/cases/cost_words.h"
#include "web/app/pages.h"

namespace storewright::app {
namespace {

using cases::Case;
using cases::Part;
using cases::ShowAnswer;
using cases::ShowInput;

constexpr std::size_t undo_steps = 100;
constexpr float widest_figure = 920;

// Users and month: case and phase stand in the route.
FieldTable place_fields() { return cases::show_fields().subspan(2); }

std::optional<Range>& place_of(ShowInput& input, const Case& study) { return study.axis.id == "users" ? input.users : input.month; }

const Result<ShowAnswer>& shown(State& state, const ShowInput& input) {
  CasesState& own = state.cases;
  if (!own.shown || !(own.shown_input == input)) {
    own.shown = cases::show_case(input, own.all, *state.knowledge);
    own.shown_input = input;
  }
  return *own.shown;
}

void go_to(State& state, const Case& study, const Part& part, std::optional<double> place) {
  CasesState& own = state.cases;
  own.undo.emplace_back(state.route, own.place);
  if (own.undo.size() > undo_steps) own.undo.erase(own.undo.begin());
  const std::string route = "cases/" + study.id + "/" + part.id;
  state.named_step = state.route != route;
  state.route = route;
  own.place = {};
  if (place) place_of(own.place, study) = Range::exactly(*place);
  ui::frame().again = true;
}

void stepper(State& state, const ShowAnswer& answer) {
  const Case& study = *answer.study;
  ui::Scope section(ui::Role::section, study.part_word + "s", "steps");
  std::vector<ui::Choice> choices;
  std::vector<std::string> spans;
  for (const Part& part : study.parts) spans.push_back(cases::span_words(study, part));
  int index = 0;
  for (std::size_t i = 0; i < study.parts.size(); ++i) {
    choices.push_back({study.parts[i].id, study.parts[i].name, spans[i]});
    if (&study.parts[i] == answer.part) index = static_cast<int>(i);
  }
  if (ui::choice(study.part_word, index, choices)) return go_to(state, study, study.parts[static_cast<std::size_t>(index)], std::nullopt);
  ui::gap(14);
  const int before = cases::step_of_value(study, answer.at);
  double step = before;
  const auto words = [&study, &answer, before](double at) {
    const double value = static_cast<int>(at) == before ? answer.at : cases::value_of_step(study, static_cast<int>(at));
    return display_number(value, 0) + (study.axis.logarithmic ? " " + study.axis.unit : "");
  };
  ui::slider(study.axis.label, step, {.min = 0, .max = static_cast<double>(cases::last_step(study)), .step = 1, .words = words});
  if (static_cast<int>(step) == before) return;
  const double value = cases::value_of_step(study, static_cast<int>(step));
  if (const Part* part = cases::part_at(study, value)) go_to(state, study, *part, value);
}

std::string headline_text(const ShowAnswer& answer) {
  return answer.part->name + ", " + cases::span_words(*answer.study, *answer.part) + ": " + cases::technologies_sentence(answer.technologies);
}

std::string progress_text(const ShowAnswer& answer) {
  return "Month " + display_number(answer.at, 0) + " is " + answer.calendar + ": at its end " +
         display_percent(answer.progress->part_share, 0) + " of this " + (answer.study->part_word == "Stage" ? "stage" : "phase") + " and " +
         display_percent(answer.progress->plan_share, 0) + " of the " + std::to_string(answer.progress->months_in_all) + " months are over.";
}

void headline(State& state, const ShowAnswer& answer) {
  ui::Card card("headline", ui::CardTone::accent);
  state.announced = headline_text(answer);
  ui::status(state.announced, {.size = 20, .bold = true});
  ui::gap(4);
  ui::text(answer.part->sentence);
  if (answer.cost) {
    ui::gap(4);
    ui::text("Cost: " + cases::part_cost_sentence(*answer.study, *answer.cost, *answer.part));
  }
  if (answer.progress) ui::text(progress_text(answer), {.size = ui::text_small, .tone = ui::Tone::quiet});
  if (!answer.study->start_note.empty()) ui::text(answer.study->start_note, {.size = ui::text_small, .tone = ui::Tone::quiet});
}

std::string_view accord_word(cases::Accord accord) {
  switch (accord) {
    case cases::Accord::same: return "Agrees";
    case cases::Accord::other: return "Differs";
    case cases::Accord::only_case: return "Case only";
    case cases::Accord::only_answer: return "Ours only";
  }
  return "";
}

void agreements(const ShowAnswer& answer) {
  ui::Scope list(ui::Role::list, "Agreement store by store", "agreements");
  for (const cases::Agreement& agreement : answer.agreements) {
    ui::Scope item(ui::Role::listitem, "", agreement.engine);
    const bool same = agreement.accord == cases::Accord::same;
    ui::badge(accord_word(agreement.accord), same ? ui::Tone::good : ui::Tone::warning);
    ui::gap(2);
    ui::text(agreement.sentence);
    ui::gap(8);
  }
}

void estimates(const ShowAnswer& answer) {
  if (answer.part->estimated.empty()) return;
  std::vector<std::string> labels;
  for (const std::string& name : answer.part->estimated) {
    const Field* field = find_field(selection::profile_fields(), name);
    labels.push_back("“" + (field == nullptr ? name : std::string(field->label)) + "”");
  }
  ui::text("Our guess, because the source does not say: " + sentence_list(labels) + ". Change it in Decide and see whether the answer holds.",
           {.size = ui::text_small, .tone = ui::Tone::quiet});
}

void live_recommendation(State& state, const ShowAnswer& answer) {
  ui::Scope section(ui::Role::section, "What the rules say", "rules");
  ui::gap(28);
  ui::heading(2, "What would you get for this profile?");
  ui::gap(6);
  ui::text(selection::answer_sentence(answer.recommendation, *state.knowledge), {.size = 18, .bold = true});
  ui::gap(10);
  agreements(answer);
  estimates(answer);
  ui::gap(8);
  const report::Link link{.route = "decide", .data = state.knowledge->version, .fields = decide_fields(answer.profile)};
  ui::link("Open this profile in Decide", report::format_link(link));
}

void numbers(const ShowAnswer& answer) {
  if (answer.numbers.empty()) return;
  ui::Scope section(ui::Role::section, "Numbers with their formula", "numbers");
  ui::gap(28);
  ui::heading(2, "Numbers with their formula");
  ui::gap(8);
  report::Table table{.caption = "Each number, computed here from its terms", .columns = {{"What"}, {"Formula"}, {"In words"}, {"Kind"}}, .rows = {}};
  for (std::size_t i = 0; i < answer.numbers.size(); ++i) {
    const cases::NumberSpec& spec = answer.part->numbers[i];
    table.rows.push_back({spec.label, answer.numbers[i].formula + " " + spec.unit,
                          answer.numbers[i].in_words + "." + (spec.note.empty() ? "" : " " + spec.note), std::string(cases::kind_words(spec.kind))});
  }
  ui::table("table", table);
}

std::string load_words(const std::vector<double>& load) {
  const auto [least, most] = std::minmax_element(load.begin(), load.end());
  if (*least == *most) return display_number(*most, 0) + " a second on each of the " + std::to_string(load.size()) + " shards";
  const auto idle = std::count(load.begin(), load.end(), 0);
  return display_number(*most, 0) + " a second on one shard, 0 on the other " + std::to_string(idle);
}

void routing(const ShowAnswer& answer) {
  if (!answer.routing) return;
  const cases::Routing& given = *answer.part->routing;
  const cases::RouteAnswer& found = *answer.routing;
  ui::Scope section(ui::Role::section, "Which shard", "routing");
  ui::gap(28);
  ui::heading(2, "Which shard does a row go to?");
  ui::gap(6);
  const std::string shards = std::to_string(given.shards);
  ui::text(given.key + " mod " + shards + ": " + std::to_string(given.example) + " mod " + shards + " = " + std::to_string(found.example_shard) +
               ", so " + std::to_string(given.example) + " is on shard " + std::to_string(found.example_shard) + ".",
           {.size = 18, .bold = true});
  ui::gap(4);
  const std::string rate = display_number(given.writes_per_second, 0) + " writes a second";
  const std::vector<std::string> sentences = {
      "The keys " + std::to_string(given.first) + " to " + std::to_string(given.last) + " are spread over " +
          std::to_string(found.shards_of_neighbours) + " of " + shards + " shards: neighbours do not stay together.",
      rate + ", all keys equally hot: " + load_words(found.even_load) + " (" + display_number(given.writes_per_second, 0) + " / " + shards + ").",
      rate + ", all for one key: " + load_words(found.hot_load) + "."};
  ui::bullets("Consequences", sentences);
  ui::gap(8);
  report::Table table{.caption = given.key + " and its shard", .columns = {{given.key, true}, {"Shard", true}}, .rows = {}};
  for (const cases::RoutedKey& key : found.neighbours) table.rows.push_back({std::to_string(key.key), std::to_string(key.shard)});
  if (ui::disclosure("The neighbours one by one", false, "neighbours")) ui::table("table", table);
}

void cost(const ShowAnswer& answer, double width) {
  if (!answer.cost) return;
  ui::Scope section(ui::Role::section, "Cost", "cost");
  ui::gap(28);
  ui::heading(2, "What does it cost a month?");
  ui::gap(8);
  ui::figure("cost-picture", cases::cost_scene(*answer.study, *answer.cost, *answer.part, std::min(width, 720.0)));
  ui::gap(8);
  ui::bullets("The whole plan", cases::plan_cost_sentences(*answer.study, *answer.cost));
}

void claims(const std::vector<cases::Claim>& list) {
  for (const cases::Claim& claim : list) {
    ui::Scope item(ui::Role::listitem, "", "claim");
    const bool unsourced = claim.kind == knowledge::FactKind::unsourced_claim;
    if (unsourced || claim.kind == knowledge::FactKind::product_rule) {
      ui::badge(cases::kind_words(claim.kind), unsourced ? ui::Tone::warning : ui::Tone::quiet);
      ui::gap(2);
    }
    ui::text(claim.text);
    if (!claim.correction.empty()) ui::text(claim.correction, {.tone = ui::Tone::quiet});
    ui::gap(10);
  }
}

void all_claims(const ShowAnswer& answer) {
  ui::Scope section(ui::Role::section, "What the source says", "claims");
  ui::gap(28);
  ui::heading(2, "What the source says, and what holds");
  ui::gap(6);
  ui::Scope list(ui::Role::list, "Claims", "list");
  claims(answer.part->claims);
  claims(answer.study->claims);
}

void your_profile(const State& state, const ShowAnswer& answer) {
  ui::Scope section(ui::Role::section, "Your own profile", "yours");
  ui::gap(28);
  ui::heading(2, "Where do you stand?");
  ui::gap(6);
  const std::optional<Range>& writes = state.decide.profile.writes_per_second;
  const Part* nearest = writes ? cases::nearest_by_writes(*answer.study, writes->mid) : nullptr;
  if (nearest == nullptr) {
    ui::text("Say on the Decide page how much you write, and this page names the nearest " +
             std::string(answer.study->part_word == "Stage" ? "stage." : "phase."));
    ui::gap(4);
    ui::link("Describe your workload", "#/decide");
    return;
  }
  const Json* theirs = nearest->profile.find("writes_per_second");
  ui::text("Your " + display_number(writes->mid, 1) + " writes a second (from your profile) are nearest to " + nearest->name + ", which has " +
           display_number(theirs != nullptr && theirs->number() != nullptr ? *theirs->number() : 0, 0) + ".");
  ui::gap(4);
  if (nearest == answer.part) ui::text("It is the one you are looking at.", {.tone = ui::Tone::quiet});
  else ui::link("Go to " + nearest->name, "#/cases/" + answer.study->id + "/" + nearest->id);
}

std::vector<std::string> used_sources(const ShowAnswer& answer) {
  std::vector<std::string> used;
  const auto use = [&](const std::string& id) {
    if (!id.empty() && std::find(used.begin(), used.end(), id) == used.end()) used.push_back(id);
  };
  use(answer.study->source);
  for (const cases::NumberSpec& number : answer.part->numbers) use(number.source);
  for (const auto* list : {&answer.part->claims, &answer.study->claims})
    for (const cases::Claim& claim : *list) use(claim.source);
  return used;
}

std::string message_text(const State& state, const ShowAnswer& answer) {
  std::string out = answer.study->short_title + ". " + headline_text(answer) + "\n";
  out += "For this profile: " + selection::answer_sentence(answer.recommendation, *state.knowledge) + "\n";
  for (const cases::Agreement& agreement : answer.agreements) out += "- " + agreement.sentence + "\n";
  return out + link_of(state) + "\n";
}

void picture(State& state, const ShowAnswer& answer, double width) {
  const report::Scene scene = cases::architecture_of(*answer.study, *answer.part, width);
  ui::figure("architecture", scene);
  ui::gap(8);
  ui::Flow flow;
  if (ui::button("Undo", {.disabled = state.cases.undo.empty(), .description = "Also Ctrl+Z"})) ui::frame().again = cases_undo(state);
  copy_link_button(state);
  copy_button(state, "Copy as message", message_text(state, answer), "Message copied.");
  download_button(state, "Export picture", answer.study->id + "-" + answer.part->id + ".svg", "image/svg+xml", report::scene_svg(scene));
}

}  // namespace

LinkFields cases_link(const State& state) {
  static const ShowInput nothing;
  return report::link_fields(place_fields(), &state.cases.place, &nothing, state.cases.unknown);
}

void cases_from_link(State& state, const report::Link& link) {
  ShowInput place;
  report::LinkReading reading = report::read_link_fields(link, place_fields(), &place);
  state.link_problems = std::move(reading.problems);
  state.cases.unknown = std::move(reading.unknown);
  state.cases.place = place;
}

bool cases_undo(State& state) {
  CasesState& own = state.cases;
  if (own.undo.empty()) return false;
  std::tie(state.route, own.place) = own.undo.back();
  own.undo.pop_back();
  return true;
}

void case_page(State& state, const Case& study, std::string_view phase) {
  page_head(study.title, study.sentence);
  ShowInput input = state.cases.place;
  input.case_id = study.id;
  // The place says more exactly where the case stands than the phase in the address.
  if (!place_of(input, study)) input.phase = phase;
  const Result<ShowAnswer>* answer = &shown(state, input);
  if (!*answer) {
    const Problem problem = answer->problems().front();
    problem_card(state, problem.code, problem.message, "place-problem");
    ui::gap(16);
    answer = &shown(state, {.case_id = study.id, .phase = study.part(phase) != nullptr ? std::string(phase) : ""});
  } else if (place_of(input, study) && !phase.empty() && phase != (*answer)->part->id) {
    state.route = "cases/" + study.id + "/" + (*answer)->part->id;
  }
  if (!*answer) return;
  const ShowAnswer& found = **answer;
  const double width = std::min(widest_figure, ui::frame().area.width);
  stepper(state, found);
  ui::gap(20);
  headline(state, found);
  ui::gap(20);
  picture(state, found, width);
  live_recommendation(state, found);
  cost(found, width);
  numbers(found);
  routing(found);
  all_claims(found);
  your_profile(state, found);
  sources(state, used_sources(found));
}

}  // namespace storewright::app
