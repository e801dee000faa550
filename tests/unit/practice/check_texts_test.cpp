#include "core/practice/check_texts.h"

#include <doctest/doctest.h>

#include <string>

#include "core/practice/practice.h"

using namespace storewright;
using namespace storewright::practice;

namespace {

Question asking() {
  Question question{.id = "q", .title = "How long?", .scenario = {"There are {a}."}, .solution = {"{a} are {s}."}};
  question.variables = {{.name = "a", .label = "A", .classic = 2, .values = {2, 3}}};
  question.steps = {{.id = "s", .prompt = "p", .formula = "a", .right = "{s}", .complete = "c", .hints = {"of {a}"}, .slips = {{"a", "not {a}"}}}};
  question.figures = {{.id = "f", .title = "{s}", .frames = {{"{a}"}}}};
  question.corrections = {"{s} was meant."};
  return question;
}

std::string said(const Question& question) {
  std::string all;
  for (const Problem& problem : check_texts(question)) {
    CHECK(problem.code == 2304);
    CHECK(problem.where == "questions/q.json");
    all += problem.message + "\n";
  }
  return all;
}

template <class Change>
std::string with(Change change) {
  Question question = asking();
  change(question);
  return said(question);
}

}  // namespace

TEST_CASE("before the answer a text names what is given, after it also what was asked") {
  CHECK(said(asking()) == "");
  CHECK(with([](Question& q) { q.title = "How long do 2 last?"; }) == "The title holds a number; a variant has others.\n");
  CHECK(with([](Question& q) { q.scenario = {"Some."}; }) == "\"a\" stands neither in the scenario nor in a prompt, so nobody is told of it.\n");
  CHECK(with([](Question& q) { q.scenario = {"Some."}, q.steps[0].prompt = "{a}?"; }) == "");
  CHECK(with([](Question& q) { q.scenario.push_back("{s}"); }).find("a scenario names {s}") != std::string::npos);
  CHECK(with([](Question& q) { q.hints = {"{s}"}; }).find("a hint names {s}") != std::string::npos);
  CHECK(with([](Question& q) { q.steps[0].hints = {"{s}"}; }).find("a hint of \"s\" names {s}") != std::string::npos);
  CHECK(with([](Question& q) { q.steps[0].slips[0].why = "{s}"; }).find("a slip of \"s\" names {s}") != std::string::npos);
  CHECK(with([](Question& q) { q.steps[0].complete = "{s}"; }).find("names {s}") != std::string::npos);
  CHECK(with([](Question& q) { q.solution = {"{nobody}"}; }).find("a solution names {nobody}") != std::string::npos);
  CHECK(with([](Question& q) { q.corrections = {"{open"}; }).find("a correction names {open}") != std::string::npos);
  CHECK(with([](Question& q) { q.figures[0].frames = {{"{nobody}"}}; }).find("the figure \"f\" names {nobody}") != std::string::npos);
}

TEST_CASE("the texts of every question name numbers that there are") {
  for (const Question& question : built_in_practice().questions)
    for (const Problem& problem : check_texts(question)) FAIL_CHECK(problem.where << ": " << problem.message);
}
