#include "core/practice/exam.h"
#include "core/practice/practice.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace storewright;
using namespace storewright::practice;

namespace {

const std::vector<Question>& all() { return built_in_practice().questions; }

Question small(const std::string& id, const std::string& skill, int minutes, const std::string& level = "beginner") {
  Question question;
  question.id = id;
  question.skills = {skill};
  question.minutes = minutes;
  question.level = level;
  return question;
}

std::vector<std::string> ids_of(const Exam& exam) {
  std::vector<std::string> ids;
  for (const ExamQuestion& one : exam.questions) ids.push_back(one.question);
  return ids;
}

}  // namespace

TEST_CASE("an exam has at most so many questions within so many minutes, for every seed") {
  for (int seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    const ExamInput input{.n = 1 + seed % 8, .minutes = 1 + seed % 40, .seed = seed};
    const Result<Exam> exam = make_exam(all(), input);
    REQUIRE(exam);
    CHECK(exam->questions.size() <= static_cast<std::size_t>(input.n));
    int minutes = 0;
    std::set<std::string> ids;
    for (const ExamQuestion& one : exam->questions) {
      const Question* question = find_question(all(), one.question);
      REQUIRE(question != nullptr);
      minutes += question->minutes;
      ids.insert(one.question);
      CHECK((one.seed == 0) == question->variables.empty());
      CHECK(one.seed <= largest_seed);
    }
    CHECK(ids.size() == exam->questions.size());   // none twice
    CHECK(minutes == exam->minutes);
    CHECK(minutes <= input.minutes);
  }
}

TEST_CASE("the same input gives the same exam, and another seed another one") {
  const Result<Exam> one = make_exam(all(), {.seed = 7}), same = make_exam(all(), {.seed = 7}), other = make_exam(all(), {.seed = 8});
  REQUIRE(one);
  REQUIRE(other);
  CHECK(one->questions == same->questions);
  CHECK(one->questions != other->questions);
}

TEST_CASE("one more question in the catalogue takes one place at most, and changes no numbers") {
  const Result<Exam> before = make_exam(all(), {.n = 8, .minutes = 240});
  REQUIRE(before);
  std::vector<Question> more = all();
  more.push_back(small("a-new-one", "cost.new", 1));
  const Result<Exam> after = make_exam(more, {.n = 8, .minutes = 240});
  REQUIRE(after);
  int kept = 0;
  for (const ExamQuestion& one : before->questions) kept += std::find(after->questions.begin(), after->questions.end(), one) != after->questions.end() ? 1 : 0;
  CHECK(kept >= 7);
}

TEST_CASE("topics take turns, and the easier questions come first") {
  const std::vector<Question> questions = {small("a1", "a.x", 2, "advanced"), small("a2", "a.x", 2), small("a3", "a.x", 2), small("b1", "b.x", 2, "intermediate"), small("c1", "c.x", 2)};
  for (int seed = 0; seed < 30; ++seed) {
    CAPTURE(seed);
    const Result<Exam> exam = make_exam(questions, {.n = 3, .minutes = 60, .seed = seed});
    REQUIRE(exam);
    std::set<char> topics;
    int level = 0;
    for (const std::string& id : ids_of(*exam)) {
      topics.insert(id[0]);
      const int here = static_cast<int>(level_of(*find_question(questions, id)));
      CHECK(here >= level);
      level = here;
    }
    CHECK(topics.size() == 3);
  }
}

TEST_CASE("an exam keeps to its topics and levels, and passes over what takes too long") {
  const std::vector<Question> questions = {small("a1", "a.x", 5), small("a2", "a.x", 1, "advanced"), small("b1", "b.x", 1), small("b2", "b.x", 30)};
  ExamInput input{.n = 9, .minutes = 6, .topics = {"a"}};
  CHECK(ids_of(*make_exam(questions, input)) == std::vector<std::string>{"a1", "a2"});
  input.levels.add(Level::advanced);
  CHECK(ids_of(*make_exam(questions, input)) == std::vector<std::string>{"a2"});
  CHECK(ids_of(*make_exam(questions, {.n = 9, .minutes = 1, .topics = {"b"}})) == std::vector<std::string>{"b1"});
}

TEST_CASE("an exam without questions is a problem, and so is a topic that does not exist") {
  const std::vector<Question> questions = {small("a1", "cost.x", 5)};
  CHECK(make_exam(questions, {.minutes = 4}).problems().front().code == 2330);
  ExamInput hard;
  hard.levels.add(Level::advanced);
  CHECK(make_exam(questions, hard).problems().front().code == 2330);
  const Problems unknown = make_exam(questions, {.topics = {"costs"}}).problems();
  CHECK(unknown.front().code == 2331);
  CHECK(unknown.front().message == "There is no topic \"costs\"; did you mean \"cost\"?");
}
