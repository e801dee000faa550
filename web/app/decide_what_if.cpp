// What would change the answer: single answers, weights, and what the ranges leave open.
#include <algorithm>

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/selection/rulebook.h"
#include "core/selection/weights.h"
#include "web/app/decide_details.h"
#include "web/app/decide_words.h"
#include "web/app/pages.h"
#include "web/ui/form.h"

namespace storewright::app {
namespace {

using selection::Profile;
using selection::Weights;

constexpr std::size_t flips_at_first = 6;
constexpr int fields_a_frame = 3;
constexpr std::uint64_t seed = 1;

const selection::FlipsAnswer* flips_of(DecideDetails& details) {
  if (details.flips_done) return &details.flips->answer();
  if (!may_work(details)) return nullptr;
  if (!details.flips) details.flips.emplace(details.profile, selection::built_in_rulebook());
  for (int i = 0; i < fields_a_frame && !details.flips_done; ++i) details.flips_done = details.flips->work();
  return details.flips_done ? &details.flips->answer() : nullptr;
}

void one_flip(State& state, const selection::Flip& flip, std::size_t number) {
  ui::Scope item(ui::Role::listitem, "", "flip-" + std::to_string(number));
  ui::text(flip.says, {.size = ui::text_small});
  ui::gap(2);
  if (ui::button("Try it", {.kind = ui::ButtonKind::plain, .description = flip.says, .id = "try-" + std::to_string(number)}))
    take_profile(state, selection::Profile(flip.profile));
  ui::gap(6);
}

void flip_list(State& state, const std::vector<selection::Flip>& flips) {
  // What leads to another store comes before what leads to none.
  std::vector<const selection::Flip*> order;
  for (const bool to_a_store : {true, false})
    for (const selection::Flip& flip : flips)
      if (flip.winner.engine.empty() != to_a_store) order.push_back(&flip);
  const auto show = [&](std::size_t first, std::size_t end, std::string_view id) {
    ui::Scope list(ui::Role::list, "Changes", id);
    for (std::size_t i = first; i < end; ++i) one_flip(state, *order[i], i + 1);
  };
  show(0, std::min(order.size(), flips_at_first), "nearest");
  if (order.size() <= flips_at_first) return;
  if (!ui::disclosure(std::to_string(order.size() - flips_at_first) + " more", false, "more-flips")) return;
  ui::gap(6);
  show(flips_at_first, order.size(), "more");
}

void flips(State& state) {
  ui::Scope section(ui::Role::section, "What would change the answer", "flips");
  ui::gap(28);
  ui::heading(2, "What would change the answer");
  const selection::FlipsAnswer* answer = flips_of(details_of(state));
  if (answer == nullptr) return ui::text("Trying other answers, one input after the other.", {.tone = ui::Tone::quiet});
  ui::text(answer->says);
  ui::gap(10);
  flip_list(state, answer->flips);
}

// --- weights

std::string text_of(const Weights& weights) {
  std::string text;
  for (const double weight : weights.by_step) text += (text.empty() ? "" : ",") + shortest_number(weight);
  return text;
}

void weight_flip(State& state) {
  const selection::FlipsAnswer* answer = flips_of(details_of(state));
  if (answer == nullptr) return;
  if (!answer->weights) return ui::text("No weight of a single step takes the first place away.", {.size = ui::text_small});
  ui::text("The smallest change that does: " + answer->weights->says, {.size = ui::text_small});
  ui::gap(6);
  if (!ui::button("Try these weights")) return;
  Profile profile = state.decide.profile;
  profile.weights = answer->weights->weights;
  take_profile(state, profile);
}

void weights(State& state) {
  ui::Scope section(ui::Role::section, "What counts how much", "weights");
  ui::gap(20);
  if (!ui::disclosure("Change what counts how much", false, "weights-open")) return;
  ui::gap(6);
  ui::text("Among the stores that are left, each step counts twice as much as the next. Weights never bring back what a requirement ruled out.", {.size = ui::text_small});
  ui::gap(12);
  const std::string& said = state.decide.profile.weights;
  const Weights before = selection::weights_of_text(said).value_or(Weights{});
  Weights now = before;
  const bool changed = ui::field("weights", [&] {
    bool any = false;
    for (std::size_t i = 0; i < now.by_step.size(); ++i) {
      any |= ui::slider(step_names[i], now.by_step[i], {.min = 0, .max = std::max(32.0, before.by_step[i])});
      ui::gap(10);
    }
    return any;
  });
  const bool some = std::any_of(now.by_step.begin(), now.by_step.end(), [](double weight) { return weight > 0; });
  if (changed && some) {
    Profile profile = state.decide.profile;
    profile.weights = now == Weights{} ? "" : text_of(now);
    change_profile(state, std::move(profile));
  }
  if (ui::button("The usual weights", {.disabled = said.empty()})) {
    Profile profile = state.decide.profile;
    profile.weights.clear();
    take_profile(state, profile);
  }
  ui::gap(10);
  weight_flip(state);
}

// --- ranges

bool has_range(const Profile& profile) {
  Profile copy = profile;  // a field's access takes a mutable input
  for (const Field& field : selection::profile_fields()) {
    if (field.kind != FieldKind::number) continue;
    const auto& number = *static_cast<const std::optional<Range>*>(field.member(&copy));
    if (number && !number->exact()) return true;
  }
  return false;
}

const selection::RangesAnswer* ranges_of(DecideDetails& details) {
  if (details.ranges) return &*details.ranges;
  if (!may_work(details)) return nullptr;
  const selection::Rulebook& rulebook = selection::built_in_rulebook();
  if (!details.ranging) details.ranging.emplace(rulebook, details.profile, selection::Open::ranges, seed);
  details.ranging->draw(worlds_a_frame);
  if (details.ranging->drawn() < worlds_in_all) return nullptr;
  details.ranges = analyze_ranges(*details.ranging, rulebook);
  return &*details.ranges;
}

void shares(const State& state, const selection::RangesAnswer& answer) {
  report::Table table{.caption = "How often each store wins", .columns = {{"Store"}, {"Kind"}, {"Wins", true}}, .rows = {}};
  for (const selection::WinnerShare& winner : answer.winners)
    table.rows.push_back({winner.engine.empty() ? "No store" : engine_name(*state.knowledge, winner.engine),
                          winner.category.empty() ? "" : category_name(*state.knowledge, winner.category), display_percent(winner.share)});
  ui::table("shares", table);
}

void ranges(State& state) {
  ui::Scope section(ui::Role::section, "How sure are your numbers?", "ranges");
  ui::gap(28);
  ui::heading(2, "How sure are your numbers?");
  if (!has_range(state.decide.profile))
    return ui::text("Where you are not sure, write a range such as \"100 to 900\" into a number: you see here how often each store wins, and on which number it hangs.");
  const selection::RangesAnswer* answer = ranges_of(details_of(state));
  if (answer == nullptr) return ui::text("Drawing values from your ranges.", {.tone = ui::Tone::quiet});
  ui::text(answer->says);
  ui::gap(10);
  shares(state, *answer);
}

}  // namespace

void decide_what_if(State& state) {
  if (decide_answer(state).primary) flips(state);
  weights(state);
  ranges(state);
}

}  // namespace storewright::app
