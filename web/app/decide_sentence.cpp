// The start of the Decide page: a sentence whose blanks are fields, and examples that answer at once.
#include <algorithm>

#include "core/base/math.h"
#include "core/base/text.h"
#include "web/app/pages.h"
#include "web/ui/form.h"

namespace storewright::app {
namespace {

using knowledge::Preset;
using selection::Profile;

const Profile nothing;

// As precise as a person would say it: three significant digits.
double three_digits(double value) {
  if (!(value > 0)) return 0;
  double scale = 1;
  while (value * scale < 100) scale *= 10;
  while (value * scale >= 1000) scale /= 10;
  return scale >= 1 ? round_half_up(value * scale) / scale : round_half_up(value * scale) * round_half_up(1 / scale);
}

// What grows with the number of users. The product's rule: each of them reads, writes and keeps as much as in the example.
constexpr std::optional<Range> Profile::*shared_by_users[] = {&Profile::reads_per_second, &Profile::writes_per_second,
                                                              &Profile::data_size_gb, &Profile::growth_gb_per_month};

void scale_to(Profile& profile, const Profile& example, double ratio) {
  for (const auto member : shared_by_users) {
    std::optional<Range> amount = example.*member;
    if (amount) *amount = {three_digits(amount->low * ratio), three_digits(amount->mid * ratio), three_digits(amount->high * ratio)};
    profile.*member = amount;
  }
}

int preset_index(const State& state) {
  const std::vector<Preset>& presets = state.knowledge->presets;
  for (std::size_t i = 0; i < presets.size(); ++i)
    if (presets[i].id == state.decide.view.kind) return static_cast<int>(i);
  return -1;
}

double ratio_of(const Preset& preset, const std::optional<Range>& users) {
  return users && preset.users > 0 ? users->mid / preset.users : 1;
}

// Another kind brings its own workload; how many it is for, who runs it and where stay as the reader said.
void choose_kind(State& state, int before, int index) {
  const knowledge::Knowledge& knowledge = *state.knowledge;
  const Profile& example = preset_profiles(knowledge)[static_cast<std::size_t>(index)];
  const Preset& preset = knowledge.presets[static_cast<std::size_t>(index)];
  const Profile& usual = before < 0 ? nothing : preset_profiles(knowledge)[static_cast<std::size_t>(before)];
  const Profile& now = state.decide.profile;
  Profile profile = example;
  if (now.team_engineers && !(now.team_engineers == usual.team_engineers)) profile.team_engineers = now.team_engineers;
  if (now.platform && now.platform != usual.platform) profile.platform = now.platform;
  DecideView view = state.decide.view;
  view.kind = preset.id;
  if (view.users) scale_to(profile, example, ratio_of(preset, view.users));
  change_profile(state, std::move(profile));
  state.decide.view = std::move(view);
  state.named_step = true;
  ui::forget_drafts();
}

void choose_users(State& state, int index, std::optional<Range> users) {
  Profile profile = state.decide.profile;
  if (index >= 0) {
    const auto place = static_cast<std::size_t>(index);
    const Preset& preset = state.knowledge->presets[place];
    if (users && users->exact() && users->mid == preset.users) users.reset();
    scale_to(profile, preset_profiles(*state.knowledge)[place], ratio_of(preset, users));
  }
  change_profile(state, std::move(profile));
  state.decide.view.users = users;
}

// A blank that takes nothing where an embed has locked the field behind it.
template <class Draw>
bool blank(std::string_view name, Draw&& draw) {
  ui::Frame& f = ui::frame();
  f.locked = ui::field_locked(name);
  const bool changed = draw();
  const bool locked = f.locked;
  f.locked = false;
  return changed && !locked;
}

void kind_blank(State& state, int index) {
  std::vector<ui::Choice> kinds;
  for (const Preset& preset : state.knowledge->presets) kinds.push_back({preset.id, preset.what, preset.sentence});
  int chosen = index;
  if (blank("kind", [&] { return ui::select("What you are building", chosen, kinds, {.standing = ui::Standing::in_sentence, .placeholder = "choose what", .id = "kind"}); }))
    choose_kind(state, index, chosen);
}

// A number typed into a blank; what cannot be read stays, with its problem below the sentence.
bool number_blank(std::string_view label, std::string_view name, const Field& field, void* input, const std::string& shown, std::string& problem) {
  std::map<std::string, ui::Draft>& drafts = ui::frame().memory->drafts;
  const std::string key = "sentence." + std::string(name);
  const auto draft = drafts.find(key);
  std::string text = draft == drafts.end() ? shown : draft->second.text;
  const std::string wrong = draft == drafts.end() ? "" : draft->second.problem;
  if (!wrong.empty()) problem = wrong;
  const ui::FieldStyle style{.placeholder = "how many", .problem = wrong, .numeric = true, .width = 110, .id = name, .standing = ui::Standing::in_sentence};
  if (!blank(name, [&] { return ui::text_field(label, text, style); })) return false;
  drafts.erase(key);
  const Problems problems = ui::read_typed_number(text, field, input);
  if (problems.empty()) return true;
  drafts[key] = {text, problems.front().message};
  ui::frame().again = true;
  return false;
}

std::string amount_text(const std::optional<Range>& amount) {
  if (!amount) return "";
  return amount->exact() ? display_number(amount->mid, 4) : display_number(amount->low, 4) + " to " + display_number(amount->high, 4);
}

void users_blank(State& state, int index, std::string& problem) {
  const Field* field = find_field(decide_view_fields(), "users");
  DecideView edited = state.decide.view;
  std::optional<Range> shown = edited.users;
  if (!shown && index >= 0) shown = Range::exactly(state.knowledge->presets[static_cast<std::size_t>(index)].users);
  if (number_blank("For how many", "users", *field, &edited, amount_text(shown), problem)) choose_users(state, index, edited.users);
}

void money_blank(State& state) {
  constexpr ui::Choice answers[] = {{"true", "is"}, {"false", "is not"}};
  const std::optional<bool> money = state.decide.profile.money;
  int index = !money ? -1 : *money ? 0 : 1;
  if (!blank("money", [&] { return ui::select("Money", index, answers, {.standing = ui::Standing::in_sentence, .placeholder = "may be", .id = "money"}); })) return;
  Profile profile = state.decide.profile;
  profile.money = index == 0;
  change_profile(state, std::move(profile));
}

void team_blank(State& state, std::string& problem) {
  const Field* field = find_field(selection::profile_fields(), "team_engineers");
  Profile edited = state.decide.profile;
  if (number_blank("Engineers", "team_engineers", *field, &edited, amount_text(edited.team_engineers), problem)) change_profile(state, std::move(edited));
}

void platform_blank(State& state) {
  constexpr ui::Choice places[] = {{"aws", "AWS"}, {"gcp", "Google Cloud"}, {"azure", "Azure"}, {"cloudflare", "Cloudflare"},
                                   {"on_premises", "our own machines"}, {"any", "any platform"}};
  const Field* field = find_field(selection::profile_fields(), "platform");
  Profile edited = state.decide.profile;
  int index = field->get_choice(&edited);
  if (!blank("platform", [&] { return ui::select("Platform", index, places, {.standing = ui::Standing::in_sentence, .placeholder = "a platform", .id = "platform"}); })) return;
  field->set_choice(&edited, index);
  change_profile(state, std::move(edited));
}

int chosen_example(const State& state, int index) {
  if (index < 0 || state.decide.view.users) return -1;
  return preset_profiles(*state.knowledge)[static_cast<std::size_t>(index)] == state.decide.profile ? index : -1;
}

}  // namespace

FieldTable decide_view_fields() {
  static constexpr Field fields[] = {
      field<&DecideView::kind>({.name = "kind", .label = "What you are building", .help = "The id of an example.", .max_items = 1}),
      field<&DecideView::users>({.name = "users", .label = "For how many", .min = 1, .max = 1e12, .whole = true}),
      field<&DecideView::engine>({.name = "engine", .label = "The engine asked about", .help = "Its id.", .max_items = 1}),
      field<&DecideView::other>({.name = "other", .label = "The profile compared with", .help = "As fields of a link.", .max_items = 40}),
  };
  return fields;
}

const std::vector<Profile>& preset_profiles(const knowledge::Knowledge& knowledge) {
  // Presets are content that the build has checked, and the same in every copy of the knowledge.
  static const std::vector<Profile> profiles = [&] {
    std::vector<Profile> all;
    for (const Preset& preset : knowledge.presets) {
      const Result<Profile> profile = selection::read_profile(preset.profile);
      all.push_back(profile ? *profile : Profile{});
    }
    return all;
  }();
  return profiles;
}

void decide_sentence(State& state) {
  ui::Scope section(ui::Role::section, "Say it in a sentence", "sentence");
  const int index = preset_index(state);
  std::string problem;
  {
    ui::Flow flow;
    ui::sentence_words("We are building");
    kind_blank(state, index);
    ui::sentence_words("for");
    users_blank(state, index, problem);
    const std::string users_are = index < 0 ? std::string("people") : state.knowledge->presets[static_cast<std::size_t>(index)].users_are;
    ui::sentence_words(users_are + ".");
    ui::sentence_words("Money");
    money_blank(state);
    ui::sentence_words("involved.");
    ui::sentence_words("It is run by");
    team_blank(state, problem);
    ui::sentence_words("engineers on");
    platform_blank(state);
  }
  if (!problem.empty()) {
    ui::gap(4);
    ui::text(problem, {.size = ui::text_small, .tone = ui::Tone::bad});
  }
  ui::gap(6);
  const std::string rates = index < 0 ? "Choose what it is; you get an answer at once and can correct every assumption."
                                      : "Reads, writes and data are those of our example, for your number of " +
                                            state.knowledge->presets[static_cast<std::size_t>(index)].users_are + ". Correct them below.";
  ui::text(rates, {.size = ui::text_small, .tone = ui::Tone::quiet});
}

void decide_examples(State& state) {
  ui::gap(8);
  const std::size_t count = state.knowledge->presets.size();
  if (!ui::disclosure(std::to_string(count) + " examples that answer at once", !ui::narrow() && !state.decide.came_with_profile, "examples")) return;
  ui::gap(4);
  std::vector<ui::Choice> options;
  for (const Preset& preset : state.knowledge->presets) options.push_back({preset.id, preset.name, preset.sentence});
  const int kind = preset_index(state);
  int index = chosen_example(state, kind);
  if (!ui::choice("Examples", index, options)) return;
  change_profile(state, preset_profiles(*state.knowledge)[static_cast<std::size_t>(index)]);
  state.decide.view.users.reset();
  state.decide.view.kind = state.knowledge->presets[static_cast<std::size_t>(index)].id;
  state.named_step = true;
  ui::forget_drafts();
}

}  // namespace storewright::app
