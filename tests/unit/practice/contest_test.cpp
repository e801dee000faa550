#include "core/practice/contest.h"

#include <doctest/doctest.h>

using namespace storewright;
using namespace storewright::practice;

namespace {

std::vector<std::string> cut(const NamedTexts& words, std::size_t most = 32) {
  std::vector<std::string> texts;
  for (const Clause& clause : clauses_of(words, most))
    for (const auto& [field, text] : words)
      if (field == clause.field) texts.push_back(text.substr(clause.start, clause.end - clause.start));
  return texts;
}

Contest example() {
  return {.question = "recipe-app", .version = 2, .seed = 7, .criterion = "one_store", .was = MarkState::not_found, .want = MarkState::met,
          .quotes = {"We keep \"all\" in Postgres."}, .note = "Because.",
          .answer = {.words = {{"choice", "Line one\nline two"}, {"text", "We keep \"all\" in Postgres."}}, .structured = {{"main_store", "mysql"}}, .numeric = {{"rate", "2,3 k"}}}};
}

}  // namespace

TEST_CASE("a text is cut at the ends of sentences and at commas, and never within a number") {
  struct Row {
    const char* text;
    std::vector<std::string> clauses;
  };
  const Row rows[] = {
      {"One store. Two teams, no cache", {"One store.", "Two teams,", "no cache"}},
      {"It takes 1,000 writes and 0.5 s.", {"It takes 1,000 writes and 0.5 s."}},
      {"- first\n- second\n", {"- first", "- second"}},
      {"Why? Because; so: there", {"Why?", "Because;", "so:", "there"}},
      {" \n ", {}},
      {"", {}},
      {"Größe, 日本。", {"Größe,", "日本。"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(cut({{"text", row.text}}) == row.clauses);
  }
}

TEST_CASE("a long text has no more clauses than can be ticked, and the last holds the rest") {
  CHECK(cut({{"text", "a. b. c. d."}}, 3) == std::vector<std::string>{"a.", "b.", "c. d."});
  CHECK(cut({{"one", "a. b."}, {"two", "c. d."}}, 32).size() == 4);
}

TEST_CASE("a contest comes back from its line as it was, and its line stands on one") {
  const std::string line = contest_line(example());
  CHECK(line.find('\n') == line.npos);
  const Result<Contest> read = read_contest(line);
  REQUIRE(read);
  CHECK(contest_line(*read) == line);
  CHECK(read->quotes == example().quotes);
  CHECK(read->answer.numeric == example().answer.numeric);
  CHECK(read->want == MarkState::met);
  CHECK(read->was == MarkState::not_found);
}

TEST_CASE("what is no contest is a problem") {
  for (const char* line : {"", "{}", "[]", R"({"question":"x","labels":{"a":"met"},"was":{"b":"met"}})", R"({"question":"x","labels":{"a":"great"},"was":{"a":"met"}})",
                           R"({"question":"","labels":{"a":"met"},"was":{"a":"met"}})", R"({"question":"x","labels":{"a":"met","b":"met"},"was":{"a":"met"}})"}) {
    CAPTURE(line);
    CHECK_FALSE(read_contest(line));
  }
}
