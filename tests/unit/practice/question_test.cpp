#include "core/practice/question.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "core/base/text.h"
#include "core/practice/grade.h"
#include "core/practice/practice.h"

using namespace storewright;
using namespace storewright::practice;

namespace {

std::string pack_with(const std::string& step, const std::string& variables = R"([{"name":"a","label":"A","classic":2,"values":[2,3]}])") {
  return R"({"format":"storewright/practice@1","questions":[{"id":"q","version":1,"title":"T","purpose":"P","level":"beginner","minutes":1,)"
         R"("source":"s","kind":"rule_of_thumb","read":"2026-01-02","modes":["numeric"],"skills":["x"],"scenario":["{a}"],"solution":["{s}"],"variables":)" +
         variables + R"(,"steps":[)" + step + "]}]}";
}

constexpr const char* good_step = R"({"id":"s","prompt":"p","unit":"u","formula":"a * 2","points":1,"right":"r","complete":"c"})";

Result<std::vector<Question>> read(const std::string& text) {
  const auto json = read_json(text);
  REQUIRE(json);
  return read_questions(*json);
}

}  // namespace

TEST_CASE("a pack with a fault is refused with its place") {
  struct Row {
    std::string pack;
    int code;
  };
  const Row rows[] = {
      {"{}", 1400},
      {R"({"format":"storewright/practice@1"})", 1401},
      {R"({"format":"storewright/practice@1","questions":[{}]})", 1401},
      {pack_with(""), 1401},
      {pack_with(R"({"id":"s","prompt":"p","unit":"u","formula":"b","points":1,"right":"r","complete":"c"})"), 2304},
      {pack_with(R"~({"id":"s","prompt":"p","unit":"u","formula":"a / (a - a)","points":1,"right":"r","complete":"c"})~"), 2304},
      {pack_with(R"({"id":"s","prompt":"p","unit":"u","formula":"s","points":1,"right":"r","complete":"c"})"), 2304},
      {pack_with(R"({"id":"a","prompt":"p","unit":"u","formula":"a","points":1,"right":"r","complete":"c"})"), 2304},
      {pack_with(R"({"id":"s","prompt":"p","unit":"u","formula":"a","right":"r","complete":"c"})"), 1401},
      {pack_with(R"({"id":"s","prompt":"p","unit":"u"})"), 1401},
      {pack_with(good_step, R"([{"name":"a","label":"A","classic":2}])"), 1401},
      {pack_with(R"({"id":"s","prompt":"p","unit":"u","formula":"a","points":1,"right":"r","complete":"c","units":[{"words":["x"],"factor":"1/0"}]})"), 1401},
  };
  CHECK(read(pack_with(good_step)));
  for (const Row& row : rows) {
    CAPTURE(row.pack);
    const auto questions = read(row.pack);
    REQUIRE_FALSE(questions);
    CHECK(questions.problems()[0].code == row.code);
  }
}

TEST_CASE("seed 0 has the classic numbers, every other seed keeps to the demands and repeats itself") {
  for (const Question& question : built_in_practice().questions) {
    CAPTURE(question.id);
    std::set<std::string> notes, first_notes;
    for (int seed = 0; seed <= 60; ++seed) {
      CAPTURE(seed);
      const Variant variant = variant_of(question, seed);
      CHECK(variant.note == variant_of(question, seed).note);
      notes.insert(variant.note);
      if (seed <= 5) first_notes.insert(variant.note);
      for (const Variable& variable : question.variables)
        if (seed == 0) CHECK(variant.variables.at(variable.name) == variable.classic);
      for (const Demand& demand : question.demands) {
        const auto value = evaluate(demand.expression, variant.variables);
        REQUIRE(value);
        CHECK(*value >= demand.at_least);
        CHECK(*value <= demand.at_most);
      }
    }
    if (question.variables.empty()) continue;
    CHECK(first_notes.size() == 6);
    CHECK(notes.size() > 40);
  }
}

