// The list of practice questions: by topic, filtered by level, time and what they train; the link keeps the filters.
#include "core/base/text.h"
#include "core/practice/question_query.h"
#include "web/app/pages.h"
#include "web/app/practice_list.h"
#include "web/app/practice_progress.h"
#include "web/ui/form.h"

namespace storewright::app {
namespace {

using practice::Question;
using practice::QuestionQuery;
using practice::Topic;

const QuestionQuery default_query;

void changed(State& state) {
  state.named_step = true;
  ui::frame().again = true;
}

// A field of the query as chips, "All" first.
void chips(State& state, std::string_view name) {
  const Field* field = find_field(practice::question_query_fields(), name);
  std::vector<ui::Choice> options = {{"all", "All"}};
  for (const Option& option : field->options) options.push_back({option.name, option.label});
  ui::field(name, [&] {
    int index = field->get_choice(&state.practice.query) + 1;
    if (!ui::choice(field->label, index, options)) return false;
    field->set_choice(&state.practice.query, index - 1);
    changed(state);
    return true;
  });
  ui::gap(12);
}

// The topics as a list; a link may name a single skill, which is then one more item.
void topic_list(State& state) {
  std::string& skill = state.practice.query.skill;
  std::vector<ui::Choice> options = {{"all", "All topics"}};
  int index = skill.empty() ? 0 : -1;
  for (const Topic& topic : state.practice.topics) {
    if (topic.id == skill) index = static_cast<int>(options.size());
    options.push_back({topic.id, topic.title});
  }
  const std::string asked = skill;
  if (index < 0) {
    index = static_cast<int>(options.size());
    const practice::Skill* one = practice::find_skill(state.practice.content->practice.skills, asked);
    options.push_back({asked, one ? one->title : std::string_view(asked)});
  }
  ui::field("skill", [&] {
    if (!ui::select("Topic", index, options, {.id = "skill"})) return false;
    skill = index <= 0 ? std::string() : std::string(options[static_cast<std::size_t>(index)].name);
    changed(state);
    return true;
  });
  ui::gap(12);
}

std::string words_of_modes(const std::vector<std::string>& modes) {
  std::vector<std::string> words;
  for (const std::string& mode : modes) words.push_back(mode == "numeric" ? "numbers" : mode == "structured" ? "decisions" : "words");
  return sentence_list(words);
}

std::string facts_of(const Question& question) {
  std::string level = question.level;
  if (!level.empty() && level[0] >= 'a' && level[0] <= 'z') level[0] = static_cast<char>(level[0] - 'a' + 'A');
  const std::string minutes = question.minutes == 1 ? "one minute" : std::to_string(question.minutes) + " minutes";
  return level + ", about " + minutes + "; answered with " + words_of_modes(question.modes) + ".";
}

void entry(const State& state, const Question& question) {
  ui::Scope item(ui::Role::listitem, "", question.id);
  ui::gap(10);
  ui::link(question.title, "#/practice/" + question.id, false, ui::text_sub);
  ui::gap(2);
  ui::text(question.purpose);
  ui::text(facts_of(question), {.size = ui::text_small, .tone = ui::Tone::quiet});
  if (const std::string done = done_words(state, question); !done.empty()) ui::text(done, {.size = ui::text_small, .tone = ui::Tone::good});
}

// On a phone the questions come first. A list that is narrowed says by what.
void filters(State& state) {
  const bool narrowed = !(state.practice.query == default_query);
  if (ui::narrow() && !ui::disclosure("Choose by level, time or topic", narrowed, narrowed ? "narrowed" : "narrow")) return;
  if (ui::narrow()) ui::gap(8);
  chips(state, "level");
  chips(state, "minutes");
  topic_list(state);
}

// The questions of a topic, the easier ones first.
std::vector<const Question*> questions_of(const State& state, const Topic& topic) {
  std::vector<const Question*> chosen;
  for (const Option& level : find_field(practice::question_query_fields(), "level")->options)
    for (const Question& question : state.practice.questions)
      if (question.topic() == topic.id && question.level == level.name && practice::fits(question, state.practice.query)) chosen.push_back(&question);
  return chosen;
}

std::string count_sentence(std::size_t shown, std::size_t all) {
  if (shown == 0) return "No question fits all of this.";
  if (shown == all) return std::to_string(all) + " questions, the easier ones of each topic first.";
  return std::to_string(shown) + " of " + std::to_string(all) + " questions.";
}

void topics(State& state) {
  std::size_t shown = 0;
  for (const Question& question : state.practice.questions) shown += practice::fits(question, state.practice.query);
  state.announced = count_sentence(shown, state.practice.questions.size());
  ui::status(state.announced, {.size = ui::text_sub, .bold = true});
  ui::gap(8);
  {
    ui::Flow flow;
    if (ui::button("Clear", {.disabled = state.practice.query == default_query, .description = "Level, time and topic"})) {
      state.practice.query = {};
      changed(state);
    }
    copy_link_button(state);
  }
  for (const Topic& topic : state.practice.topics) {
    const std::vector<const Question*> chosen = questions_of(state, topic);
    if (chosen.empty()) continue;
    ui::gap(16);
    ui::Scope section(ui::Role::section, topic.title, topic.id);
    ui::Card card("questions");
    ui::heading(2, topic.title);
    ui::Scope list(ui::Role::list, "", "list");
    for (const Question* question : chosen) entry(state, *question);
  }
}

}  // namespace

LinkFields practice_list_link(const State& state) {
  return report::link_fields(practice::question_query_fields(), &state.practice.query, &default_query, state.practice.unknown);
}

void practice_list_from_link(State& state, const report::Link& link) {
  QuestionQuery query;
  report::LinkReading reading = report::read_link_fields(link, practice::question_query_fields(), &query);
  state.link_problems = std::move(reading.problems);
  state.practice.unknown = std::move(reading.unknown);
  state.practice.query = std::move(query);
}

void practice_list(State& state) {
  filters(state);
  ui::gap(16);
  topics(state);
}

}  // namespace storewright::app
