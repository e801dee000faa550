// Home: what are you building? A preset answers at once; three doors lead on.
#include "core/selection/rulebook.h"
#include "web/app/pages.h"

namespace storewright::app {
namespace {

struct Door {
  std::string_view title, sentence, label, href;
};

constexpr Door doors[] = {
    {"Choose a database", "Describe your workload in a minute. Every engine gets a verdict you can check line by line.", "Describe your workload",
     "#/decide"},
    {"Practise", "Work out what running a database yourself really costs, with hints and reasons. About three minutes.", "Start with a question", "#/practice/cassandra-tco"},
    {"Ask from your own tools", "The same answers from a command line, from Node or from a page of yours, as JSON.", "See the methods", "#/tools"},
};

// The first of the list; the rest stands on the page of the tool itself.
constexpr std::size_t shown_presets = 8;

std::vector<ui::Choice> preset_choices(const knowledge::Knowledge& knowledge) {
  std::vector<ui::Choice> choices;
  for (const knowledge::Preset& preset : knowledge.presets)
    if (choices.size() < shown_presets) choices.push_back({preset.id, preset.name, preset.sentence});
  return choices;
}

void preset_answer(State& state, const knowledge::Preset& preset, const selection::Profile& profile) {
  const std::string& sentence = state.preset_answer.get(preset.id, [&](const std::string&) {
    return selection::answer_sentence(selection::recommend(profile, selection::built_in_rulebook()), *state.knowledge);
  });
  ui::gap(16);
  {
    ui::Card card("answer", ui::CardTone::accent);
    ui::status(sentence, {.size = 20, .bold = true});
    ui::gap(8);
    report::Link link{.route = "decide", .data = state.knowledge->version, .fields = decide_fields(profile)};
    link.fields.emplace_back("kind", preset.id);
    ui::text(preset.sentence, {.size = ui::text_small, .tone = ui::Tone::quiet});
    ui::gap(8);
    ui::link("See why, and change the assumptions", report::format_link(link));
  }
  state.announced = sentence;
}

}  // namespace

void home_page(State& state) {
  page_head("What are you building?", "Pick what is closest. You get a database recommendation with its reasons at once.");
  const std::vector<ui::Choice> choices = preset_choices(*state.knowledge);
  int index = -1;
  for (std::size_t i = 0; i < choices.size(); ++i)
    if (choices[i].name == state.preset) index = static_cast<int>(i);
  if (ui::choice("Something like", index, choices)) state.preset = choices[static_cast<std::size_t>(index)].name;
  if (index >= 0) {
    const auto place = static_cast<std::size_t>(index);
    preset_answer(state, state.knowledge->presets[place], preset_profiles(*state.knowledge)[place]);
  }
  ui::gap(12);
  const std::size_t rest = state.knowledge->presets.size() - choices.size();
  ui::link("Something else: " + std::to_string(rest) + " more examples, or your own words", "#/decide");

  ui::gap(40);
  const float gap_between = 20;
  const float each = (ui::frame().area.width - 2 * gap_between) / 3;
  ui::Columns columns({each, each, each}, gap_between);
  for (std::size_t i = 0; i < std::size(doors); ++i) {
    if (i > 0) columns.next();
    ui::Card card(doors[i].title);
    ui::heading(2, doors[i].title);
    ui::gap(8);
    ui::text(doors[i].sentence);
    ui::gap(12);
    ui::link(doors[i].label, doors[i].href);
  }
}

void missing_page(State& state) {
  page_head("There is no such page", "The link names a page this version does not have.");
  ui::text("Page asked for: " + state.route);
  ui::gap(8);
  ui::link("Go to the start", "#/");
}

}  // namespace storewright::app