TEST_CASE("the model answer of every question and seed has all points, and can be typed with two decimals") {
  for (const Question& question : built_in_practice().questions)
    for (int seed = 0; seed <= 60; ++seed) {
      CAPTURE(question.id);
      CAPTURE(seed);
      const Variant variant = variant_of(question, seed);
      const auto numbers = right_numbers(question, variant);
      REQUIRE(numbers);
      Answers answers;
      for (const Step& step : question.steps)
        if (!step.assumption()) answers.emplace_back(step.id, "(" + shortest_number(numbers->at(step.id)) + ") + 0");   // a sum: 3.125 alone may be 3,125
      const auto full = grade(question, variant, answers);
      REQUIRE(full);
      if (!question.steps.empty()) CHECK(full->score == 1);
      for (const Mark& mark : full->marks) {
        CAPTURE(mark.id);
        CHECK(mark.state == MarkState::met);
      }
      for (auto& [step, text] : answers) text = display_number(numbers->at(step), numbers->at(step) < 1 ? 4 : 2) + " " + question.step(step)->units.name;
      const auto rounded = grade(question, variant, answers);
      REQUIRE(rounded);
      for (const Mark& mark : rounded->marks) {
        CAPTURE(mark.id);
        CAPTURE(mark.why);
        CHECK(mark.state == MarkState::met);
      }
    }
}

TEST_CASE("every slip is told from the right number, and each can happen") {
  // At half price what is saved equals what is still paid: there the second slip of the saving is no slip.
  const auto equal_by_chance = [](const Question& question, const Step& step, const Slip& slip) {
    return question.id == "cassandra-tco" && step.id == "saving_percent" && slip.formula == "managed / own_total * 100";
  };
  for (const Question& question : built_in_practice().questions)
    for (const Step& step : question.steps)
      for (const Slip& slip : step.slips) {
        CAPTURE(question.id);
        CAPTURE(step.id);
        CAPTURE(slip.formula);
        int told = 0;
        for (int seed = 0; seed <= 20; ++seed) {
          const Variant variant = variant_of(question, seed);
          const auto numbers = right_numbers(question, variant);
          REQUIRE(numbers);
          const auto wrong = evaluate(slip.formula, *numbers);
          REQUIRE(wrong);
          const auto marked = grade(question, variant, {{step.id, "(" + shortest_number(*wrong) + ") + 0"}});
          REQUIRE(marked);
          const auto mark = std::find_if(marked->marks.begin(), marked->marks.end(), [&](const Mark& one) { return one.id == step.id; });
          REQUIRE(mark != marked->marks.end());
          if (seed == 0 && !equal_by_chance(question, step, slip)) CHECK(mark->state == MarkState::contradicted);
          told += mark->state == MarkState::contradicted && mark->why == with_numbers(slip.why, variant.variables);
        }
        CHECK(told >= 5);
      }
}

TEST_CASE("no text of a question names a number that is not there") {
  const auto whole = [](const std::string& text, const Values& values) { return with_numbers(text, values).find('{') == std::string::npos; };
  for (const Question& question : built_in_practice().questions) {
    CAPTURE(question.id);
    const Variant variant = variant_of(question, 0);
    const auto numbers = right_numbers(question, variant);
    REQUIRE(numbers);
    for (const std::string& text : question.scenario) CHECK(whole(text, variant.variables));
    for (const std::string& text : question.solution) CHECK(whole(text, *numbers));
    for (const Step& step : question.steps) {
      CAPTURE(step.id);
      CHECK(whole(step.prompt, variant.variables));
      CHECK(whole(step.right, *numbers));
      CHECK(whole(step.complete, variant.variables));
      for (const std::string& hint : step.hints) CHECK(whole(hint, variant.variables));
      for (const Slip& slip : step.slips) CHECK(whole(slip.why, variant.variables));
    }
  }
}

TEST_CASE("no hint and no text before the answer says a number that is asked for") {
  for (const Question& question : built_in_practice().questions)
    for (const Step& step : question.steps) {
      for (const std::string& hint : step.hints)
        for (const Step& other : question.steps) CHECK(hint.find("{" + other.id + "}") == std::string::npos);
      for (const Slip& slip : step.slips)
        for (const Step& other : question.steps) CHECK(slip.why.find("{" + other.id + "}") == std::string::npos);
    }
}

TEST_CASE("a formula is shown with its numbers") {
  const Values values = {{"hours", 12}, {"rate", 200}, {"big", 1234.5}};
  CHECK(formula_with_numbers("hours * rate + big", values) == "12 × 200 + 1,234.5");
  CHECK(with_numbers("{hours} h at ${rate}, {other}", values) == "12 h at $200, {other}");
}

TEST_CASE("a number below 1 is shown with three digits, any other with two decimals") {
  struct Row { double value; const char* shown; };
  const Row rows[] = {
      {0, "0"},           {1, "1"},           {1.239, "1.24"},    {13.888888, "13.89"}, {0.5, "0.5"},
      {0.005, "0.005"},   {0.0158549, "0.0159"}, {0.317098, "0.317"}, {-0.0158549, "-0.0159"}, {0.1, "0.1"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.value);
    CHECK(shown_number(row.value) == row.shown);
  }
}

