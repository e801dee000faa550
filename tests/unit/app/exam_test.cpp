// An exam: begun by one press, gone through, handed in, reported; and readings that are contested.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "core/base/json.h"
#include "core/base/packs.h"
#include "core/practice/practice.h"
#include "tests/unit/app/visit.h"
#include "web/app/practice_exam.h"

using namespace storewright;

namespace {

struct Visit : PageVisit {
  // With the questions, which this host has no folder for.
  explicit Visit(std::string_view href) : PageVisit(href) {
    JsonWriter message;
    message.begin_object().member("type", "pack").member("name", "practice").member("text", packs::practice()).end_object();
    platform.send(message.written());
  }
  void stored(std::string_view key, std::string_view value) {
    JsonWriter message;
    message.begin_object().member("type", "stored").member("key", key).member("value", value).end_object();
    platform.send(message.written());
  }
  void type_number(std::string_view part, std::string_view text) {
    for (const ui::Node& node : platform.tree().nodes)
      if (node.role == ui::Role::number && node.name.find(part) != node.name.npos) {
        act(node.role, std::string(node.name), "text", text);
        return;
      }
    FAIL("no such number: " << std::string(part));
  }
};

// One question, of one minute, on caches: which one follows from the seed.
constexpr std::string_view one_minute = "#/practice/exam?v=1&n=2&minutes=2&topics=cache";

}  // namespace

TEST_CASE("an exam starts at once, says nothing of right and wrong, and reports after the hand-in") {
  Visit visit("#/practice/exam");
  CHECK(visit.says("6 questions, about 14 minutes."));
  visit.press("Choose what is asked");
  CHECK(visit.find(ui::Role::number, "Questions")->value == "6");   // also what is as by default
  CHECK(visit.find(ui::Role::number, "Minutes")->value == "15");
  visit.act(ui::Role::number, "Questions", "text", "");
  CHECK(visit.says("6 questions, about 14 minutes."));
  visit.press("Start");
  CHECK(visit.link_has("practice/exam/1"));
  CHECK(visit.says("Question 1 of 6, about 2 minutes."));
  CHECK(visit.find(ui::Role::button, "Check") == nullptr);
  CHECK(visit.find(ui::Role::button, "Check all") == nullptr);
  CHECK(visit.find(ui::Role::button, "Hint") == nullptr);
  CHECK_FALSE(visit.says("The solution"));
  visit.type_number("1. ", "17");
  CHECK_FALSE(visit.says("Not right"));
  CHECK_FALSE(visit.says("✓ Right"));
  visit.press("Next question");
  CHECK(visit.link_has("practice/exam/2"));
  visit.press("Previous question");
  visit.press("To the hand-in");
  CHECK(visit.says("5 of 6 questions are empty."));
  visit.press("Hand in");
  CHECK(visit.says("Exam report"));
  CHECK(visit.says("1 of 6 questions answered; they are meant for about 14 minutes."));
  CHECK(visit.says("What to look at next"));
  CHECK(visit.find(ui::Role::link, "Your answer with feedback and solution") != nullptr);
  CHECK(visit.find(ui::Role::link, "Try it now") != nullptr);
  CHECK(visit.find(ui::Role::button, "Print") != nullptr);
}

TEST_CASE("an exam handed in with all right numbers has all points, and its answers are attempts of their own") {
  const practice::Practice& practice = practice::built_in_practice();
  const Result<practice::Exam> exam = practice::make_exam(practice.questions, {.n = 1, .minutes = 1, .topics = {"cache"}});
  REQUIRE(exam);
  const practice::Question& question = *practice::find_question(practice.questions, exam->questions.front().question);
  const practice::Variant variant = practice::variant_of(question, exam->questions.front().seed);
  const Result<practice::Values> right = practice::right_numbers(question, variant);
  REQUIRE(right);
  Visit visit("#/practice/exam?v=1&n=1&minutes=1&topics=cache");
  visit.press("Start");
  for (const practice::Step& step : question.steps) visit.type_number(practice::with_numbers(step.prompt, variant.variables), shortest_number(right->find(step.id)->second));
  visit.press("To the hand-in");
  CHECK(visit.says("All questions have an answer."));
  visit.press("Hand in");
  const std::string all = std::to_string(question.steps.size());
  CHECK(visit.says(all + " of " + all + " points."));
  CHECK_FALSE(visit.says("What to look at next"));
  visit.platform.open("#/practice/" + question.id + "?v=1&seed=" + std::to_string(variant.seed));
  CHECK(visit.find(ui::Role::button, "Show the solution") != nullptr);
  CHECK(visit.says("All of it is right."));
}

