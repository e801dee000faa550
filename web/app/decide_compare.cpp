// Two profiles side by side: "keep this as A", change something, compare.
#include "core/base/text.h"
#include "core/selection/moves.h"
#include "core/selection/rulebook.h"
#include "web/app/decide_details.h"
#include "web/app/decide_words.h"
#include "web/app/pages.h"

namespace storewright::app {
namespace {

using selection::Profile;
using selection::Recommendation;

constexpr std::string_view link_start = "#/decide?v=1&";

std::string as_text(const Profile& profile) {
  const std::string link = report::format_link({.route = "decide", .fields = decide_fields(profile)});
  return link.size() > link_start.size() ? link.substr(link_start.size()) : std::string();
}

Profile from_text(const std::string& text) {
  Profile profile;
  const Result<report::Link> link = report::parse_link(std::string(link_start) + text);
  if (link) report::read_link_fields(*link, selection::profile_fields(), &profile);
  return profile;
}

struct Side {
  Profile profile;
  Recommendation answer;
};

std::string winner_of_answer(const Recommendation& answer, const knowledge::Knowledge& knowledge) {
  if (!answer.primary) return "no store: the answers contradict each other";
  return engine_name(knowledge, answer.primary->engine) + " (" + category_name(knowledge, answer.primary->category) + ")";
}

std::string run_as(const Recommendation& answer, const knowledge::Knowledge& knowledge) {
  if (!answer.primary) return "–";
  const std::string how = answer.hosting ? answer.hosting->answer == "managed"       ? "managed"
                                           : answer.hosting->answer == "self_hosted" ? "on your own machines"
                                                                                      : "managed or on your own"
                                         : "not said";
  return answer.primary->run_as_record.empty() ? how : how + ", " + engine_name(knowledge, answer.primary->run_as_record);
}

std::string beside(const Recommendation& answer, const knowledge::Knowledge& knowledge) {
  std::vector<std::string> words;
  for (const selection::Addon& addon : answer.addons) words.push_back(engine_name(knowledge, addon.engine) + " for " + addon.role);
  return words.empty() ? "nothing" : sentence_list(words);
}

std::string lead(const Recommendation& answer) {
  if (!answer.primary) return "–";
  return display_percent(answer.margin) + (answer.clear_winner ? ", clear" : ", not clear");
}

std::string holds(const Recommendation& answer) { return answer.holds_because.empty() ? "no growth given" : answer.holds_because; }

int left_over(const Recommendation& answer) { return answer.steps.empty() ? 0 : answer.steps.back().left; }

report::Table answers_table(const Side& a, const Side& b, const knowledge::Knowledge& knowledge) {
  report::Table table{.caption = "The two answers", .columns = {{"Question"}, {"A"}, {"B, now"}}, .rows = {}};
  table.rows.push_back({"Store", winner_of_answer(a.answer, knowledge), winner_of_answer(b.answer, knowledge)});
  table.rows.push_back({"Lead over the next kind", lead(a.answer), lead(b.answer)});
  table.rows.push_back({"Run it", run_as(a.answer, knowledge), run_as(b.answer, knowledge)});
  table.rows.push_back({"Beside it", beside(a.answer, knowledge), beside(b.answer, knowledge)});
  table.rows.push_back({"How long it holds", holds(a.answer), holds(b.answer)});
  table.rows.push_back({"Engines left", std::to_string(left_over(a.answer)), std::to_string(left_over(b.answer))});
  return table;
}

report::Table inputs_table(const Profile& a, const Profile& b) {
  report::Table table{.caption = "What you said differently", .columns = {{"Question"}, {"A"}, {"B, now"}}, .rows = {}};
  for (const Field& field : selection::profile_fields()) {
    const std::string in_a = selection::value_words(field, a);
    const std::string in_b = selection::value_words(field, b);
    if (in_a != in_b) table.rows.push_back({std::string(field.label), in_a, in_b});
  }
  return table;
}

std::string difference(const Side& a, const Side& b, const knowledge::Knowledge& knowledge) {
  const std::string was = winner_of_answer(a.answer, knowledge);
  const std::string is = winner_of_answer(b.answer, knowledge);
  return was == is ? "Both come to " + is + "." : "A comes to " + was + ", B to " + is + ".";
}

void both(State& state) {
  const knowledge::Knowledge& knowledge = *state.knowledge;
  Side a{from_text(state.decide.view.other), {}};
  // Only the text is compared, so this is worked out again when A itself changes.
  Cached<std::string, Recommendation>& cached = details_of(state).other;
  a.answer = cached.get(state.decide.view.other, [&](const std::string&) { return recommend(a.profile, selection::built_in_rulebook()); });
  const Side b{state.decide.profile, decide_answer(state)};
  ui::text(difference(a, b, knowledge), {.bold = true});
  ui::gap(10);
  const report::Table inputs = inputs_table(a.profile, b.profile);
  if (inputs.rows.empty()) ui::text("Both are the same so far: change an answer and look here again.");
  else ui::table("inputs", inputs);
  ui::gap(10);
  ui::table("answers", answers_table(a, b, knowledge));
  ui::gap(10);
  ui::Flow flow;
  if (ui::button("Swap A and B", {.disabled = inputs.rows.empty()})) {
    const std::string now = as_text(state.decide.profile);
    take_profile(state, Profile(a.profile));
    state.decide.view.other = now;
  }
  if (ui::button("Stop comparing")) {
    remember_step(state);
    state.decide.view.other.clear();
    state.named_step = true;
  }
}

}  // namespace

void decide_compare(State& state) {
  ui::Scope section(ui::Role::section, "Compare two workloads", "compare");
  ui::gap(28);
  ui::heading(2, "Compare two workloads");
  ui::gap(4);
  if (!state.decide.view.other.empty()) return both(state);
  ui::text("Keep what you have said as A, then change something: both answers stand here side by side, and the link holds both.");
  ui::gap(8);
  if (!ui::button("Keep this as A")) return;
  remember_step(state);
  state.decide.view.other = as_text(state.decide.profile);
  state.named_step = true;
}

}  // namespace storewright::app
