#include "core/practice/exam.h"

#include <algorithm>
#include <cstdint>
#include <map>

#include "core/base/generator.h"
#include "core/base/sort.h"
#include "core/base/text.h"

namespace storewright::practice {
namespace {

constexpr Field rows[] = {
    field<&ExamInput::n>({.name = "n", .label = "Questions", .help = "At most so many.", .min = 1, .max = 30}),
    field<&ExamInput::minutes>({.name = "minutes", .label = "Minutes", .unit = "minutes", .help = "The questions together take no longer, as a rule.", .min = 1, .max = 240}),
    field<&ExamInput::topics>({.name = "topics", .label = "Topics", .help = "The areas of skills that practice.list gives, such as cost; none stands for all.", .max_items = 20}),
    field<&ExamInput::levels>({.name = "levels", .label = "Levels", .help = "None stands for all.", .options = level_options}),
    field<&ExamInput::seed>({.name = "seed", .label = "Seed of the exam", .help = "The same seed gives the same questions with the same numbers.", .min = 0, .max = largest_seed}),
};

/// A question with its place in the queue.
struct Candidate {
  const Question* question;
  int turn = 0;                     // how many of its topic stand before it
  std::uint64_t rank = 0;           // drawn
  int seed = 0;
};

std::uint64_t number_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325u;   // FNV-1a, 64 bits
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return hash;
}

Candidate candidate_of(const Question& question, int seed) {
  Generator generator(number_of(question.id + "/" + std::to_string(seed)));
  Candidate candidate{.question = &question, .rank = generator.next()};
  if (!question.variables.empty()) candidate.seed = 1 + static_cast<int>(generator.below(largest_seed));
  return candidate;
}

bool wanted(const Question& question, const ExamInput& input) {
  const auto same = [&](const std::string& topic) { return topic == question.topic(); };
  if (!input.topics.empty() && std::none_of(input.topics.begin(), input.topics.end(), same)) return false;
  return question.minutes <= input.minutes && (input.levels.empty() || input.levels.has(level_of(question)));
}

Problems unknown_topics(std::span<const Question> questions, const ExamInput& input) {
  std::vector<std::string_view> known;
  for (const Question& question : questions)
    if (std::find(known.begin(), known.end(), question.topic()) == known.end()) known.push_back(question.topic());
  Problems problems;
  for (const std::string& topic : input.topics) {
    if (std::find(known.begin(), known.end(), topic) != known.end()) continue;
    const std::string near = nearest_word(topic, known);
    problems.push_back({2331, "/topics", "There is no topic \"" + shortened(topic, 40) + "\"" + (near.empty() ? "." : "; did you mean \"" + near + "\"?")});
  }
  return problems;
}

/// All that may be asked, in the order in which it is: one of each topic, then the second of each, and so on.
std::vector<Candidate> queue_of(std::span<const Question> questions, const ExamInput& input) {
  std::vector<Candidate> queue;
  for (const Question& question : questions)
    if (wanted(question, input)) queue.push_back(candidate_of(question, input.seed));
  sort_stably(queue, [](const Candidate& a, const Candidate& b) { return a.rank < b.rank; });
  std::map<std::string_view, int> turns;
  for (Candidate& candidate : queue) candidate.turn = turns[candidate.question->topic()]++;
  sort_stably(queue, [](const Candidate& a, const Candidate& b) { return a.turn < b.turn; });
  return queue;
}

}  // namespace

FieldTable exam_fields() { return rows; }

Result<Exam> make_exam(std::span<const Question> questions, const ExamInput& input) {
  if (Problems problems = unknown_topics(questions, input); !problems.empty()) return problems;
  Exam exam;
  std::vector<Candidate> chosen;
  for (const Candidate& candidate : queue_of(questions, input)) {
    if (static_cast<int>(chosen.size()) == input.n) break;
    if (exam.minutes + candidate.question->minutes > input.minutes) continue;
    exam.minutes += candidate.question->minutes;
    chosen.push_back(candidate);
  }
  if (chosen.empty()) return Problem{2330, "", "No question of these topics and levels takes so little time. Give it more minutes, or allow more topics."};
  sort_stably(chosen, [](const Candidate& a, const Candidate& b) { return level_of(*a.question) < level_of(*b.question); });
  for (const Candidate& candidate : chosen) exam.questions.push_back({candidate.question->id, candidate.seed});
  return exam;
}

}  // namespace storewright::practice
