#include "core/practice/record.h"

#include <doctest/doctest.h>

#include <string>

using namespace storewright::practice;

namespace {

constexpr int today = 20780;

Question a_question() {
  Question question{.id = "q"};
  question.steps = {{.id = "n1", .formula = "1", .skill = "numbers"}, {.id = "n2", .formula = "1", .skill = "numbers"}};
  question.criteria = {{.id = "w", .skill = "words"}};
  return question;
}

Mark mark(std::string id, MarkState state, std::string skill) {
  Mark one{.id = std::move(id), .state = state, .max_points = 1000};
  one.skill = std::move(skill);
  return one;
}

}  // namespace

TEST_CASE("an answer gives each of its skills one review, the worst of its parts") {
  const Question question = a_question();
  const Mark marks[] = {mark("n1", MarkState::met, "numbers"), mark("n2", MarkState::contradicted, "numbers"), mark("w", MarkState::partly, "words")};
  Progress progress;
  const Recorded recorded = record_answer(progress, {.question = question, .seed = 2, .day = today, .parts = {{&marks[0]}, {&marks[1]}, {&marks[2]}}});
  CHECK(recorded.parts == std::vector<std::string>{"n1", "n2", "w"});
  CHECK(recorded.skills == std::vector<std::string>{"numbers", "words"});
  CHECK(progress.skill("numbers")->history == std::vector<Review>{{today, Rating::again, "q", 2, true}});
  CHECK(progress.skill("words")->history == std::vector<Review>{{today, Rating::hard, "q", 2, true}});
  CHECK(progress.question("q")->seeds == std::vector<int>{2});
}

TEST_CASE("what was left empty or could not be read adds nothing") {
  const Question question = a_question();
  const Mark marks[] = {mark("n1", MarkState::not_found, "numbers"), mark("n2", MarkState::cannot_tell, "numbers")};
  Progress progress;
  CHECK(record_answer(progress, {.question = question, .day = today, .parts = {{&marks[0]}, {&marks[1]}}}).parts.empty());
  CHECK(progress.empty());
}

TEST_CASE("met at the first try in a second variant is easy") {
  const Question question = a_question();
  const Mark met = mark("n1", MarkState::met, "numbers");
  struct Row { int seed; bool hinted, first_try; Rating rating; };
  for (const Row& row : {Row{1, false, true, Rating::easy}, Row{0, false, true, Rating::good}, Row{1, true, true, Rating::hard}, Row{1, false, false, Rating::good}}) {
    Progress progress;
    record_answer(progress, {.question = question, .seed = 0, .day = today, .parts = {{&met}}});
    record_answer(progress, {.question = question, .seed = row.seed, .day = today + 3, .parts = {{&met, row.hinted, row.first_try}}});
    CAPTURE(row.seed);
    CHECK(progress.skill("numbers")->history.back().rating == row.rating);
  }
}

TEST_CASE("after the solution nothing counts with these numbers; with others, numbers do at once and words on another day") {
  const Question question = a_question();
  const Mark marks[] = {mark("n1", MarkState::met, "numbers"), mark("w", MarkState::met, "words")};
  struct Row { bool same_numbers; int day; std::vector<std::string> parts; };
  const Row rows[] = {{true, today, {}}, {true, today + 9, {}}, {false, today, {"n1"}}, {false, today + 1, {"n1", "w"}}};
  for (const Row& row : rows) {
    Progress progress;
    add_solution_seen(progress, "q", today);
    const Recorded recorded = record_answer(progress, {.question = question, .seed = 1, .day = row.day, .solution_seen = row.same_numbers, .parts = {{&marks[0]}, {&marks[1]}}});
    CAPTURE(row.day);
    CHECK(recorded.parts == row.parts);
    CHECK(progress.question("q")->day == row.day);   // it was answered all the same
  }
}

TEST_CASE("words that are the model answer's do not count, numbers beside them do") {
  const Question question = a_question();
  const Mark marks[] = {mark("n1", MarkState::met, "numbers"), mark("w", MarkState::met, "words")};
  Progress progress;
  CHECK(record_answer(progress, {.question = question, .day = today, .copied = true, .parts = {{&marks[0]}, {&marks[1]}}}).skills == std::vector<std::string>{"numbers"});
}
