// The shard ring: change the ring, see what moves, step a new shard through its join.
#include <algorithm>
#include <tuple>

#include "core/base/text.h"
#include "core/labs/ring_scene.h"
#include "web/app/pages.h"
#include "web/ui/form.h"

namespace storewright::app {
namespace {

const labs::RingInput default_input;
constexpr std::size_t undo_steps = 100;

const RingResult& ring_result(RingState& ring) {
  return ring.result.get(ring.input, [](const labs::RingInput& input) {
    RingResult result{labs::analyze_ring(input), {}};
    const Result<labs::RingChange> change = labs::change_ring(input);
    if (result.answer && change) result.picture = labs::ring_scene(change->before, *result.answer, input);
    return result;
  });
}

void remember(RingState& ring) {
  ring.undo.emplace_back(ring.input, ring.join);
  if (ring.undo.size() > undo_steps) ring.undo.erase(ring.undo.begin());
}

// The shards on the ring after the change, ascending.
std::vector<int> present_shards(const labs::RingInput& input) {
  const Result<labs::RingChange> change = labs::change_ring(input);
  return change ? change->after.shards() : std::vector<int>{};
}

// A fresh ring of another size starts without joins and leaves.
void resize(State& state, int shards, int vnodes, int companies) {
  RingState& ring = state.ring;
  if (ring.input.shards == shards && ring.input.vnodes == vnodes && ring.input.companies == companies) return;
  remember(ring);
  const bool same_ring = ring.input.shards == shards;
  ring.input.shards = shards;
  ring.input.vnodes = vnodes;
  ring.input.companies = companies;
  if (!same_ring) {
    ring.input.add.clear();
    ring.input.remove.clear();
    ring.join = {};
  }
}

void add_shard(State& state) {
  RingState& ring = state.ring;
  const std::vector<int> present = present_shards(ring.input);
  remember(ring);
  const std::string next = std::to_string(present.empty() ? 0 : present.back() + 1);
  const auto left = std::find(ring.input.remove.begin(), ring.input.remove.end(), next);
  if (left != ring.input.remove.end()) ring.input.remove.erase(left);
  else ring.input.add.push_back(next);
  ring.join = {};
  state.named_step = true;
}

void remove_shard(State& state, int shard) {
  RingState& ring = state.ring;
  remember(ring);
  const std::string id = std::to_string(shard);
  const auto joined = std::find(ring.input.add.begin(), ring.input.add.end(), id);
  if (joined != ring.input.add.end()) ring.input.add.erase(joined);
  else ring.input.remove.push_back(id);
  ring.join = {};
  state.named_step = true;
}

std::string answer_text(const labs::RingInput& input, const labs::RingAnswer& answer) {
  if (input.add.empty() && input.remove.empty()) {
    const auto fullest = std::max_element(answer.shards.begin(), answer.shards.end(),
                                          [](const auto& a, const auto& b) { return a.arc_share < b.arc_share; });
    return "The fullest shard holds " + display_number(answer.max_over_mean_arc, 3) + " times its fair share: shard " +
           std::to_string(fullest->shard) + " with " + display_percent(fullest->arc_share, 3) + " of the circle.";
  }
  std::string text = display_number(static_cast<double>(answer.moved), 0) + " of " + display_number(static_cast<double>(answer.keys), 0) +
                     " keys move (" + display_percent(answer.moved_share, 3) + ")";
  text += "; a modulo would move " + display_percent(answer.modulo_share, 3);
  return text + ".";
}

void controls(State& state) {
  RingState& ring = state.ring;
  ui::Scope section(ui::Role::section, "The ring", "controls");
  double shards = ring.input.shards;
  const auto shown = [](std::string_view name, const std::function<bool()>& draw) {
    ui::field(name, draw);
    if (ui::field_shown(name)) ui::gap(16);
  };
  shown("shards", [&] { return ui::slider("Shards to start with", shards, {.min = 1, .max = 32, .step = 1}); });
  constexpr ui::Choice counts[] = {{"1", "1"}, {"10", "10"}, {"50", "50"}, {"150", "150"}, {"500", "500"}};
  constexpr int values[] = {1, 10, 50, 150, 500};
  int index = -1;
  for (int i = 0; i < 5; ++i)
    if (values[i] == ring.input.vnodes) index = i;
  shown("vnodes", [&] { return ui::choice("Points of each shard (virtual nodes)", index, counts, "", "More points make the parts of the circle more even."); });
  double companies = ring.input.companies;
  shown("companies", [&] { return ui::slider("Company ids to place", companies, {.min = 1000, .max = 100000, .step = 1000}); });
  resize(state, static_cast<int>(shards), index < 0 ? ring.input.vnodes : values[index], static_cast<int>(companies));
  ui::gap(4);
  {
    ui::Flow flow;
    const std::vector<int> present = present_shards(ring.input);
    const bool full = present.size() >= 64 || ui::field_locked("add");
    if (ui::field_shown("add") && ui::button("Add a shard", {.kind = ui::ButtonKind::primary, .disabled = full})) add_shard(state);
    const bool last = present.size() < 2 || ui::field_locked("remove");
    if (ui::field_shown("remove") && ui::button("Remove a shard", {.disabled = last, .description = "Removes the one with the highest number"}))
      remove_shard(state, present.back());
    if (ui::button("Undo", {.disabled = ring.undo.empty(), .description = "Also Ctrl+Z"})) ui::frame().again = ring_undo(state);
    if (ui::button("Reset", {.disabled = ring.input == default_input})) {
      remember(ring);
      ring.input = {};
      ring.join = {};
      state.named_step = true;
    }
    copy_link_button(state);
  }
}

void join_stepper(State& state) {
  RingState& ring = state.ring;
  if (ring.input.add.empty()) return;
  ui::Scope section(ui::Role::section, "Moving the rows", "join");
  ui::gap(28);
  ui::heading(2, "Moving the rows without losing one");
  ui::text("A shard that joins owns its keys on the ring at once; its rows still have to get there.", {.tone = ui::Tone::quiet});
  ui::gap(10);
  const labs::JoinView view = labs::view_of(ring.join);
  ui::Card card("step", ui::CardTone::plain, 16);
  const int step = static_cast<int>(ring.join.step) + 1;
  if (ring.join.outcome == labs::JoinOutcome::under_way) ui::status("Step " + std::to_string(step) + " of 4: " + std::string(view.title), {.size = 18, .bold = true});
  else ui::status(view.title, {.size = 18, .bold = true});
  ui::gap(4);
  ui::text(view.what);
  ui::gap(6);
  ui::text("Reads go to " + std::string(labs::words_of(view.reads)) + ", writes to " + std::string(labs::words_of(view.writes)) + ".");
  if (!view.risk.empty()) {
    ui::gap(6);
    ui::text(std::string(view.risk) + " " + std::string(view.safeguard), {.size = ui::text_small, .tone = ui::Tone::quiet});
  }
  ui::gap(12);
  ui::Flow flow;
  const bool running = ring.join.outcome == labs::JoinOutcome::under_way;
  const auto event = [&](labs::JoinEvent what) {
    remember(ring);
    ring.join = labs::advance(ring.join, what);
    ui::frame().again = true;
  };
  if (ui::button("Next step", {.kind = ui::ButtonKind::primary, .disabled = !running})) event(labs::JoinEvent::finished);
  if (ui::button("The copies differ", {.disabled = !running || !view.way_back})) event(labs::JoinEvent::mismatch);
  if (ui::button("Give up", {.disabled = !running || !view.way_back})) event(labs::JoinEvent::give_up);
  if (ui::button("Start again", {.disabled = ring.join == labs::JoinState{}})) {
    remember(ring);
    ring.join = {};
  }
}

void planner(State& state) {
  RingState& ring = state.ring;
  ui::Scope section(ui::Role::section, "Which shards a query asks", "planner");
  ui::gap(28);
  ui::heading(2, "Which shards does a query ask?");
  ui::gap(8);
  ui::text_field("Company ids in its filter", ring.lookup, {.help = "Separate several with commas; empty means the query names no company."});
  ui::gap(10);
  labs::PlanInput input{.shards = ring.input.shards, .vnodes = ring.input.vnodes};
  for (const std::string& id : split(ring.lookup, ','))
    if (!trimmed(id).empty()) input.companies.push_back(trimmed(id));
  const Result<labs::PlanAnswer> plan = labs::plan_query(input);
  if (!plan) {
    ui::text(plan.problems().front().message, {.tone = ui::Tone::bad});
    return;
  }
  std::vector<std::string> names;
  for (const int shard : plan->shards) names.push_back((shard < 10 ? "shard_0" : "shard_") + std::to_string(shard));
  const std::string which = plan->scatter ? "All " + std::to_string(plan->shards.size()) + " shards." : "Only " + sentence_list(names) + ".";
  ui::status(which, {.size = 18, .bold = true});
  ui::text(plan->because);
}

void tail(State& state) {
  RingState& ring = state.ring;
  ui::Scope section(ui::Role::section, "How often it waits for a slow shard", "tail");
  ui::gap(28);
  ui::heading(2, "How often does a query wait for a slow shard?");
  ui::gap(8);
  ui::slider("Answers of one shard that are fast", ring.within_percent, {.min = 90, .max = 99.9, .step = 0.1, .unit = "%"});
  ui::gap(8);
  // The reader's share first, then the two that everybody quotes.
  std::vector<double> shares = {ring.within_percent};
  for (const double quoted : {99.0, 95.0})
    if (quoted != ring.within_percent) shares.push_back(quoted);
  report::Table table{.caption = "Chance that at least one of the shards asked is slow", .columns = {{"Shards asked", true}}};
  for (const double share : shares) table.columns.push_back({"At " + display_number(share, 1) + " %", true});
  for (const int shards : {1, 4, 16, 64}) {
    std::vector<std::string> row = {std::to_string(shards)};
    for (const double share : shares) {
      const Result<labs::TailAnswer> answer = labs::tail_latency({.shards = shards, .within_percent = Range::exactly(share)});
      row.push_back(answer ? display_percent(answer->slow_share, 2) : "");
    }
    table.rows.push_back(std::move(row));
  }
  ui::table("tail-table", table);
}

void explanations(State& state) {
  ui::Scope section(ui::Role::section, "How it works", "how");
  ui::gap(28);
  ui::heading(2, "How it works");
  ui::gap(4);
  for (const knowledge::Note& entry : state.knowledge->notes) {
    if (entry.id.rfind("labs/ring/", 0) != 0) continue;
    if (ui::disclosure(entry.title, false, entry.id)) {
      ui::gap(4);
      note(state, entry.id, false);
    }
  }
}

void results(State& state) {
  RingState& ring = state.ring;
  const RingResult& result = ring_result(ring);
  ui::Scope section(ui::Role::section, "What happens", "result");
  if (!result.answer) {
    ui::Card card("problem", ui::CardTone::bad, 16);
    for (const Problem& problem : result.answer.problems()) ui::text(problem.message, {.bold = true});
    return;
  }
  const labs::RingAnswer& answer = *result.answer;
  {
    ui::Card card("headline", ui::CardTone::accent);
    state.announced = answer_text(ring.input, answer);
    ui::status(state.announced, {.size = 20, .bold = true});
    ui::gap(4);
    ui::text(display_number(answer.points, 0) + " points on the circle, from " + answer.lowest_point.substr(0, 8) + "… (shard " +
                 std::to_string(answer.lowest_shard) + ") to " + answer.highest_point.substr(0, 8) + "… (shard " + std::to_string(answer.highest_shard) + ").",
             {.size = ui::text_small});
  }
  ui::gap(20);
  if (result.picture) {
    ui::figure("ring-picture", *result.picture);
    ui::gap(8);
    ui::Flow flow;
    copy_button(state, "Copy as message", answer_text(ring.input, answer) + "\nInputs: " + link_of(state) + "\n", "Message copied.");
    download_button(state, "Export CSV", "shards.csv", "text/csv", report::table_csv(result.picture->table));
    download_button(state, "Export picture", "ring.svg", "image/svg+xml", report::scene_svg(*result.picture));
  }
  const double width = std::min(640.0f, ui::frame().area.width);
  if (!ring.input.add.empty() || !ring.input.remove.empty()) {
    ui::gap(24);
    ui::figure("movement", labs::movement_scene(answer, width));
  }
  ui::gap(24);
  ui::figure("distribution", labs::distribution_scene(answer, width));
}

// The sources of this page's notes; known once their texts are.
std::vector<std::string> note_sources(const State& state) {
  std::vector<std::string> used;
  for (const knowledge::Note& entry : state.knowledge->notes)
    if (entry.id.rfind("labs/ring/", 0) == 0 && !entry.source.empty() && std::find(used.begin(), used.end(), entry.source) == used.end())
      used.push_back(entry.source);
  return used;
}

}  // namespace

LinkFields ring_link(const State& state) {
  return report::link_fields(labs::ring_fields(), &state.ring.input, &default_input, state.ring.unknown);
}

void ring_from_link(State& state, const report::Link& link) {
  labs::RingInput input;
  report::LinkReading reading = report::read_link_fields(link, labs::ring_fields(), &input);
  state.link_problems = std::move(reading.problems);
  state.ring.unknown = std::move(reading.unknown);
  if (!(state.ring.input == input)) {
    state.ring.input = std::move(input);
    state.ring.join = {};
  }
}

bool ring_undo(State& state) {
  RingState& ring = state.ring;
  if (ring.undo.empty()) return false;
  std::tie(ring.input, ring.join) = ring.undo.back();
  ring.undo.pop_back();
  return true;
}

void ring_page(State& state) {
  page_head("Shard ring", "Keys and shards share one circle. See how even it is, and how little moves when a shard joins or leaves.");
  if (ui::narrow()) {
    controls(state);
    ui::gap(24);
    results(state);
  } else {
    const float whole = ui::frame().area.width;
    const float left = std::min(340.0f, whole * 0.38f);
    ui::Columns columns({left, whole - left - 40}, 40);
    controls(state);
    columns.next();
    results(state);
  }
  join_stepper(state);
  planner(state);
  tail(state);
  explanations(state);
  sources(state, note_sources(state));
}

}  // namespace storewright::app