TEST_CASE("the same link gives the same exam; another seed gives another one, and the link keeps what was chosen") {
  Visit visit("#/practice/exam?v=1&n=3&minutes=10&seed=12");
  CHECK(visit.link_has("seed=12"));
  visit.press("Other questions");
  CHECK(visit.link_has("seed=13"));
  visit.press("Choose what is asked");
  CHECK(visit.find(ui::Role::number, "Questions")->value == "3");
  visit.act(ui::Role::checkbox, "Cost", "set", "true");
  CHECK(visit.link_has("topics=cost"));
  visit.act(ui::Role::checkbox, "Advanced", "set", "true");
  CHECK(visit.link_has("levels=advanced"));
  visit.act(ui::Role::number, "Minutes", "text", "1");
  CHECK(visit.says("No question of these topics and levels takes so little time."));
  visit.press("Start");
  CHECK(visit.says("An exam"));   // nothing to start
}

TEST_CASE("a kept exam goes on where it was, also one with a question that this version does not have") {
  app::ExamRun run{.questions = {{"gone", 3}, {"hit-rate", 5}}, .started_ms = 1000};
  const std::string key = app::exam_key({.n = 2, .minutes = 2, .topics = {"cache"}});
  Visit visit(one_minute);
  visit.stored(app::run_storage_key(key), app::run_json(run));
  app::Attempt attempt;
  attempt.typed = {{"misses", "1,234"}};
  visit.stored(app::answer_storage_key(key, {"hit-rate", 5}), app::attempt_json(attempt));
  CHECK(visit.says("Hand in the exam"));
  CHECK(visit.says("✓ Answered"));
  CHECK(visit.says("All questions have an answer."));
  visit.press("1. A few per cent less from the cache");
  CHECK(visit.says("Question 1 of 1"));
  visit.platform.open("#/practice/exam");
  CHECK(visit.find(ui::Role::link, "2 questions, not handed in yet") != nullptr);
  visit.platform.open(one_minute);
  visit.press("Drop this exam");
  CHECK(visit.find(ui::Role::button, "Start") != nullptr);
}

TEST_CASE("a run is kept whole, and text that is none is no run") {
  const app::ExamRun run{.questions = {{"hit-rate", 5}}, .started_ms = 12, .handed_in_ms = 34, .handed_in_on = "2026-11-22", .handed_in = true, .time_hidden = true};
  const app::ExamRun back = app::read_run(app::run_json(run));
  CHECK(app::run_json(back) == app::run_json(run));
  CHECK(back.questions == run.questions);
  for (const char* text : {"", "{}", "[", R"({"questions": 3})", R"({"questions": [{"question": 1}]})", R"({"questions": [{"question": "a", "seed": 1e30}]})"}) {
    CAPTURE(text);
    CHECK_FALSE(app::read_run(text).begun());
  }
}

TEST_CASE("a link of a run is the link of its exam") {
  const practice::ExamInput input{.n = 3, .minutes = 20, .topics = {"cost", "cache"}, .levels = {5}, .seed = 9};
  const app::LinkFields expected = {{"n", "3"}, {"minutes", "20"}, {"topics", "cost,cache"}, {"levels", "beginner,advanced"}, {"seed", "9"}};
  CHECK(app::link_of_run(app::exam_key(input)) == expected);
  CHECK(app::link_of_run(app::exam_key({})).empty());
  CHECK(app::link_of_run("nonsense").empty());
}

TEST_CASE("a reading is contested with the reader's own words, changes no points and is listed as a test case") {
  Visit visit("#/practice/recipe-app");
  visit.act(ui::Role::textfield, "Or the whole answer in one piece", "text", "Everything is in one box. Recipes go to Postgres.");
  visit.press("Check answers");
  const auto points = [&] {
    for (const ui::Node& node : visit.platform.tree().nodes)
      if (node.role == ui::Role::status && node.name.find(" points.") != node.name.npos) return std::string(node.name);
    return std::string();
  };
  const std::string before = points();
  CHECK_FALSE(before.empty());
  visit.press("I did say this");
  REQUIRE(visit.find(ui::Role::checkbox, "Everything is in one box.") != nullptr);
  visit.press("Keep this");
  CHECK_FALSE(visit.says("You contest this reading."));   // no words are marked yet
  visit.act(ui::Role::checkbox, "Everything is in one box.", "set", "true");
  visit.act(ui::Role::textfield, "Why, if you like", "text", "One box is one database.");
  visit.press("Keep this");
  CHECK(visit.says("You contest this reading. Your points stay as they are."));
  CHECK(visit.says("What you contest"));
  CHECK(visit.says("“Everything is in one box.”"));
  CHECK(visit.find(ui::Role::button, "Save as test cases") != nullptr);
  CHECK(points() == before);
  visit.platform.open("#/practice");
  CHECK(visit.says("Readings you contest"));
  visit.press("Take back");
  CHECK_FALSE(visit.says("Readings you contest"));
}

TEST_CASE("a number that could not be read is contested too") {
  Visit visit("#/practice/hit-rate");
  visit.type_number("1. ", "five hundred-ish (500)");
  visit.press("Check all");
  visit.press("This can be read");
  visit.press("Keep this");
  CHECK(visit.says("Marked as cannot tell, should be met."));
}