TEST_CASE("beside the five classic questions there are at least forty, and twenty-five of all take less than three minutes") {
  constexpr std::string_view classic[] = {"recipe-app", "cassandra-tco", "ecommerce-polyglot", "mongodb-to-cassandra", "ride-sharing"};
  const std::vector<Question>& questions = built_in_practice().questions;
  for (const std::string_view id : classic) CHECK_MESSAGE(find_question(questions, id) != nullptr, id);
  CHECK(questions.size() >= 5 + 40);
  CHECK(std::count_if(questions.begin(), questions.end(), [](const Question& question) { return question.minutes < 3; }) >= 25);
}

TEST_CASE("questions go over everything that the guide covers, for beginners, the practised and the advanced") {
  struct Row {
    const char* about;
    const char* skill;
    std::size_t at_least;
  };
  const Row rows[] = {
      {"factors: how much and how often", "workload.", 4},
      {"factors: correct and fresh", "decision.consistency", 2},
      {"factors: shape of the data", "decision.data-model", 1},
      {"factors: who runs it", "decision.managed", 1},
      {"cost", "cost.", 8},
      {"several stores", "decision.few-stores", 2},
      {"several stores: one follows the other", "decision.feed", 2},
      {"several stores: sessions", "cache.sessions", 2},
      {"several stores: search", "search.lag", 2},
      {"migration", "migration.", 4},
      {"trends: vectors", "search.vectors", 1},
      {"trends: serverless", "cost.commitment", 2},
      {"sharding", "sharding.", 4},
      {"one question to all shards", "sharding.scatter-gather", 1},
      {"the slowest shard", "sharding.tail", 1},
      {"replication", "replication.", 4},
      {"modelling for Cassandra", "wide-column.", 4},
      {"scaling: one node or more", "workload.tier", 3},
      {"scaling: how urgent", "decision.urgency", 1},
  };
  const std::vector<Question>& questions = built_in_practice().questions;
  for (const Row& row : rows) {
    CAPTURE(row.about);
    const auto trains_it = [&](const Question& question) {
      return std::any_of(question.skills.begin(), question.skills.end(), [&](const std::string& skill) { return skill.starts_with(row.skill); });
    };
    CHECK(static_cast<std::size_t>(std::count_if(questions.begin(), questions.end(), trains_it)) >= row.at_least);
  }
  const auto of = [&](auto fits) { return std::count_if(questions.begin(), questions.end(), fits); };
  // The two cases: the platform of the one text, and the ticket shop of the other.
  CHECK(of([](const Question& question) { return question.source == "dataflow-article"; }) >= 10);
  CHECK(of([](const Question& question) { return question.scenario[0].find("ticket") != std::string::npos; }) >= 2);
  for (const std::string_view level : {"beginner", "intermediate", "advanced"})
    CHECK_MESSAGE(of([&](const Question& question) { return question.level == level; }) >= 4, level);
}

TEST_CASE("no hint holds the number that it helps to find, unless the question says it already") {
  for (const Question& question : built_in_practice().questions)
    for (int seed = 0; seed <= 5; ++seed) {
      CAPTURE(question.id);
      CAPTURE(seed);
      const Variant variant = variant_of(question, seed);
      const auto numbers = right_numbers(question, variant);
      REQUIRE(numbers);
      std::string said = " ";
      for (const std::string& paragraph : with_numbers(question.scenario, variant.variables)) said += paragraph + " ";
      for (const Step& step : question.steps) {
        if (step.assumption()) continue;
        const std::string asked = said + with_numbers(step.prompt, variant.variables) + " ";
        const std::string number = " " + shown_number(numbers->at(step.id)) + " ";
        for (const std::string& hint : with_numbers(step.hints, variant.variables)) {
          CAPTURE(hint);
          const auto holds = [&](std::string text) {
            text += ' ';
            for (std::size_t i = 0; i + 1 < text.size(); ++i)
              if (std::string_view("?;:%.,").find(text[i]) != std::string_view::npos && text[i + 1] == ' ') text[i] = ' ';
            return (" " + text + " ").find(number) != std::string::npos;
          };
          CHECK((!holds(hint) || holds(asked)));
        }
      }
    }
}
