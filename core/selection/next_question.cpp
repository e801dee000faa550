#include "core/selection/next_question.h"

#include <algorithm>

#include "core/base/math.h"
#include "core/base/sort.h"
#include "core/base/text.h"

namespace storewright::selection {
namespace {

/// What the winner of a world is counted as: its category, or itself where all worlds have one category.
struct Outcomes {
  std::vector<std::string> names;
  std::vector<int> of_world;  // index of the name, -1 for a contradiction
};

Outcomes outcomes_of(const Worlds& worlds, const Rulebook& rulebook, bool by_engine) {
  Outcomes outcomes;
  std::vector<int> of_record(rulebook.knowledge.engines.size(), -1);
  for (int world = 0; world < worlds.drawn(); ++world) {
    const int winner = worlds.winner(world);
    if (winner < 0) {
      outcomes.of_world.push_back(-1);
      continue;
    }
    int& known = of_record[static_cast<std::size_t>(winner)];
    if (known < 0) {
      const knowledge::Engine& engine = rulebook.knowledge.engines[static_cast<std::size_t>(winner)];
      const std::string& name = by_engine ? engine.name : engine.category;
      const auto found = std::find(outcomes.names.begin(), outcomes.names.end(), name);
      known = static_cast<int>(found - outcomes.names.begin());
      if (found == outcomes.names.end()) outcomes.names.push_back(name);
    }
    outcomes.of_world.push_back(known);
  }
  return outcomes;
}

using Counts = std::vector<int>;

int total_of(const Counts& counts) {
  int total = 0;
  for (const int count : counts) total += count;
  return total;
}

// In bits, with the correction of Miller and Madow.
double entropy_of(const Counts& counts) {
  const int total = total_of(counts);
  if (total == 0) return 0;
  double nats = 0;
  int kinds = 0;
  for (const int count : counts) {
    if (count == 0) continue;
    const double share = static_cast<double>(count) / total;
    nats -= share * natural_log(share);
    ++kinds;
  }
  return (nats + (kinds - 1) / (2.0 * total)) / natural_log(2);
}

/// How often each outcome follows each answer.
std::vector<Counts> counts_by_answer(const Worlds& worlds, const Outcomes& outcomes, std::size_t input) {
  std::vector<Counts> counts(static_cast<std::size_t>(worlds.inputs()[input].classes), Counts(outcomes.names.size()));
  for (int world = 0; world < worlds.drawn(); ++world) {
    const int outcome = outcomes.of_world[static_cast<std::size_t>(world)];
    if (outcome >= 0)
      ++counts[static_cast<std::size_t>(worlds.class_of(world, input))][static_cast<std::size_t>(outcome)];
  }
  return counts;
}

double information_of(const std::vector<Counts>& by_answer, double open_bits, int consistent) {
  double left = 0;
  for (const Counts& counts : by_answer) left += entropy_of(counts) * total_of(counts) / consistent;
  return std::max(open_bits - left, 0.0);
}

std::string bound(const Field& field, double value) {
  return display_amount(field.whole ? round_half_up(value) : value);
}

std::string answer_words(const OpenInput& input, int index) {
  if (input.in_range) return (index == 0 ? "under " : "over ") + bound(*input.field, input.span.mid);
  if (input.field->kind == FieldKind::flag) return index == 1 ? "yes" : "no";
  if (input.field->kind == FieldKind::number) {
    const Range span = span_of_class(input, index);
    return bound(*input.field, span.low) + " to " + bound(*input.field, span.high);
  }
  return std::string(input.field->options[static_cast<std::size_t>(index)].label);
}

std::string name_of(const Rulebook& rulebook, const std::string& outcome) {
  const knowledge::Category* category = rulebook.knowledge.category(outcome);
  return category ? category->name : outcome;
}

std::vector<ExpectedAnswer> answers_of(const OpenInput& input, const std::vector<Counts>& by_answer,
                                       const Outcomes& outcomes, int consistent, const Rulebook& rulebook) {
  std::vector<ExpectedAnswer> answers;
  for (std::size_t i = 0; i < by_answer.size(); ++i) {
    const int total = total_of(by_answer[i]);
    if (total == 0) continue;
    const auto most = std::max_element(by_answer[i].begin(), by_answer[i].end());
    answers.push_back(
        {.answer = answer_words(input, static_cast<int>(i)),
         .share = static_cast<double>(total) / consistent,
         .leads_to = name_of(rulebook, outcomes.names[static_cast<std::size_t>(most - by_answer[i].begin())]),
         .confidence = static_cast<double>(*most) / total});
  }
  return answers;
}

std::string times_in_ten(double share) {
  const double tenths = round_half_up(share * 10);
  if (tenths >= 10) return "nearly always";
  return "in " + display_number(std::max(tenths, 1.0), 0) + " of 10 cases";
}

// The surest answer, and the surest one that leads elsewhere: what the question tells apart.
std::string why_of(const Question& question, double open_bits) {
  const ExpectedAnswer* first = nullptr;
  const ExpectedAnswer* second = nullptr;
  const auto weight = [](const ExpectedAnswer& answer) { return answer.confidence * answer.share; };
  for (const ExpectedAnswer& answer : question.answers)
    if (!first || weight(answer) > weight(*first)) first = &answer;
  for (const ExpectedAnswer& answer : question.answers)
    if (first && answer.leads_to != first->leads_to && (!second || weight(answer) > weight(*second))) second = &answer;
  const auto leads = [&](const ExpectedAnswer& answer) {
    return "\"" + answer.answer + "\" leads to " + answer.leads_to + " " + times_in_ten(answer.confidence);
  };
  std::string why = question.narrows ? "Your range leaves this open: " : "Your answer tells most here: ";
  if (first) why += leads(*first);
  if (second) why += ", " + leads(*second);
  return why + ". It settles about " + display_percent(std::min(question.expected_information / open_bits, 1.0), 0) +
         " of what is still open.";
}

std::vector<CategoryShare> shares_of(const Counts& counts, const Outcomes& outcomes, int consistent) {
  std::vector<CategoryShare> shares;
  for (std::size_t i = 0; i < counts.size(); ++i)
    shares.push_back({outcomes.names[i], static_cast<double>(counts[i]) / consistent});
  sort_stably(shares, [](const CategoryShare& a, const CategoryShare& b) { return a.share > b.share; });
  return shares;
}

Counts counts_of(const Outcomes& outcomes) {
  Counts counts(outcomes.names.size());
  for (const int outcome : outcomes.of_world)
    if (outcome >= 0) ++counts[static_cast<std::size_t>(outcome)];
  return counts;
}

std::string says_of(const QuestionAnswer& answer) {
  if (answer.contradictory == answer.worlds)
    return "No store meets all your answers, so another answer cannot help: change one of those you gave.";
  if (answer.questions.empty()) return "Nothing is left that would change the answer.";
  const Question& best = answer.questions.front();
  return (best.narrows ? "Narrow this down next: \"" : "Answer this next: \"") + std::string(best.field->label) + "\"";
}

}  // namespace

FieldTable question_fields() {
  static const std::vector<Field> all = [] {
    const FieldTable profile = profile_fields();
    std::vector<Field> fields(profile.begin(), profile.end());
    fields.push_back(field<&QuestionInput::worlds>({.name = "worlds",
                                                    .label = "Worlds to draw",
                                                    .help = "More of them make the figures steadier and slower.",
                                                    .min = 200,
                                                    .max = 20000}));
    fields.push_back(field<&QuestionInput::seed>(
        {.name = "seed", .label = "Seed", .help = "The same seed draws the same worlds.", .max = 2147483647}));
    return fields;
  }();
  return all;
}

QuestionAnswer next_question(const Worlds& worlds, const Rulebook& rulebook, std::size_t most) {
  QuestionAnswer answer{.worlds = worlds.drawn()};
  Outcomes outcomes = outcomes_of(worlds, rulebook, false);
  Counts counts = counts_of(outcomes);
  const int consistent = total_of(counts);
  answer.contradictory = answer.worlds - consistent;
  answer.winners = shares_of(counts, outcomes, consistent);
  answer.open_bits = outcomes.names.size() > 1 ? entropy_of(counts) : 0;
  double open_bits = answer.open_bits;
  if (outcomes.names.size() == 1) {
    outcomes = outcomes_of(worlds, rulebook, true);
    counts = counts_of(outcomes);
    open_bits = outcomes.names.size() > 1 ? entropy_of(counts) : 0;
  }
  for (std::size_t input = 0; input < worlds.inputs().size() && open_bits > 0; ++input) {
    const OpenInput& asked = worlds.inputs()[input];
    const std::vector<Counts> by_answer = counts_by_answer(worlds, outcomes, input);
    const double information = information_of(by_answer, open_bits, consistent);
    if (information < least_information) continue;
    answer.questions.push_back({.field = asked.field,
                                .narrows = asked.in_range,
                                .expected_information = information,
                                .why = {},
                                .answers = answers_of(asked, by_answer, outcomes, consistent, rulebook)});
  }
  sort_stably(answer.questions,
              [](const Question& a, const Question& b) { return a.expected_information > b.expected_information; });
  if (answer.questions.size() > most)
    answer.questions.erase(answer.questions.begin() + static_cast<std::ptrdiff_t>(most), answer.questions.end());
  for (Question& question : answer.questions) question.why = why_of(question, open_bits);
  answer.says = says_of(answer);
  return answer;
}

QuestionAnswer next_question(const QuestionInput& input, const Rulebook& rulebook) {
  Worlds worlds(rulebook, input.profile, Open::ranges_and_unknowns, static_cast<std::uint64_t>(input.seed));
  worlds.draw(input.worlds);
  return next_question(worlds, rulebook);
}

}  // namespace storewright::selection
